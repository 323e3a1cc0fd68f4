// A file that must be scrolled and a folder that must be searched hide what they hold.
import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { filesUnder, isTest } from "./source-files.mjs";

const longestFile = 400; // lines
const fullestFolder = 24; // files, tests not counted

const paths = ["src", "scripts", "e2e", "bench"].filter((folder) => existsSync(folder)).flatMap(filesUnder);

const code = paths.filter((path) => /\.([cm]?[jt]sx?|css|py)$/.test(path) && !/\.generated\./.test(path));
const tooLong = code
  .map((path) => ({ path, lines: readFileSync(path, "utf8").split("\n").length - 1 }))
  .filter(({ lines }) => lines > longestFile)
  .map(({ path, lines }) => `${path} has ${lines} lines; ${longestFile} is the limit.`);

/** @type {Map<string, number>} */
const counts = new Map();
// The pictures that visual tests compare with stand beside their test, and belong to it.
for (const path of paths.filter((path) => !isTest(path) && !/-snapshots\//.test(path))) {
  counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
}
const tooFull = [...counts]
  .filter(([, count]) => count > fullestFolder)
  .map(
    ([folder, count]) => `${folder} holds ${count} files; ${fullestFolder} is the limit, tests not counted.`,
  );

const findings = [...tooLong, ...tooFull];
for (const finding of findings) console.log(finding);
console.log(`${code.length} files, ${counts.size} folders, ${findings.length} over the limit`);
process.exitCode = findings.length === 0 && code.length > 0 ? 0 : 1;
