import { expect, test } from "vitest";
import { LossCount } from "../count-losses";
import { changedPlan } from "../csv-plan";
import { readCsv } from "../read-csv";
import { sniffCsv } from "../sniff-csv";
import { readText } from "../testing/csv-rows";

/* Files whose last rows are unlike the first 256 kB, from which they are proposed: nothing of them is lost in silence. */

const ROWS = 20_000;

function file(names: string, row: (n: number) => string, ...late: string[]): string {
  return `${[names, ...Array.from({ length: ROWS }, (_, n) => row(n)), ...late].join("\n")}\n`;
}

async function outcomeOf(text: string) {
  const blob = new Blob([text]);
  const { plan, questions } = await sniffCsv(blob);
  const losses = new LossCount(plan);
  const rejected: Array<[line: number, column: string, value: string]> = [];
  let rows = 0;
  for await (const batch of readCsv(blob, plan)) {
    losses.add(batch);
    rows += batch.lines.length;
    for (const { line, column, value } of batch.rejected) rejected.push([line, column, value]);
  }
  return {
    plan,
    questions,
    rows,
    rejected,
    losses: losses.losses.map(({ column, kind, cells, examples }) => [
      column,
      kind,
      cells,
      examples[0]?.text,
    ]),
  };
}

test("the order of day and month is asked where the rows that settle it come last, and each answer tells its rows", async () => {
  const day = (n: number) => String((n % 12) + 1).padStart(2, "0");
  const text = file(
    "member,visit_date,spend",
    (n) => `${n % 40},${day(n)}/${day(n * 7)}/2024,${n % 50}`,
    "3,25/03/2024,7",
  );
  const { plan, questions, rows, rejected } = await outcomeOf(text);
  expect(
    questions.map((question) => question.choices.map(({ label }) => label.replace(/^.*: /, ""))),
  ).toEqual([["the day comes first", "the month comes first"]]);
  expect([rows, rejected]).toEqual([ROWS + 1, []]);
  const monthFirst = changedPlan(plan, questions[0]?.choices[1]?.change ?? {});
  const other = await readText(text, monthFirst);
  expect([other.rows.length, other.rejected.map(({ line, value }) => [line, value])]).toEqual([
    ROWS,
    [[ROWS + 2, "25/03/2024"]],
  ]);
});

test("codes that get leading zeros late are told as a loss", async () => {
  const { rows, rejected, losses } = await outcomeOf(
    file(
      "zip,at,n",
      (n) => `${10_000 + (n % 80_000)},2024-01-01,${n}`,
      "07307,2024-02-01,1",
      "02138,2024-02-01,2",
    ),
  );
  expect([rows, rejected, losses]).toEqual([ROWS + 2, [], [["zip", "leading_zeros", 2, "07307"]]]);
});

test("decimals that come late are told, row by row", async () => {
  const { rows, rejected } = await outcomeOf(
    file("id,at,amount", (n) => `${n % 9},2024-01-01,${n}`, "1,2024-02-01,12.5", "2,2024-02-01,0.25"),
  );
  expect([rows, rejected]).toEqual([
    ROWS,
    [
      [ROWS + 2, "amount", "12.5"],
      [ROWS + 3, "amount", "0.25"],
    ],
  ]);
});

test("19 digits that come late in a column of decimals are told as a loss", async () => {
  const { rows, losses } = await outcomeOf(
    file(
      "id,at,ref",
      (n) => `${n % 50},2024-01-01,${n / 4}`,
      "1,2024-02-01,1294030472427835393",
      "2,2024-02-01,1294030472427835394",
    ),
  );
  expect([rows, losses]).toEqual([ROWS + 2, [["ref", "digits", 2, "1294030472427835393"]]]);
});
