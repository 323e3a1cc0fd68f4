import * as v from "valibot";
import { expect, test } from "vitest";
import { LessonSchema } from "../../../learn/lesson";
import { type Asked, ask } from "../../../learn/questions/ask";
import type { InlineRow } from "../../../scenario/scenario";
import { optionWords } from "../../../views/lesson-text/option-words";
import { decidedPicture, decidingStep } from "./deciding-step";

/** What is asked of payments as of 5 Nov 14:00, with a TTL of two days; the group has a created time where the rows have one. */
function askOf(payments: readonly InlineRow[], question: object = { kind: "row" }, join: object = {}): Asked {
  const created = payments.some((row) => "known" in row);
  const lesson = v.parse(LessonSchema, {
    parts: ["predict"],
    shortParts: 1,
    scenarios: {
      s: {
        version: 1,
        name: "s",
        title: "s",
        groups: [
          {
            definition: {
              name: "activity",
              schema: { user: "int64", at: "timestamp" },
              primaryKeys: ["user"],
              eventTime: "at",
            },
            rows: { kind: "inline", rows: [{ user: "1", at: "2025-11-05 14:00" }] },
          },
          {
            definition: {
              name: "payments",
              schema: {
                user: "int64",
                at: "timestamp",
                spend: "float64",
                ...(created && { known: "timestamp" }),
                memo: "string",
              },
              primaryKeys: ["user"],
              eventTime: "at",
              ...(created && { createdTime: "known" }),
              ttl: "2d",
            },
            rows: { kind: "inline", rows: payments.map((row) => ({ user: "1", ...row })) },
          },
        ],
        view: { name: "v", labelFg: "activity", joins: [{ fgName: "payments", on: ["user"], ...join }] },
      },
    },
    questions: { q: { scenario: "s", row: 0, ...question } },
  });
  return ask(lesson, "q", 0);
}

const EVERY_VERDICT: readonly InlineRow[] = [
  { at: "2025-11-01 09:00", spend: 20, known: "2025-11-01 09:00" },
  { at: "2025-11-04 09:00", spend: 35, known: "2025-11-04 09:00" },
  { at: "2025-11-05 08:00", spend: 50, known: "2025-11-05 08:00" },
  { at: "2025-11-05 12:00", spend: 80, known: "2025-11-05 15:00" },
  { at: "2025-11-06 12:00", spend: 120, known: "2025-11-06 12:00" },
];

test.each([
  { option: "row:0", at: "rule_out_expired", before: "rule_out_not_yet_known" },
  { option: "row:1", at: "keep_latest", before: "rule_out_expired" },
  { option: "row:2", at: "keep_latest", before: "rule_out_expired" },
  { option: "row:3", at: "rule_out_not_yet_known", before: "rule_out_future" },
  { option: "row:4", at: "rule_out_future", before: "find_entity" },
  { option: "none", at: "keep_latest", before: "rule_out_expired" },
])("the step that decides about $option is $at, come to from $before", ({ option, at, before }) => {
  const step = decidingStep(askOf(EVERY_VERDICT), option);
  expect([step?.at.phase, step?.before.phase]).toEqual([at, before]);
});

test("when all is decided, the picture stands where the cell is written, or at the step that was asked for", () => {
  expect(decidedPicture(askOf(EVERY_VERDICT)).phase).toBe("write_cell");
  const rule = askOf(EVERY_VERDICT, { kind: "rule", of: 3 });
  expect(decidedPicture(rule).phase).toBe("rule_out_not_yet_known");
});

test("how many rows there are is decided by no single step", () => {
  const rows = askOf(EVERY_VERDICT, { kind: "rows", variant: "ordinary" });
  expect(decidingStep(rows, rows.right)).toBeNull();
});

const words = (asked: Asked) => [...optionWords(asked).values()];

test("rows of several days are told by day and time, those of the moment's day by time alone", () => {
  expect(words(askOf(EVERY_VERDICT)).slice(0, 2)).toEqual(["1 Nov 09:00 · 20.00", "4 Nov 09:00 · 35.00"]);
  const sameDay = [
    { at: "2025-11-05 08:00", spend: 50 },
    { at: "2025-11-05 12:00", spend: 80.5 },
  ];
  expect(words(askOf(sameDay))).toEqual(["08:00 · 50.00", "12:00 · 80.50", "none of them"]);
});

test("rows that would be called the same are told by when they were known, else by their number", () => {
  const rows = [
    { at: "2025-11-05 08:00", spend: 50, known: "2025-11-05 08:00", memo: "a" },
    { at: "2025-11-05 08:00", spend: 50, known: "2025-11-06 09:30", memo: "a" },
    { at: "2025-11-05 09:00", spend: 50, known: "2025-11-05 09:00", memo: "a" },
    { at: "2025-11-05 09:00", spend: 50, known: "2025-11-05 09:00", memo: "b" },
    { at: "2025-11-05 10:00", spend: 50, known: "2025-11-05 11:00", memo: "a" },
  ];
  expect(words(askOf(rows))).toEqual([
    "08:00 · 50.00, known 08:00",
    "08:00 · 50.00, known 6 Nov 09:30",
    "09:00 · 50.00, known 09:00, row 2",
    "09:00 · 50.00, known 09:00, row 3",
    "10:00 · 50.00",
    "none of them",
  ]);
});

test("counts and joins are called by what they are", () => {
  const counts = words(askOf(EVERY_VERDICT, { kind: "rows", variant: "ordinary" }));
  expect(counts).toContain("1 row");
  expect(counts).toContain("5 rows");
  expect(words(askOf(EVERY_VERDICT, { kind: "feature" }, { direction: "latest" }))).toContain(
    "payments: spend",
  );
});
