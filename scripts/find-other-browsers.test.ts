import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ensureOtherBrowsers, otherBrowsersOnThisMachine } from "./find-other-browsers.mjs";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "microfs-browsers-"));
});
afterEach(() => rmSync(root, { recursive: true }));

/** What is found on a machine that has these files and no others. */
function foundOn(...files: string[]) {
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), "");
  }
  return otherBrowsersOnThisMachine({ PATH: join(root, "bin") }, join(root, "lib"));
}

const WEBKIT = ["bin/WebKitWebDriver", "lib/some-machine/webkit2gtk-4.1/MiniBrowser"];

describe("otherBrowsersOnThisMachine", () => {
  test("finds none where there are none", () => {
    expect(foundOn()).toEqual({ firefox: null, webkit: null });
  });

  test("finds Firefox on the PATH, and the one that is named before it", () => {
    expect(foundOn("bin/firefox").firefox).toBe(join(root, "bin/firefox"));
    expect(otherBrowsersOnThisMachine({ PATH: "", FIREFOX_PATH: "/mine" }).firefox).toBe("/mine");
  });

  test("finds WebKit where its driver, its browser and a screen for it are there", () => {
    expect(foundOn(...WEBKIT).webkit).toBeNull();
    expect(foundOn("bin/xvfb-run").webkit).toEqual({
      driver: join(root, "bin/WebKitWebDriver"),
      browser: join(root, "lib/some-machine/webkit2gtk-4.1/MiniBrowser"),
    });
  });
});

describe("ensureOtherBrowsers", () => {
  const all = { firefox: "/bin/firefox", webkit: { driver: "/bin/d", browser: "/bin/b" } };

  test.each([
    ["installs nothing where all are there", all, undefined, []],
    [
      "installs where one is missing",
      { ...all, webkit: null },
      undefined,
      [/^Installing firefox-esr, webkit2gtk/],
    ],
    [
      "says why where that does not work, and goes on",
      { ...all, firefox: null },
      "that needs root",
      [/^Installing/, /^They could not be installed: that needs root\.$/],
    ],
  ])("%s", async (_, found, reason, lines) => {
    const said: string[] = [];
    const on = { otherBrowsersOnThisMachine: () => found, installDebiansPackages: async () => reason };
    await ensureOtherBrowsers(on, (line) => said.push(line));
    expect(said).toEqual(lines.map((line) => expect.stringMatching(line)));
  });
});
