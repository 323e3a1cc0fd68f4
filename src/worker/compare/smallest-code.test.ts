import "fake-indexeddb/auto";
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance, DuckDBTimestampValue } from "@duckdb/node-api";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anyView, storeWith } from "../../formats/queries/testing/any-view";
import { newFolder } from "../../formats/queries/testing/query-case";
import { CHURN_SAMPLE } from "../../scenario/samples/churn-sample";
import { loadScenario } from "../../scenario/testing/load-scenario";
import { VARIANT_NAMES, type VariantName } from "../../terms/variants";
import type { SmallestExample } from "./compare-results";
import { comparedOf, exampleOf } from "./testing/example-of";

const folder = newFolder();
afterAll(() => rmSync(folder, { recursive: true }));

/** A Python that has pandas and pytest; where there is none, its test is skipped, and counted as such. */
const python = ["python3", "/usr/bin/python3"].find(
  (name) => spawnSync(name, ["-c", "import pandas, pytest"]).status === 0,
);

let duckdb: DuckDBConnection;
/** Some of each variant beside each other, of random stores and of the churn sample. */
const examples: SmallestExample[] = [];

beforeAll(async () => {
  duckdb = await (await DuckDBInstance.create(":memory:")).connect();
  const counts = new Map<VariantName, number>();
  for (const [i, content] of fc.sample(anyView, { numRuns: 30, seed: 20251106 }).entries()) {
    const compared = comparedOf(await storeWith(content), "view");
    for (const [j, below] of VARIANT_NAMES.slice(1).entries()) {
      const above = VARIANT_NAMES[(i + j) % VARIANT_NAMES.length] ?? "own";
      const known = counts.get(below) ?? 0;
      if (above === below || known >= 3) continue;
      for (const spineRow of compared.data.order) {
        const made = exampleOf(compared, { above, below, spineRow, feature: null, blur: i % 2 === 1 });
        if (made === null) continue;
        examples.push(made);
        counts.set(below, known + 1);
        break;
      }
    }
  }
  const { store } = await loadScenario(CHURN_SAMPLE, "churn in small");
  const churn = comparedOf(store, CHURN_SAMPLE.view.name);
  for (const below of ["latest", "ordinary", "calendar_date"] as const) {
    for (const blur of [false, true]) {
      const made = exampleOf(churn, { above: "own", below, spineRow: 0, feature: null, blur });
      if (made !== null) examples.push(made);
    }
  }
  expect(examples.length).toBeGreaterThan(25);
}, 60_000);

test("the query runs as it is in DuckDB, and answers what each join writes", async () => {
  for (const { sql, above, below } of examples) {
    const statements = await duckdb.extractStatements(sql);
    for (let at = 0; at < statements.count - 1; at++) await (await statements.prepare(at)).run();
    const answer = await (await statements.prepare(statements.count - 1)).runAndReadAll();
    expect(answer.columnNames()).toEqual(["written_by", "value"]);
    const values = answer
      .getRows()
      .map(([, value]) => (value instanceof DuckDBTimestampValue ? value.micros : value));
    expect(values, sql).toEqual([...above.values, ...below.values]);
  }
});

test.skipIf(python === undefined)("the test runs as it is in pytest, and passes", () => {
  for (const [i, { pytest }] of examples.entries())
    writeFileSync(join(folder, `test_smallest_example_${i}.py`), pytest);
  const { stdout, stderr } = spawnSync(python ?? "", ["-m", "pytest", "-q", "-p", "no:cacheprovider"], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(`${stdout}${stderr}`.trim().split("\n").at(-1)).toMatch(
    new RegExp(`^${2 * examples.length} passed`),
  );
});

test.skipIf(python === undefined)("the test fails where one join stands for the other", () => {
  const made = examples.at(-1);
  const broken = made?.pytest.replaceAll(
    /written\((\w+)\(\)\)/g,
    (_, name) => `written(${name === "as_of" ? made.below.name : "as_of"}())`,
  );
  writeFileSync(join(folder, "test_swapped.py"), broken ?? "");
  const { stdout } = spawnSync(
    python ?? "",
    ["-m", "pytest", "-q", "-p", "no:cacheprovider", "test_swapped.py"],
    {
      cwd: folder,
      encoding: "utf8",
    },
  );
  expect(stdout.trim().split("\n").at(-1)).toMatch(/^2 failed/);
});
