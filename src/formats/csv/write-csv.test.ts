import { Dictionary, Int32, makeVector, Table, tableFromArrays, Utf8, vectorFromArray } from "apache-arrow";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatTime } from "../../microfs/core";
import { propertyRuns } from "../../microfs/testing/property-runs";
import { escapeFormula, unescapeFormula } from "./formula";
import { readCsv } from "./read-csv";
import { type Cell, planOf, readText, tableRows } from "./testing/csv-rows";
import { csvTable } from "./testing/csv-table";
import { countFormulas, rejectedToCsv, type WriteCsvOptions, writeCsv } from "./write-csv";

const written = (table: Table, options?: WriteCsvOptions) => [...writeCsv(table, options)].join("");
const texts = (...values: Array<string | null>) =>
  new Table({
    t: vectorFromArray(values, new Dictionary(new Utf8(), new Int32())),
    n: makeVector(new Int32Array(values.length)),
  });
/** The cells of the text column of {@link texts}, as they stand in the file. */
const cellsOf = (csv: string) =>
  csv
    .split("\r\n")
    .slice(1, -1)
    .map((line) => line.replace(/,0$/, ""));

/** Reads `csv` into one table, exactly. */
async function exactTable(csv: string, columns: string): Promise<Table> {
  const plan = planOf(columns, { quotedBlankIsNull: false, unescapeFormulas: true });
  for await (const { rows: read } of readCsv(new Blob([csv]), plan)) return csvTable(read);
  throw new Error("no batch");
}

describe("writeCsv", () => {
  test("writes a header, every type in full, and lines that end in CRLF", async () => {
    const csv =
      'id,x,at,ok,name\r\n9007199254740993,0.1,2025-11-05T14:00:00.000001Z,true,Ann\r\n-1,1e+300,2025-11-05T00:00:00Z,false,"a,b"\r\n,,,,\r\n';
    expect(written(await exactTable(csv, "id:int64 x:float64 at:timestamp ok:bool name"))).toBe(csv);
  });

  test.each<[text: string | null, cell: string]>([
    [null, ""],
    ["", '""'],
    ["plain", "plain"],
    ["a,b", '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ["two\nlines", '"two\nlines"'],
    [" spaced ", '" spaced "'],
    ["<script>alert(1)</script>", "<script>alert(1)</script>"],
    ["=1+1", "'=1+1"],
    ["+49", "'+49"],
    ["-5", "'-5"],
    ["@cmd", "'@cmd"],
    ["\tx", "'\tx"],
    ["'=1+1", "''=1+1"],
    ["'tis", "'tis"],
    ["a=b", "a=b"],
  ])("writes the text %j as %s", (text, cell) => {
    expect(cellsOf(written(texts(text)))).toEqual([cell]);
  });

  test("writes negative numbers as they are, and formulas too where that is asked for", () => {
    const table = tableFromArrays({ n: Float64Array.of(-5, -0) });
    expect(written(table)).toBe("n\r\n-5\r\n-0\r\n");
    expect(cellsOf(written(texts("=1+1"), { escapeFormulas: false }))).toEqual(["=1+1"]);
  });

  test("a null in a table of one column is not a blank line", async () => {
    expect(written(await exactTable("a\n1\n\n", "a:int64"))).toBe('a\r\n1\r\n""\r\n');
  });

  test("a slice of a table is written from its own first row", async () => {
    const table = await exactTable(
      `a,b,c\n${Array.from({ length: 20 }, (_, n) => `${n},${n % 3 === 0},${n % 2 ? n : ""}`).join("\n")}`,
      "a:int64 b:bool c",
    );
    expect(written(table.slice(10, 13))).toBe("a,b,c\r\n10,false,\r\n11,false,11\r\n12,true,\r\n");
  });

  test("a million rows come in pieces", () => {
    const pieces = [...writeCsv(tableFromArrays({ n: Int32Array.from({ length: 1_000_000 }, (_, n) => n) }))];
    expect(pieces.length).toBeGreaterThan(100);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(100_000);
  });
});

describe("formulas", () => {
  const text = fc
    .array(fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "a"))
    .map((parts) => parts.join(""));

  test("escaping can be undone, and no two texts are written alike", () => {
    fc.assert(fc.property(text, (value) => unescapeFormula(escapeFormula(value)) === value));
  });

  test("undoing leaves alone what was never escaped", async () => {
    expect(["=1", "'tis", "x", ""].map(unescapeFormula)).toEqual(["=1", "'tis", "x", ""]);
    const { rows } = await readText("a,b\n=1,'tis\n'=1,''-1\n", planOf("a b", { unescapeFormulas: true }));
    expect(rows).toEqual([
      ["=1", "'tis"],
      ["=1", "'-1"],
    ]);
  });

  test("are counted, names of columns too, numbers never", () => {
    const table = new Table({
      t: vectorFromArray(["=1+1", "plain", null, "=1+1", "'-5"], new Dictionary(new Utf8(), new Int32())),
      "@n": makeVector(Float64Array.of(-1, -2, -3, -4, -5)),
    });
    expect(countFormulas(table)).toBe(4);
    expect(countFormulas(table.slice(1, 3))).toBe(1);
    expect(countFormulas(texts("a=b", "", null))).toBe(0);
  });

  test("nothing that is written begins a formula", () => {
    fc.assert(fc.property(text, (value) => !/^[=+\-@\t\r]/.test(escapeFormula(value))));
  });
});

test("what is written reads as the same rows", async () => {
  const text = fc.oneof(
    fc
      .array(fc.constantFrom(",", '"', "\r", "\n", "'", "=", "-", " ", "é", "🙂", "NULL", ";"), {
        maxLength: 6,
      })
      .map((parts) => parts.join("")),
    fc.string({ unit: "grapheme" }).map((drawn) => drawn.replaceAll("\0", "0")),
  );
  const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 5 });
  const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
  const micros = fc.bigInt({ min: -62_135_596_800_000_000n, max: 253_402_300_799_999_999n });
  const row = fc.tuple(
    orNull(int64),
    orNull(fc.double()),
    orNull(micros.map(formatTime)),
    orNull(fc.boolean()),
    orNull(text),
  );
  const columns = "i:int64 f:float64 t:timestamp b:bool s";
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 20 }),
      fc.constantFrom<[",", ";", "\t"][number]>(",", ";", "\t"),
      async (rows, delimiter) => {
        // The first table is made from JSON-quoted cells, so that not the writer but the reader is relied on here.
        const cell = (value: Cell) =>
          value === null ? "" : `"${String(Object.is(value, -0) ? "-0" : value).replaceAll('"', '""')}"`;
        const plan = { hasHeader: false, quotedBlankIsNull: false } as const;
        const source = rows.map((cells) => cells.map(cell).join(",")).join("\n");
        for await (const { rows: read } of readCsv(new Blob([source]), planOf(columns, plan))) {
          const table = csvTable(read);
          expect(tableRows(table)).toEqual(rows);
          const csv = written(table, { delimiter });
          const again = await readText(
            csv,
            planOf(columns, { ...plan, hasHeader: true, delimiter, unescapeFormulas: true }),
          );
          expect(again.rejected).toEqual([]);
          expect(again.rows).toEqual(rows);
        }
      },
    ),
    propertyRuns(300),
  );
});

test("rejectedToCsv lists line, column, value and reason, safe to open in a spreadsheet", () => {
  const rejected = [
    { line: 6, column: "paid_at", value: "31/11/2025", reason: "has day 31: November 2025 has 30 days" },
    { line: 9, column: "a,b", value: "=1+1", reason: "is not a number" },
  ];
  expect(rejectedToCsv(rejected)).toBe(
    'line,column,value,reason\r\n6,paid_at,31/11/2025,has day 31: November 2025 has 30 days\r\n9,"a,b",\'=1+1,is not a number\r\n',
  );
});
