import { expect, test } from "vitest";
import { NO_MATCH } from "../../../microfs/core";
import type { OwnJoinCells } from "../../../state/own-join/own-join";
import { nextOtherRow, otherRowAt, otherRows, yoursAt } from "./other-rows";

/** Three training rows, three joins, of which the second is not compared. Marks: 0 not run, 1 same, 2 differs, 3 leaks. */
const JOINS: readonly OwnJoinCells[] = [
  compared([7, NO_MATCH, 9], [1, 2, 3]),
  { kind: "not_compared", why: "direction" },
  compared([4, 5, 6], [2, 0, 1]),
];
const RUN = { joins: JOINS };

function compared(index: number[], marks: number[]): OwnJoinCells {
  return { kind: "compared", written: { index: Int32Array.from(index), marks: Uint8Array.from(marks) } };
}

test("what differs comes in the order of the table, and no row is a difference too", () => {
  expect(otherRows(RUN, 3)).toEqual([
    { trainingRow: 0, join: 2, yours: 4, leaks: false },
    { trainingRow: 1, join: 0, yours: null, leaks: false },
    { trainingRow: 2, join: 0, yours: 9, leaks: true },
  ]);
});

test("where it has not run, or is not compared, nobody knows what is yours", () => {
  expect(yoursAt(RUN, 0, 0)).toEqual({ row: 7 });
  expect(yoursAt(RUN, 1, 0)).toEqual({ row: null });
  expect([yoursAt(RUN, 1, 2), yoursAt(RUN, 0, 1), yoursAt(RUN, 0, 9)]).toEqual([null, null, null]);
  expect([otherRowAt(RUN, 0, 0), otherRowAt(RUN, 0, 1), otherRowAt(RUN, -1, 0)]).toEqual([null, null, null]);
});

test("the next one is found from any cell, both ways, and round the end", () => {
  const goes = (trainingRow: number, join: number, by: 1 | -1) => {
    const next = nextOtherRow(RUN, 3, { trainingRow, join }, by);
    return next && [next.trainingRow, next.join];
  };
  expect(goes(0, 0, 1)).toEqual([0, 2]);
  expect(goes(0, 2, 1)).toEqual([1, 0]);
  expect(goes(2, 0, 1)).toEqual([0, 2]);
  expect(goes(0, 2, -1)).toEqual([2, 0]);
  expect(goes(1, 0, -1)).toEqual([0, 2]);
  expect(nextOtherRow({ joins: [compared([7], [1])] }, 1, { trainingRow: 0, join: 0 }, 1)).toBeNull();
  // The only one is met again.
  const alone = { joins: [compared([7, 8], [1, 2])] };
  expect(nextOtherRow(alone, 2, { trainingRow: 1, join: 0 }, 1)).toMatchObject({ trainingRow: 1 });
});
