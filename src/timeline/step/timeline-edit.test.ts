import { expect, test } from "vitest";
import { sceneNamed } from "../scenes/scenes";
import { momentOf, verdictsAt } from "./judgement";
import { applyEdit } from "./timeline-edit";

const { slice } = sceneNamed("train");
const us = (iso: string) => BigInt(Date.parse(iso)) * 1000n;
const verdicts = (edited: typeof slice) => {
  const [join] = edited.joins;
  return join === undefined
    ? []
    : verdictsAt(edited, join, 1)
        .slice()
        .map((row) => `${row.row} ${row.verdict}`);
};

test("a payment moved over the line becomes the future, and moved back all is as before", () => {
  const over = applyEdit(slice, {
    kind: "move_row",
    join: 0,
    row: 2,
    eventTimeUs: us("2025-11-06T09:12:00Z"),
  });
  expect(verdicts(over)).toEqual(["0 expired", "1 chosen", "3 not_yet_known", "2 future", "4 future"]);
  const back = applyEdit(over, {
    kind: "move_row",
    join: 0,
    row: 2,
    eventTimeUs: us("2025-11-03T09:12:00Z"),
  });
  expect(back).toEqual(slice);
});

test("a moved row keeps how late it was known, and its event-time column follows", () => {
  const moved = applyEdit(slice, {
    kind: "move_row",
    join: 1,
    row: 2,
    eventTimeUs: us("2025-11-03T08:00:00Z"),
  }).joins[1];
  expect(moved?.createdTimesUs?.[2]).toBe(us("2025-11-05T10:00:00Z"));
  expect(moved?.columns.find(({ name }) => name === "timestamp")?.values[2]).toBe(us("2025-11-03T08:00:00Z"));
});

test("a moved prediction keeps its number and takes its new place in time", () => {
  const moved = applyEdit(slice, { kind: "move_spine_row", row: 1, timeUs: us("2025-11-09T00:00:00Z") });
  expect([...moved.spine.rows]).toEqual([0, 2, 1]);
  expect(momentOf(moved, 1)).toBe(us("2025-11-09T00:00:00Z"));
  expect(moved.spine.columns.find((column) => column.name === "activity_count")?.values).toEqual([
    5n,
    9n,
    15n,
  ]);
});

test("a longer TTL takes the expired row back, a longer delay rules out more", () => {
  expect(verdicts(applyEdit(slice, { kind: "set_ttl", join: 0, ttlUs: 864_000_000_000n }))[0]).toBe(
    "0 superseded",
  );
  expect(verdicts(applyEdit(slice, { kind: "set_delay", join: 0, delayUs: 259_200_000_000n }))[2]).toBe(
    "2 not_yet_known",
  );
});

test("an edit of a row that is not there changes nothing", () => {
  expect(applyEdit(slice, { kind: "move_row", join: 0, row: 99, eventTimeUs: 0n })).toEqual(slice);
  expect(applyEdit(slice, { kind: "move_spine_row", row: 99, timeUs: 0n })).toEqual(slice);
});
