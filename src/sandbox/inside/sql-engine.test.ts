import { createRequire } from "node:module";
import { createDuckDB, NODE_RUNTIME, VoidLogger } from "@duckdb/duckdb-wasm/blocking";
import { beforeAll, describe, expect, test } from "vitest";
import type { JoinInput } from "../join-run";
import { type Answers, type Engine, ProgramFailure } from "./engine";
import { sqlEngine } from "./sql-engine";

const wasm = createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm");

let engine: Engine;
beforeAll(async () => {
  const bundle = { mainModule: wasm, mainWorker: wasm };
  const duckdb = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), NODE_RUNTIME);
  engine = sqlEngine(await duckdb.instantiate());
});

/** Asked at 10, 20 and 5; events at 7, 9 and 15, the second known at 12 only. */
const INPUT = {
  predictionsUs: BigInt64Array.of(10n, 20n, 5n),
  eventTimesUs: BigInt64Array.of(7n, 9n, 15n),
  knownAtUs: BigInt64Array.of(7n, 12n, 15n),
  ttlUs: null,
};

async function run(source: string, input: JoinInput = INPUT) {
  return (await engine.read(source, () => undefined))(input);
}

/** What a reader is told, and the line. */
async function failureOf(source: string): Promise<[string, number | null] | Answers> {
  try {
    return await run(source);
  } catch (error) {
    if (!(error instanceof ProgramFailure)) throw error;
    return [error.message, error.line];
  }
}

const RIGHT = `SELECT p.row, arg_max(e.row, (e.event_time, e.row))
FROM predictions p CROSS JOIN settings s LEFT JOIN events e
  ON e.event_time <= p.at AND e.known_at <= p.at AND (s.ttl IS NULL OR p.at - e.event_time <= s.ttl)
GROUP BY p.row`;

describe("a query", () => {
  test("gives a row per prediction, and is given the TTL", async () => {
    expect(await run(RIGHT)).toEqual([0, 2, null]);
    expect(await run(RIGHT, { ...INPUT, ttlUs: 5n })).toEqual([0, 2, null]);
    expect(await run(RIGHT, { ...INPUT, ttlUs: 2n })).toEqual([null, null, null]);
  });

  test("may give its rows in any order, leave some out, and number them by BIGINT", async () => {
    expect(
      await run("SELECT row::BIGINT, 1::BIGINT FROM predictions WHERE row <> 1 ORDER BY row DESC;"),
    ).toEqual([1, null, 1]);
  });

  test("finds tables without rows", async () => {
    const none = new BigInt64Array();
    expect(await run(RIGHT, { ...INPUT, eventTimesUs: none, knownAtUs: none })).toEqual([null, null, null]);
    expect(await run(RIGHT, { ...INPUT, predictionsUs: none })).toEqual([]);
  });

  test("keeps whole microseconds that no double holds", async () => {
    const at = 9_007_199_254_740_993n;
    const input = {
      predictionsUs: BigInt64Array.of(at),
      eventTimesUs: BigInt64Array.of(at, at + 1n),
      knownAtUs: BigInt64Array.of(at, at + 1n),
      ttlUs: 0n,
    };
    expect(await run(RIGHT, input)).toEqual([0]);
  });

  test("that gives a text gives it between quotes", async () => {
    expect(await run("SELECT row, '0' FROM predictions;")).toEqual(Array(3).fill({ text: "'0', a text" }));
  });

  test("finds nothing of the run before", async () => {
    await expect(run("CREATE TABLE kept AS SELECT 1 AS x")).rejects.toThrow("one query");
    expect((await failureOf("SELECT row, NULL FROM predictions, kept"))[0]).toMatch(/kept does not exist/);
  });
});

test.each([
  ["SELECT p.row,\nFROM\nWHERE p", /syntax error/, 3],
  ["SELECT p.row,\n  q.x FROM predictions p", /"q" not found/, 2],
  ["SELECT row FROM predictions", /^Your query gives 1 column\. It must give two/, null],
  ["SELECT p.row, e.row FROM predictions p, events e", /more than one row for the prediction of row/, null],
  ["SELECT 7, NULL", /first column of your query has 7, which is no row of predictions: 0 to 2/, null],
  ["SELECT NULL, 1", /has NULL, which is no row/, null],
  // As many rows as there are in the world: no more are read than can be right.
  ["SELECT 0, range FROM range(10000000000)", /more than one row/, null],
  ["SELECT * FROM read_csv('http://elsewhere.test/x.csv')", /disabled|Permission/, 1],
  ["ATTACH 'x.db'", /disabled|Permission/, null],
  ["COPY events TO 'x.csv'", /disabled|Permission/, null],
  ["SET enable_external_access = true", /lock|Cannot/, null],
  ["", /^There is no query yet/, null],
  ["-- not yet\n/* nor here */", /^There is no query yet/, null],
  ["SELECT row, NULL FROM predictions; SELECT 0, NULL", /^Write one query \(SELECT …\)/, null],
  ["DROP TABLE events", /^Write one query/, null],
  ["CREATE TABLE more (x INTEGER)", /^Write one query/, null],
  ["INSERT INTO events VALUES (1, 1, 1)", /^Write one query/, null],
  [
    "SELECT 'a', 1 FROM predictions",
    /^The first column of your query has 'a', a text, which is no row/,
    null,
  ],
])("of %j a reader is told %s, line %s", async (source, message, line) => {
  expect(await failureOf(source)).toEqual([expect.stringMatching(message), line]);
});
