import { expect, test } from "vitest";
import { type CsvPlan, changedPlan } from "../../formats/csv/csv-plan";
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

test.each([
  ["20240115", "yyyymmdd"],
  ["20240115103000", "yyyymmddhhmmss"],
  ["1705312800", "epoch_s"],
  ["1705312800.5", "epoch_s"],
  ["1705312800123", "epoch_ms"],
  ["1705312800123456", "epoch_us"],
  ["1705312800123456000", "epoch_ns"],
  ["45383", "spreadsheet_days"],
  ["15 Jan 2024 10:30", "month_name"],
  // None of them is plausible: the first that reads it, for a person to look at.
  ["1234", "epoch_s"],
])("numbers like %s, chosen as times, are found as %s by what is plausible", async (number, format) => {
  const { file, plan } = await draft(`user_id,x\n1,${number}\n2,${number}\n`);
  expect(await fitTimes(file, plan, "x")).toEqual({ time: format, question: null });
});

test("notes are of the plan as it is: none outlives the correction that makes it false", async () => {
  const { file, plan } = await draft("user_id,asked_at\n1,2025-01-01\n2,soon\n1,2025-01-03\n2,later\n");
  const textsOf = async (now: CsvPlan) => (await reviewCsv(file, now)).notes.map(({ code }) => code);
  expect(await textsOf(plan)).toEqual(["mixed_column", "no_event_time"]);
  const asTime = changedPlan(plan, {
    eventTime: "asked_at",
    columns: { asked_at: { type: "timestamp", time: "iso" } },
  });
  expect(await textsOf(asTime)).toEqual(["unreadable_cells", "no_hours"]);
  const without = changedPlan(plan, { columns: { asked_at: { included: false } } });
  expect(await textsOf(without)).toEqual(["no_event_time"]);
});

test("each way that a note offers can be gone, and changes what the note says", async () => {
  const { file, plan } = await draft(
    "at,kind,n,rate,far\n2025-01-01, a,1.5,5%,1736899200\n2025-01-02, b,x,6%,1736899201\n2025-01-03, b,2.5,7%,1736899202\n",
  );
  const { notes } = await reviewCsv(file, plan);
  const offers = notes
    .flatMap((note) => (note.offers ?? []).map((offer) => ({ note, offer })))
    // A delay is the group's: it is no part of the plan.
    .filter(({ offer }) => offer.delay === undefined);
  expect(offers.length).toBeGreaterThan(4);
  for (const { note, offer } of offers) {
    const changed = changedPlan(plan, offer.change);
    const after = (await reviewCsv(file, changed)).notes.map(({ text }) => text);
    expect(after, offer.label).not.toContain(note.text);
  }
});
