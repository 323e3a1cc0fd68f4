import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "./run.mjs";

const oldestNode = [20, 19];

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

/**
 * What is installed, compared with what the lockfile asks for.
 *
 * @param {string} [folder] The project's folder.
 * @returns {"current" | "missing" | "stale" | "mismatch"} `mismatch`: package.json and the lockfile disagree,
 *   which no installation can mend.
 */
export function installState(folder = root) {
  const lock = readJson(join(folder, "package-lock.json"));
  const wanted = readJson(join(folder, "package.json"));
  for (const kind of ["dependencies", "devDependencies"]) {
    const locked = lock.packages[""][kind] ?? {};
    const named = wanted[kind] ?? {};
    const names = new Set([...Object.keys(locked), ...Object.keys(named)]);
    for (const name of names) if (locked[name] !== named[name]) return "mismatch";
  }
  // npm writes this file last, so that an interrupted installation does not have it.
  const record = join(folder, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return "missing";
  const installed = readJson(record).packages;
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === "") continue;
    const there = installed[path];
    // Binaries for other platforms are in the lockfile and rightly not on this disk.
    if (there ? there.version !== entry.version : !entry.optional) return "stale";
  }
  return "current";
}

/**
 * Installs the dependencies of the lockfile where they are missing or stale.
 *
 * @throws {Error} where Node is too old, the lockfile does not fit package.json, or npm fails.
 */
export async function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new Error(
      `microFS needs Node ${oldestNode.join(".")} or newer; this is ${process.versions.node}. Install a newer Node and run this again.`,
    );
  }
  const state = installState();
  if (state === "mismatch") {
    throw new Error(
      "package.json and package-lock.json name different dependencies. Run `npm install` and commit the lockfile it writes.",
    );
  }
  if (state === "current") return;
  console.log(state === "missing" ? "Installing dependencies …" : "Dependencies changed: installing …");
  // npm fails without an installation where the lockfile does not fit package.json.
  const { code } = await run("npm", ["ci", "--no-audit", "--no-fund"]);
  if (code !== 0) {
    throw new Error(
      `npm ci failed with exit code ${code}; what it said stands above. Where it speaks of the lockfile, run \`npm install\`.`,
    );
  }
}
