import { type DuckDBConnection, DuckDBInstance, DuckDBTimestampValue } from "@duckdb/node-api";
import { entityText, type MadeData, type Side } from "../made-data";
import type { Outcome, Task } from "../task";

const JOIN = `
  create or replace temp table training as
  select s.user_id, s.row_id, s.ts, f.sequence, f.amount
  from spine s asof left join features f on s.user_id = f.user_id and s.ts >= f.ts`;

/** DuckDB with the same rows in tables of its own, in memory, on as many threads as it likes. */
export class DuckDbContender {
  static async load(task: Task, data: MadeData): Promise<DuckDbContender> {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const key = task.key === "string" ? "varchar" : "bigint";
    await connection.run(`create table spine (user_id ${key}, row_id bigint, ts timestamp)`);
    await connection.run(
      `create table features (user_id ${key}, sequence bigint, ts timestamp, amount double)`,
    );
    await append(connection, "spine", task, data.spine, false);
    await append(connection, "features", task, data.features, true);
    return new DuckDbContender(connection);
  }

  readonly #connection: DuckDBConnection;

  private constructor(connection: DuckDBConnection) {
    this.#connection = connection;
  }

  /** The join, into a table. */
  async run(): Promise<void> {
    await this.#connection.run(JOIN);
  }

  async outcome(): Promise<Outcome> {
    const sums = await this.#connection.runAndReadAll(
      "select count(*), count(sequence), sum(sequence)::varchar, sum(amount) from training",
    );
    const [rows, matched, sequenceSum, amountSum] = sums.getRowsJS()[0] ?? [];
    const described = await this.#connection.runAndReadAll("describe training");
    const types = described.getRowsJS().map(([name, type]) => `${name} ${TYPES.get(String(type)) ?? type}`);
    return {
      rows: Number(rows),
      matched: Number(matched),
      types: types.join(", "),
      sequenceSum: BigInt(String(sequenceSum)),
      amountSum: Number(amountSum),
    };
  }

  close(): void {
    this.#connection.closeSync();
  }
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ["BIGINT", "int64"],
  ["DOUBLE", "float64"],
  ["VARCHAR", "string"],
  ["TIMESTAMP", "timestamp"],
]);

async function append(connection: DuckDBConnection, table: string, task: Task, side: Side, amounts: boolean) {
  const appender = await connection.createAppender(table);
  for (let row = 0; row < side.entities.length; row++) {
    const entity = side.entities[row] ?? 0;
    if (task.key === "string") appender.appendVarchar(entityText(entity));
    else appender.appendBigInt(BigInt(entity));
    appender.appendBigInt(side.sequence[row] ?? 0n);
    appender.appendTimestamp(new DuckDBTimestampValue(side.timesUs[row] ?? 0n));
    if (amounts) appender.appendDouble(side.amounts[row] ?? 0);
    appender.endRow();
  }
  appender.closeSync();
}
