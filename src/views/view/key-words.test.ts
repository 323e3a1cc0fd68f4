import { expect, test } from "vitest";
import type { KeyMend } from "../../why-empty/keys/compare-keys";
import type { KeyCheck } from "../../worker/check-keys";
import { littleWords } from "./key-words";

const check = (foundRows: number, askedRows: number, mapping: KeyCheck["mapping"] = null): KeyCheck => ({
  request: { spine: "asks", group: "payments", on: [{ spineColumn: "user_id", column: "user" }] },
  askedRows,
  askedKeys: askedRows,
  foundRows,
  foundKeys: foundRows,
  pair: { spineColumn: "user_id", column: "user" },
  mends: [],
  mapping,
});
const mend = (asked: string, there: string): KeyMend => ({
  kind: "change",
  change: { kind: "trim" },
  sides: ["group"],
  found: { rows: 9, keys: 9, example: { asked, there } },
});

test.each([
  [
    littleWords(check(0, 20_000), mend("2743", "00002743")),
    "0 of 20 000 rows find their user_id in payments: “2743” is written “00002743” there.",
  ],
  [
    littleWords(check(1, 3), mend("u1", " u1\u00a0")),
    "1 of 3 rows finds their user_id in payments: “u1” is written “␣u1␣” there.",
  ],
  [
    littleWords(check(0, 3), undefined),
    "0 of 3 rows find their user_id in payments. Blanks, capitals and zeros are not why, and no other column holds it.",
  ],
  [littleWords(check(2, 9), undefined), "2 of 9 rows find their user_id in payments."],
])("%s", (words, expected) => {
  expect(words.replaceAll("\u00a0", " ")).toBe(expected);
});
