import * as v from "valibot";
import { type ClockName, type ColumnTypeName, DIRECTIONS } from "../../microfs/core";
import { type InlineValue, shown } from "../inline-value";
import { isKnobValue, KNOB_RANGES, type KnobName } from "../reaction/reaction-knobs";
import { count, duration, flag, listOf, object, oneKindOf, oneOf, recordOf, text } from "./parts";

const COLUMN_TYPES = [
  "int64",
  "float64",
  "string",
  "bool",
  "timestamp",
  "int",
  "float",
  "str",
  "datetime",
] as const satisfies readonly ColumnTypeName[];

export const GENERATORS = ["churn", "dense_rows", "dense_spine", "reaction"] as const;

/** What `store.createFeatureGroup` takes, as far as JSON goes. */
export const GroupDefinitionSchema = object({
  name: text,
  schema: v.pipe(
    recordOf(oneOf(COLUMN_TYPES)),
    v.check((columns) => Object.keys(columns).length > 0, "is empty: give at least a key and a time."),
  ),
  /** The order of the schema's columns, where some have whole numbers as names: an object puts those first. */
  columns: v.exactOptional(listOf(text)),
  primaryKeys: v.pipe(listOf(text), v.minLength(1, "is an empty list: name at least one column.")),
  eventTime: text,
  createdTime: v.exactOptional(v.nullable(text)),
  ttl: v.exactOptional(v.nullable(duration)),
  delay: v.exactOptional(v.nullable(duration)),
});

const InlineValueSchema = v.custom<InlineValue>(
  (value) => value === null || ["string", "number", "boolean"].includes(typeof value),
  "is no text, number, true, false or null.",
);

/**
 * Column to value. An int64 is decimal text (or a number up to ±2^53), a time is ISO text, a float64 is a number
 * or `"NaN"`, `"Infinity"`, `"-Infinity"`, which JSON has no numbers for. A column left out is a null.
 */
export const InlineRowSchema = recordOf(InlineValueSchema);

/** What the generator `reaction` is turned to. */
const KnobsSchema = object({
  reaction: knob("reaction"),
  delayDays: knob("delayDays"),
  late: knob("late"),
  entities: knob("entities"),
  noise: knob("noise"),
});

/** Where a group's rows come from: written out here, made by a seeded generator, or in this browser's store already. */
const RowSourceSchema = oneKindOf(
  ["inline", "generated", "stored"],
  { kind: v.literal("inline"), rows: listOf(InlineRowSchema) },
  {
    kind: v.literal("generated"),
    generator: oneOf(GENERATORS),
    seed: count,
    /** Only of `reaction`, which stands as it comes without them. */
    knobs: v.exactOptional(KnobsSchema),
  },
  { kind: v.literal("stored") },
);

export const ScenarioGroupSchema = object({ definition: GroupDefinitionSchema, rows: RowSourceSchema });

export const CLOCKS = ["created_time", "event_time"] as const satisfies readonly ClockName[];

/** A name or several. */
const names = v.lazy((input) => (Array.isArray(input) ? listOf(text) : text));

/** One name or several where both sides call the columns the same, else spine → group. */
const on = v.lazy((input) =>
  typeof input === "string" ? text : Array.isArray(input) ? listOf(text) : recordOf(text),
);

const rule = {
  /** `null` lifts the group's. */
  ttl: v.exactOptional(v.nullable(duration)),
  delay: v.exactOptional(v.nullable(duration)),
  allowExactMatches: v.exactOptional(flag),
  direction: v.exactOptional(oneOf(DIRECTIONS)),
  asOf: v.exactOptional(oneOf(CLOCKS)),
};

/** What a rule says otherwise than its join in the view. */
export const RuleChangeSchema = object(rule);

export const JoinDefinitionSchema = object({
  fgName: text,
  on,
  ...rule,
  features: v.exactOptional(listOf(text)),
});

/** What `store.createFeatureView` takes, as far as JSON goes. */
export const ViewDefinitionSchema = object({
  name: text,
  labelFg: text,
  joins: listOf(JoinDefinitionSchema),
  label: v.exactOptional(names),
  labelHorizon: v.exactOptional(v.nullable(duration)),
});

function knob(name: KnobName) {
  const { least, most, step } = KNOB_RANGES[name];
  return v.custom<number>(
    (value) => isKnobValue(name, value),
    ({ input }) =>
      `is ${shown(input)}, where a ${step < 1 ? "number" : "whole number"} from ${least} to ${most} is needed.`,
  );
}
