import { expect, test } from "vitest";
import type { EntitySlice } from "../../microfs/core";
import { editSlice } from "../../scenario/edits/edit-slice";
import { scenarioSliceNamed } from "../scenario-slices";
import { momentOf, verdictsAt } from "../step/step-verdicts";
import { editOfMove, type MoveTarget } from "./interaction";

const { slice } = scenarioSliceNamed("train");
const us = (iso: string) => BigInt(Date.parse(iso)) * 1000n;
const move = (from: EntitySlice, target: MoveTarget, toUs: bigint, tUs = momentOf(from, 1)) => {
  const edit = editOfMove({ slice: from, tUs }, target, toUs);
  return edit === null ? from : editSlice(from, [edit]);
};
const verdicts = (edited: typeof slice) => {
  const [join] = edited.joins;
  return join === undefined
    ? []
    : verdictsAt(edited, join, 1)
        .slice()
        .map((row) => `${row.row} ${row.verdict}`);
};

test("a payment moved over the line becomes the future, and moved back all is as before", () => {
  const over = move(slice, { kind: "row", join: 0, row: 2 }, us("2025-11-06T09:12:00Z"));
  expect(verdicts(over)).toEqual(["0 expired", "1 chosen", "3 not_yet_known", "2 future", "4 future"]);
  const back = move(over, { kind: "row", join: 0, row: 2 }, us("2025-11-03T09:12:00Z"));
  expect(back).toEqual(slice);
});

test("a moved row keeps how late it was known, and its event-time column follows", () => {
  const moved = move(slice, { kind: "row", join: 1, row: 2 }, us("2025-11-03T08:00:00Z")).joins[1];
  expect(moved?.createdTimesUs?.[2]).toBe(us("2025-11-05T10:00:00Z"));
  expect(moved?.columns.find(({ name }) => name === "timestamp")?.values[2]).toBe(us("2025-11-03T08:00:00Z"));
});

test("a moved prediction keeps its number and takes its new place in time", () => {
  const moved = move(slice, { kind: "spine_row", row: 1 }, us("2025-11-09T00:00:00Z"));
  expect([...moved.spine.rows]).toEqual([0, 2, 1]);
  expect(momentOf(moved, 1)).toBe(us("2025-11-09T00:00:00Z"));
  expect(moved.spine.columns.find((column) => column.name === "activity_count")?.values).toEqual([
    5n,
    9n,
    15n,
  ]);
});

test("a longer TTL takes the expired row back, a longer delay rules out more", () => {
  expect(verdicts(move(slice, { kind: "ttl", join: 0 }, momentOf(slice, 1) - 864_000_000_000n))[0]).toBe(
    "0 superseded",
  );
  expect(verdicts(move(slice, { kind: "delay", join: 0 }, momentOf(slice, 1) - 259_200_000_000n))[2]).toBe(
    "2 not_yet_known",
  );
});

test("when a row became known can be moved, and no further back than when it happened", () => {
  const known = (iso: string) => move(slice, { kind: "created", join: 1, row: 2 }, us(iso)).joins[1];
  const happened = slice.joins[1]?.eventTimesUs[2];
  expect(known("2025-11-08T08:00:00Z")?.createdTimesUs?.[2]).toBe(us("2025-11-08T08:00:00Z"));
  expect(known("2025-11-08T08:00:00Z")?.eventTimesUs[2]).toBe(happened);
  expect(known("2025-01-01T00:00:00Z")?.createdTimesUs?.[2]).toBe(happened);
});

test("a row whose group has no such time is not known at another one", () => {
  expect(move(slice, { kind: "created", join: 0, row: 2 }, 0n)).toEqual(slice);
});

test("an edit of a row that is not there changes nothing", () => {
  expect(move(slice, { kind: "row", join: 0, row: 99 }, 0n)).toEqual(slice);
  expect(move(slice, { kind: "spine_row", row: 99 }, 0n)).toEqual(slice);
});
