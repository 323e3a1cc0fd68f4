import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./run.mjs";

/** Debian's packages. Elsewhere there is no WebKit that can be driven, and Firefox is only used where it is found. */
const PACKAGES = ["firefox-esr", "webkit2gtk-driver", "xvfb", "xauth"];

/**
 * The other browsers that are on this machine. They are only found here, not tried.
 *
 * @param {Record<string, string | undefined>} [env]
 * @returns {{ firefox: string | null, webkit: { driver: string, browser: string } | null }} Absolute paths. WebKit is
 *   driven on a screen of its own, so that without `xvfb-run` there is none.
 */
export function otherBrowsersOnThisMachine(env = process.env) {
  const onPath = (/** @type {string[]} */ ...names) =>
    (env.PATH ?? "")
      .split(delimiter)
      .flatMap((folder) => names.map((name) => join(folder, name)))
      .find((path) => existsSync(path)) ?? null;
  const driver = onPath("WebKitWebDriver");
  const browser = miniBrowser();
  return {
    firefox: env.FIREFOX_PATH || onPath("firefox-esr", "firefox"),
    webkit: driver !== null && browser !== null && onPath("xvfb-run") !== null ? { driver, browser } : null,
  };
}

/** Where Debian puts WebKitGTK's browser: /usr/lib/<machine>/webkit2gtk-4.1/MiniBrowser. */
function miniBrowser() {
  const folders = existsSync("/usr/lib") ? readdirSync("/usr/lib").map((name) => join("/usr/lib", name)) : [];
  return (
    folders
      .flatMap((folder) =>
        ["4.1", "4.0"].map((version) => join(folder, `webkit2gtk-${version}`, "MiniBrowser")),
      )
      .find((path) => existsSync(path)) ?? null
  );
}

/**
 * Installs what is missing, where that can be done without asking: Debian's packages, as root.
 *
 * @param {typeof otherBrowsersOnThisMachine} [find]
 * @param {(line: string) => void} [say]
 */
export async function ensureOtherBrowsers(find = otherBrowsersOnThisMachine, say = console.log) {
  const { firefox, webkit } = find();
  if (firefox !== null && webkit !== null) return;
  const why = await installPackages(say);
  if (why !== undefined) say(`Not all other browsers could be installed: ${why}.`);
}

/** @param {(line: string) => void} say
 * @returns {Promise<string | undefined>} Why that did not work. */
async function installPackages(say) {
  if (process.platform !== "linux") return "this is not Linux";
  if (process.getuid?.() !== 0) return "that needs root";
  say(`Installing ${PACKAGES.join(", ")} …`);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const update = await run("apt-get", ["update"], { quiet: true });
  if (update.code !== 0) return "apt-get update failed";
  const install = await run("apt-get", ["install", "-y", "--no-install-recommends", ...PACKAGES], {
    quiet: true,
    env,
  });
  return install.code === 0 ? undefined : `apt-get install ended with exit code ${install.code}`;
}
