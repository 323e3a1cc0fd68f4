import { describe, expect, test } from "vitest";
import { type CsvPlan, columnOf, type MadeColumn } from "./csv-plan";
import { previewCsv } from "./preview-csv";
import { mostRows, readCsv } from "./read-csv";
import { planOf, readText } from "./testing/csv-rows";

/** The plan with something said about single columns. */
function saying(plan: CsvPlan, columns: Record<string, Partial<CsvPlan["columns"][number]>>): CsvPlan {
  return { ...plan, columns: plan.columns.map((column) => ({ ...column, ...columns[column.name] })) };
}

describe("where the table stands in the file", () => {
  test("titles and blank lines before the names are no rows, and lines are the file's", async () => {
    const text = "Sales report\nGenerated 2024-02-01, by Shop 7\n\nuser_id,amount\n1,2.5\nx,3\n";
    expect(await readText(text, planOf("user_id:int64 amount:float64", { firstLine: 4 }))).toMatchObject({
      rows: [[1n, 2.5]],
      lines: [5],
      rejected: [{ line: 6, column: "user_id", value: "x" }],
    });
  });

  test("the names are the first line of the table that is not blank, in a file of one column too", async () => {
    expect((await readText("sep=;\n\na\n1\n", planOf("a:int64", { firstLine: 2 }))).rows).toEqual([[1n]]);
  });

  test("the line sep=; of spreadsheets is passed over", async () => {
    const plan = saying(planOf("user:int64 amount:float64", { firstLine: 2, delimiter: ";" }), {
      amount: { number: { decimal: ",", thousands: "" } },
    });
    expect((await readText("sep=;\r\nuser;amount\r\n1;2,5\r\n", plan)).rows).toEqual([[1n, 2.5]]);
  });

  test("comments are no rows; one on the first line may hold the names", async () => {
    const plan = planOf("user_id:int64 at:timestamp", { comment: "#" });
    const day = "2024-01-01T00:00:00Z";
    expect((await readText("# user_id,at\n1,2024-01-01\n# the end\n", plan)).rows).toEqual([[1n, day]]);
    expect((await readText("# by hand\nuser_id,at\n1,2024-01-01\n", plan)).rows).toEqual([[1n, day]]);
  });

  test("files that are lined up with blanks", async () => {
    const plan = planOf("at:timestamp value:float64 place", { delimiter: " ", hasHeader: false });
    const epoch = saying(plan, { at: { time: "epoch_s" } });
    expect(
      (await readText('1704067200   0.5  "New York"\n1704067260  11.25  Rome   \n', epoch)).rows,
    ).toEqual([
      ["2024-01-01T00:00:00Z", 0.5, "New York"],
      ["2024-01-01T00:01:00Z", 11.25, "Rome"],
    ]);
  });
});

describe("cells past the last column", () => {
  test("blank ones are passed over and counted; others make the row ragged", async () => {
    const file = new Blob(['a,b\n1,2.5,\n2,3.5, ,""\n3,4.5\n4,5.5,,x\n5,oh,\n']);
    const plan = planOf("a:int64 b:float64");
    const batches = [];
    for await (const batch of readCsv(file, plan)) batches.push(batch);
    expect(batches.map(({ rowsWithBlankTail }) => rowsWithBlankTail)).toEqual([2]);
    expect(batches.flatMap(({ lines }) => [...lines])).toEqual([2, 3, 4]);
    expect(batches.flatMap(({ rejected }) => rejected)).toEqual([
      {
        line: 5,
        column: "b",
        value: "x",
        reason: "stands past the last column: the row has 4 cells, where 2 are expected",
      },
      { line: 6, column: "b", value: "oh", reason: "is not a number" },
    ]);
  });
});

describe("blanks around texts", () => {
  const plan = planOf("user:int64 at:timestamp name n:int64");
  const text =
    'user, at, name, n\n1, 2024-01-01, "Doe", 3\n2, 2024-01-02,  "Ann, B." , 4\n2, 2024-01-03, Doe , 5\n';

  test("are left out where the column trims, and quotes after them are quotes", async () => {
    const { rows } = await readText(text, saying(plan, { name: { trim: true } }));
    expect(rows.map((row) => row[2])).toEqual(["Doe", "Ann, B.", "Doe"]);
  });

  test("are kept where it does not", async () => {
    const { rows, rejected } = await readText(text, plan);
    expect(rows.map((row) => row[2])).toEqual([' "Doe"', " Doe "]);
    expect(rejected).toMatchObject([
      { line: 3, reason: "stands past the last column: the row has 5 cells, where 4 are expected" },
    ]);
  });

  test("do not hide a word for null, but in a text that keeps them", async () => {
    const words = planOf("a:float64 b", {}, { nulls: ["NA"] });
    expect((await readText("a,b\n NA , NA\n", words)).rows).toEqual([[null, " NA"]]);
    expect((await readText("a,b\n1, NA\n", saying(words, { b: { trim: true } }))).rows).toEqual([[1, null]]);
  });
});

describe("made columns", () => {
  test("a constant is in every row, and may be key or time", async () => {
    const made: MadeColumn[] = [
      { kind: "constant", name: "shop", type: "string", value: "Shop 7" },
      { kind: "constant", name: "no", type: "int64", value: "7" },
      { kind: "constant", name: "since", type: "timestamp", value: "2024-01-01" },
    ];
    const plan = planOf("n:int64", { made, key: ["shop"], eventTime: "since", zone: "Europe/Berlin" });
    const since = "2023-12-31T23:00:00Z";
    expect((await readText("n\n1\n\n", plan)).rows).toEqual([
      [1n, "Shop 7", 7n, since],
      [null, "Shop 7", 7n, since],
    ]);
  });

  test.each<[made: MadeColumn, message: string]>([
    [
      { kind: "constant", name: "no", type: "int64", value: "seven" },
      "“seven”, which “no” has in every row, is not a whole number.",
    ],
    [
      { kind: "constant", name: "since", type: "timestamp", value: " " },
      "“since” has no value. Write the one that every row is to have.",
    ],
    [
      { kind: "date_and_time", name: "at", date: "day", timeOfDay: "n" },
      "“at” is made of “day”, which the file does not have.",
    ],
    [
      { kind: "constant", name: "n", type: "string", value: "x" },
      "Two columns are named “n”. Give each a name of its own.",
    ],
  ])("one that cannot be made is refused: %j", async (made, message) => {
    await expect(readText("n\n1\n", planOf("n:int64", { made: [made] }))).rejects.toMatchObject({
      code: "invalid_plan",
      message,
    });
  });

  const made: MadeColumn[] = [{ kind: "date_and_time", name: "at", date: "Date", timeOfDay: "Time" }];
  const rooms = {
    ...planOf("room:int64 Date Time temp:float64", { made, key: ["room"], eventTime: "at" }),
  };

  test("a day and a time of day are one time, read as the day's column says", async () => {
    const plan = saying(rooms, { Date: { time: "day_first", included: false }, Time: { included: false } });
    const text =
      "room,Date,Time,temp\n1,1/5/2024,08:00:00,20.5\n1,1/5/2024, 17:30 ,23.5\n2,2/5/2024,5:30 PM,19\n";
    expect((await readText(text, { ...plan, zone: "Europe/Berlin" })).rows).toEqual([
      [1n, 20.5, "2024-05-01T06:00:00Z"],
      [1n, 23.5, "2024-05-01T15:30:00Z"],
      [2n, 19, "2024-05-02T15:30:00Z"],
    ]);
  });

  test("one without a time of day is told by the column that lacks it", async () => {
    const plan = saying(rooms, { Time: { nulls: ["?"] } });
    const text =
      "room,Date,Time,temp\n1,2024-05-01,,20\n1,2024-05-01,?,20\n1,,08:00,20\n1,2024-05-01,25:00,20\n";
    expect((await readText(text, plan)).rejected).toEqual([
      {
        line: 2,
        column: "at",
        value: "2024-05-01",
        reason: "has no time of day in “Time”, and every row needs its key and its times",
      },
      {
        line: 3,
        column: "at",
        value: "2024-05-01",
        reason: "has no time of day in “Time”, and every row needs its key and its times",
      },
      {
        line: 4,
        column: "at",
        value: "08:00",
        reason: "has no day in “Date”, and every row needs its key and its times",
      },
      { line: 5, column: "at", value: "2024-05-01 25:00", reason: "has hour 25: hours go from 00 to 23" },
    ]);
  });

  test("where no row needs it, one without a time of day is null", async () => {
    const { rows } = await readText("room,Date,Time,temp\n1,2024-05-01,,20\n", { ...rooms, eventTime: null });
    expect(rows).toEqual([[1n, "2024-05-01", null, 20, null]]);
  });

  test("a day that is counted cannot be joined with a time of day", async () => {
    const plan = saying(rooms, { Date: { time: "epoch_s" } });
    await expect(readText("room,Date,Time,temp\n", plan)).rejects.toMatchObject({ code: "invalid_plan" });
  });
});

describe("large cells and many columns", () => {
  test("texts of 5 MB are read, and shown short where they are refused", async () => {
    const long = "x".repeat(5_000_000);
    const { rows, rejected } = await readText(`a,b\n"${long}",1\n1,${long}\n`, planOf("a b:int64"));
    expect(rows.map(([text]) => String(text).length)).toEqual([5_000_000]);
    expect(rejected.map(({ value }) => value.length)).toEqual([201]);
  });

  test("3,000 columns are read, in batches that fit", async () => {
    const names = Array.from({ length: 3000 }, (_, at) => `c${at}`);
    const plan = { ...planOf("c"), columns: names.map((name) => columnOf(name, "int64")) };
    const row = names.map((_, at) => at).join(",");
    const { rows } = await readText(`${names.join(",")}\n${`${row}\n`.repeat(5)}`, plan);
    expect(rows.map((cells) => [cells.length, cells[2999]])).toEqual(
      Array.from({ length: 5 }, () => [3000, 2999n]),
    );
    expect([mostRows(40, 100_000), mostRows(3000, 100_000), mostRows(10_000_000, 5)]).toEqual([
      100_000, 1333, 1,
    ]);
  });
});

test("the preview follows the plan: lines before the table, comments, blanks and words for null", async () => {
  const plan = planOf("a:int64 b", { firstLine: 2, comment: "#" }, { trim: true, nulls: ["NA"] });
  const rows = await previewCsv(new Blob(['Title\na,b\n# note\n1, "x"\n2, NA,\nz,y\n']), plan);
  expect(rows).toEqual([
    { line: 4, cells: ["1", "x"] },
    { line: 5, cells: ["2", null, null] },
    { line: 6, cells: ["z", "y"], problem: { column: "a", reason: "is not a whole number" } },
  ]);
});

test("the preview of a row that is longer than any head shows its beginning, and finds no fault", async () => {
  const long = "x".repeat(17 * 2 ** 20);
  const plan = planOf("a b", { hasHeader: false });
  for (const cell of [long, `"${long}"`]) {
    const rows = await previewCsv(new Blob([`${cell},1\n`]), plan);
    expect(rows.map(({ line, problem }) => [line, problem])).toEqual([[1, undefined]]);
    expect(rows[0]?.cells[0]).toMatch(/^"?x{199,200}…?$/);
  }
});
