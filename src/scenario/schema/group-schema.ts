import * as v from "valibot";
import type { ColumnTypeName } from "../../microfs/schema";
import type { InlineValue } from "../inline-value";
import { count, duration, listOf, object, oneKindOf, oneOf, recordOf, text } from "./parts";

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

export const GENERATORS = ["churn", "dense_rows", "dense_spine"] as const;

/** What `store.createFeatureGroup` takes, as far as JSON goes. */
export const GroupDefinitionSchema = object({
  name: text,
  schema: v.pipe(
    recordOf(oneOf(COLUMN_TYPES)),
    v.check((columns) => Object.keys(columns).length > 0, "is empty: give at least a key and a time."),
  ),
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

/** Where a group's rows come from: written out here, made by a seeded generator, or in this browser's store already. */
const RowSourceSchema = oneKindOf(
  ["inline", "generated", "stored"],
  { kind: v.literal("inline"), rows: listOf(InlineRowSchema) },
  { kind: v.literal("generated"), generator: oneOf(GENERATORS), seed: count },
  { kind: v.literal("stored") },
);

export const ScenarioGroupSchema = object({ definition: GroupDefinitionSchema, rows: RowSourceSchema });
