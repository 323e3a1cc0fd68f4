import { expect, test } from "vitest";
import { LEAST_READING_MS, MOST_READING_MS, readingTimeMs } from "./reading-time";

const words = (count: number) => Array.from({ length: count }, () => "word").join(" ");

test("a longer sentence is given more time, word by word", () => {
  expect(readingTimeMs(words(20)) - readingTimeMs(words(10))).toBe(2500);
  expect(readingTimeMs(words(40)) - readingTimeMs(words(20))).toBe(5000);
});

test("twenty words take about six seconds: four words a second, and a look at the picture", () => {
  expect(readingTimeMs(words(20))).toBe(6000);
});

test("the shortest is shown long enough to look at the picture, and the longest does not stop a class", () => {
  expect(readingTimeMs("")).toBe(LEAST_READING_MS);
  expect(readingTimeMs("Nothing.")).toBe(LEAST_READING_MS);
  expect(readingTimeMs(words(500))).toBe(MOST_READING_MS);
});

test("a number, a moment and a mark beside a word are read as what stands between spaces", () => {
  expect(readingTimeMs(`${words(18)} 14.99, 08:36:01.`)).toBe(readingTimeMs(words(20)));
  expect(readingTimeMs(`  ${words(20)}\n`)).toBe(readingTimeMs(words(20)));
});
