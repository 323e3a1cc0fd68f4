import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { PlainTables } from "./plain-tables";

/** Runs queries over the two tables of a test, in DuckDB. */
export interface SqlRunner {
  load(tables: PlainTables): Promise<void>;
  /** Per prediction what the query gives, as `cellsOf` writes it. */
  run(query: string): Promise<string[]>;
}

export async function openSql(): Promise<SqlRunner> {
  const duckdb: DuckDBConnection = await (await DuckDBInstance.create(":memory:")).connect();
  let count = 0;
  const time = (us: bigint) => `make_timestamp(${us})`;
  const load = async (name: string, columns: string, rows: readonly string[]) => {
    await duckdb.run(`create or replace table ${name} (${columns})`);
    if (rows.length > 0) await duckdb.run(`insert into ${name} values ${rows.join()}`);
  };
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
  };
}
