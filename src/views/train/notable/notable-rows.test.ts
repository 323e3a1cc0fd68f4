import { describe, expect, test } from "vitest";
import { countNotable, type NotableSought, nextNotable, placeWords } from "./notable-rows";
import { columnOfJoin, drawn } from "./testing/drawn-cells";

describe("nextNotable", () => {
  test.each<[string, string, NotableSought, from: [trainingRow: number, join: number], string]>([
    ["..x.n.", "......", "empty", [0, 0], "2 join 0 expired"],
    ["..x.n.", "......", "empty", [2, 0], "4 join 0 no_entity"],
    ["..x.n.", "......", "no_entity", [0, 0], "4 join 0 no_entity"],
    ["..x.n.", "......", "empty", [4, 0], "2 join 0 expired"], // in a circle
    ["..x.n.", "......", "leak", [0, 0], "none"],
    ["s.s...", "..s...", "change", [0, 0], "none"],
    ["......", ".=.l..", "tie", [0, 0], "1 join 1 tie"],
    ["......", ".=.l..", "late", [0, 0], "3 join 1 late"],
    ["......", ".=....", "tie", [1, 1], "1 join 1 tie"], // the only one is where we are
    ["..L...", "......", "change", [0, 0], "2 join 0 change"],
    [".c.", ".x.", "empty", [0, 0], "1 join 1 expired"], // the join that shows it
    ["!!", "!!", "leak", [0, 0], "0 join 1 leak"], // every cell, not only every row
    ["!!", "!!", "leak", [0, 1], "1 join 0 leak"],
    ["!!", "!!", "leak", [1, 1], "0 join 0 leak"],
    ["!.", "..", "leak", [-1, 1], "0 join 0 leak"], // from before the first
  ])("%s %s: the next %s after %j is %s", (first, second, sought, [trainingRow, join], expected) => {
    const notable = nextNotable(drawn(first, second), sought, { trainingRow, join });
    expect(notable === null ? "none" : `${notable.trainingRow} join ${notable.join} ${notable.kind}`).toBe(
      expected,
    );
  });

  test.each<[string, string, from: [trainingRow: number, join: number], string]>([
    ["!.!", ".!.", [2, 0], "1 join 1"],
    ["!.!", ".!.", [1, 1], "0 join 0"],
    ["!.!", ".!.", [0, 0], "2 join 0"], // in a circle
    ["!..", "...", [0, 0], "0 join 0"],
    ["...", "...", [1, 0], "none"],
  ])("%s %s: the leak before %j is %s", (first, second, [trainingRow, join], expected) => {
    const notable = nextNotable(drawn(first, second), "leak", { trainingRow, join }, -1);
    expect(notable === null ? "none" : `${notable.trainingRow} join ${notable.join}`).toBe(expected);
  });

  test("there is nothing to see in an empty training set", () => {
    expect(nextNotable(drawn(""), "empty", { trainingRow: 0, join: 0 })).toBeNull();
  });
});

test("countNotable counts the cells of each kind, as the totals of a training set do", () => {
  const counts = countNotable(drawn("x.!=..", "xn.L.."));
  expect(counts).toMatchObject({ empty: 3, expired: 2, no_entity: 1, leak: 2, tie: 1, late: 1, change: 1 });
  expect(counts.null_key).toBe(0);
});

test.each<[Parameters<typeof placeWords>[1], string]>([
  [{ trainingRow: 0, join: 1, kind: "expired" }, "empty: expired · 2 of 3"],
  [{ trainingRow: 2, join: 0, kind: "expired" }, "empty: expired · 3 of 3"],
  [{ trainingRow: 1, join: 1, kind: "no_entity" }, "empty: no such entity · the only one"],
])("the words on %j: %s", (notable, words) => {
  expect(placeWords(drawn("x.x", "xn."), notable)).toBe(words);
});

test("leaks are counted by cells: a row that leaks makes one of every feature", () => {
  const [amount, status, minutes] = [
    columnOfJoin(0, "amount"),
    columnOfJoin(0, "status"),
    columnOfJoin(1, "m"),
  ];
  const training = { ...drawn("!.!", ".x!"), columns: [amount, status, minutes] };
  expect(countNotable(training)).toMatchObject({ leak: 5, expired: 1 });
  const place = (trainingRow: number, join: number) =>
    placeWords(training, { trainingRow, join, kind: "leak" });
  expect(place(0, 0)).toBe("leak · cells 1 to 2 of 5");
  expect(place(2, 0)).toBe("leak · cells 3 to 4 of 5");
  expect(place(2, 1)).toBe("leak · 5 of 5");
  expect(placeWords(training, { trainingRow: 1, join: 1, kind: "expired" })).toBe(
    "empty: expired · the only one",
  );
});

test("many are counted in groups of three digits", () => {
  const cells = drawn("!".repeat(17_083));
  expect(placeWords(cells, { trainingRow: 0, join: 0, kind: "leak" })).toBe("leak · 1 of 17\u00a0083");
});
