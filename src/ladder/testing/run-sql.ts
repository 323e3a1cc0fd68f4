import { DuckDBInstance } from "@duckdb/node-api";
import type { JoinInput } from "../../sandbox/join-run";
import type { PlainTables } from "./plain-tables";

/** DuckDB, with the tables of one test at a time. */
export interface SqlRunner {
  /** Loads the two tables of the first rungs. */
  load(tables: PlainTables): Promise<void>;
  /** Per prediction what a query of the first rungs gives, as `cellsOf` writes it. */
  run(query: string): Promise<string[]>;
  /** Runs a written query: per prediction a row number or nothing. */
  runWritten(query: string, input: JoinInput): Promise<(number | null)[]>;
}

export async function openSql(): Promise<SqlRunner> {
  const duckdb = await (await DuckDBInstance.create(":memory:")).connect();
  // Tables are small: threads cost more than they save.
  await duckdb.run("set threads = 1");
  let count = 0;
  const load = async (name: string, columns: string, rows: readonly string[]) => {
    await duckdb.run(`create or replace table ${name} (${columns})`);
    if (rows.length > 0) await duckdb.run(`insert into ${name} values ${rows.join()}`);
  };
  const time = (us: bigint) => `make_timestamp(${us})`;
  return {
    async load({ predictions, payments }) {
      count = predictions.length;
      await load(
        "predictions",
        'row integer, user_id bigint, "at" timestamp',
        predictions.map(({ row, userId, at }) => `(${row}, ${userId}, ${time(at)})`),
      );
      await load(
        "payments",
        "row integer, user_id bigint, ts timestamp, created timestamp",
        payments.map(({ row, userId, ts, created }) => `(${row}, ${userId}, ${time(ts)}, ${time(created)})`),
      );
    },
    async run(query) {
      const answer = await duckdb.runAndReadAll(
        `select p, any_value(r), epoch_us(any_value(t)), count(*) from (${query}) as answers(p, r, t) group by p order by p`,
      );
      const cells = answer
        .getRowsJS()
        .map(([prediction, row, us, rows]) =>
          Number(rows) === 1 ? (row === null ? "none" : `${row} ${us}`) : `${rows} rows for ${prediction}`,
        );
      if (cells.length !== count) throw new RangeError(`${cells.length} of ${count} predictions have a row`);
      return cells;
    },
    async runWritten(query, { predictionsUs, eventTimesUs, knownAtUs, ttlUs }) {
      await load(
        "predictions",
        'row integer, "at" bigint',
        Array.from(predictionsUs, (us, row) => `(${row}, ${us})`),
      );
      await load(
        "events",
        "row integer, event_time bigint, known_at bigint",
        Array.from(eventTimesUs, (us, row) => `(${row}, ${us}, ${knownAtUs[row]})`),
      );
      await load("settings", "ttl bigint", [`(${ttlUs ?? "null"})`]);
      const answer = await duckdb.runAndReadAll(`select * from (${query}) as answers(p, r) order by p`);
      return answer.getRowsJS().map(([, row]) => (row === null ? null : Number(row)));
    },
  };
}
