// Imports go one way. The rules are in .dependency-cruiser.mjs; this script makes sure that they see every import.
// dependency-cruiser cannot parse TypeScript without the API of TypeScript 6: it would list no modules, or miss some
// imports, and exit with 0. So it is shown the imports alone, which swc has found, and must come to the same list.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { writeImportStubs } from "./import-stubs.mjs";
import { run } from "./run.mjs";

const { folder, imports } = await writeImportStubs();
const rules = join(process.cwd(), ".dependency-cruiser.mjs");
const { output } = await run("depcruise", ["src", "--config", rules, "--output-type", "json"], {
  quiet: true,
  cwd: folder,
});
rmSync(folder, { recursive: true });

/** @type {{ modules: { source: string, dependencies: { module: string }[] }[],
 *   summary: { violations: { rule: { name: string }, from: string, to: string, cycle?: { name: string }[] }[] } }} */
let report;
try {
  report = JSON.parse(output);
} catch {
  // Not a report: what dependency-cruiser printed instead is the error message.
  console.log(output);
  process.exit(1);
}

const { violations } = report.summary;
for (const { rule, from, to, cycle } of violations) {
  const way = cycle ? [from, ...cycle.map((step) => step.name)].join(" → ") : `${from} → ${to}`;
  console.log(`${rule.name}: ${way}`);
}

const seen = new Map(
  report.modules.map((module) => [module.source, new Set(module.dependencies.map((to) => to.module))]),
);
const unseen = [...imports].flatMap(([path, named]) =>
  seen.has(path)
    ? named
        .filter((name) => !seen.get(path)?.has(name.replace(/^node:/, "")))
        .map((name) => `not seen: ${path} → ${name}`)
    : [`not seen: ${path}`],
);
for (const line of unseen) console.log(line);

const total = [...imports.values()].reduce((sum, named) => sum + named.length, 0);
console.log(`${imports.size} modules, ${total} imports, ${violations.length} violations`);
if (total === 0) console.log("Nothing was checked.");
process.exitCode = violations.length > 0 || unseen.length > 0 || total === 0 ? 1 : 0;
