import { propertyRuns } from "../../microfs/testing/property-runs";
import "fake-indexeddb/auto";
import { rmSync } from "node:fs";
import { type DuckDBConnection, DuckDBInstance, DuckDBTimestampValue } from "@duckdb/node-api";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CHURN_SAMPLE } from "../../scenario/samples/churn-sample";
import { DEMO_SAMPLE } from "../../scenario/samples/demo-sample";
import { loadScenario } from "../../scenario/testing/load-scenario";
import { anyView, storeWith } from "./testing/any-view";
import { type Expected, newFolder, type QueryCase, queryCase, writeFiles } from "./testing/query-case";

const folder = newFolder();
afterAll(() => rmSync(folder, { recursive: true }));

let duckdb: DuckDBConnection;
beforeAll(async () => {
  duckdb = await (await DuckDBInstance.create(":memory:")).connect();
  await duckdb.run(`set file_search_path = '${folder}'`);
});

const TYPES: Record<string, string> = {
  BIGINT: "int64",
  DOUBLE: "float64",
  VARCHAR: "string",
  BOOLEAN: "bool",
  TIMESTAMP: "timestamp",
};

/** Runs a case's query as it is, beside the files it reads, and gives what its last statement answers. */
async function run(given: QueryCase): Promise<Expected> {
  const statements = await duckdb.extractStatements(writeFiles(given, "duckdb", folder));
  for (let at = 0; at < statements.count - 1; at++) await (await statements.prepare(at)).run();
  const answer = await (await statements.prepare(statements.count - 1)).runAndReadAll();
  const types = answer.columnTypes().map((type) => TYPES[String(type)] ?? String(type));
  return {
    columns: Object.fromEntries(answer.columnNames().map((name, at) => [name, types[at] ?? ""])),
    rows: answer
      .getRows()
      .map((row) =>
        row.map((cell) =>
          cell instanceof DuckDBTimestampValue ? cell.micros : (cell as Expected["rows"][0][0]),
        ),
      ),
  };
}

test("microFS's demo, in DuckDB", async () => {
  const { store } = await loadScenario(DEMO_SAMPLE, "demo in duckdb");
  const given = await queryCase(store, DEMO_SAMPLE.view.name);
  const answer = await run(given);
  expect(answer.rows.map(([user, count, , spend]) => [user, count, spend])).toEqual([
    [1n, 10n, null],
    [2n, 5n, null],
    [2n, 15n, 50],
    [1n, 20n, 100.5],
  ]);
  expect(answer).toEqual(given.expected);
});

test("the churn sample, in DuckDB: 6 013 rows, cell by cell", async () => {
  const { store } = await loadScenario(CHURN_SAMPLE, "churn in duckdb");
  const given = await queryCase(store, CHURN_SAMPLE.view.name);
  expect(given.expected.rows).toHaveLength(6013);
  expect(await run(given)).toEqual(given.expected);
});

test("any view of any small store, in DuckDB: every direction, clock, TTL, delay, tie, null key and odd name", async () => {
  let cells = 0;
  await fc.assert(
    fc.asyncProperty(anyView, async (content) => {
      const given = await queryCase(await storeWith(content), "view");
      expect(await run(given)).toEqual(given.expected);
      cells += given.expected.rows.length;
    }),
    propertyRuns(200, 20251105),
  );
  expect(cells).toBeGreaterThan(500);
});
