import { pathToFileURL } from "node:url";
import { test as base, expect } from "@playwright/test";
import type { Browser } from "puppeteer-core";
import { otherBrowsersOnThisMachine } from "../../scripts/find-other-browsers.mjs";
import { LANGUAGES } from "../../src/terms/languages";
import { ALL_REFUSED, elsewhere, escapingProgram } from "../ladder/escape";
import { WritePath } from "../ladder/write-path";
import { MainPath } from "../main-path/main-path";
import { pageOfFirefox, startFirefox } from "./firefox";
import type { StartedBrowser } from "./started-browser";
import { startWebKit } from "./webkit";

const { firefox: firefoxPath, webkit } = otherBrowsersOnThisMachine();

/** As it is opened from a folder, without a server. */
const ONE_FILE = pathToFileURL("dist/microfs.html").href;

/** Firefox, started for all its tests together; or why it is not there. */
const test = base.extend<object, { firefox: Browser | string }>({
  firefox: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its parameter.
    async ({}, use) => {
      if (firefoxPath === null)
        return use("Firefox is not on this machine. On Debian: apt-get install firefox-esr");
      const started = await startFirefox(firefoxPath).catch((error: unknown) => notStarted("Firefox", error));
      await use(started);
      if (typeof started !== "string") await started.close();
    },
    { scope: "worker" },
  ],
});

/** Walks the main path in a browser that was started for it. What can be started must get through. */
async function walk(started: StartedBrowser, home: string | undefined, teaches = false): Promise<void> {
  const path = new MainPath(started.driver, home ?? "");
  try {
    await path.walk();
    if (teaches) await path.teach();
  } finally {
    await started.stop();
  }
}

/** A browser that is on the machine and does not start is no fault of the app. */
function notStarted(name: string, error: unknown): string {
  return `${name} does not start: ${error instanceof Error ? error.message : error}`;
}

/** What was started; where it was not, the test is skipped. */
function startedOrSkip<Started extends object>(started: Started | string): Started {
  return typeof started === "string" ? skip(started) : started;
}

/** Reporters leave out why a test was skipped. */
function skip(reason: string): never {
  console.log(reason);
  test.skip(true, reason);
  throw new Error(reason);
}

test.describe("Firefox", () => {
  // One worker, and so one start, which takes longer than a walk.
  test.describe.configure({ mode: "default" });

  test("runs the main path", async ({ firefox, baseURL }) => {
    await walk(await pageOfFirefox(startedOrSkip(firefox)), baseURL);
  });

  test("runs the main path in the app as one file, and teaches with it", async ({ firefox }) => {
    await walk(await pageOfFirefox(startedOrSkip(firefox)), ONE_FILE, true);
  });

  test("runs the join that is written in it, in three languages, and lets it out nowhere", async ({
    firefox,
    baseURL,
  }) => {
    const { page, stop } = await pageOfFirefox(startedOrSkip(firefox));
    const other = await elsewhere();
    try {
      const writing = new WritePath(page, baseURL ?? "");
      await writing.open("typescript");
      await writing.writes(escapingProgram(baseURL ?? "", other.address), ALL_REFUSED);
      expect(other.asked).toEqual([]);
      for (const language of LANGUAGES) await writing.walk(language);
    } finally {
      other.stop();
      await stop();
    }
  });
});

test("WebKit runs the main path", async ({ baseURL }) => {
  const { driver, browser } =
    webkit ?? skip("WebKit is not on this machine. On Debian: apt-get install webkit2gtk-driver xvfb xauth");
  const started = await startWebKit(driver, browser).catch((error: unknown) => notStarted("WebKit", error));
  await walk(startedOrSkip(started), baseURL);
});
