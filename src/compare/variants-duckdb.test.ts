import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { propertyRuns } from "../microfs/testing/property-runs";
import { type PlainView, plainView, viewOfPlain } from "./testing/plain-view";
import { viewVariant } from "./variant";
import { variantTable } from "./variant-table";

let duckdb: DuckDBConnection;
beforeAll(async () => {
  duckdb = await (await DuckDBInstance.create(":memory:")).connect();
});

async function load(name: string, columns: string, rows: readonly string[]): Promise<void> {
  await duckdb.run(`create or replace table ${name} (${columns})`);
  if (rows.length > 0) await duckdb.run(`insert into ${name} values ${rows.join()}`);
}

async function loadView({ spine, joins }: PlainView): Promise<void> {
  const time = (us: bigint) => `make_timestamp(${us})`;
  await load(
    "spine",
    "row integer, user bigint, t timestamp",
    spine.map(({ key, t }, row) => `(${row}, ${key}, ${time(t)})`),
  );
  for (const [number, { rows }] of joins.entries()) {
    await load(
      `group${number}`,
      "row integer, user bigint, happened timestamp",
      rows.map(({ key, event }, row) => `(${row}, ${key}, ${time(event)})`),
    );
  }
}

/** Every row of the joined table as the numbers of the rows that made it; sorted, so that the order is not asked for. */
const sorted = (rows: readonly (readonly number[])[]) => rows.map((row) => row.join()).sort();

/** As a person would write either join. */
const ON = {
  ordinary: (group: string) => `s.user = ${group}.user`,
  calendar_date: (group: string) =>
    `s.user = ${group}.user and cast(s.t as date) = cast(${group}.happened as date)`,
} as const;

/** DuckDB's timestamps reach from 290309 BC, its dates further: all of ours are within. */
test.each(["ordinary", "calendar_date"] as const)(
  "%s: the joined rows are those of DuckDB's left joins, several joins multiplying",
  async (name) => {
    await fc.assert(
      fc.asyncProperty(plainView, async (given) => {
        await loadView(given);
        const groups = given.joins.map((_, number) => `group${number}`);
        const answer = await duckdb.runAndReadAll(
          `select s.row, ${groups.map((group) => `coalesce(${group}.row, -1)`).join()} from spine s
          ${groups.map((group) => `left join ${group} on ${ON[name](group)}`).join(" ")}`,
        );
        const data = viewOfPlain(given);
        const table = variantTable(
          data,
          viewVariant(
            name,
            data.joins.map(({ join }) => join.rule),
          ),
        );
        const { trainingRows, joins } = table.rowsAt(
          Float64Array.from({ length: table.numRows }, (_, i) => i),
        );
        const ours = Array.from(trainingRows, (trainingRow, at) => [
          data.order[trainingRow] ?? -1,
          ...joins.map((join) => join[at] ?? -2),
        ]);
        const theirs = answer.getRowsJS().map((row) => row.map(Number));
        expect(sorted(ours)).toEqual(sorted(theirs));
      }),
      propertyRuns(60),
    );
  },
);
