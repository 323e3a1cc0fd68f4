import * as v from "valibot";
import { LESSON_NAMES } from "../learn/lesson-names";
import { EditsSchema, ScenarioSchema, ScenarioStartSchema } from "../scenario/schema/scenario-schema";

const text = v.pipe(v.string(), v.trim(), v.minLength(1, "is empty."));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** How often the class votes: never; once; or once, and once more after neighbours have talked. */
export const VOTES = [0, 1, 2] as const;
const votes = v.picklist(VOTES);

/** What every step has. */
const everyStep = {
  /** How long it should take. */
  minutes: v.pipe(v.number(), v.minValue(0), v.maxValue(240)),
  /** What it is called in the plan; by default what its lesson or scenario is. */
  title: v.exactOptional(text),
  /** For whoever presents it: Markdown, as in a lesson, with what is computed from its scenario. */
  notes: v.exactOptional(v.string()),
};

/** Where the data of a picture come from. Own data travel in the plan. */
const PictureSourceSchema = v.variant("kind", [
  v.object({ kind: v.literal("case"), name: text }),
  v.object({ kind: v.literal("lesson"), lesson: v.picklist(LESSON_NAMES), scenario: text }),
  v.object({ kind: v.literal("sample"), name: text }),
  v.object({ kind: v.literal("scenario"), scenario: ScenarioSchema }),
]);

/** One step of a plan: what is on the screen, in one press or several. */
export const PlanStepSchema = v.variant("kind", [
  /** A question of a lesson. */
  v.object({
    kind: v.literal("question"),
    ...everyStep,
    lesson: v.picklist(LESSON_NAMES),
    question: text,
    /** 0 is the question as it stands; n is its variant n − 1. */
    variant: v.optional(count, 0),
    votes,
  }),
  /** A step of a timeline. */
  v.object({
    kind: v.literal("picture"),
    ...everyStep,
    of: PictureSourceSchema,
    /** Changes on top of the scenario's own. */
    edits: v.optional(EditsSchema, []),
    at: ScenarioStartSchema,
    /** Whether it is shown as the tempting join would have it. */
    rule: v.optional(v.picklist(["as-of", "latest"]), "as-of"),
    /** Whether the steps that lead there are gone through, a press each. */
    walks: v.optional(v.boolean(), false),
    /** Where the class is asked which row goes into the cell: how often it votes. */
    votes: v.exactOptional(votes),
  }),
  /** A sentence alone, with a link to take home where it has one. */
  v.object({
    kind: v.literal("words"),
    ...everyStep,
    text,
    /** The part of an address after `#`. */
    link: v.exactOptional(v.pipe(v.string(), v.startsWith("/"))),
  }),
]);

/** What is presented, step by step. A plain JSON value, to be kept, sent and changed. */
export const PlanSchema = v.object({
  version: v.literal(1),
  /** Short, for addresses and files. */
  name: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, "is no short name such as my-class.")),
  title: text,
  steps: v.array(PlanStepSchema),
});

export type Plan = v.InferOutput<typeof PlanSchema>;
export type PlanStep = v.InferOutput<typeof PlanStepSchema>;
export type PictureSource = v.InferOutput<typeof PictureSourceSchema>;

/** How long a plan should take. */
export function planMinutes({ steps }: Pick<Plan, "steps">): number {
  return steps.reduce((sum, { minutes }) => sum + minutes, 0);
}
