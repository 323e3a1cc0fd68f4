import fc from "fast-check";
import { expect, test } from "vitest";
import { explainSlice } from "../../microfs/core";
import { propertyRuns } from "../../microfs/testing/property-runs";
import type { Scenario } from "../../scenario/scenario";
import { scenarioSlice } from "../../scenario/scenario-slice";
import { ask } from "../questions/ask";
import { LAB_QUESTION, labLesson } from "./lab-lesson";
import { problemWords } from "./lesson-problem";
import { readLessonFile } from "./read-lesson-file";
import { asLabel, asMarkdown, lessonFileName, shortName, writeLessonFile } from "./write-lesson-file";

/** Minutes after ten, as a time. */
const at = (minute: number) => new Date(Date.UTC(2026, 2, 4, 10, minute)).toISOString();

interface History {
  readonly askedAt: readonly number[];
  /** When each happened, and how much later it was known. */
  readonly rows: readonly (readonly [happened: number, late: number])[];
  readonly ttl: string | null;
  readonly delay: string | null;
}

function scenarioOf({ askedAt, rows, ttl, delay }: History): Scenario {
  return {
    version: 1,
    name: "generated",
    title: "generated",
    groups: [
      {
        definition: {
          name: "trips",
          schema: { driver: "string", at: "timestamp" },
          primaryKeys: ["driver"],
          eventTime: "at",
        },
        rows: { kind: "inline", rows: askedAt.map((minute) => ({ driver: "Mia", at: at(minute) })) },
      },
      {
        definition: {
          name: "reports",
          schema: { driver: "string", at: "timestamp", known: "timestamp", number: "int64" },
          primaryKeys: ["driver"],
          eventTime: "at",
          createdTime: "known",
          ttl,
          delay,
        },
        rows: {
          kind: "inline",
          rows: rows.map(([happened, late], i) => ({
            driver: "Mia",
            at: at(happened),
            known: at(happened + late),
            number: String(i),
          })),
        },
      },
    ],
    view: { name: "report_at_trip", labelFg: "trips", joins: [{ fgName: "reports", on: ["driver"] }] },
  };
}

const minute = fc.integer({ min: 0, max: 60 });
const HISTORY: fc.Arbitrary<History> = fc.record({
  askedAt: fc.uniqueArray(minute, { minLength: 1, maxLength: 4 }),
  rows: fc.uniqueArray(fc.tuple(minute, fc.constantFrom(0, 0, 7)), {
    minLength: 1,
    maxLength: 40,
    selector: (row) => row.join(),
  }),
  ttl: fc.constantFrom(null, "5m", "20m"),
  delay: fc.constantFrom(null, "3m"),
});

test("a lesson made of a row asks for the row that the whole history gives, whatever is left out, and can be read again", () => {
  fc.assert(
    fc.property(HISTORY, fc.nat({ max: 3 }), (history, nth) => {
      const scenario = scenarioOf(history);
      const spineRow = nth % history.askedAt.length;
      const slice = scenarioSlice(scenario, spineRow);
      const [join] = slice.joins;
      if (join === undefined) throw new Error("there is a join");
      const chosen = explainSlice(slice, join, slice.spine.rows.indexOf(spineRow)).candidates.find(
        ({ verdict }) => verdict === "chosen",
      );
      const groups = scenario.groups.map(({ definition }) => definition);
      const { lesson, numRows } = labLesson({
        title: "Mia",
        slice,
        spineRow,
        join: 0,
        groups,
        view: scenario.view,
        rules: [],
      });
      expect(numRows).toBeLessThanOrEqual(9);
      const text = `## A\n\n::predict[Which?]{question=${LAB_QUESTION}}\n\n## B\n\n::timeline{answers=${LAB_QUESTION} steps}\n\n## C\n\nSo.`;
      const read = readLessonFile(writeLessonFile({ title: "Mia", lesson, text }));
      expect(read.ok ? [] : read.problems.map(problemWords)).toEqual([]);
      if (!read.ok) return;
      expect(read.file.lesson).toEqual(lesson);
      const asked = ask(read.file.lesson, LAB_QUESTION, 0);
      const right = asked.options.find(({ id }) => id === asked.right);
      const numbers = asked.slice.joins[0]?.columns.find(({ name }) => name === "number")?.values;
      const position = right?.kind === "row" ? asked.slice.joins[0]?.rows.indexOf(right.row) : undefined;
      expect(position === undefined ? null : numbers?.[position]).toEqual(
        chosen === undefined ? null : BigInt(chosen.row),
      );
    }),
    propertyRuns(40, 14),
  );
});

test("edits of the rules stand in the lesson", () => {
  const scenario = scenarioOf({ askedAt: [30], rows: [[10, 0]], ttl: null, delay: null });
  const { lesson } = labLesson({
    title: "Mia",
    slice: scenarioSlice(scenario, 0),
    spineRow: 0,
    join: 0,
    groups: scenario.groups.map(({ definition }) => definition),
    view: scenario.view,
    rules: [{ kind: "rule", view: "report_at_trip", join: 0, ttlUs: "60000000" }],
  });
  expect(ask(lesson, LAB_QUESTION, 0).right).toBe("none");
});

/** Signs that may mean something, and what could stand beside them. */
const WORDS = fc.oneof(
  fc.string({ minLength: 1, maxLength: 60, unit: "grapheme-ascii" }),
  fc.string({
    minLength: 1,
    maxLength: 12,
    unit: fc.constantFrom(...'\\`*_[]()<>&;:!#-+=~{}.1aé “"/'.split("")),
  }),
);

function readBack(text: string) {
  const scenario = scenarioOf({ askedAt: [30], rows: [[10, 0]], ttl: null, delay: null });
  const question = { kind: "row", scenario: "it", row: 0, join: 0, phase: "find_entity" } as const;
  const questions = { first: { ...question, beliefs: [], variants: [] } };
  const lesson = { parts: ["one"], shortParts: 1, scenarios: { it: scenario }, questions, review: [] };
  const read = readLessonFile(writeLessonFile({ title: "It", lesson, text: `## One\n\n${text}` }));
  return read.ok ? read.file.parts[0]?.blocks : read.problems.map(problemWords);
}

test("words are read as they are written, whatever signs stand in them", () => {
  fc.assert(
    fc.property(WORDS, (words) => {
      const meant = words.replace(/\s+/g, " ").trim();
      fc.pre(meant !== "");
      const inlines = [{ kind: "text", text: meant }];
      expect(readBack(asMarkdown(words))).toEqual([{ kind: "paragraph", inlines }]);
      expect(readBack(`::predict[${asLabel(words)}]{question=first}`)).toMatchObject([
        { kind: "directive", label: inlines },
      ]);
    }),
    propertyRuns(200, 14),
  );
});

test("signs that mean nothing else stand as they are", () => {
  const words = "Which row of user_payments goes in at 12:00 (UTC), 1 Nov. - 2 < 3 & 2 * 2 = 4, “so”: why?";
  expect(asLabel(words)).toBe(words);
  expect(asMarkdown(words)).toBe(words);
  expect(asMarkdown("*bold* [x](y) :term")).toBe("\\*bold\\* \\[x](y) \\:term");
});

test("a title becomes a short name, for addresses and files", () => {
  expect(shortName("Look left, take the last")).toBe("look-left-take-the-last");
  expect(shortName("Ä 2. Übung")).toBe("a-2-ubung");
  expect(shortName("2 stores")).toBe("lesson-2-stores");
  expect(shortName("日本")).toBe("lesson");
  expect(lessonFileName("Mia’s battery")).toBe("mia-s-battery.lesson.md");
});
