import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import { otherBrowsersOnThisMachine } from "../../scripts/find-other-browsers.mjs";
import { LANGUAGES } from "../../src/terms/languages";
import { ALL_REFUSED, elsewhere, escapingProgram } from "../ladder/escape";
import { WritePath } from "../ladder/write-path";
import { MainPath } from "../main-path/main-path";
import { startFirefox } from "./firefox";
import type { StartedBrowser } from "./started-browser";
import { startWebKit } from "./webkit";

const { firefox, webkit } = otherBrowsersOnThisMachine();

/** As it is opened from a folder, without a server. */
const ONE_FILE = pathToFileURL("dist/microfs.html").href;

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
async function startOrSkip<Started extends StartedBrowser>(
  name: string,
  start: () => Promise<Started>,
): Promise<Started> {
  try {
    return await start();
  } catch (error) {
    return skip(`${name} does not start: ${error instanceof Error ? error.message : error}`);
  }
}

/** Reporters leave out why a test was skipped. */
function skip(reason: string): never {
  console.log(reason);
  test.skip(true, reason);
  throw new Error(reason);
}

test("Firefox runs the main path", async ({ baseURL }) => {
  const path = firefox ?? skip("Firefox is not on this machine. On Debian: apt-get install firefox-esr");
  await walk(await startOrSkip("Firefox", () => startFirefox(path)), baseURL);
});

test("Firefox runs the main path in the app as one file, and teaches with it", async () => {
  const path = firefox ?? skip("Firefox is not on this machine. On Debian: apt-get install firefox-esr");
  await walk(await startOrSkip("Firefox", () => startFirefox(path)), ONE_FILE, true);
});

test("Firefox runs the join that is written in it, in three languages, and lets it out nowhere", async ({
  baseURL,
}) => {
  const path = firefox ?? skip("Firefox is not on this machine. On Debian: apt-get install firefox-esr");
  const { page, stop } = await startOrSkip("Firefox", () => startFirefox(path));
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

test("WebKit runs the main path", async ({ baseURL }) => {
  const { driver, browser } =
    webkit ?? skip("WebKit is not on this machine. On Debian: apt-get install webkit2gtk-driver xvfb xauth");
  await walk(await startOrSkip("WebKit", () => startWebKit(driver, browser)), baseURL);
});
