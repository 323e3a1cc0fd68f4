import * as v from "valibot";
import { DIRECTIONS } from "../../microfs/join/join-rule";
import { InlineRowSchema } from "./group-schema";
import { count, flag, listOf, oneKindOf, oneOf, sentences, text } from "./parts";
import { CLOCKS } from "./view-schema";

const microseconds = v.pipe(text, v.regex(/^\d{1,18}$/, "is no whole number of microseconds."));

/**
 * A change on top of the stored data or of a join's rule, as a plain JSON value. Edits are an immutable list: undo
 * moves along it, a link carries it, and the stored groups stay as they are until somebody applies it to them.
 */
export const EditSchema = oneKindOf(
  ["set", "add", "delete", "rule"],
  /** Columns of a row get other values: a moved row gets another event time. */
  { kind: v.literal("set"), group: text, row: count, values: InlineRowSchema },
  /** A new row, whose number is `FIRST_ADDED_ROW` or more. */
  { kind: v.literal("add"), group: text, row: count, values: InlineRowSchema },
  { kind: v.literal("delete"), group: text, row: count },
  /**
   * A rule of a view's join; without a view, of the one that is looked at. TTL and delay are microseconds as decimal text; a
   * TTL of `null` is any age. What is absent stays as it was.
   */
  {
    kind: v.literal("rule"),
    view: v.exactOptional(text),
    join: count,
    ttlUs: v.exactOptional(v.nullable(microseconds)),
    delayUs: v.exactOptional(microseconds),
    direction: v.exactOptional(oneOf(DIRECTIONS)),
    clock: v.exactOptional(oneOf(CLOCKS)),
    allowExactMatches: v.exactOptional(flag),
  },
);

export const EditsSchema = listOf(EditSchema);

/** Edits that can be applied, or every reason why they cannot. */
export type ReadEdits =
  | { ok: true; edits: v.InferOutput<typeof EditsSchema> }
  | { ok: false; problems: string[] };

/** Reads a list of edits of unknown shape. Whether its groups and columns exist is seen when it is applied. Costs O(size). */
export function readEdits(value: unknown): ReadEdits {
  const read = v.safeParse(EditsSchema, value);
  return read.success
    ? { ok: true, edits: read.output }
    : { ok: false, problems: sentences(read.issues, "edits") };
}
