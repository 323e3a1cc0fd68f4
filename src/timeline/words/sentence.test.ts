import fc from "fast-check";
import { expect, test } from "vitest";
import { explainSlice } from "../../microfs/core";
import { scenarioSliceNamed } from "../scenario-slices";
import { coordinateAt, stepsPerRow } from "../step/coordinate";
import { momentOf } from "../step/step-verdicts";
import { anySlice } from "../testing/any-slice";
import { sentence, transcript } from "./sentence";
import { plainText } from "./sentence-parts";

test("the last step tells the whole story, as on the sheet", () => {
  const { slice, at } = scenarioSliceNamed("train");
  expect(plainText(sentence(slice, at))).toBe(
    "User 2, as of 5 Nov 14:00. Of 5 payments 1 has not happened yet, 1 cannot be used yet, 1 is older than 4 days. The later of the 2 that remain, 50.00, goes into the row.",
  );
});

test("what goes into the row beside the value that is shown has its name where it is one, and is counted where it is more", () => {
  const { slice, at } = scenarioSliceNamed("train");
  const also = (...names: string[]) => {
    const joins = slice.joins.map((join) => ({
      ...join,
      writes: [...join.writes, ...names.map((as) => ({ column: as, as }))],
    }));
    return plainText(sentence({ ...slice, joins }, at));
  };
  expect(also("stock")).toContain("50.00, goes into the row with its stock.");
  expect(also("stock", "shelf")).toContain("50.00, goes into the row with 2 more values.");
});

test("no sentence claims a count that the verdicts contradict, at any step of any slice", () => {
  fc.assert(
    fc.property(anySlice, (slice) => {
      const steps = stepsPerRow(slice) * slice.spine.rows.length;
      for (let index = 0; index < steps; index++) {
        const at = coordinateAt(slice, index);
        const join = slice.joins[at.join];
        if (join === undefined) throw new Error("a step has a join");
        const { candidates } = explainSlice(slice, join, slice.spine.rows.indexOf(at.spineRow));
        for (const part of sentence(slice, at)) {
          if (part.kind !== "count") continue;
          const said =
            part.state === "undecided" ? candidates : candidates.filter((row) => row.verdict === part.state);
          expect(part.count).toBe(said.length);
        }
      }
    }),
  );
});

test("the cell stays empty exactly where nothing is chosen, and a leak is called one exactly where it is one", () => {
  fc.assert(
    fc.property(anySlice, (slice) => {
      slice.spine.rows.forEach((spineRow, position) => {
        slice.joins.forEach((join, index) => {
          const said = plainText(sentence(slice, { spineRow, join: index, phase: "write_cell" }));
          const chosen = explainSlice(slice, join, position).candidates.find(
            (row) => row.verdict === "chosen",
          );
          expect(said.includes(join.writes.length > 1 ? "cells stay empty" : "cell stays empty")).toBe(
            chosen === undefined,
          );
          const known =
            chosen &&
            (join.groupClock.clock === "created_time"
              ? (chosen.createdTime ?? chosen.eventTime)
              : chosen.eventTime) + join.groupClock.delayUs;
          const t = momentOf(slice, spineRow);
          const leaks = chosen !== undefined && known !== undefined && (known > t || chosen.eventTime > t);
          expect(said.includes("a leak")).toBe(leaks);
        });
      });
    }),
  );
});

test("every sentence of any slice is one that can be read: no double blanks, no missing words, an end", () => {
  fc.assert(
    fc.property(anySlice, (slice) => {
      for (const said of slice.spine.rows) {
        for (const line of transcript(slice, said)) {
          expect(line).toMatch(/^[^ ].*[.]$/);
          expect(line).not.toMatch(/ {2}|undefined|NaN| ,|\b1 (payments|rows)\b|\bOf 1\b/);
        }
      }
    }),
  );
});
