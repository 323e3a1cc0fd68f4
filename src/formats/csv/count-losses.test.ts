import { describe, expect, test } from "vitest";
import { type ColumnLoss, type LossKind, lossSentence } from "./column-loss";
import { LossCount } from "./count-losses";
import type { CsvColumn, CsvPlan } from "./csv-plan";
import { readCsv } from "./read-csv";
import { planOf } from "./testing/csv-rows";

async function count(text: string, plan: CsvPlan, batchRows?: number): Promise<LossCount> {
  const lost = new LossCount(plan);
  for await (const batch of readCsv(new Blob([text]), plan, batchRows === undefined ? {} : { batchRows }))
    lost.add(batch);
  return lost;
}

/** What one column of these cells loses, each example as `text → becomes`. */
async function lost(
  type: CsvColumn["type"],
  cells: readonly string[],
  column: Partial<CsvColumn> = {},
): Promise<Array<[kind: LossKind, cells: number, ...examples: string[]]>> {
  const { losses } = await count(`c\n${cells.join("\n")}\n`, planOf(`c:${type}`, {}, column));
  return losses.map(({ kind, cells: n, examples }) => [
    kind,
    n,
    ...examples.map(({ text, becomes }) => `${text} → ${becomes}`),
  ]);
}

describe("whole numbers lose", () => {
  test.each<[cells: string[], expected: Awaited<ReturnType<typeof lost>>]>([
    [["7307", "0", "-5", "10.0", "", " 3 "], []],
    [["07307", "10001", "02138"], [["leading_zeros", 2, "07307 → 7307", "02138 → 2138"]]],
    [["00", "-007", "012.0"], [["leading_zeros", 3, "00 → 0", "-007 → -7", "012.0 → 12"]]],
    [["0000000000000000000123"], [["leading_zeros", 1, "0000000000000000000123 → 123"]]],
    [["+49", "49", "-0"], [["plus_sign", 2, "+49 → 49", "-0 → 0"]]],
    [
      ["+07"],
      [
        ["leading_zeros", 1, "+07 → 7"],
        ["plus_sign", 1, "+07 → 7"],
      ],
    ],
    [["9007199254740993", "9223372036854775807", "-9223372036854775808"], []],
  ])("%j: %j", async (cells, expected) => {
    expect(await lost("int64", cells)).toEqual(expected);
  });

  test("nothing to thousands separators, but zeros before them", async () => {
    const number = { decimal: ".", thousands: "," } as const;
    const { losses } = await count('c\n"1,234"\n1234\n"0,123"\n', planOf("c:int64", {}, { number }));
    expect(losses).toMatchObject([
      { kind: "leading_zeros", cells: 1, examples: [{ line: 4, text: "0,123" }] },
    ]);
  });
});

describe("numbers lose", () => {
  test.each<[cells: string[], expected: Awaited<ReturnType<typeof lost>>]>([
    [["1.50", "0.5", ".5", "5.", "-0", "+1.5", "1e5", "1E-3", "NaN", "inf", "0.0"], []],
    [["007.5", "00.5", "-01", "01e3"], [["leading_zeros", 4, "007.5 → 7.5", "00.5 → 0.5", "-01 → -1"]]],
    [
      ["12.5", "9007199254740993", "1294030472427835393"],
      [["digits", 2, "9007199254740993 → 9007199254740992", "1294030472427835393 → 1294030472427835400"]],
    ],
    [
      ["0.1", "0.30000000000000004", "3.141592653589793", "9007199254740992", "1e22", "12345678901234567e3"],
      [],
    ],
    [["123456789.123456789"], [["digits", 1, "123456789.123456789 → 123456789.12345679"]]],
    [["0.1000000000000000055"], [["digits", 1, "0.1000000000000000055 → 0.1"]]],
    [["1000000000000000000000", "1.000000000000000000000", "0.00000000000000000001"], []],
    [["1e-400", "4.9e-324"], [["digits", 2, "1e-400 → 0", "4.9e-324 → 5e-324"]]],
  ])("%j: %j", async (cells, expected) => {
    expect(await lost("float64", cells)).toEqual(expected);
  });

  test("digits with a decimal comma as well, and say so with one", async () => {
    expect(
      await lost("float64", ['"123456789,123456789"'], { number: { decimal: ",", thousands: "" } }),
    ).toEqual([["digits", 1, "123456789,123456789 → 123456789,12345679"]]);
  });

  test.each<[cells: string[], unit: string, expected: Awaited<ReturnType<typeof lost>>]>([
    [["$5", "-$5", "($5.00)", ""], "$", []],
    [["5", "6"], "$", []],
    [["12%", "7", "3%"], "%", [["unit", 1, "7 → 7%"]]],
    [["-$12", "7", "$3"], "$", [["unit", 1, "7 → $7"]]],
    [["12", "7 kg", "3"], "kg", [["unit", 1, "7 kg → 7"]]],
    [["12 kg", "7"], "kg", [["unit", 1, "7 → 7kg"]]],
  ])("the unit where some have it and some do not: %j %s", async (cells, unit, expected) => {
    expect(await lost("float64", cells, { number: { decimal: ".", thousands: "", unit } })).toEqual(expected);
  });
});

describe("times lose", () => {
  test.each<[cells: string[], expected: Awaited<ReturnType<typeof lost>>]>([
    [["2024-01-01 10:00", "2024-01-02T11:00:00.000"], []],
    [["2024-01-01", "2024-01-02"], []],
    [["2024-01-01T10:00Z", "2024-01-01 10:00:00 +0200"], []],
    [
      ["2024-01-01T10:00Z", "2024-01-01 10:00", "2024-01-01 12:00"],
      [["zone", 2, "2024-01-01 10:00 → 2024-01-01T10:00:00Z", "2024-01-01 12:00 → 2024-01-01T12:00:00Z"]],
    ],
    [["2024-01-01 10:00", "2024-01-02"], [["time_of_day", 1, "2024-01-02 → 2024-01-02T00:00:00Z"]]],
    [
      ["2024-01-01", "2024-01-01T10:00Z", "2024-01-01 12:00"],
      [
        ["zone", 1, "2024-01-01 12:00 → 2024-01-01T12:00:00Z"],
        ["time_of_day", 1, "2024-01-01 → 2024-01-01T00:00:00Z"],
      ],
    ],
  ])("%j: %j", async (cells, expected) => {
    expect(await lost("timestamp", cells)).toEqual(expected);
  });
});

test.each<[cells: string[], expected: Awaited<ReturnType<typeof lost>>]>([
  [["true", "FALSE", "True", ""], []],
  [["y", "n", "Y"], []],
  [["yes", "no", "true", "0", "yes"], [["bool_words", 2, "true → yes", "0 → no"]]],
])("true and false in more than one pair of words: %j", async (cells, expected) => {
  expect(await lost("bool", cells)).toEqual(expected);
});

describe("texts lose", () => {
  const lines = (cells: readonly string[]) => `c,n\n${cells.map((cell) => `${cell},1`).join("\n")}\n`;

  test.each<[cells: string[], patch: Partial<CsvPlan>, blanks: number]>([
    [['""', "", "a", '""'], {}, 2],
    [['""', "a"], {}, 0],
    [["", "a"], {}, 0],
    [['""', "NA"], {}, 0],
    [['""', ""], { quotedBlankIsNull: false }, 0],
  ])("blanks in quotes among those without: %j %j", async (cells, patch, blanks) => {
    const { losses } = await count(lines(cells), planOf("c n:int64", patch, { nulls: ["NA"] }));
    expect(losses.map(({ kind, cells: n }) => [kind, n])).toEqual(
      blanks > 0 ? [["quoted_blank", blanks]] : [],
    );
  });

  test("blanks around them where the column trims: a count of its own", async () => {
    const counted = await count(
      lines([" a", "b", "c\t", "  ", ' "d"', '" e "']),
      planOf("c n:int64", {}, { trim: true }),
    );
    expect([counted.trimmedCells, counted.losses]).toEqual([5, []]);
    expect((await count(lines([" a"]), planOf("c n:int64"))).trimmedCells).toBe(0);
  });
});

test("cells of rows that are not stored do not count, and are no examples", async () => {
  const text = "zip,n\n07307,x\n001,1\n002,x\n003,x\n10001,2\n004,\n005,3,4\n006,5\n";
  const plan = planOf("zip:int64 n:int64", { key: ["n"] });
  expect((await count(text, plan)).losses).toEqual([
    {
      column: "zip",
      kind: "leading_zeros",
      cells: 2,
      examples: [
        { line: 3, text: "001", becomes: "1" },
        { line: 9, text: "006", becomes: "6" },
      ],
      keep: { label: "Read zip as text", change: { columns: { zip: { type: "string" } } } },
    },
  ]);
});

test("losses are those of the whole file, however it is cut into batches", async () => {
  const cells = [
    "2024-01-01 10:00",
    "2024-01-02",
    "2024-01-03 10:00",
    "2024-01-04 10:00",
    "2024-01-05 10:00",
  ];
  const text = `at,zip\n${cells.map((at, row) => `${at},0${row}`).join("\n")}\n2024-01-06T10:00Z,7\n`;
  const plan = planOf("at:timestamp zip:int64");
  const whole = (await count(text, plan)).losses;
  expect(whole.map(({ kind, cells: n, examples }) => [kind, n, examples.map(({ line }) => line)])).toEqual([
    ["zone", 4, [2, 4, 5]],
    ["time_of_day", 1, [3]],
    ["leading_zeros", 5, [2, 3, 4]],
  ]);
  expect((await count(text, plan, 1)).losses).toEqual(whole);
  expect((await count(text, plan, 4)).losses).toEqual(whole);
});

test("what would keep it: text where that is allowed, else nothing", async () => {
  const text =
    "at,seen,label\n2024-01-01T10:00Z,2024-01-01T10:00Z,true\n2024-01-01 10:00,2024-01-01 10:00,yes\n";
  const { losses } = await count(text, planOf("at:timestamp seen:timestamp label:bool", { eventTime: "at" }));
  expect(losses.map(({ column, keep }) => [column, keep?.label ?? null])).toEqual([
    ["at", null],
    ["seen", "Read seen as text"],
    ["label", "Read label as text"],
  ]);
  const blanks = await count('a,b\n"",1\n,2\n', planOf("a b"));
  expect(blanks.losses[0]?.keep?.change).toEqual({ quotedBlankIsNull: false });
});

test("a made time loses what its parts lose, and nothing keeps it", async () => {
  const plan = planOf("Date Time", {
    made: [{ kind: "date_and_time", name: "at", date: "Date", timeOfDay: "Time" }],
  });
  const { losses } = await count("Date,Time\n2024-01-01,10:00\n2024-01-01,10:00Z\n", plan);
  expect(losses).toMatchObject([
    { column: "at", kind: "zone", cells: 1, examples: [{ line: 2, text: "2024-01-01 10:00" }], keep: null },
  ]);
});

test("20,000 decimals and then two references that a float makes equal", async () => {
  const decimals = Array.from({ length: 20_000 }, (_, row) => (row / 4).toFixed(2));
  const refs = ["1294030472427835393", "1294030472427835394"];
  expect(await lost("float64", [...decimals, ...refs])).toEqual([
    ["digits", 2, ...refs.map((ref) => `${ref} → 1294030472427835400`)],
  ]);
});

test.each<[loss: Pick<ColumnLoss, "kind" | "cells"> & { text: string; becomes: string }, sentence: string]>([
  [
    { kind: "leading_zeros", cells: 2, text: "07307", becomes: "7307" },
    "In “zip”, 2 values begin with zeros that numbers do not keep: 07307 would become 7307.",
  ],
  [
    { kind: "digits", cells: 1, text: "9007199254740993", becomes: "9007199254740992" },
    "In “zip”, 1 value has more digits than a 64-bit float keeps: 9007199254740993 would become 9007199254740992.",
  ],
  [
    { kind: "quoted_blank", cells: 12_345, text: '""', becomes: "" },
    'In “zip”, 12\u00a0345 blanks stand in quotes, and others do not: "" would become empty.',
  ],
])("a loss in a sentence: %j", ({ text, becomes, ...loss }, sentence) => {
  const examples = [{ line: 2, text, becomes }];
  expect(lossSentence({ column: "zip", examples, keep: null, ...loss })).toBe(sentence);
});
