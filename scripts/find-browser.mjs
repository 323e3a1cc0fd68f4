import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./run.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const installedElsewhere = [
  "/usr/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * What a browser with windows prepares for each of them, and a test never looks at: the address bar's two pages of suggestions,
 * and a process for a page that may come next. With them a page in a context of its own costs half as much again.
 */
const UNUSED_FEATURES = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "SpareRendererForSitePerProcess"];

/** What Playwright itself turns off: of several such flags the last alone counts, so ours must name them, too. */
export const playwrightsUnusedFeatures = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
  "msForceBrowserSignIn",
  "msEdgeUpdateLaunchServicesPreferredVersion",
];

/** Flags for a browser that only ever opens this machine's own pages. */
export const browserFlags = [
  `--disable-features=${[...playwrightsUnusedFeatures, ...UNUSED_FEATURES].join(",")}`,
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // The sandbox cannot be set up by root; containers and most CI machines run as root.
  ...(process.getuid?.() === 0 || process.env.CI ? ["--no-sandbox"] : []),
];

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch (error) {
    // Not there, or not ours to run: for a search the two are the same answer.
    if (error instanceof Error && "code" in error) return false;
    throw error;
  }
}

/**
 * Browsers that are on this machine, the best first: named in CHROMIUM_PATH or CHROME_PATH, on the PATH, or where
 * installers usually put them. They are only found here, not tried.
 *
 * @param {Record<string, string | undefined>} [env]
 * @returns {string[]} Absolute paths; CHROMIUM_PATH and CHROME_PATH are returned whether they exist or not.
 */
export function browsersOnThisMachine(env = process.env) {
  const named = [env.CHROMIUM_PATH, env.CHROME_PATH].filter((path) => path !== undefined && path !== "");
  const onPath = (env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .filter(isProgram);
  return [...new Set([...named, ...onPath, ...installedElsewhere.filter(existsSync)])].filter(
    (path) => path !== undefined,
  );
}

/** Where Playwright keeps the Chromium that it has downloaded. By itself it would start its shell, which has neither a camera nor windows.
 * @returns {Promise<string>} */
async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  return chromium.executablePath();
}

/**
 * Opens a page in a browser and closes it. A file called `chromium` may be a stub, or lack a library.
 *
 * @param {string} path
 * @returns {Promise<string | undefined>} Why it does not work; undefined where it does.
 */
async function whyNot(path) {
  const { chromium } = await import("@playwright/test");
  try {
    const browser = await chromium.launch({ executablePath: path, args: browserFlags });
    await (await browser.newPage()).close();
    await browser.close();
    return undefined;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split("\n")[0];
  }
}

/** @returns {Promise<string | undefined>} Why there is no browser after this; undefined where it worked. */
async function downloadPlaywrightsOwn() {
  const { code, output } = await run("playwright", ["install", "--no-shell", "chromium"], { quiet: true });
  return code === 0 ? undefined : reasonIn(output);
}

/**
 * @param {string} name
 * @returns {Promise<string | undefined>} Why it is not there after this; undefined where it worked.
 */
async function installDebiansPackage(name) {
  if (process.platform !== "linux") return "this is not Linux";
  if (process.getuid?.() !== 0) return "that needs root";
  const update = await run("apt-get", ["update"], { quiet: true });
  if (update.code !== 0) return reasonIn(update.output);
  const install = await run("apt-get", ["install", "-y", "--no-install-recommends", name], {
    quiet: true,
    env: { DEBIAN_FRONTEND: "noninteractive" },
  });
  return install.code === 0 ? undefined : reasonIn(install.output);
}

/** The line that says what went wrong, in the output of a program that failed.
 * @param {string} output */
function reasonIn(output) {
  const lines = output.trim().split("\n");
  return (lines.find((line) => /^(E:|.*\b[Ee]rror\b)/.test(line)) ?? lines.at(-1) ?? "").trim();
}

/** What finding a browser asks of the machine; a test puts its own in place of it. */
const machine = {
  browsersOnThisMachine,
  playwrightsOwn,
  whyNot,
  downloadPlaywrightsOwn,
  installDebiansPackage,
};

/** Chromium without windows, where it is a program of its own. */
const SHELL = "chromium-headless-shell";

/**
 * The Chromium without windows that is on this machine.
 *
 * @param {Record<string, string | undefined>} [env] A browser that is named in it is used for everything.
 * @returns {string | undefined} Its path.
 */
export function shellOnThisMachine(env = process.env) {
  if (env.CHROMIUM_PATH || env.CHROME_PATH) return undefined;
  return (env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, SHELL))
    .find(isProgram);
}

/** What finding one without windows asks of the machine. */
const machineOfShell = { shellOnThisMachine, whyNot, installDebiansPackage };

/**
 * A Chromium without windows, which takes an eighth less of the processor's time. What needs a window or a camera needs the other.
 *
 * @param {typeof machineOfShell} [on]
 * @returns {Promise<string | undefined>} Its path; undefined where there is none that works: it is never missed.
 */
export async function ensureShell(on = machineOfShell) {
  if (on.shellOnThisMachine() === undefined) await on.installDebiansPackage(SHELL);
  const path = on.shellOnThisMachine();
  return path !== undefined && (await on.whyNot(path)) === undefined ? path : undefined;
}

/**
 * A Chromium that opens a page: one that is here, else Playwright's own download, else Debian's package.
 *
 * @param {typeof machine} [on]
 * @param {(line: string) => void} [say]
 * @returns {Promise<string>} Its path.
 * @throws {Error} that lists what was tried and says what to do.
 */
export async function ensureBrowser(on = machine, say = console.log) {
  /** @type {string[]} */
  const tried = [];
  const own = await on.playwrightsOwn();
  const firstThatWorks = async (/** @type {string[]} */ paths) => {
    for (const path of paths) {
      const reason = await on.whyNot(path);
      if (reason === undefined) return path;
      tried.push(`${path === own ? "Playwright's own" : path}: ${reason}`);
    }
    return undefined;
  };

  const present = await firstThatWorks([...on.browsersOnThisMachine(), own]);
  if (present) return present;

  say("No working Chromium here: downloading Playwright's own …");
  const download = await on.downloadPlaywrightsOwn();
  if (download !== undefined) tried.push(`Playwright's download: ${download}`);
  const downloaded = download === undefined ? await firstThatWorks([own]) : undefined;
  if (downloaded) return downloaded;

  say("That did not work: installing the chromium package …");
  const packaged = await on.installDebiansPackage("chromium");
  if (packaged !== undefined) tried.push(`the chromium package: ${packaged}`);
  const installed = packaged === undefined ? await firstThatWorks(on.browsersOnThisMachine()) : undefined;
  if (installed) return installed;

  throw new Error(
    [
      "The end-to-end tests need Chromium or Chrome, and none could be found or installed.",
      ...tried.map((line) => `  - ${line}`),
      "Install one, or set CHROMIUM_PATH to one that you have, and run this again.",
    ].join("\n"),
  );
}
