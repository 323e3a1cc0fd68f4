import fc from "fast-check";
import { expect, test } from "vitest";
import { type EntitySlice, explainSlice } from "../../microfs/entity-slice";
import { applyEdit, type TimelineEdit } from "../step/timeline-edit";
import { anyRule, anySlice } from "../testing/any-slice";
import { type JudgedRows, judgeAgain, judgeRows } from "./judged-rows";
import { VERDICTS } from "./verdict-codes";
import { chosenByGroup } from "./verdict-groups";

const HOUR_US = 3_600_000_000n;

/** What a hand may do, wherever it is taken: by so many hours, of that row or edge. */
const anyHand = fc.record({
  takes: fc.constantFrom("row", "spine row", "ttl", "delay"),
  which: fc.nat(6),
  hours: fc.integer({ min: -30, max: 30 }),
});
type Hand = typeof anyHand extends fc.Arbitrary<infer Taken> ? Taken : never;

function editOf(slice: EntitySlice, join: number, { takes, which, hours }: Hand): TimelineEdit | null {
  const rows = slice.joins[join];
  const byUs = BigInt(hours) * HOUR_US;
  switch (takes) {
    case "row": {
      const position = which % Math.max(1, rows?.rows.length ?? 0);
      const row = rows?.rows[position];
      const us = rows?.eventTimesUs[position];
      if (row === undefined || us === undefined) return null;
      return { kind: "move_row", join, row, eventTimeUs: us + byUs };
    }
    case "spine row": {
      const row = slice.spine.rows[0] ?? -1;
      return { kind: "move_spine_row", row, timeUs: (slice.spine.timesUs[0] ?? 0n) + byUs };
    }
    case "ttl":
      return { kind: "set_ttl", join, ttlUs: BigInt(Math.abs(hours)) * HOUR_US };
    case "delay":
      return { kind: "set_delay", join, delayUs: BigInt(Math.abs(hours)) * HOUR_US };
  }
}

function expectWhole(judged: JudgedRows): void {
  const { candidates } = judged;
  expect(Array.from(judged.codes, (code) => VERDICTS[code])).toEqual(candidates.map((row) => row.verdict));
  expect(Array.from(judged.eventUs)).toEqual(candidates.map((row) => Number(row.eventTime)));
  if (judged.createdUs !== null)
    expect(Array.from(judged.createdUs)).toEqual(candidates.map((row) => Number(row.createdTime)));
  for (const verdict of VERDICTS)
    expect(judged.counts[verdict]).toBe(candidates.filter((row) => row.verdict === verdict).length);
  expect(judged.chosenAt).toBe(candidates.findIndex((row) => row.verdict === "chosen"));
}

test("whatever a hand moves, again and again, rows judged again are judged as if all were judged anew", () => {
  let again = 0;
  fc.assert(
    fc.property(anySlice, fc.array(anyHand, { minLength: 1, maxLength: 5 }), (slice, hands) => {
      slice.joins.forEach((join, number) => {
        let last = judgeRows(join, slice.spine.timesUs[0] ?? 0n);
        let now = slice;
        for (const hand of hands) {
          const edit = editOf(now, number, hand);
          if (edit === null) continue;
          now = applyEdit(now, edit);
          const edited = now.joins[number];
          const tUs = now.spine.timesUs[0];
          if (edited === undefined || tUs === undefined) throw new Error("an edit has lost a row");
          const next = judgeAgain(last, edited, tUs);
          if (edited.keyIsNull) {
            expect(next).toBeNull();
            continue;
          }
          if (next === null) throw new Error("a single move must be judged again");
          const { reason, candidates } = next;
          expect({ reason, candidates }).toEqual(explainSlice(now, edited, 0));
          expectWhole(next);
          expectWhole(judgeRows(edited, tUs));
          again++;
          last = next;
        }
      });
    }),
    { numRuns: 2000 },
  );
  expect(again).toBeGreaterThan(1000);
});

test("any rule judges rows in groups as explain judges each, times far beyond the exact doubles too", () => {
  const anyShift = fc.constantFrom(0n, 2n ** 62n, -(2n ** 62n) + 1n);
  fc.assert(
    fc.property(anySlice, anyRule, anyShift, (slice, rule, shiftUs) => {
      for (const own of slice.joins) {
        if (own.keyIsNull) continue;
        const far = (times: BigInt64Array) => times.map((us) => us / HOUR_US + shiftUs);
        const join = {
          ...own,
          eventTimesUs: far(own.eventTimesUs),
          createdTimesUs: own.createdTimesUs && far(own.createdTimesUs),
        };
        const near = (us: bigint | null) => us && us / HOUR_US;
        const ruled = {
          ...join,
          rule: { ...rule, ttlUs: near(rule.ttlUs), delayUs: rule.delayUs / HOUR_US },
        };
        for (const tUs of far(slice.spine.timesUs)) {
          const one = { ...slice, spine: { ...slice.spine, timesUs: BigInt64Array.of(tUs) } };
          const expected = explainSlice(one, ruled, 0);
          const judged = judgeRows(join, tUs);
          const again = judgeAgain(judged, ruled, tUs);
          expect(again?.candidates).toEqual(expected.candidates);
          expect(again?.reason).toBe(expected.reason);
          const chosen = expected.candidates.find(({ verdict }) => verdict === "chosen");
          expect(chosenByGroup(judged, tUs, ruled.rule)).toEqual(chosen);
        }
      }
    }),
    { numRuns: 2000 },
  );
});

test("rows whose verdict stays are the same objects", () => {
  fc.assert(
    fc.property(anySlice, (slice) => {
      const [join] = slice.joins;
      const tUs = slice.spine.timesUs[0] ?? 0n;
      if (join === undefined || join.keyIsNull) return;
      const judged = judgeRows(join, tUs);
      expect(judgeAgain(judged, { ...join }, tUs)?.candidates).toBe(judged.candidates);
      const later = judgeAgain(judged, join, tUs + HOUR_US);
      judged.candidates.forEach((row, i) => {
        const now = later?.candidates[i];
        if (now?.verdict === row.verdict) expect(now).toBe(row);
      });
    }),
  );
});

test("what differs in more than one row, or in which rows there are, is left to be judged anew", () => {
  fc.assert(
    fc.property(anySlice, (slice) => {
      for (const join of slice.joins) {
        const tUs = slice.spine.timesUs[0] ?? 0n;
        const judged = judgeRows(join, tUs);
        const later = { ...join, eventTimesUs: join.eventTimesUs.map((us) => us + HOUR_US) };
        if (join.rows.length > 1) expect(judgeAgain(judged, later, tUs)).toBeNull();
        const others = { ...join, rows: join.rows.map((row) => row + 1) };
        if (join.rows.length > 0) expect(judgeAgain(judged, others, tUs)).toBeNull();
        if (join.rows.length > 1 && join.createdTimesUs !== null) {
          const known = { ...join, createdTimesUs: join.createdTimesUs.map((us) => us + HOUR_US) };
          expect(judgeAgain(judged, known, tUs)).toBeNull();
        }
        expect(judgeAgain(judged, { ...join, keyIsNull: true }, tUs)).toBeNull();
      }
    }),
  );
});
