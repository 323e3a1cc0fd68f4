import fc from "fast-check";
import { expect, test } from "vitest";
import { explainSlice } from "../../microfs/entity-slice";
import { anySlice } from "../testing/any-slice";
import { judgeMoved, type LastJudged } from "./judge-moved";
import { applyEdit } from "./timeline-edit";

const HOUR_US = 3_600_000_000n;

test("a row that is moved again and again is judged as if all rows were judged anew", () => {
  const hours = fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 1, maxLength: 5 });
  let judged = 0;
  fc.assert(
    fc.property(anySlice, fc.nat(6), hours, (slice, which, moves) => {
      slice.joins.forEach((join, number) => {
        const position = which % Math.max(1, join.rows.length);
        const row = join.rows[position];
        if (row === undefined || join.keyIsNull) return;
        slice.spine.timesUs.forEach((tUs, spine) => {
          let last: LastJudged = { join, tUs, explanation: explainSlice(slice, join, spine), rest: null };
          for (const by of moves) {
            const eventTimeUs = (join.eventTimesUs[position] ?? 0n) + BigInt(by) * HOUR_US;
            const moved = applyEdit(slice, { kind: "move_row", join: number, row, eventTimeUs }).joins[
              number
            ];
            if (moved === undefined) throw new Error("the slice has lost a join");
            const next = judgeMoved(last, moved, tUs);
            if (next === null) {
              expect(moved.eventTimesUs).toEqual(last.join.eventTimesUs);
              continue;
            }
            judged++;
            expect(next.explanation).toEqual(explainSlice(slice, moved, spine));
            last = next;
          }
        });
      });
    }),
    { numRuns: 2000 },
  );
  expect(judged).toBeGreaterThan(1000);
});

test("what differs in more than one row, in its rule or in its moment is left to be judged anew", () => {
  fc.assert(
    fc.property(anySlice, (slice) => {
      for (const join of slice.joins) {
        const tUs = slice.spine.timesUs[0] ?? 0n;
        const last: LastJudged = { join, tUs, explanation: explainSlice(slice, join, 0), rest: null };
        const later = { ...join, eventTimesUs: join.eventTimesUs.map((us) => us + HOUR_US) };
        if (join.rows.length > 1) expect(judgeMoved(last, later, tUs)).toBeNull();
        expect(judgeMoved(last, { ...join, rule: { ...join.rule } }, tUs)).toBeNull();
        expect(judgeMoved(last, later, tUs + 1n)).toBeNull();
        expect(judgeMoved(last, join, tUs)).toBeNull();
      }
    }),
  );
});
