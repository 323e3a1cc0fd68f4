// The lockfile fits package.json, is complete for every platform, and names no host: whoever installs chooses the registry.
import { readFileSync } from "node:fs";
import { installState } from "./install.mjs";

/** @type {Record<string, { version?: string, resolved?: string, optionalDependencies?: Record<string, string> }>} */
const packages = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;

/** Where Node would find a package, from the inside out: `a/node_modules/b` looks in itself, then in `a`, then at the top.
 * @param {string} from
 * @param {string} name */
function isFound(from, name) {
  for (let folder = from; ; ) {
    if (packages[`${folder}${folder && "/"}node_modules/${name}`]) return true;
    if (folder === "") return false;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1));
  }
}

const withHost = Object.keys(packages).filter((path) => /^https?:/.test(packages[path]?.resolved ?? ""));

// npm leaves out binaries for other platforms where it could not see them, and then `npm ci` refuses the lockfile.
const leftOut = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies).filter((name) => !isFound(path, name)),
);

const findings = [
  ...withHost.map((path) => `package-lock.json names a host for ${path}; .npmrc should have kept it out.`),
  ...leftOut.map((name) => `package-lock.json has no entry for ${name}: npm ci will refuse it.`),
  ...(installState(process.cwd()) === "mismatch"
    ? ["package.json and package-lock.json name different dependencies: run `npm install`."]
    : []),
];
for (const finding of findings) console.log(finding);
process.exitCode = findings.length === 0 ? 0 : 1;
