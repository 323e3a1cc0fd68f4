import { describe, expect, test } from "vitest";
import { appendBatch } from "../columns/append-batch";
import { FeatureGroup } from "../feature-group";
import { OverlaidKeys } from "./overlaid-keys";
import { overlaidOrder, RowOverlay } from "./row-overlay";

/** Four rows of the users a, b, a, c, one microsecond apart from 10 on. */
function group(): FeatureGroup {
  const made = new FeatureGroup({
    name: "g",
    schema: { user: "string", n: "float64", ts: "timestamp" },
    primaryKeys: ["user"],
    eventTime: "ts",
  });
  appendBatch(made, [
    { user: "a", n: 0, ts: 10n },
    { user: "b", n: 1, ts: 11n },
    { user: "a", n: null, ts: 12n },
    { user: "c", n: Number.NaN, ts: 13n },
  ]);
  made.show(4);
  return made;
}

/** Row 1 was changed, row 3 deleted, and two rows were added, known as 900 and 901. */
function overlaid(): RowOverlay {
  const overlay = new RowOverlay(group());
  overlay.set(1, "user", "d");
  overlay.set(1, "ts", 12n);
  overlay.delete(3);
  overlay.add(900, new Map([["user", "d"]]));
  overlay.add(
    901,
    new Map<string, string | bigint>([
      ["user", "a"],
      ["ts", 12n],
    ]),
  );
  return overlay;
}

describe("a row overlay", () => {
  test("numbers added rows after the stored ones, and knows all by their ids", () => {
    const overlay = overlaid();
    expect([...overlay.rows()]).toEqual([1, 4, 5]);
    expect([...overlay.covered()]).toEqual([1, 3]);
    expect([...overlay.ids(Int32Array.of(0, 1, 4, 5, -1))]).toEqual([0, 1, 900, 901, -1]);
    expect([overlay.rowOf(901), overlay.rowOf(1), overlay.rowOf(902)]).toEqual([5, 1, -1]);
  });

  test("reads what lies over a row, and what is stored where nothing does", () => {
    const overlay = overlaid();
    expect([1, 0, 4, 5].map((row) => overlay.cell(row, "user"))).toEqual(["d", "a", "d", "a"]);
    expect([1, 2, 4].map((row) => overlay.cell(row, "n"))).toEqual([1, null, null]);
    expect([1, 4].map((row) => overlay.timeUs(row, "ts"))).toEqual([12n, 0n]);
    const taken = overlay.take(Int32Array.of(5, -1, 4), "user");
    expect([0, 1, 2].map((row) => taken.get(row))).toEqual(["a", null, "d"]);
    expect(taken.dictionary?.texts).toEqual(["a", "d"]);
  });

  test("changes of rows that are not there, and of an added row that is deleted, leave nothing", () => {
    const overlay = new RowOverlay(group());
    overlay.set(900, "user", "z");
    overlay.delete(901);
    overlay.add(902, new Map([["user", "z"]]));
    overlay.set(902, "user", "y");
    overlay.delete(902);
    expect([...overlay.rows()]).toEqual([]);
    expect([...overlay.covered()]).toEqual([]);
  });

  test("leaves the group as it is", () => {
    const overlay = overlaid();
    overlay.set(0, "user", "z");
    expect(overlay.group.numRows).toBe(4);
    expect(overlay.group.column("user").get(0)).toBe("a");
  });
});

test("rows of one new key share a code after the stored ones; stored keys keep theirs", () => {
  const keys = new OverlaidKeys(overlaid(), ["user"]);
  const codes = [0, 1, 2, 4, 5].map((row) => keys.codeOf(row));
  expect(codes).toEqual([0, 3, 0, 3, 0]);
  expect(keys.storedCodeOf(1)).toBe(1);
});

test("a key that no stored row has is as new where its text has a code already", () => {
  const overlay = overlaid();
  const spine = new RowOverlay(group());
  for (const { group: side } of [overlay, spine]) side.column("user").dictionary?.add("d");
  const keys = new OverlaidKeys(overlay, ["user"], 3);
  spine.set(0, "user", "d");
  // Of what is stored of the spine, row 1 asks for a text that the group's dictionary knows and its index does not.
  const codeOf = keys.codesOf(Int32Array.of(0, 3, 0, 2), spine, ["user"]);
  expect([0, 1, 2, 3].map(codeOf)).toEqual([keys.codeOf(4), -2, 0, 2]);
  expect(keys.codeOf(4)).toBe(3);
});

test("a training order under an overlay is by time, ties in insertion order", () => {
  const spine = overlaid();
  const order = overlaidOrder(Int32Array.of(0, 1, 2, 3), spine.group.index.times("ts"), spine);
  // Row 4 has no time, which reads as 0; rows 1, 2 and 5 tie at 12.
  expect([...order.rows]).toEqual([4, 0, 1, 2, 5]);
  expect([...order.before]).toEqual([-1, 0, -1, 2, -1]);
});

test("a training order compares times exactly where one side's are beyond exact doubles", () => {
  const spine = new RowOverlay(group());
  spine.set(0, "ts", 2n ** 53n + 1n);
  spine.set(1, "ts", 2n ** 53n);
  spine.set(2, "ts", 13n);
  const order = overlaidOrder(Int32Array.of(0, 1, 2, 3), spine.group.index.times("ts"), spine);
  expect([...order.rows]).toEqual([2, 3, 1, 0]);
});
