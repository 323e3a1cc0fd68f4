import { expect, test } from "vitest";
import { NO_MATCH } from "../microfs/core";
import { addWritten, type GivenEntity, isOther, noWrittenRows, WrittenMark } from "./written-rows";

/** Asked at 10, 20 and 30; rows 7, 5 and 9 of the group can be used from 10, 15 and 40 on. */
const GIVEN: GivenEntity = {
  trainingRows: Int32Array.of(0, 2, 4),
  predictionsUs: BigInt64Array.of(10n, 20n, 30n),
  rows: Int32Array.of(7, 5, 9),
  leaksBeforeUs: BigInt64Array.of(10n, 15n, 40n),
};
/** Training rows 1 and 3 are another entity's. */
const ENGINE = Int32Array.of(7, 1, 5, 1, 5);
const { not_run, same, differs, differs_and_leaks } = WrittenMark;

function added(...taken: number[]) {
  const written = noWrittenRows(5);
  const counts = addWritten(written, GIVEN, Int32Array.from(taken), ENGINE);
  return { counts, index: [...written.index], marks: [...written.marks] };
}

test("where the same rows are taken nothing differs, and other entities' rows stay as they are", () => {
  expect(added(0, 1, 1)).toEqual({
    counts: { compared: 3, differs: 0, leaks: 0 },
    index: [7, NO_MATCH, 5, NO_MATCH, 5],
    marks: [same, not_run, same, not_run, same],
  });
});

test("another row differs, and leaks where it could not be known by then; no row never leaks", () => {
  expect(added(1, NO_MATCH, 2)).toEqual({
    counts: { compared: 3, differs: 3, leaks: 2 },
    index: [5, NO_MATCH, NO_MATCH, NO_MATCH, 9],
    marks: [differs_and_leaks, not_run, differs, not_run, differs_and_leaks],
  });
});

test("a row that is known at the very moment is no leak", () => {
  expect(added(0, 0, 0).marks).toEqual([same, not_run, differs, not_run, differs]);
  expect([not_run, same, differs, differs_and_leaks].map(isOther)).toEqual([false, false, true, true]);
});

test("what is no row of the entity's, and a missing answer, are refused", () => {
  expect(() => added(3, 1, 1)).toThrow("0 to 2: 3");
  expect(() => added(0, 1)).toThrow("3 predictions");
});
