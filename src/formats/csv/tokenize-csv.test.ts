import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { propertyRuns } from "../../microfs/testing/property-runs";
import { CsvTokenizer, cellText, type TableLines } from "./tokenize-csv";

const encoder = new TextEncoder();

interface Tokens {
  rows: string[][];
  lines: number[];
  broken: Array<[line: number, cell: number, reason: string]>;
}

/** Tokenizes pieces as the reader does, carrying over what was not used. */
function tokens(
  pieces: readonly Uint8Array[],
  delimiter = ",",
  keepBlankLines = false,
  lines: Partial<TableLines> = {},
): Tokens {
  const cells = new CsvTokenizer(delimiter, keepBlankLines, lines);
  const result: Tokens = { rows: [], lines: [], broken: [] };
  let rest = new Uint8Array(0);
  const feed = (bytes: Uint8Array<ArrayBuffer>, isLast: boolean) => {
    const used = cells.tokenize(bytes, isLast);
    for (let row = 0; row < cells.rows; row++) {
      const [from = 0, to = 0] = cells.rowCells.subarray(row, row + 2);
      result.rows.push(
        Array.from({ length: to - from }, (_, at) =>
          cellText(cells, from + at, bytes, Number.POSITIVE_INFINITY),
        ),
      );
      result.lines.push(cells.rowLines[row] ?? 0);
    }
    for (const { line, cell, reason } of cells.broken) result.broken.push([line, cell, reason]);
    rest = bytes.slice(used);
  };
  for (const piece of pieces) {
    const joined = new Uint8Array(rest.length + piece.length);
    joined.set(rest);
    joined.set(piece, rest.length);
    feed(joined, false);
  }
  feed(rest, true);
  return result;
}

const rowsOf = (text: string, delimiter?: string) => tokens([encoder.encode(text)], delimiter).rows;

/** Text in which everything that matters to CSV is frequent. */
const csvText = fc
  .array(fc.constantFrom(",", '"', '""', "\n", "\r\n", "\r", "a", "bc", " ", "é", "1", "#"), {
    maxLength: 60,
  })
  .map((parts) => parts.join(""));

describe("cells", () => {
  test.each<[what: string, text: string, rows: string[][]]>([
    [
      "a line is a row",
      "a,b\n1,2\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "the last line need not end",
      "a,b\n1,2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a delimiter at the end begins a blank cell",
      "a,\n,",
      [
        ["a", ""],
        ["", ""],
      ],
    ],
    ["line ends may be mixed", "a\r\nb\rc\nd", [["a"], ["b"], ["c"], ["d"]]],
    ["blank lines are no rows", "\na\n\n\nb\n\n", [["a"], ["b"]]],
    ["a quoted cell may hold delimiters and line ends", '"a,b","c\nd"', [["a,b", "c\nd"]]],
    ["two quotes in a quoted cell are one", '"say ""hi""",x', [['say "hi"', "x"]]],
    ["four quotes are one", '""""', [['"']]],
    ["a quote inside an unquoted cell is itself", 'a 5" pipe,b', [['a 5" pipe', "b"]]],
    ["spaces after a closing quote are dropped, others kept", '"a"  , b ', [["a", " b "]]],
    ["__proto__ is a text like any other", "__proto__,constructor", [["__proto__", "constructor"]]],
  ])("%s", (_, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  test.each([";", "\t", "|"])("the delimiter may be %j", (delimiter) => {
    expect(rowsOf(`a,b${delimiter}c`, delimiter)).toEqual([["a,b", "c"]]);
  });

  test("a blank line is a row of one blank cell where that is asked for", () => {
    expect(tokens([encoder.encode("a\n\nb\n")], ",", true)).toMatchObject({
      rows: [["a"], [""], ["b"]],
      lines: [1, 2, 3],
    });
  });

  test("are those papaparse finds, wherever no quote is out of place", () => {
    const cell = fc
      .array(fc.constantFrom(",", '"', "\n", "\r", "a", " ", "é"), { maxLength: 5 })
      .map((parts) => parts.join(""));
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.constantFrom("\n", "\r\n"), fc.boolean(), (rows, newline, quotes) => {
        const text = Papa.unparse(rows, { quotes, newline });
        expect(rowsOf(text)).toEqual(rows);
        expect(rowsOf(text)).toEqual(Papa.parse(text, { delimiter: ",", newline }).data);
      }),
    );
  });
});

describe("lines", () => {
  test("are counted from 1, over blank lines and line ends inside quotes", () => {
    expect(tokens([encoder.encode('h\n\n"a\r\nb\nc"\nd\re\n')])).toMatchObject({
      rows: [["h"], ["a\r\nb\nc"], ["d"], ["e"]],
      lines: [1, 3, 6, 7],
    });
  });
});

describe("a quote that does not end its cell", () => {
  test.each<[what: string, text: string, expected: Tokens]>([
    [
      "never closed: costs its line only",
      'a,b\n1,"x\n2,y\n3,z\n',
      {
        rows: [
          ["a", "b"],
          ["2", "y"],
          ["3", "z"],
        ],
        lines: [1, 3, 4],
        broken: [[2, 1, "opens a quote that is never closed"]],
      },
    ],
    [
      "never closed on the last line",
      'a\n"x',
      { rows: [["a"]], lines: [1], broken: [[2, 0, "opens a quote that is never closed"]] },
    ],
    [
      "text after it: costs its line only",
      'a,b\n"x"y,1\n2,z\n',
      {
        rows: [
          ["a", "b"],
          ["2", "z"],
        ],
        lines: [1, 3],
        broken: [[2, 0, "has text after its closing quote"]],
      },
    ],
    [
      "closed by the opening quote of a later row: the rows between are kept",
      'a,b\n1,"x\n2,y\n3,"z"\n',
      {
        rows: [
          ["a", "b"],
          ["2", "y"],
          ["3", "z"],
        ],
        lines: [1, 3, 4],
        broken: [[2, 1, "has text after its closing quote"]],
      },
    ],
    [
      "is told with the line where it opened, not where its row began",
      '"p\nq","x\nr\n',
      { rows: [["r"]], lines: [3], broken: [[2, 1, "opens a quote that is never closed"]] },
    ],
  ])("%s", (_, text, expected) => {
    expect(tokens([encoder.encode(text)])).toEqual(expected);
  });

  test("is found after 8 MB, so that the rest of a large file is not one cell", () => {
    const line = `2,${"y".repeat(97)}\n`;
    const text = `a,b\n1,"x\n${line.repeat(90_000)}`;
    const found = tokens([encoder.encode(text)]);
    expect(found.rows).toHaveLength(90_001);
    expect(found.broken).toEqual([[2, 1, "opens a quote that is not closed within 8 MB"]]);
  });

  test("a cell of 5 MB is a cell, in quotes or not", () => {
    const long = "x".repeat(5_000_000);
    const text = `1,${long},"${long}"\n2,a,"b"\n`;
    const found = tokens([encoder.encode(text)]);
    expect(found.broken).toEqual([]);
    expect(found.rows.map((row) => row.map((cell) => cell.length))).toEqual([
      [1, 5_000_000, 5_000_000],
      [1, 1, 1],
    ]);
  });
});

describe("columns that are lined up with blanks", () => {
  test.each<[what: string, text: string, rows: string[][]]>([
    [
      "any run of blanks and tabs is between cells",
      "a   b\tc\n1 \t 2  3",
      [
        ["a", "b", "c"],
        ["1", "2", "3"],
      ],
    ],
    [
      "blanks at the ends of a line are nothing",
      "  a b  \r\n 1 2 ",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a line of blanks is no row",
      "a b\n   \n1 2\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a cell in quotes may hold blanks",
      '"New York"  1\n"L.A." 2',
      [
        ["New York", "1"],
        ["L.A.", "2"],
      ],
    ],
  ])("%s", (_, text, rows) => {
    expect(rowsOf(text, " ")).toEqual(rows);
  });

  test("a quote that does not end its cell costs its line only", () => {
    expect(tokens([encoder.encode('a b\n"x"y 1\n2 3\n')], " ")).toEqual({
      rows: [
        ["a", "b"],
        ["2", "3"],
      ],
      lines: [1, 3],
      broken: [[2, 0, "has text after its closing quote"]],
    });
  });
});

describe("lines that are no part of the table", () => {
  test("before the first line nothing is read, quotes neither, and lines are counted from the file's first", () => {
    expect(
      tokens([encoder.encode('Report, "2024\n\nsep=;\na,b\n1,2\n')], ",", false, { firstLine: 4 }),
    ).toEqual({
      rows: [
        ["a", "b"],
        ["1", "2"],
      ],
      lines: [4, 5],
      broken: [],
    });
  });

  test("a comment is passed over, wherever it stands, and # inside a line is itself", () => {
    const text = '# made by "hand\na,b\n# note\n1,#2\n';
    expect(tokens([encoder.encode(text)], ",", false, { comment: "#" })).toEqual({
      rows: [
        ["a", "b"],
        ["1", "#2"],
      ],
      lines: [2, 4],
      broken: [],
    });
    expect(tokens([encoder.encode("#1,2\n")]).rows).toEqual([["#1", "2"]]);
  });

  test("a first line that is commented holds the names where it has as many cells", () => {
    const lines = { comment: "#", commentedCells: 2 } as const;
    const read = (text: string) => tokens([encoder.encode(text)], ",", false, lines).rows;
    expect(read("# a,b\n1,2\n#3,4\n")).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
    expect(read("# made by hand\na,b\n1,2\n")).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });
});

describe("quotes after blanks", () => {
  test.each<[what: string, text: string, rows: string[][]]>([
    ["open a cell", '1, "Doe", 3', [["1", "Doe", " 3"]]],
    ["the cell may hold delimiters, quotes and line ends", '1,  "a,""b""\nc" ,2', [["1", 'a,"b"\nc', "2"]]],
    [
      "are text where they do not end the cell",
      '1, "x" long, 5" pipe\n2,y,z',
      [
        ["1", ' "x" long', ' 5" pipe'],
        ["2", "y", "z"],
      ],
    ],
    [
      "are text where they are never closed",
      '1, "x\n2,y',
      [
        ["1", ' "x'],
        ["2", "y"],
      ],
    ],
  ])("%s", (_, text, rows) => {
    expect(tokens([encoder.encode(text)], ",", false, { quotesAfterBlanks: true }).rows).toEqual(rows);
  });

  test("are plain text unless that is asked for", () => {
    expect(rowsOf('1, "Doe"')).toEqual([["1", ' "Doe"']]);
  });
});

test("any cutting of the bytes gives the same rows, lines and faults", () => {
  fc.assert(
    fc.property(
      csvText,
      fc.array(fc.nat(80), { maxLength: 8 }),
      fc.boolean(),
      fc.constantFrom(",", " "),
      fc.constantFrom<Partial<TableLines>>(
        {},
        { firstLine: 3, comment: "#", commentedCells: 2, quotesAfterBlanks: true },
        { comment: "#", commentedCells: 1 },
      ),
      (text, cuts, keepBlankLines, delimiter, lines) => {
        const bytes = encoder.encode(text);
        const at = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length].sort((a, b) => a - b);
        const pieces = at.slice(1).map((to, piece) => bytes.slice(at[piece], to));
        expect(tokens(pieces, delimiter, keepBlankLines, lines)).toEqual(
          tokens([bytes], delimiter, keepBlankLines, lines),
        );
      },
    ),
    propertyRuns(1000),
  );
});

test("a row of more than 16 MB is refused with the line it begins on", () => {
  const bytes = encoder.encode(`a\n${"x".repeat(17 * 2 ** 20)}`);
  expect(() => new CsvTokenizer(",").tokenize(bytes, false)).toThrow(/begins on line 2 is longer than 16 MB/);
});
