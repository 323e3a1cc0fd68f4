import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainSlice } from "../../microfs/entity-slice";
import { DIRECTIONS } from "../../microfs/join/join-rule";
import { type SmallJoin, smallScenario } from "../../scenario/cases/small-scenario";
import { scenarioSlice } from "../../scenario/scenario-slice";
import { SCENES, sceneNamed } from "../scenes/scenes";
import { coordinateAt, stepsPerRow } from "../step/coordinate";
import { momentOf } from "../step/judgement";
import { anySlice } from "../testing/any-slice";
import { sentence, transcript } from "./sentence";
import { plainText } from "./sentence-parts";

test("the last step tells the whole story, as on the sheet", () => {
  const { slice, at } = sceneNamed("train");
  expect(plainText(sentence(slice, at))).toBe(
    "User 2, as of 5 Nov 14:00. Of 5 payments 1 has not happened yet, 1 cannot be used yet, 1 is older than 4 days. The later of the 2 that remain, 50.00, goes into the row.",
  );
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
            part.look === "not_judged" ? candidates : candidates.filter((row) => row.verdict === part.look);
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
          expect(said.includes("stays empty")).toBe(chosen === undefined);
          const known =
            chosen &&
            (join.own.clock === "created_time"
              ? (chosen.createdTime ?? chosen.eventTime)
              : chosen.eventTime) + join.own.delayUs;
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

describe("every reason, in every direction, in the singular and the plural, with ties and nulls", () => {
  const T = "2025-11-05 14:00";
  const CASES: Record<string, { rows: SmallJoin["rows"]; created?: string[]; rule?: SmallJoin["rule"] }> = {
    "no row": { rows: [] },
    "one row before": { rows: [["2025-11-03 09:12", 50]] },
    "two rows before": {
      rows: [
        ["2025-11-03 09:12", 50],
        ["2025-11-04 09:12", 60],
      ],
    },
    "three rows before": {
      rows: [
        ["2025-11-02 09:12", 40],
        ["2025-11-03 09:12", 50],
        ["2025-11-04 09:12", 60],
      ],
    },
    "one row after": { rows: [["2025-11-07 10:00", 120]] },
    "three rows after": {
      rows: [
        ["2025-11-07 10:00", 120],
        ["2025-11-08 10:00", 130],
        ["2025-11-09 09:00", 140],
      ],
    },
    "one row too old": { rows: [["2025-10-20 10:00", 20]], rule: { ttl: "4d" } },
    "three rows too old": {
      rows: [
        ["2025-10-20 10:00", 20],
        ["2025-10-21 10:00", 21],
        ["2025-10-22 10:00", 22],
      ],
      rule: { ttl: "4d" },
    },
    "a row on the TTL's edge": { rows: [["2025-11-01 14:00", 35]], rule: { ttl: "4d" } },
    "one row in the delay": { rows: [["2025-11-05 11:00", 75]], rule: { delay: "6h" } },
    "three rows in the delay": {
      rows: [
        ["2025-11-05 11:00", 75],
        ["2025-11-05 12:00", 76],
        ["2025-11-05 13:00", 77],
      ],
      rule: { delay: "6h" },
    },
    "one row known late": { rows: [["2025-11-04 08:00", 75]], created: ["2025-11-06 10:00"] },
    "at the moment": {
      rows: [
        ["2025-11-04 08:00", 35],
        [T, 50],
      ],
    },
    "at the moment, exact matches off": {
      rows: [
        ["2025-11-04 08:00", 35],
        [T, 50],
      ],
      rule: { allowExactMatches: false },
    },
    "only at the moment, exact matches off": { rows: [[T, 50]], rule: { allowExactMatches: false } },
    "a tie of two": {
      rows: [
        ["2025-11-04 09:00", 35],
        ["2025-11-04 09:00", 50],
      ],
    },
    "a tie of two, and an older one": {
      rows: [
        ["2025-11-02 09:00", 20],
        ["2025-11-04 09:00", 35],
        ["2025-11-04 09:00", 50],
      ],
    },
    "a correction": {
      rows: [
        ["2025-11-04 09:00", 35],
        ["2025-11-04 09:00", 50],
      ],
      created: ["2025-11-04 10:00", "2025-11-05 08:00"],
    },
    "equally near": {
      rows: [
        ["2025-11-04 14:00", 35],
        ["2025-11-06 14:00", 120],
      ],
    },
    "a null value": {
      rows: [
        ["2025-11-02 11:00", 35],
        ["2025-11-04 09:00", null],
      ],
    },
    "one row, and it is null": { rows: [["2025-11-04 09:00", null]] },
  };
  test.each(DIRECTIONS)("%s", (direction) => {
    const said = Object.entries(CASES).map(([name, { rule, ...join }]) => {
      const slice = scenarioSlice(
        smallScenario({
          entity: ["user_id", 2],
          spine: { group: "user_activity", rows: [[T]] },
          joins: [
            {
              group: "user_payments",
              columns: { total_spend: "float64" },
              ...join,
              rule: { ...rule, direction },
            },
          ],
        }),
        0,
      );
      return [`— ${name}`, ...transcript(slice, 0)].join("\n");
    });
    expect(said.join("\n\n")).toMatchSnapshot();
  });

  test("the scenes", () => {
    const said = SCENES.map(({ name, slice, at }) =>
      [`— ${name}`, ...transcript(slice, at.spineRow)].join("\n"),
    );
    expect(said.join("\n\n")).toMatchSnapshot();
  });
});
