import fc from "fast-check";
import { expect, test } from "vitest";
import { explainSlice } from "../../microfs/core";
import type { Phase } from "../../terms/phases";
import { phasesOf } from "../../terms/phases-of";
import { scenarioSliceNamed } from "../scenario-slices";
import { anySlice } from "../testing/any-slice";
import { reachedPhase, seenVerdict, verdictsAt } from "./step-verdicts";

const { slice } = scenarioSliceNamed("train");

/** What the five payments of the train scenario show at a phase. */
function seenAt(phase: Phase): string[] {
  const [join] = slice.joins;
  if (join === undefined) return [];
  return verdictsAt(slice, join, 1)
    .slice()
    .map((row) => seenVerdict(row.verdict, join.rule, phase));
}

test.each([
  ["find_entity", ["undecided", "undecided", "undecided", "undecided", "undecided"]],
  ["rule_out_future", ["undecided", "undecided", "undecided", "undecided", "future"]],
  ["rule_out_not_yet_known", ["undecided", "undecided", "undecided", "not_yet_known", "future"]],
  ["rule_out_expired", ["expired", "undecided", "undecided", "not_yet_known", "future"]],
  ["keep_latest", ["expired", "superseded", "chosen", "not_yet_known", "future"]],
  ["write_cell", ["expired", "superseded", "chosen", "not_yet_known", "future"]],
] as const)("at %s a mark shows only the verdicts known by then", (phase, seen) => {
  expect(seenAt(phase)).toEqual(seen);
});

test("the joins before the one being played are done, those after it have not begun", () => {
  const at = { spineRow: 1, join: 1, phase: "rule_out_future" } as const;
  expect(reachedPhase(slice, 0, at)).toBe("write_cell");
  expect(reachedPhase(slice, 1, at)).toBe("rule_out_future");
  expect(reachedPhase(slice, 1, { ...at, join: 0 })).toBeNull();
});

test("latest shows the row it picked as chosen until its age is asked", () => {
  const expired = scenarioSliceNamed("latest-expired").slice.joins[0];
  if (expired === undefined) throw new Error("the scenario has a join");
  const seen = phasesOf(expired.rule).map((phase) => seenVerdict("expired", expired.rule, phase));
  expect(seen).toEqual(["undecided", "chosen", "expired", "expired"]);
});

test("at the last phase every mark of any slice shows its final verdict, and explain's is the one that counts", () => {
  fc.assert(
    fc.property(anySlice, (any) => {
      for (const join of any.joins) {
        any.spine.rows.forEach((row, position) => {
          const found = verdictsAt(any, join, row);
          const explained = explainSlice(any, join, position);
          expect({ reason: found.reason, candidates: found.slice() }).toEqual(explained);
          for (const { verdict } of explained.candidates)
            expect(seenVerdict(verdict, join.rule, "write_cell")).toBe(verdict);
        });
      }
    }),
  );
});
