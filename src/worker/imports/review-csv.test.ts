import { expect, test } from "vitest";
import type { CsvPlan } from "../../formats/csv/csv-plan";
import { sniffCsv } from "../../formats/csv/sniff-csv";
import { fitTimes, reviewCsv } from "./review-csv";

async function draft(text: string): Promise<{ file: Blob; plan: CsvPlan }> {
  const file = new Blob([text]);
  return { file, plan: (await sniffCsv(file)).plan };
}

test("a corrected column is described as it is read now", async () => {
  const { file, plan } = await draft("user_id,at,n\n1,2025-01-01,3\n2,2025-01-02,4.5\n");
  const columns = plan.columns.map((column) =>
    column.name === "n" ? { ...column, type: "int64" as const } : column,
  );
  const { findings, preview } = await reviewCsv(file, { ...plan, columns });
  expect(findings.map(({ name, unreadable }) => [name, unreadable])).toEqual([
    ["user_id", 0],
    ["at", 0],
    ["n", 1],
  ]);
  expect(preview.map(({ problem }) => problem?.column)).toEqual([undefined, "n"]);
});

test.each([
  ["2025-01-31", "iso", false],
  ["31/01/2025", "day_first", false],
  ["01/31/2025", "month_first", false],
  ["03/04/2025", "day_first", true],
])("among words, times like %s are found as %s; asked: %s", async (time, format, isAsked) => {
  const { file, plan } = await draft(`user_id,at\n1,${time}\n2,soon\n3,later\n`);
  const fit = await fitTimes(file, plan, "at");
  expect([fit.time, fit.question !== null]).toEqual([format, isAsked]);
});
