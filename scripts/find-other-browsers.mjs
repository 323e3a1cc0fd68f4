import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./run.mjs";

/** @typedef {{ firefox: string | null, webkit: { driver: string, browser: string } | null }} OtherBrowsers */

/** Debian's packages. Elsewhere there is no WebKit that can be driven, and Firefox is used where it is found. */
const packages = ["firefox-esr", "webkit2gtk-driver", "xvfb", "xauth"];

/**
 * The other browsers that are on this machine. They are only found here, not tried.
 *
 * @param {Record<string, string | undefined>} [env]
 * @param {string} [libraries] The folder in which Debian keeps what belongs to one kind of machine.
 * @returns {OtherBrowsers} Absolute paths. WebKit needs a screen to be drawn on: without `xvfb-run` there is none.
 */
export function otherBrowsersOnThisMachine(env = process.env, libraries = "/usr/lib") {
  const onPath = (/** @type {string[]} */ ...names) =>
    (env.PATH ?? "")
      .split(delimiter)
      .flatMap((folder) => names.map((name) => join(folder, name)))
      .find((path) => existsSync(path)) ?? null;
  const driver = onPath("WebKitWebDriver");
  const browser = miniBrowser(libraries);
  const hasScreen = onPath("xvfb-run") !== null;
  return {
    firefox: env.FIREFOX_PATH || onPath("firefox-esr", "firefox"),
    webkit: driver !== null && browser !== null && hasScreen ? { driver, browser } : null,
  };
}

/** WebKitGTK's own small browser, on Debian /usr/lib/<machine>/webkit2gtk-4.1/MiniBrowser.
 * @param {string} libraries */
function miniBrowser(libraries) {
  const machines = existsSync(libraries) ? readdirSync(libraries) : [];
  return (
    machines
      .flatMap((machine) =>
        ["4.1", "4.0"].map((version) => join(libraries, machine, `webkit2gtk-${version}`)),
      )
      .map((folder) => join(folder, "MiniBrowser"))
      .find((path) => existsSync(path)) ?? null
  );
}

/** @returns {Promise<string | undefined>} Why they are not installed after this; undefined where it worked. */
async function installDebiansPackages() {
  if (process.platform !== "linux") return "this is not Linux";
  if (process.getuid?.() !== 0) return "that needs root";
  const update = await run("apt-get", ["update"], { quiet: true });
  if (update.code !== 0) return "apt-get update failed";
  const install = await run("apt-get", ["install", "-y", "--no-install-recommends", ...packages], {
    quiet: true,
    env: { DEBIAN_FRONTEND: "noninteractive" },
  });
  return install.code === 0 ? undefined : `apt-get install ended with exit code ${install.code}`;
}

/** What this asks of the machine; a test puts its own in place of it. */
const machine = { otherBrowsersOnThisMachine, installDebiansPackages };

/**
 * Installs the other browsers where one is missing and that can be done. What is missing after that is no failure: its
 * test is skipped, and says why.
 *
 * @param {typeof machine} [on]
 * @param {(line: string) => void} [say]
 */
export async function ensureOtherBrowsers(on = machine, say = console.log) {
  const { firefox, webkit } = on.otherBrowsersOnThisMachine();
  if (firefox !== null && webkit !== null) return;
  say(`Installing ${packages.join(", ")} …`);
  const reason = await on.installDebiansPackages();
  if (reason !== undefined) say(`They could not be installed: ${reason}.`);
}
