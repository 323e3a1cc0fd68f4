import { expect, test } from "vitest";
import { Column } from "./column";
import { appendColumn, type Utf8Texts } from "./column-batch";

function utf8(...texts: string[]): Utf8Texts {
  const encoded = texts.map((text) => new TextEncoder().encode(text));
  const offsets = new Int32Array(texts.length + 1);
  for (const [at, { length }] of encoded.entries()) offsets[at + 1] = (offsets[at] ?? 0) + length;
  return { length: texts.length, offsets, bytes: Uint8Array.from(encoded.flatMap((bytes) => [...bytes])) };
}

test.each([
  ["ASCII", ["", "a", "user 00012345", "x"]],
  ["of one to four bytes a character", ["é", "", "日本", "a👩‍🚀b", "\u{10ffff}", "ÿz", "e\u0301"]],
  ["with byte order marks", ["\ufeff", "\ufeffa", "a"]],
])("texts are appended as they are: %s", (_, texts) => {
  const column = new Column("string");
  const batch = {
    type: "string" as const,
    values: Int32Array.from(texts.map((_text, code) => code).reverse()),
    valid: new Uint8Array(texts.length).fill(1),
    texts: utf8(...texts),
  };
  appendColumn(column, batch, texts.length);
  appendColumn(column, batch, texts.length);
  const backwards = [...texts].reverse();
  expect(Array.from({ length: column.length }, (_none, row) => column.get(row))).toEqual([
    ...backwards,
    ...backwards,
  ]);
  expect(column.dictionary?.texts).toEqual(backwards);
});

test("a text that no row has is not appended, and a null is none", () => {
  const column = new Column("string");
  const values = Int32Array.of(1, 0);
  appendColumn(column, { type: "string", values, valid: Uint8Array.of(1, 0), texts: utf8("no", "yes") }, 2);
  expect([column.get(0), column.get(1)]).toEqual(["yes", null]);
  expect(column.dictionary?.texts).toEqual(["yes"]);
});
