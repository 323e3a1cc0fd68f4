import { describe, expect, test } from "vitest";
import type { FormatError } from "../format-error";
import type { CsvColumn } from "./csv-plan";
import { previewCsv } from "./preview-csv";
import { sniffCsv } from "./sniff-csv";
import { readText } from "./testing/csv-rows";

const sniff = (text: string | Uint8Array<ArrayBuffer>, overrides?: Parameters<typeof sniffCsv>[1]) =>
  sniffCsv(new Blob([text]), overrides);
const column = (...cells: string[]) => `x,n\n${cells.map((cell, n) => `"${cell}",${n}`).join("\n")}\n`;

/** A column's type, with how it is written where that is not the plain way. */
function shape({ type, time, number, nulls }: CsvColumn): string {
  const written =
    type === "timestamp"
      ? time
      : type === "string"
        ? ""
        : `${number.thousands}${number.decimal}`.replace(/^\.$/, "");
  return [type, written, ...nulls].filter((part) => part !== "").join(" ");
}

describe("the type of a column", () => {
  test.each<[what: string, cells: string[], shape: string]>([
    ["whole numbers", ["1", "-2", "30"], "int64"],
    ["whole numbers beyond 2^53", ["9007199254740993", "1"], "int64"],
    ["numbers with decimals", ["1.5", "2"], "float64"],
    ["numbers in scientific notation", ["1e3", "2.5E-7"], "float64"],
    ["ids with leading zeros stay text", ["007", "008"], "string"],
    ["telephone numbers stay text", ["+4930123", "+4930124"], "string"],
    ["ids too long for 64 bits stay text", ["12345678901234567890", "12345678901234567891"], "string"],
    ["decimal commas", ["1,5", "22,75"], "float64 ,"],
    ["decimal commas and points between thousands", ["1.234,5", "7,25"], "float64 .,"],
    ["commas between thousands", ["1,234,567", "12,000,000"], "int64 ,."],
    ["commas between thousands, and decimals", ["1,234.50", "7.25"], "float64 ,."],
    ["spaces between thousands", ["12 345,50", "1,00"], "float64  ,"],
    ["true and false", ["true", "FALSE"], "bool"],
    ["yes and no", ["yes", "no"], "bool"],
    ["ISO times", ["2025-11-05T14:00:00Z", "2025-11-05 14:00"], "timestamp iso"],
    ["days", ["2025-11-05"], "timestamp iso"],
    ["day first, by a day above 12", ["03/04/2025", "29/10/2025"], "timestamp day_first"],
    ["month first, by a day above 12", ["03/04/2025 1:00", "10/29/2025 2:00"], "timestamp month_first"],
    ["day first with points", ["29.10.2025 06:00"], "timestamp day_first"],
    ["words", ["a", "b"], "string"],
    ["blank cells are null in any type", ["1", "", "3"], "int64"],
    ["words for null are told apart", ["1.5", "NA", "3", "NULL"], "float64 NA NULL"],
    ["a column of nothing but dashes is text", ["-", "-"], "string"],
    ["half times, half words is text", ["2025-11-05", "soon", "2025-11-06", "later"], "string"],
    ["__proto__ and constructor are texts", ["__proto__", "constructor", "toString"], "string"],
    ["HTML is text", ["<script>alert(1)</script>"], "string"],
  ])("%s", async (_, cells, expected) => {
    const { plan } = await sniff(column(...cells));
    expect(plan.columns.map(shape)[0]).toBe(expected);
  });

  test.each([
    ["created_at", "1762351200", "epoch_s"],
    ["eventTime", "1762351200123", "epoch_ms"],
    ["ts", "1762351200123456", "epoch_us"],
  ])("numbers in %s like %s are times: %s", async (name, value, time) => {
    const { plan } = await sniff(`${name},n\n${value},1\n`);
    expect(plan.columns[0]).toMatchObject({ type: "timestamp", time });
  });

  test("numbers that could be times but are not named so stay numbers", async () => {
    const { plan } = await sniff("account,n\n1762351200,1\n");
    expect(plan.columns[0]?.type).toBe("int64");
  });

  test("one bad day among many does not make a time column text, and is told", async () => {
    const days = Array.from({ length: 20 }, (_, n) => `${n + 10}/10/2025`);
    const { plan, notes, findings } = await sniff(column(...days, "31/11/2025"));
    expect(plan.columns[0]).toMatchObject({ type: "timestamp", time: "day_first" });
    expect(findings[0]?.unreadable).toBe(1);
    expect(notes.find(({ code }) => code === "unreadable_cells")?.text).toContain(
      "1 of the 21 values looked at cannot be, such as “31/11/2025”",
    );
  });

  test("a column half times is told, with what reading it as times would cost", async () => {
    const halfTimes = [
      "at,x",
      ...["2025-11-05", "soon", "2025-11-06", "later"].map((x) => `2025-01-01,${x}`),
      "",
    ];
    const { notes } = await sniff(halfTimes.join("\n"));
    const mixed = notes.find(({ code }) => code === "mixed_column");
    expect(mixed?.text).toMatch(/2 of 4 values looked at are times/);
    expect(mixed?.offers).toEqual([
      {
        label: "Read it as times, and “soon” and “later” as null",
        change: { columns: { x: { type: "timestamp", time: "iso", nulls: ["soon", "later"] } } },
      },
      {
        label: "Read it as times, and leave 2 rows out",
        change: { columns: { x: { type: "timestamp", time: "iso" } } },
      },
    ]);
  });

  test("where no other column is a time, a column half times is offered as the event time, which has no nulls", async () => {
    const { notes } = await sniff(column("2025-11-05", "soon", "2025-11-06", "later"));
    expect(notes.find(({ code }) => code === "mixed_column")?.offers).toEqual([
      {
        label: "It is the event time: leave 2 rows out",
        change: { columns: { x: { type: "timestamp", time: "iso" } }, eventTime: "x" },
      },
    ]);
  });
});

describe("questions", () => {
  test("03/04/2025 may be April or March: both are offered", async () => {
    const { plan, questions } = await sniff(column("03/04/2025", "05/06/2025"));
    expect(plan.columns[0]?.time).toBe("day_first");
    expect(questions).toMatchObject([
      {
        columns: ["x"],
        text: "In “x”, is 03/04/2025 3 April or 4 March?",
        choices: [
          { change: { columns: { x: { time: "day_first" } } } },
          { change: { columns: { x: { time: "month_first" } } } },
        ],
      },
    ]);
  });

  test("are not asked where no date is in doubt", async () => {
    expect((await sniff(column("03/03/2025", "29/10/2025"))).questions).toEqual([]);
    expect((await sniff(column("03/03/2025", "04/04/2025"))).questions).toEqual([]);
  });

  test("propose the order of the other columns", async () => {
    const { plan, questions } = await sniff("a,b\n03/04/2025,10/29/2025\n");
    expect(plan.columns.map(({ time }) => time)).toEqual(["month_first", "month_first"]);
    expect(questions[0]?.choices[0]?.change.columns?.a?.time).toBe("month_first");
  });

  test("1,234 may be thousands or decimals: both are offered", async () => {
    const { questions } = await sniff(column("1,234", "5,678"));
    expect(questions[0]).toMatchObject({
      text: "In “x”, is 1,234 in thousands, or does its comma begin the decimals?",
      choices: [
        { change: { columns: { x: { type: "int64" } } } },
        { change: { columns: { x: { type: "float64", number: { decimal: "," } } } } },
      ],
    });
  });
});

test("times without a zone are counted, those with one not", async () => {
  const { findings } = await sniff(
    column("2025-11-05T14:00:00Z", "2025-11-05 14:00", "2025-11-05", "2025-11-05 14:00+01", ""),
  );
  expect(findings[0]).toEqual({
    name: "x",
    sentence: "Times, year first, from 2025-11-05T00:00:00Z to 2025-11-05T14:00:00Z. Empty in 1 of 5.",
    cells: 5,
    nulls: 1,
    distinct: 3,
    unreadable: 0,
    withoutZone: 2,
  });
});

describe("delimiter and header", () => {
  test.each([
    [",", "a,b\n1,2\n"],
    [";", "a;b\n1,5;2,5\n"],
    ["\t", "a\tb\n1,5\t2\n"],
    ["|", "a|b|c\nx,y|2|3\n"],
    [",", "a\n1\n"],
    [",", 'a,b\n"x;y;z",1\n"x;y;z",2\n'],
  ])("%j is found in %j", async (delimiter, text) => {
    expect((await sniff(text)).plan.delimiter).toBe(delimiter);
  });

  test("a first line with a number or a time in it is a row", async () => {
    const draft = await sniff("7,Ann\n8,Bob\n");
    expect(draft.plan).toMatchObject({
      hasHeader: false,
      columns: [{ name: "column_1" }, { name: "column_2" }],
    });
    expect(draft.rowsRead).toBe(2);
  });

  test("what a person said is not guessed again", async () => {
    const draft = await sniff("a;b,c\n1;2,3\n", { delimiter: ",", hasHeader: false, zone: "Asia/Tokyo" });
    expect(draft.plan).toMatchObject({ delimiter: ",", hasHeader: false, zone: "Asia/Tokyo" });
    expect(draft.plan.columns).toHaveLength(2);
  });
});

describe("roles", () => {
  test("key, event time and created time by name and by what they hold", async () => {
    const { plan, keyCandidates } = await sniff(
      "payment_id,user_id,amount,ingested_at,paid_at\n1,7,1.5,2025-11-01 10:05,2025-11-01 10:00\n2,7,2.5,2025-11-02 10:05,2025-11-02 10:00\n",
    );
    expect(plan).toMatchObject({ key: ["user_id"], eventTime: "paid_at", createdTime: "ingested_at" });
    expect(keyCandidates).toEqual(["user_id", "payment_id"]);
  });

  test("a created time before its event is told and not proposed", async () => {
    const { plan, notes } = await sniff("user_id,at,created_at\n7,2025-11-02,2025-11-01\n");
    expect(plan).toMatchObject({ eventTime: "at", createdTime: null });
    expect(notes.map(({ code }) => code)).toContain("created_before_event");
  });

  test("the only time is the event time, even one named created_at", async () => {
    const { plan } = await sniff("user_id,created_at\n7,2025-11-02\n");
    expect(plan).toMatchObject({ eventTime: "created_at", createdTime: null });
  });

  test("an empty key column is told and not proposed", async () => {
    const { plan, notes } = await sniff("user_id,at\n,2025-11-02\n,2025-11-03\n");
    expect(plan.key).toEqual([]);
    expect(notes.map(({ code }) => code)).toEqual(["empty_column", "no_key", "no_hours"]);
  });
});

describe("names", () => {
  test.each<[what: string, header: string, names: string[], notes: number]>([
    ["are taken as they are", "a,b", ["a", "b"], 0],
    ["lose the spaces around them", " a ,b", ["a", "b"], 0],
    ["a blank one is made up", "a, ,b", ["a", "column_2", "b"], 1],
    ["a blank one at the end of blank cells is none", "a,b,", ["a", "b"], 0],
    ["a second one gets a number", "a,a", ["a", "a_2"], 1],
    ["a made-up one takes no other's", "a,a,a_2", ["a", "a_3", "a_2"], 1],
    [
      "__proto__, constructor and toString are names",
      "__proto__,constructor,toString",
      ["__proto__", "constructor", "toString"],
      0,
    ],
  ])("%s", async (_, header, names, count) => {
    const { plan, notes } = await sniff(`${header}\n${header.replaceAll(/[^,]+/g, "1")}\n`);
    expect(plan.columns.map(({ name }) => name)).toEqual(names);
    expect(notes.filter(({ code }) => code === "renamed_column")).toHaveLength(count);
  });
});

describe("bad input", () => {
  test.each<[what: string, file: string | Uint8Array<ArrayBuffer>, code: FormatError["code"]]>([
    ["an empty file", "", "empty_file"],
    ["a file of blank lines", "\n \r\n\n", "empty_file"],
    ["nothing but a byte order mark", new Uint8Array([0xef, 0xbb, 0xbf]), "empty_file"],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), "binary_content"],
    ["JSON", '[{"a": 1}]', "other_format"],
    ["JSON line by line", '{"a": 1}\n{"a": 2}\n', "other_format"],
    ["a web page", "\n<!DOCTYPE html><html></html>", "other_format"],
    ["XML", '<?xml version="1.0"?><rows/>', "other_format"],
    ["a NUL byte", `a,b\n${"1,2\n".repeat(50)}1,\0\n`, "nul_bytes"],
  ])("%s is refused", async (_, file, code) => {
    await expect(sniff(file)).rejects.toMatchObject({ name: "FormatError", code });
  });

  test("a header only: a draft without rows, and a sentence", async () => {
    const draft = await sniff("user_id,at\n");
    expect(draft).toMatchObject({
      rowsRead: 0,
      preview: [],
      plan: { hasHeader: true, columns: [{ name: "user_id" }, { name: "at" }] },
    });
    expect(draft.notes.map(({ text }) => text)).toEqual([
      "The file has a line of column names and no rows below it. There is nothing to store yet.",
    ]);
  });

  test("ragged rows and broken quotes are told with their lines", async () => {
    const { notes } = await sniff('a,b\n1,2\n3\n4,5,6\n"7,8\n9,10\n');
    expect(notes.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        "Line 5 opens a quote that is never closed: it would be left out.",
        "2 rows have more or fewer cells than the 2 columns, first on line 3. They would be left out.",
      ]),
    );
  });

  test("Latin-1 is read as windows-1252, and told", async () => {
    const { plan, notes, preview } = await sniff(
      new Uint8Array([...Buffer.from("id,name\n1,Jos\xe9\n", "latin1")]),
    );
    expect(plan.encoding).toBe("windows-1252");
    expect(preview[0]?.cells).toEqual(["1", "José"]);
    expect(notes[0]?.code).toBe("encoding");
  });
});

test("UTF-16 without a mark and with little ASCII is read where a person says so", async () => {
  const text = "お客様の名前,お住まいの都道府県\n山田太郎様,神奈川県横浜市\n";
  const units = new Uint8Array(Array.from(text, (c) => [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255]).flat());
  await expect(sniff(units)).rejects.toMatchObject({ code: "binary_content" });
  const { plan, preview } = await sniff(units, { encoding: "utf-16be" });
  expect(plan.columns.map(({ name }) => name)).toEqual(["お客様の名前", "お住まいの都道府県"]);
  expect(preview.map(({ cells }) => cells)).toEqual([["山田太郎様", "神奈川県横浜市"]]);
});

describe("preview", () => {
  test("shows what is written, line by line, with what is wrong", async () => {
    const { preview } = await sniff(
      'id,paid_at,note\n1,29/10/2025,"two\nlines"\n2,31/11/2025,\n3,30/10/2025," "\n4,30/10/2025,x\n5,30/10/2025,x,y\n6,30/10/2025,"z\n7,30/10/2025,x\n',
    );
    expect(preview).toEqual([
      { line: 2, cells: ["1", "29/10/2025", "two\nlines"] },
      {
        line: 4,
        cells: ["2", "31/11/2025", null],
        problem: { column: "paid_at", reason: "has day 31: November 2025 has 30 days" },
      },
      { line: 5, cells: ["3", "30/10/2025", " "] },
      { line: 6, cells: ["4", "30/10/2025", "x"] },
      {
        line: 7,
        cells: ["5", "30/10/2025", "x", "y"],
        problem: {
          column: "note",
          reason: "stands past the last column: the row has 4 cells, where 3 are expected",
        },
      },
      {
        line: 8,
        cells: ['"z'],
        isBroken: true,
        problem: { column: "note", reason: "opens a quote that is never closed" },
      },
      { line: 9, cells: ["7", "30/10/2025", "x"] },
    ]);
  });

  test("changes with the plan", async () => {
    const file = new Blob(["id,v\n1,2\nx,3\n"]);
    const { plan } = await sniffCsv(file);
    expect((await previewCsv(file, plan)).map(({ problem }) => problem)).toEqual([undefined, undefined]);
    const columns = plan.columns.map((one) => ({ ...one, type: "int64" }) as const);
    expect((await previewCsv(file, { ...plan, columns }, 2)).map(({ problem }) => problem?.reason)).toEqual([
      undefined,
      "is not a whole number",
    ]);
  });
});

test("a large file is drafted from its head, and its rows are estimated", async () => {
  const rows = 100_000;
  const draft = await sniff(`user_id,at\n${"12345,2025-11-05T14:00:00Z\n".repeat(rows)}`);
  expect(draft.bytesRead).toBe(256 * 1024);
  expect(draft.rowsRead).toBeLessThan(10_000);
  expect(Math.abs(draft.rowsEstimated / rows - 1)).toBeLessThan(0.01);
});

test("rows that are longer than the head are looked at all the same, long cells by their beginning", async () => {
  const long = "word ".repeat(200_000);
  const text = `user_id,at,note\n1,2025-11-05T14:00:00Z,${long}\n2,2025-11-06T14:00:00Z,"${long}"\n`;
  const { plan, rowsRead, preview } = await sniff(text);
  expect([plan.key, plan.eventTime, rowsRead]).toEqual([["user_id"], "at", 2]);
  expect(plan.columns.map(({ type }) => type)).toEqual(["int64", "timestamp", "string"]);
  expect(preview.map(({ cells }) => cells[2]?.length)).toEqual([201, 201]);
});

test("a plan survives JSON and reads the file it was drawn from", async () => {
  const text = "user_id;paid_at;amount\n7;29.10.2025 06:00;1.234,5\n8;30.10.2025 07:00;2,25\n";
  const { plan } = await sniff(text);
  expect(await readText(text, JSON.parse(JSON.stringify(plan)))).toEqual({
    rows: [
      [7n, "2025-10-29T06:00:00Z", 1234.5],
      [8n, "2025-10-30T07:00:00Z", 2.25],
    ],
    lines: [2, 3],
    rejected: [],
    ambiguousTimes: 0,
  });
});
