import { expect, test } from "vitest";
import { textAt, type Utf8Texts } from "../../../microfs/core";
import { HAS_NUL, NOT_UTF8, TextDictionary } from "./text-dictionary";

const codesOf = (dictionary: TextDictionary, ...texts: string[]) =>
  texts.map((text) => {
    const bytes = new TextEncoder().encode(`<${text}>`);
    return dictionary.codeOf(bytes, 1, bytes.length - 1);
  });
const textsOf = (texts: Utf8Texts) => Array.from({ length: texts.length }, (_, code) => textAt(texts, code));

test("equal texts have one code, in the order of their coming, the empty one too", () => {
  const dictionary = new TextDictionary();
  expect(codesOf(dictionary, "", "a", "", "abcd", "abce", "abcd", "a\u0301bcdé", "a")).toEqual([
    0, 1, 0, 2, 3, 2, 4, 1,
  ]);
  expect(textsOf(dictionary.take())).toEqual(["", "a", "abcd", "abce", "a\u0301bcdé"]);
});

test("texts of all lengths that differ in one letter are told apart", () => {
  const texts = Array.from({ length: 12 }, (_, length) => "x".repeat(length + 1)).flatMap((text) => [
    text,
    ...Array.from(text, (_, at) => `${text.slice(0, at)}y${text.slice(at + 1)}`),
  ]);
  const dictionary = new TextDictionary();
  expect(codesOf(dictionary, ...texts)).toEqual(texts.map((_, at) => at));
  expect(textsOf(dictionary.take())).toEqual(texts);
});

test.each(Array.from({ length: 9 }, (_, at) => at))(
  "a zero byte and a byte that is no UTF-8 are found at place %i of nine",
  (at) => {
    const dictionary = new TextDictionary();
    const bytes = new TextEncoder().encode("abcdefghi");
    expect(dictionary.codeOf(bytes, 0, 9)).toBe(0);
    expect(dictionary.codeOf(bytes.with(at, 0), 0, 9)).toBe(HAS_NUL);
    expect(dictionary.codeOf(bytes.with(at, 0xff), 0, 9)).toBe(NOT_UTF8);
    expect(dictionary.codeOf(bytes.with(at, 0x7f), 0, 9)).toBe(1);
  },
);

test("what was taken stays as it was while more texts come", () => {
  const dictionary = new TextDictionary();
  const many = Array.from({ length: 5000 }, (_, at) => `text ${at}`);
  codesOf(dictionary, ...many);
  const first = dictionary.take();
  expect(codesOf(dictionary, "other", "text 4999", "other")).toEqual([0, 1, 0]);
  const second = dictionary.take();
  expect(codesOf(dictionary, "third")).toEqual([0]);
  expect(textsOf(first)).toEqual(many);
  expect(textsOf(second)).toEqual(["other", "text 4999"]);
});
