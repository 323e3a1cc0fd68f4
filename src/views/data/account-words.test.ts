import { expect, test } from "vitest";
import { accountWords } from "./account-words";

test.each([
  [{ rows: 10, inserted: 7, duplicates: 1, leftOut: 2 }, "10 rows read = 7 stored + 1 repeated + 2 left out"],
  [{ rows: 1, inserted: 1, duplicates: 0, leftOut: 0 }, "1 row read = 1 stored + 0 repeated + 0 left out"],
])("%j", (account, words) => {
  expect(accountWords(account).replaceAll("\u00a0", " ")).toBe(words);
});
