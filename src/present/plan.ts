import * as v from "valibot";
import type { Edit } from "../scenario/edits/edit";
import { shown } from "../scenario/inline-value";
import type { Scenario } from "../scenario/scenario";
import { count, flag, listOf, object, oneKindOf, oneOf, sentences, text } from "../scenario/schema/parts";
import { EditsSchema, ScenarioSchema, ScenarioStartSchema } from "../scenario/schema/scenario-schema";
import { planExcess } from "./plan-limits";

/** How often the class votes: never; once; or once, and once more after neighbours have talked. */
export const VOTES = [0, 1, 2] as const;
const votes = oneOf(VOTES);

/** More no step takes. */
export const MOST_MINUTES = 240;

const minutes = v.custom<number>(
  (value) => typeof value === "number" && value >= 0 && value <= MOST_MINUTES,
  ({ input }) => `is ${shown(input)}, where a number of minutes from 0 to ${MOST_MINUTES} is needed.`,
);

/** What every step has. */
const everyStep = {
  /** How long it should take. */
  minutes,
  /** What it is called in the plan; by default what its lesson or scenario is. */
  title: v.exactOptional(text),
  /** Where it asks something: who, what and why, told before; by default what its lesson tells. Markdown, as the notes are. */
  story: v.exactOptional(v.string(({ input }) => `is ${shown(input)}, where text is needed.`)),
  /** For whoever presents it: Markdown, as in a lesson, with what is computed from its scenario. */
  notes: v.exactOptional(v.string(({ input }) => `is ${shown(input)}, where text is needed.`)),
};

// The parts are named by what they make: all at once is more than the compiler infers.

/** Where the data of a picture come from. Own data travel in the plan. */
const PictureSourceSchema = oneKindOf(
  ["case", "lesson", "sample", "scenario"],
  { kind: v.literal("case"), name: text },
  { kind: v.literal("lesson"), lesson: text, scenario: text },
  { kind: v.literal("sample"), name: text },
  { kind: v.literal("scenario"), scenario: ScenarioSchema as v.GenericSchema<unknown, Scenario> },
);

/**
 * One step of a plan: what is on the screen, in one press or several. What it names may be gone in another version of the
 * app: that is seen when it is prepared, and the other steps can be presented.
 */
const PlanStepSchema = oneKindOf(
  ["question", "picture", "words"],
  /** A question of a lesson. */
  {
    kind: v.literal("question"),
    ...everyStep,
    lesson: text,
    question: text,
    /** 0 is the question as it stands; n is its variant n − 1. */
    variant: v.optional(count, 0),
    /** A wrong option that must be among the lettered ones, by its id: what most of a class have handed in. */
    offers: v.exactOptional(text),
    votes,
  },
  /** A step of a timeline. */
  {
    kind: v.literal("picture"),
    ...everyStep,
    of: PictureSourceSchema as v.GenericSchema<unknown, PictureSource>,
    /** Changes on top of the scenario's own. */
    edits: v.optional(EditsSchema as v.GenericSchema<unknown, Edit[]>, []),
    at: ScenarioStartSchema,
    /** Whether it is shown as the tempting join would have it. */
    rule: v.optional(oneOf(["as-of", "latest"]), "as-of"),
    /** Whether the steps that lead there are gone through, a press each. */
    walks: v.optional(flag, false),
    /** Where the class is asked which row goes into the cell: how often it votes. */
    votes: v.exactOptional(votes),
  },
  /** A sentence alone, with a link to take home where it has one. */
  {
    kind: v.literal("words"),
    ...everyStep,
    text,
    /** The part of an address after `#`. */
    link: v.exactOptional(
      v.custom<string>(
        (value) => typeof value === "string" && value.startsWith("/"),
        ({ input }) =>
          `is ${shown(input)}, where the part of an address after # is needed, such as "/learn".`,
      ),
    ),
  },
);

/** What is presented, step by step. A plain JSON value, to be kept, sent and changed. */
export const PlanSchema = object({
  version: oneOf([1]),
  /** Short, for addresses and files. */
  name: v.pipe(text, v.regex(/^[a-z][a-z0-9-]*$/, "is no short name such as my-class.")),
  title: text,
  /** How long the class is, whatever its steps take. */
  length: v.exactOptional(minutes),
  steps: listOf(PlanStepSchema as v.GenericSchema<unknown, PlanStep>),
});

export type Plan = v.InferOutput<typeof PlanSchema>;
export type PlanStep = v.InferOutput<typeof PlanStepSchema>;
export type PictureSource = v.InferOutput<typeof PictureSourceSchema>;

/** A plan that can be presented, or every reason why there is none: sentences, each beginning with the path of a value. */
export type PlanValidation =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads a plan from a JSON value of unknown origin: a file, a link, another version of this app. Costs O(size), and no more than within the limits of a plan. */
export function validatePlan(value: unknown): PlanValidation {
  const excess = planExcess(value);
  if (excess !== null) return { ok: false, problems: [excess] };
  const read = v.safeParse(PlanSchema, value);
  return read.success
    ? { ok: true, plan: read.output }
    : { ok: false, problems: sentences(read.issues, "plan") };
}

/** How long a plan should take. */
export function planMinutes({ steps }: Pick<Plan, "steps">): number {
  return steps.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** How many rows a plan carries in itself. Steps on the same data carry them once to whoever reads them. */
export function carriedRows({ steps }: Pick<Plan, "steps">): number {
  const carried = new Map(
    steps.flatMap((step) =>
      step.kind === "picture" && step.of.kind === "scenario"
        ? [[JSON.stringify(step.of.scenario.groups), step.of.scenario.groups] as const]
        : [],
    ),
  );
  return [...carried.values()]
    .flat()
    .reduce((sum, { rows }) => sum + (rows.kind === "inline" ? rows.rows.length : 0), 0);
}

/** How often a step lets the class vote. */
export function votesOf(step: PlanStep): 0 | 1 | 2 {
  return step.kind === "words" ? 0 : (step.votes ?? 0);
}
