import * as v from "valibot";
import type { Scenario } from "../scenario/scenario";
import { EditsSchema, ScenarioSchema } from "../scenario/schema/scenario-schema";
import { PHASES } from "../terms/phases";
import { VARIANT_NAMES } from "../terms/variants";
import { BELIEF_NAMES } from "./questions/beliefs";

const name = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, "is no short name such as new-case."));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Which step of which scenario a question is about. */
const asked = {
  scenario: name,
  /** The spine row's number in the label group's table. */
  row: count,
  join: v.optional(count, 0),
  /** The step at which it is asked: what later steps judge is not shown yet. */
  phase: v.optional(v.picklist(PHASES), "find_entity"),
  /** Other forms of the same question: edits on the scenario each. A seed picks one; the scenario as it stands is one too. */
  variants: v.optional(v.array(EditsSchema), []),
};

/** A question as a lesson has it. What is right is never written: it is asked of the engine. */
export const QuestionSchema = v.variant("kind", [
  /** Which candidate goes into the cell, or none of them. */
  v.object({
    kind: v.literal("row"),
    ...asked,
    /** What the wrong rows would stand for, the likeliest first. */
    beliefs: v.optional(v.array(v.picklist(BELIEF_NAMES)), []),
  }),
  /** Which step decided about a candidate: that ruled it out, or kept it. */
  v.object({ kind: v.literal("rule"), ...asked, of: count }),
  /** How many rows the training table has when the scenario's rows are joined so. */
  v.object({ kind: v.literal("rows"), ...asked, variant: v.picklist(VARIANT_NAMES) }),
  /** Which of the joins leaks. */
  v.object({ kind: v.literal("feature"), ...asked }),
  /** Which row of the join's group the online store answers with, after the scenario's actions; or none. */
  v.object({ kind: v.literal("served"), ...asked }),
]);

/** A lesson's data, without a word: its words are in the folder of a language. */
export const LessonSchema = v.object({
  /** Its parts in order, by name; each has a section in the lesson's text. */
  parts: v.pipe(v.array(name), v.minLength(1)),
  /** How many of them are the short path. */
  shortParts: count,
  scenarios: v.record(
    name,
    v.custom<Scenario>((value) => v.is(ScenarioSchema, value), "is no scenario."),
  ),
  questions: v.record(name, QuestionSchema),
  /** The questions that later lessons open with, best first. */
  review: v.optional(v.array(name), []),
});

export type Lesson = v.InferOutput<typeof LessonSchema>;
export type Question = v.InferOutput<typeof QuestionSchema>;
