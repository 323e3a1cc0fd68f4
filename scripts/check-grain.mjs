// Grain: a file that must be scrolled and a folder that must be searched hide what they hold, and so does an idea that is
// spread over files too small to stand alone.
import { existsSync, readFileSync } from "node:fs";
import { dirname, posix } from "node:path";
import { filesUnder, isTest } from "./source-files.mjs";

const longestFile = 400; // lines
const fullestFolder = 24; // files, tests not counted
const shortestFile = 40; // lines, where one other file alone imports it

const paths = ["src", "scripts", "e2e", "bench"].filter((folder) => existsSync(folder)).flatMap(filesUnder);
const code = paths.filter((path) => /\.([cm]?[jt]sx?|css|py)$/.test(path) && !/\.generated\./.test(path));
const lines = new Map(code.map((path) => [path, readFileSync(path, "utf8").split("\n").length - 1]));

const tooLong = code
  .filter((path) => linesOf(path) > longestFile)
  .map((path) => `${path} has ${linesOf(path)} lines; ${longestFile} is the limit.`);

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

const production = code.filter((path) => /^src\/.*\.tsx?$/.test(path) && !isTest(path));
const { importers, alone } = importsOf(production);
const tooSmall = production.flatMap((path) => {
  const [by, ...others] = importers.get(path) ?? [];
  const isSmall = linesOf(path) < shortestFile && by !== undefined && others.length === 0;
  if (!isSmall || alone.has(path) || hasTest(path)) return [];
  return [
    `${path} has ${linesOf(path)} lines and only ${by} imports it: it belongs there, or needs a test of its own.`,
  ];
});

const findings = [...tooLong, ...tooFull, ...tooSmall];
for (const finding of findings) console.log(finding);
const lengths = production.map(linesOf).sort((a, b) => a - b);
console.log(
  `${code.length} files, ${counts.size} folders; in src ${production.length} of production, their median ${lengths[lengths.length >> 1]} lines; ${findings.length} against the grain`,
);
process.exitCode = findings.length === 0 && production.length > 0 ? 0 : 1;

/** @param {string} path */
function linesOf(path) {
  return lines.get(path) ?? 0;
}

/** @param {string} path */
function hasTest(path) {
  const base = path.replace(/\.tsx?$/, "");
  return existsSync(`${base}.test.ts`) || existsSync(`${base}.test.tsx`);
}

/**
 * Who imports whom.
 *
 * @param {string[]} files
 * @returns {{ importers: Map<string, string[]>, alone: Set<string> }} `alone`: what is loaded on demand, or is a worker.
 */
function importsOf(files) {
  const known = new Set(files);
  /** @type {Map<string, string[]>} */
  const importers = new Map();
  /** @type {Set<string>} */
  const alone = new Set();
  for (const from of files) {
    for (const [, how = "", specifier = ""] of readFileSync(from, "utf8").matchAll(
      /(import\(\s*|from\s+|import\s+|new URL\(\s*)"(\.[^"]+)"/g,
    )) {
      const base = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ""));
      const to = [base, `${base}.ts`, `${base}.tsx`].find((path) => known.has(path));
      if (to === undefined) continue;
      if (/[(]/.test(how) || /\?(worker|program)/.test(specifier)) alone.add(to);
      importers.set(to, [...new Set([...(importers.get(to) ?? []), from])]);
    }
  }
  return { importers, alone };
}
