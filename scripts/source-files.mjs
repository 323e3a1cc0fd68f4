import { readdirSync } from "node:fs";
import { join } from "node:path";

const notOurs = new Set(["node_modules", "dist", "test-results", "playwright-report", "coverage"]);

/**
 * Every file under a folder, depth first, in the order of names; nothing that tools install or write.
 *
 * @param {string} folder
 * @returns {string[]} Paths that start with `folder`, with `/` between their parts.
 */
export function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (notOurs.has(entry.name) || entry.name.startsWith(".")) return [];
      const path = join(folder, entry.name).replaceAll("\\", "/");
      return entry.isDirectory() ? filesUnder(path) : [path];
    });
}

/** Whether a file is a test or serves only tests.
 * @param {string} path */
export const isTest = (path) => /\.(test|spec)\.[cm]?[jt]sx?$|(^|\/)(testing|oracle)\//.test(path);
