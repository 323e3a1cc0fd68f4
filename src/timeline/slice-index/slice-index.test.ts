import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type EntitySlice, explainSlice, isLeak, type SliceJoin, VERDICTS } from "../../microfs/core";
import { propertyRuns } from "../../microfs/testing/property-runs";
import type { Edit } from "../../scenario/edits/edit";
import { editSlice } from "../../scenario/edits/edit-slice";
import { editOfMove, type MoveTarget } from "../interaction/interaction";
import { anyRule, anySlice } from "../testing/any-slice";
import { candidatesOf, chosenRow, sliceIndex } from "./slice-index";

const HOUR_US = 3_600_000_000n;

/** What may be dragged, wherever it is taken: by so many hours, of that row or edge. */
const anyDrag = fc.record({
  takes: fc.constantFrom("row", "spine row", "ttl", "delay"),
  which: fc.nat(6),
  hours: fc.integer({ min: -30, max: 30 }),
});
type Drag = typeof anyDrag extends fc.Arbitrary<infer Taken> ? Taken : never;

function editOf(slice: EntitySlice, join: number, { takes, which, hours }: Drag): Edit | null {
  const tUs = slice.spine.timesUs[0] ?? 0n;
  const rows = slice.joins[join];
  const position = which % Math.max(1, rows?.rows.length ?? 0);
  const targets: Record<string, [MoveTarget, bigint | undefined]> = {
    row: [{ kind: "row", join, row: rows?.rows[position] ?? -1 }, rows?.eventTimesUs[position]],
    "spine row": [{ kind: "spine_row", row: slice.spine.rows[0] ?? -1 }, tUs],
    ttl: [{ kind: "ttl", join }, tUs],
    delay: [{ kind: "delay", join }, tUs],
  };
  const [target, us] = targets[takes] ?? [];
  return target === undefined || us === undefined
    ? null
    : editOfMove({ slice, tUs }, target, us + BigInt(hours) * HOUR_US);
}

/** All that is said of a join's candidates at a spine row, against what `explain` says. */
function expectExplained(slice: EntitySlice, join: SliceJoin, position: number): void {
  const tUs = slice.spine.timesUs[position] ?? 0n;
  const { reason, candidates } = explainSlice(slice, join, position);
  const found = sliceIndex(slice).verdictsAt(join, tUs);
  expect(found.reason).toBe(reason);
  expect(found.slice()).toEqual(candidates);
  expect(found.chosen).toEqual(candidates.find(({ verdict }) => verdict === "chosen"));
  expect(Array.from(found.candidates.eventUs)).toEqual(candidates.map(({ eventTime }) => Number(eventTime)));
  candidates.forEach((candidate, place) => {
    expect(found.candidates.placeOf(candidate.row)).toBe(place);
    expect(found.candidates.rowAt(place)).toBe(candidate.row);
    const there = candidates.filter(({ eventTime }) => eventTime === candidate.eventTime);
    expect(found.countAt(candidate.eventTime)).toBe(there.length);
    for (const verdict of VERDICTS)
      expect(found.countAt(candidate.eventTime, verdict)).toBe(
        there.filter((other) => other.verdict === verdict).length,
      );
  });
  for (const verdict of VERDICTS)
    expect(found.firstOf(verdict)).toBe(candidates.findIndex((row) => row.verdict === verdict));
}

describe("verdictsAt", () => {
  test("says what explain says, whatever is dragged, again and again", () => {
    fc.assert(
      fc.property(anySlice, fc.array(anyDrag, { minLength: 1, maxLength: 5 }), (slice, drags) => {
        slice.joins.forEach((_, number) => {
          let now = slice;
          for (const drag of drags) {
            const edit = editOf(now, number, drag);
            if (edit !== null) now = editSlice(now, [edit]);
            for (const join of now.joins)
              for (const at of now.spine.rows.keys()) expectExplained(now, join, at);
          }
        });
      }),
      propertyRuns(500),
    );
  });

  test("is exact for times far beyond the exact doubles", () => {
    const anyShift = fc.constantFrom(2n ** 62n, -(2n ** 62n) + 1n);
    fc.assert(
      fc.property(anySlice, anyRule, anyShift, (slice, rule, shiftUs) => {
        const far = (times: BigInt64Array) => times.map((us) => us / HOUR_US + shiftUs);
        const near = (us: bigint | null) => us && us / HOUR_US;
        const joins = slice.joins.map((join) => ({
          ...join,
          eventTimesUs: far(join.eventTimesUs),
          createdTimesUs: join.createdTimesUs && far(join.createdTimesUs),
          rule: { ...rule, ttlUs: near(rule.ttlUs), delayUs: rule.delayUs / HOUR_US },
        }));
        const there = { ...slice, joins, spine: { ...slice.spine, timesUs: far(slice.spine.timesUs) } };
        joins.forEach((join) => {
          const { reason, candidates } = explainSlice(there, join, 0);
          const found = sliceIndex(there).verdictsAt(join, there.spine.timesUs[0] ?? 0n);
          expect({ reason, candidates }).toEqual({ reason: found.reason, candidates: found.slice() });
        });
      }),
      propertyRuns(1000),
    );
  });
});

test("chosenRow names the row that explain says is chosen, under any rule, and whether it leaks", () => {
  fc.assert(
    fc.property(anySlice, anyRule, (slice, rule) => {
      for (const join of slice.joins) {
        const tUs = slice.spine.timesUs[0] ?? 0n;
        const { candidates } = explainSlice(slice, join, 0, rule);
        const chosen = candidates.find(({ verdict }) => verdict === "chosen");
        expect(chosenRow(join, tUs, rule)).toEqual({
          row: chosen?.row ?? -1,
          isLeak: chosen !== undefined && isLeak(chosen, tUs, join.groupClock),
        });
      }
    }),
  );
});

describe("what belongs to rows", () => {
  test("is kept while the line and the rule are dragged, and made anew where a row is", () => {
    fc.assert(
      fc.property(anySlice, fc.array(anyDrag), (slice, drags) => {
        let now = slice;
        for (const drag of drags) {
          const edit = editOf(now, 0, drag);
          const before = now.joins.map(candidatesOf);
          if (edit !== null) now = editSlice(now, [edit]);
          now.joins.forEach((join, number) => {
            const isMoved = join.eventTimesUs !== slice.joins[number]?.eventTimesUs && number === 0;
            if (drag.takes !== "row" || !isMoved) expect(candidatesOf(join)).toBe(before[number]);
          });
        }
      }),
    );
  });

  test("is made anew where only created times differ", () => {
    fc.assert(
      fc.property(anySlice, (slice) => {
        for (const join of slice.joins) {
          if (join.createdTimesUs === null) continue;
          candidatesOf(join);
          const later = { ...join, createdTimesUs: join.createdTimesUs.map((us) => us + HOUR_US) };
          expectExplained(slice, later, 0);
        }
      }),
    );
  });

  test("finds rows also where their numbers do not ascend", () => {
    fc.assert(
      fc.property(anySlice, (slice) => {
        for (const join of slice.joins) {
          const turned = { ...join, rows: join.rows.toReversed(), eventTimesUs: join.eventTimesUs.slice() };
          for (const [position, row] of turned.rows.entries())
            expect(candidatesOf(turned).positionOf(row)).toBe(position);
          expect(candidatesOf(turned).positionOf(999)).toBe(-1);
          expect(candidatesOf(turned).placeOf(999)).toBe(-1);
        }
      }),
    );
  });
});

test("the extent reaches from the first to the last time of any kind", () => {
  fc.assert(
    fc.property(anySlice, (slice) => {
      const all = [
        ...slice.spine.timesUs,
        ...slice.joins.flatMap((join) => [...join.eventTimesUs, ...(join.createdTimesUs ?? [])]),
      ].sort((a, b) => Number(a - b));
      expect(sliceIndex(slice).extent).toEqual({ firstUs: all[0], lastUs: all.at(-1) });
    }),
  );
});
