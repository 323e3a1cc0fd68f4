import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv, readCsvChunks } from "./read-csv";
import { collect, planOf, readText, tableRows } from "./testing/csv-rows";
import { csvTable } from "./testing/csv-table";

const encode = (text: string) => new TextEncoder().encode(text);

describe("readCsv", () => {
  test("reads every type, with the line of each row", async () => {
    const text =
      'id,spend,at,ok,name\n1,1.5,2025-11-05,true,Ann\n\n,,,,\n9007199254740993,-2,2025-11-05T14:00:00.000001Z,no,"B\n,""b"""\n3,0,2025-01-01,1,x\n';
    expect(await readText(text, planOf("id:int64 spend:float64 at:timestamp ok:bool name"))).toEqual({
      rows: [
        [1n, 1.5, "2025-11-05T00:00:00Z", true, "Ann"],
        [null, null, null, null, null],
        [9007199254740993n, -2, "2025-11-05T14:00:00.000001Z", false, 'B\n,"b"'],
        [3n, 0, "2025-01-01T00:00:00Z", true, "x"],
      ],
      lines: [2, 4, 5, 7],
      ambiguousTimes: 0,
      rejected: [],
    });
  });

  test("gives Arrow's types as the engine keeps them", async () => {
    for await (const { rows: read } of readCsv(
      new Blob(["a,b,c,d,e\n1,1,2025-01-01,1,x"]),
      planOf("a:int64 b:float64 c:timestamp d:bool e"),
    )) {
      const table = csvTable(read);
      expect(table.schema.fields.map((field) => String(field.type))).toEqual([
        "Int64",
        "Float64",
        "Timestamp<MICROSECOND, UTC>",
        "Bool",
        "Dictionary<Int32, Utf8>",
      ]);
    }
  });

  test("leaves out the columns that are not included", async () => {
    const plan = planOf("a:int64 b c");
    plan.columns = plan.columns.map((column) => ({ ...column, included: column.name !== "b" }));
    expect((await readText("a,b,c\n1,x,y\n", plan)).rows).toEqual([[1n, "y"]]);
  });

  test("rejects a row once, for its first bad column, and keeps the others in order", async () => {
    const text = "id,at\n1,2025-11-05\nx,soon\n3,31/11/2025\n4,2025-11-06\n";
    expect(await readText(text, planOf("id:int64 at:timestamp"))).toEqual({
      rows: [
        [1n, "2025-11-05T00:00:00Z"],
        [4n, "2025-11-06T00:00:00Z"],
      ],
      lines: [2, 5],
      ambiguousTimes: 0,
      rejected: [
        { line: 3, column: "id", value: "x", reason: "is not a whole number" },
        {
          line: 4,
          column: "at",
          value: "31/11/2025",
          reason: "is not a time like 2025-11-30 14:00 or 2025-11-30T14:00:00Z",
        },
      ],
    });
  });

  test("a value rejected in a row leaves nothing in the next", async () => {
    const { rows } = await readText("a,b,c\nx,1,1\ny,,z\n,,3\n", planOf("a b:int64 c:int64"));
    expect(rows).toEqual([
      ["x", 1n, 1n],
      [null, null, 3n],
    ]);
  });

  test("rejects ragged rows and broken quotes, in the order of their lines", async () => {
    const text = 'a,b\n1\n1,2,3\n"x"y,2\n4,5\n6,"7\n';
    expect(await readText(text, planOf("a b:int64"))).toEqual({
      rows: [["4", 5n]],
      lines: [5],
      ambiguousTimes: 0,
      rejected: [
        { line: 2, column: "b", value: "", reason: "is missing: the row has 1 cell, where 2 are expected" },
        {
          line: 3,
          column: "b",
          value: "3",
          reason: "stands past the last column: the row has 3 cells, where 2 are expected",
        },
        { line: 4, column: "a", value: '"x"y,2', reason: "has text after its closing quote" },
        { line: 6, column: "b", value: '"7', reason: "opens a quote that is never closed" },
      ],
    });
  });

  test("rejects rows without key, event time or created time", async () => {
    const plan = planOf("k:int64 at:timestamp seen:timestamp v", {
      key: ["k"],
      eventTime: "at",
      createdTime: "seen",
    });
    const day = "2025-11-05";
    const { rows, rejected } = await readText(
      `k,at,seen,v\n1,${day},${day},\n,${day},${day},\n2,,${day},\n3,${day}, ,\n`,
      plan,
    );
    expect(rows).toHaveLength(1);
    expect(rejected.map(({ line, column, reason }) => [line, column, reason])).toEqual(
      ["k", "at", "seen"].map((column, at) => [
        at + 3,
        column,
        "is empty, and every row needs its key and its times",
      ]),
    );
  });

  test("says so when the key is empty in every row", async () => {
    await expect(readText("k,v\n,1\n,2\n", planOf("k v", { key: ["k"] }))).rejects.toMatchObject({
      code: "empty_key_column",
      message:
        "The key “k” is empty in all 2 rows, so that no row belongs to anything. Choose another key column.",
    });
  });

  test("a mixed column read as times rejects the words", async () => {
    const { rows, rejected } = await readText("at\n2025-11-05\nsoon\n", planOf("at:timestamp"));
    expect(rows).toEqual([["2025-11-05T00:00:00Z"]]);
    expect(rejected).toMatchObject([{ line: 3, value: "soon" }]);
  });

  test("texts whose hashes are equal stay apart", async () => {
    // Known collisions of 32-bit FNV-1a.
    const words = ["costarring", "liquid", "declinate", "macallums", "costarring"];
    expect((await readText(`a\n${words.join("\n")}`, planOf("a"))).rows.flat()).toEqual(words);
  });

  test("a quoted blank is null, unless the plan says that it is the empty text", async () => {
    const text = 'a,b\n"",""\n,\n';
    expect((await readText(text, planOf("a b:int64"))).rows).toEqual([
      [null, null],
      [null, null],
    ]);
    expect((await readText(text, planOf("a b:int64", { quotedBlankIsNull: false }))).rows).toEqual([
      ["", null],
      [null, null],
    ]);
  });

  test("the plan's words for null are null, and others are not", async () => {
    const plan = planOf("a:float64 b", {}, { nulls: ["NA"] });
    expect(await readText("a,b\nNA,NA\n1,N/A\nN/A,x\n", plan)).toMatchObject({
      rows: [
        [null, null],
        [1, "N/A"],
      ],
      rejected: [{ line: 4, column: "a" }],
    });
  });

  test("a header only gives one batch without rows", async () => {
    const batches = [];
    for await (const batch of readCsv(new Blob(["a,b\n"]), planOf("a b:int64"))) batches.push(batch);
    expect(batches.map(({ rows }) => [rows.numRows, rows.columns.size])).toEqual([[0, 2]]);
  });

  test("in a file of one column a blank line is a null", async () => {
    expect(await readText("a\n1\n\n3\n", planOf("a:int64"))).toMatchObject({
      rows: [[1n], [null], [3n]],
      lines: [2, 3, 4],
      ambiguousTimes: 0,
    });
  });

  test("__proto__, constructor and toString are columns and values like any other", async () => {
    const text = "__proto__,constructor,toString\n__proto__,constructor,toString\nhasOwnProperty,1,2\n";
    expect(
      (await readText(text, planOf("__proto__ constructor toString", { key: ["__proto__"] }))).rows,
    ).toEqual([
      ["__proto__", "constructor", "toString"],
      ["hasOwnProperty", "1", "2"],
    ]);
  });

  test("counts the times that came twice, and takes the first", async () => {
    const plan = planOf("at:timestamp", { zone: "Europe/Berlin" });
    const batches = [];
    for await (const batch of readCsv(new Blob(["at\n2025-10-26 02:30\n2025-10-26 04:30\n"]), plan))
      batches.push(batch);
    expect(batches[0]?.ambiguousTimes).toBe(1);
    expect(batches.flatMap(({ rows }) => tableRows(csvTable(rows)))).toEqual([
      ["2025-10-26T00:30:00Z"],
      ["2025-10-26T03:30:00Z"],
    ]);
  });

  test("bytes that turn out not to be UTF-8 reject their rows only", async () => {
    const bytes = new Uint8Array([...encode("a\nx\nJos"), 0xe9, ...encode("\ny\n")]);
    expect(await readText(bytes, planOf("a"))).toMatchObject({
      rows: [["x"], ["y"]],
      rejected: [{ line: 3, value: "Jos\ufffd" }],
    });
  });

  test.each<["utf-16le" | "utf-16be" | "windows-1252" | "utf-8", number[]]>([
    ["utf-8", [0xef, 0xbb, 0xbf, ...encode("a\né\n")]],
    ["utf-16le", [0xff, 0xfe, ...Array.from("a\né\n", (c) => [c.charCodeAt(0), 0]).flat()]],
    ["utf-16be", [0xfe, 0xff, ...Array.from("a\né\n", (c) => [0, c.charCodeAt(0)]).flat()]],
    ["windows-1252", Array.from("a\né\n", (c) => c.charCodeAt(0))],
  ])("%s is read, without its byte order mark", async (encoding, bytes) => {
    expect((await readText(new Uint8Array(bytes), planOf("a", { encoding }))).rows).toEqual([["é"]]);
  });
});

describe("batches", () => {
  test("hold at most the rows asked for, and reject at most as many", async () => {
    const text = `a\n${Array.from({ length: 10 }, (_, n) => (n % 2 === 0 ? n : "x")).join("\n")}\nx\nx\nx\nx\n`;
    const sizes = [];
    for await (const { rows: read, lines, rejected } of readCsv(new Blob([text]), planOf("a:int64"), {
      batchRows: 3,
    })) {
      sizes.push([read.numRows, lines.length, rejected.length]);
    }
    expect(sizes).toEqual([
      [3, 3, 2],
      [2, 2, 3],
      [0, 0, 3],
      [0, 0, 1],
    ]);
  });

  test("any size of batch and any cutting of the bytes give the same rows", async () => {
    const part = fc.constantFrom(
      ",",
      "\n",
      "\r\n",
      '"',
      '""',
      '"x,y"',
      "1",
      "x",
      "é",
      "2025-01-01",
      "1,2,2025-01-01\n",
    );
    const file = fc.array(part, { maxLength: 60 }).map((parts) => parts.join(""));
    const plan = planOf("a b:int64 c:timestamp", { hasHeader: false, quotedBlankIsNull: false });
    await fc.assert(
      fc.asyncProperty(
        file,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 40 }),
        async (text, batchRows, size) => {
          const bytes = encode(text);
          const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
            bytes.slice(at * size, (at + 1) * size),
          );
          expect(await collect(readCsvChunks(pieces, plan, batchRows))).toEqual(await readText(text, plan));
        },
      ),
    );
  });
});

describe("a long file", () => {
  const file = new Blob([`a,b\n${"1,2025-11-05T14:00:00Z\n".repeat(200_000)}`]);
  const plan = planOf("a:int64 b:timestamp");

  test("tells how far it is, in bytes, up to the end", async () => {
    const seen: number[][] = [];
    for await (const _ of readCsv(file, plan, { onProgress: (read, total) => seen.push([read, total]) }));
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual([...seen].sort(([a = 0], [b = 0]) => a - b));
    expect(seen.at(-1)).toEqual([file.size, file.size]);
  });

  test("that was changed or moved meanwhile is told, with a way out", async () => {
    const gone = new Blob(["a\n1\n"]);
    gone.slice = () =>
      ({
        arrayBuffer: () => Promise.reject(new DOMException("gone", "NotReadableError")),
      }) as unknown as Blob;
    const reading = (async () => {
      for await (const _ of readCsv(gone, plan));
    })();
    await expect(reading).rejects.toMatchObject({
      code: "unreadable_file",
      message: expect.stringContaining("Choose it again"),
    });
  });

  test("stops within a megabyte of being cancelled", async () => {
    const controller = new AbortController();
    let bytesRead = 0;
    const reading = (async () => {
      const onProgress = (read: number) => {
        bytesRead = read;
        controller.abort();
      };
      for await (const _ of readCsv(file, plan, { signal: controller.signal, onProgress }));
    })();
    await expect(reading).rejects.toMatchObject({ name: "AbortError" });
    expect(bytesRead).toBe(2 ** 20);
  });
});

describe("a plan that cannot be followed is refused", () => {
  test.each([
    ["two columns of one name", planOf("a a"), /Two columns are named “a”/],
    ["a column without a name", planOf(":int64"), /A column has no name/],
    ["no column", planOf("a", {}, { included: false }), /No column is to be read/],
    ["a key that is no column", planOf("a", { key: ["b"] }), /“b” is not one of the columns/],
    ["an event time that is no time", planOf("a", { eventTime: "a" }), /“a” is read as string/],
  ])("%s", async (_, plan, message) => {
    await expect(readText("a\n1\n", plan)).rejects.toMatchObject({
      code: "invalid_plan",
      message: expect.stringMatching(message),
    });
  });
});
