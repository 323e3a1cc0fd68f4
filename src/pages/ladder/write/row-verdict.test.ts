import { expect, test } from "vitest";
import { rightAnswers } from "../../../ladder/tests/answers";
import { JOIN_TESTS } from "../../../ladder/tests/join-tests";
import { verdictOnShown } from "./row-verdict";

/** What is said of a program that takes these rows in a test, one for each prediction; `null` for none. */
function said(name: string, rows: readonly (number | null)[]): string | null {
  const found = JOIN_TESTS.find((one) => one.name === name);
  if (found === undefined) throw new RangeError(`there is no test ${name}`);
  const yours = rows.map((row) => (row === null ? [] : [row]));
  return verdictOnShown({ test: found, right: rightAnswers(found), yours });
}

test.each<[test: string, rows: (number | null)[], says: string | null]>([
  ["last_before", [2], null],
  ["last_before", [3], "Your program takes a payment that has not happened yet."],
  ["last_before", [1], "Your program takes an older payment than the right one."],
  ["last_before", [0], "Your program takes a payment that is too old."],
  ["last_before", [null], "Your program takes no payment, although one fits."],
  ["same_moment", [0], "Your program takes the first of two at the same moment."],
  ["known_later", [0, 0], "Your program takes a payment that nobody knew of yet."],
  ["too_old", [0, 0], "Your program takes a payment that is too old."],
])("in %s, taking %j is told by the verdict of the row", (name, rows, says) => {
  expect(said(name, rows)).toBe(says);
});
