import { describe, expect, test } from "vitest";
import { CellFlag, Reason, type ReasonName } from "../../../microfs/core";
import { countNotable, type NotableKind, nextNotable } from "./notable-rows";

const DRAWN: Readonly<Record<string, { reason?: ReasonName; flags?: number }>> = {
  ".": {},
  x: { reason: "expired" },
  n: { reason: "no_entity" },
  "!": { flags: CellFlag.leak },
  "=": { flags: CellFlag.tie },
  l: { flags: CellFlag.late },
  c: { flags: CellFlag.change },
  L: { flags: CellFlag.leak | CellFlag.late | CellFlag.change },
  // That another join would have taken a later row is no notable of its own.
  s: { flags: CellFlag.stale },
};

/** One string per join, one character per training row. */
function drawn(...joins: string[]) {
  return {
    numRows: joins[0]?.length ?? 0,
    joins: joins.map((cells, number) => {
      const drawnCells = [...cells].map((cell) => DRAWN[cell] ?? {});
      return {
        fgName: `join ${number}`,
        index: new Int32Array(),
        eventTimesUs: new BigInt64Array(),
        reason: Uint8Array.from(drawnCells, ({ reason = "chosen" }) => Reason[reason]),
        flags: Uint8Array.from(drawnCells, ({ flags = 0 }) => flags),
      };
    }),
  };
}

describe("nextNotable", () => {
  test.each<[string, string, NotableKind, number, string]>([
    ["..x.n.", "......", "any", 0, "2 join 0 expired"],
    ["..x.n.", "......", "empty", 2, "4 join 0 no_entity"],
    ["..x.n.", "......", "no_entity", 0, "4 join 0 no_entity"],
    ["..x.n.", "......", "empty", 4, "2 join 0 expired"], // in a circle
    ["..x.n.", "......", "leak", 0, "none"],
    ["s.s...", "..s...", "any", 0, "none"],
    ["......", ".=.l..", "tie", 0, "1 join 1 tie"],
    ["......", ".=.l..", "late", 0, "3 join 1 late"],
    ["......", ".=....", "tie", 1, "1 join 1 tie"], // the only one is where we are
    ["..L...", "......", "any", 0, "2 join 0 leak"], // of several, the gravest
    ["..L...", "......", "change", 0, "2 join 0 change"],
    [".c.", ".x.", "empty", 0, "1 join 1 expired"], // the join that shows it
  ])("%s %s: the next %s after row %i is %s", (first, second, kind, from, expected) => {
    const notable = nextNotable(drawn(first, second), kind, from);
    expect(notable === null ? "none" : `${notable.trainingRow} join ${notable.join} ${notable.kind}`).toBe(
      expected,
    );
  });

  test("looks at one join only where that is asked for", () => {
    expect(nextNotable(drawn("!...", "..!."), "leak", 0, 1)?.trainingRow).toBe(2);
  });

  test("there is nothing to see in an empty training set", () => {
    expect(nextNotable(drawn(""), "any", 0)).toBeNull();
  });
});

test("countNotable counts training rows, each once however many joins show it", () => {
  const counts = countNotable(drawn("x.!=..", "xn.L.."));
  expect(counts).toMatchObject({
    empty: 2,
    expired: 1,
    no_entity: 1,
    leak: 2,
    tie: 1,
    late: 1,
    change: 1,
    any: 4,
  });
  expect(counts.null_key).toBe(0);
});
