import { describe, expect, test } from "vitest";
import type { FormatError } from "../../format-error";
import { detectEncoding } from "./detect-encoding";

const bytes = (...parts: Array<string | number[]>) =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === "string" ? Array.from(part, (c) => c.charCodeAt(0)) : part)),
  );
const utf16 = (text: string, littleEndian: boolean) =>
  bytes(Array.from(text).flatMap((c) => (littleEndian ? [c.charCodeAt(0), 0] : [0, c.charCodeAt(0)])));

describe("detectEncoding", () => {
  test.each([
    ["plain ASCII", bytes("id,name\n1,Ann\n"), { encoding: "utf-8", hasBom: false }],
    ["UTF-8", bytes("id\n", [0xc3, 0xa9]), { encoding: "utf-8", hasBom: false }],
    ["UTF-8 cut in the middle of a letter", bytes("id\n", [0xc3]), { encoding: "utf-8", hasBom: false }],
    ["UTF-8 with a byte order mark", bytes([0xef, 0xbb, 0xbf], "id\n"), { encoding: "utf-8", hasBom: true }],
    ["UTF-16 LE with a mark", bytes([0xff, 0xfe], "i\0d\0"), { encoding: "utf-16le", hasBom: true }],
    ["UTF-16 BE with a mark", bytes([0xfe, 0xff], "\0i\0d"), { encoding: "utf-16be", hasBom: true }],
    ["UTF-16 LE without", utf16("id,name\n1,Ann\n", true), { encoding: "utf-16le", hasBom: false }],
    ["UTF-16 BE without", utf16("id,name\n1,Ann\n", false), { encoding: "utf-16be", hasBom: false }],
    ["Latin-1", bytes("name\nJos", [0xe9], "\n"), { encoding: "windows-1252", hasBom: false }],
  ])("knows %s", (_, head, expected) => {
    expect(detectEncoding(head)).toEqual(expected);
  });

  test.each<[string, Uint8Array, FormatError["code"], RegExp]>([
    ["nothing", bytes(), "empty_file", /The file is empty\. Choose/],
    ["a PNG", bytes([0x89], "PNG\r\n", [0x1a], "\n"), "binary_content", /It is a PNG picture/],
    ["a JPEG", bytes([0xff, 0xd8, 0xff, 0xe0]), "binary_content", /It is a JPEG picture/],
    ["a workbook", bytes("PK", [3, 4], "...."), "binary_content", /save the sheet as CSV/],
    ["a Parquet file", bytes("PAR1", [21, 4, 21]), "binary_content", /It is a Parquet file/],
    [
      "random bytes",
      bytes([1, 2, 200, 3, 4, 0, 9, 7, 250, 0, 0, 0, 17]),
      "binary_content",
      /holds bytes that no text has/,
    ],
    [
      "a NUL byte in text",
      bytes(`id,name\n1,An\0n\n${"2,Bob\n".repeat(40)}`),
      "nul_bytes",
      /Line 2 holds a NUL byte/,
    ],
  ])("refuses %s", (_, head, code, message) => {
    expect(() => detectEncoding(head)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    );
  });
});
