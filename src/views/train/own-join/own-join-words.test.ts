import { expect, test } from "vitest";
import { countWords, leakWords, stopWords } from "./own-join-words";

const counts = (cells: number, compared: number, differs: number, leaks: number) => ({
  cells,
  compared,
  differs,
  leaks,
});

test.each([
  [counts(24_052, 24_052, 12, 9), "Your join differs in 12 of 24 052 cells", "9 of them leak"],
  [counts(24_052, 24_052, 12, 1), "Your join differs in 12 of 24 052 cells", "1 of them leaks"],
  [counts(10, 10, 3, 0), "Your join differs in 3 of 10 cells", "none of them leaks"],
  [counts(10, 10, 3, 3), "Your join differs in 3 of 10 cells", "all of them leak"],
  [counts(10, 10, 2, 2), "Your join differs in 2 of 10 cells", "both leak"],
  [counts(10, 10, 1, 1), "Your join differs in 1 of 10 cells", "it leaks"],
  [counts(10, 10, 1, 0), "Your join differs in 1 of 10 cells", "it does not leak"],
  [counts(10, 4, 1, 0), "Your join differs in 1 of 4 cells so far", "it does not leak"],
  [counts(10, 10, 0, 0), "Your join agrees with the engine in all 10 cells", ""],
  [counts(10, 4, 0, 0), "Your join agrees with the engine in all 4 cells so far", ""],
  [counts(1, 1, 0, 0), "Your join agrees with the engine in 1 cell", ""],
  [counts(10, 0, 0, 0), "Your join has not run on any cell yet", ""],
  [counts(0, 0, 0, 0), "Your join can be compared with none of these joins", ""],
])("%o", (given, said, leaks) => {
  expect([countWords(given).replaceAll("\u00a0", " "), leakWords(given)]).toEqual([said, leaks]);
});

test("where a program stops is told by its entity, however it stops", () => {
  const at = { join: 0, keyColumns: ["user_id", "shop"], key: [31n, "a"], trainingRow: 5 };
  const printed = "";
  expect(stopWords({ ...at, run: { kind: "failed", message: "NameError: no time", line: 4, printed } })).toBe(
    "It broke off at user 31, shop a, in line 4: NameError: no time",
  );
  expect(stopWords({ ...at, run: { kind: "failed", message: "No rows.", line: null, printed } })).toBe(
    "It broke off at user 31, shop a: No rows.",
  );
  expect(stopWords({ ...at, run: { kind: "timed_out", limitMs: 30_000, printed } })).toBe(
    "It was not through after 30 seconds, at user 31, shop a, and was ended.",
  );
  expect(stopWords({ ...at, run: { kind: "flooded", printed } })).toBe(
    "It printed more than can be shown, at user 31, shop a, and was ended.",
  );
});
