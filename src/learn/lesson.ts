import * as v from "valibot";
import { count, listOf, object, oneKindOf, oneOf, recordOf } from "../scenario/schema/parts";
import { EditsSchema, ScenarioSchema } from "../scenario/schema/scenario-schema";
import { PHASES } from "../terms/phases";
import { VARIANT_NAMES } from "../terms/variants";
import { BELIEF_NAMES } from "./questions/beliefs";

const NAME = /^[a-z][a-z0-9-]*$/;
const NAME_NEEDED = "is no short name of small letters, digits and dashes, such as new-case.";

const name = v.pipe(v.string(NAME_NEEDED), v.regex(NAME, NAME_NEEDED));

/** An object with short names, and values of one kind. */
function named<Value extends v.GenericSchema>(value: Value) {
  return v.pipe(
    recordOf(value),
    v.check(
      (given) => Object.keys(given).every((key) => NAME.test(key)),
      ({ input }) => `has “${Object.keys(input).find((key) => !NAME.test(key))}”, which ${NAME_NEEDED}`,
    ),
  );
}

/** Which step of which scenario a question is about. */
const asked = {
  scenario: name,
  /** The spine row's number in the label group's table. */
  row: count,
  join: v.optional(count, 0),
  /** The step at which it is asked: what later steps judge is not shown yet. */
  phase: v.optional(oneOf(PHASES), "find_entity"),
  /** Other forms of the same question: edits on the scenario each. A seed picks one; the scenario as it stands is one too. */
  variants: v.optional(listOf(EditsSchema), []),
};

/** A question as a lesson has it. What is right is never written: it is asked of the engine. */
const QuestionSchema = oneKindOf(
  ["row", "rule", "rows", "feature", "served"],
  /** Which candidate goes into the cell, or none of them. */
  {
    kind: v.literal("row"),
    ...asked,
    /** What the wrong rows would stand for, the likeliest first. */
    beliefs: v.optional(listOf(oneOf(BELIEF_NAMES)), []),
  },
  /** Which step decided about a candidate: that ruled it out, or kept it. */
  { kind: v.literal("rule"), ...asked, of: count },
  /** How many rows the training table has when the scenario's rows are joined so. */
  { kind: v.literal("rows"), ...asked, variant: oneOf(VARIANT_NAMES) },
  /** Which of the joins leaks. */
  { kind: v.literal("feature"), ...asked },
  /** Which row of the join's group the online store answers with, after the scenario's actions; or none. */
  { kind: v.literal("served"), ...asked },
);

/** What a lesson's data have, without a word: its words stand in its text. */
export const LESSON_ENTRIES = {
  /** Its parts in order, by name; each has a section in the lesson's text. */
  parts: v.pipe(listOf(name), v.minLength(1, "is an empty list: a lesson has at least one part.")),
  /** How many of them are the short path. */
  shortParts: count,
  scenarios: named(ScenarioSchema),
  questions: named(QuestionSchema),
  /** The questions that later lessons open with, best first. */
  review: v.optional(listOf(name), []),
};

export const LessonSchema = object(LESSON_ENTRIES);

export type Lesson = v.InferOutput<typeof LessonSchema>;
export type Question = v.InferOutput<typeof QuestionSchema>;
