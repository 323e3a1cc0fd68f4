import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  browsersOnThisMachine,
  ensureBrowser,
  ensureShell,
  playwrightsUnusedFeatures,
  shellOnThisMachine,
} from "./find-browser.mjs";

type Machine = NonNullable<Parameters<typeof ensureBrowser>[0]>;

const OWN = "/own";

/** A machine that records what was done to it. What is not said does not work. */
function machineWith(works: { here?: string[]; own?: boolean; download?: boolean; debian?: string }) {
  const done: string[] = [];
  const working = new Set(works.here?.filter((path) => !path.includes("broken")));
  if (works.own) working.add(OWN);
  const here = [...(works.here ?? [])];
  const machine: Machine = {
    browsersOnThisMachine: () => here,
    playwrightsOwn: async () => OWN,
    whyNot: async (path) => (working.has(path) ? undefined : "it does not start"),
    downloadPlaywrightsOwn: async () => {
      done.push("download");
      if (!works.download) return "no network";
      working.add(OWN);
      return undefined;
    },
    installDebiansPackage: async () => {
      done.push("debian");
      if (!works.debian) return "that needs root";
      here.push(works.debian);
      working.add(works.debian);
      return undefined;
    },
  };
  return { machine, done };
}

const silent = () => undefined;

describe("ensureBrowser takes the first browser that opens a page", () => {
  test.each([
    ["one that is here", { here: ["/bin/a", "/bin/b"] }, "/bin/a", []],
    ["the next one, where the first does not start", { here: ["/bin/broken", "/bin/b"] }, "/bin/b", []],
    ["the one Playwright downloaded before", { own: true, download: true }, OWN, []],
    ["Playwright's download, where none is here", { download: true }, OWN, ["download"]],
    [
      "Debian's package, where nothing can be downloaded",
      { debian: "/bin/c" },
      "/bin/c",
      ["download", "debian"],
    ],
  ])("%s", async (_, works, path, done) => {
    const { machine, done: actual } = machineWith(works);
    expect(await ensureBrowser(machine, silent)).toBe(path);
    expect(actual).toEqual(done);
  });

  test("or says what was tried and what to do", async () => {
    const { machine } = machineWith({ here: ["/bin/broken"] });
    const message = await ensureBrowser(machine, silent).catch((error: Error) => error.message);
    expect(message).toContain("/bin/broken: it does not start");
    expect(message).toContain("Playwright's download: no network");
    expect(message).toContain("the chromium package: that needs root");
    expect(message).toContain("set CHROMIUM_PATH");
  });
});

test("browsersOnThisMachine puts the one that is named before the ones on the PATH", () => {
  expect(
    browsersOnThisMachine({ CHROMIUM_PATH: "/mine", CHROME_PATH: "/other", PATH: "" }).slice(0, 2),
  ).toEqual(["/mine", "/other"]);
});

describe("ensureShell", () => {
  const shell = (before: boolean, installs: boolean, works: boolean) => {
    let isThere = before;
    return ensureShell({
      shellOnThisMachine: () => (isThere ? "/bin/shell" : undefined),
      installDebiansPackage: async () => {
        isThere ||= installs;
        return installs ? undefined : "there is no such package";
      },
      whyNot: async () => (works ? undefined : "it does not start"),
    });
  };

  test("takes the one that is here, or that can be installed", async () => {
    expect(await shell(true, false, true)).toBe("/bin/shell");
    expect(await shell(false, true, true)).toBe("/bin/shell");
  });

  test("does without one that is not to be had, or does not start", async () => {
    expect(await shell(false, false, true)).toBeUndefined();
    expect(await shell(true, false, false)).toBeUndefined();
  });

  test("does without where a browser is named", () => {
    expect(shellOnThisMachine({ CHROMIUM_PATH: "/mine", PATH: process.env.PATH })).toBeUndefined();
  });
});

test("what Playwright turns off stays off: our flag stands in the place of its own", () => {
  const core = dirname(createRequire(import.meta.url).resolve("playwright-core/package.json"));
  const code = readFileSync(join(core, "lib/coreBundle.js"), "utf8");
  const [, list = ""] = /disabledFeatures = \[([^\]]*)\]/.exec(code) ?? [];
  const features = [...list.matchAll(/^\s*"(\w+)"/gm)].map(([, name]) => name);
  expect(features).not.toEqual([]);
  expect(playwrightsUnusedFeatures).toEqual(features);
});
