import * as v from "valibot";
import { DIRECTIONS } from "../../microfs/core";
import { PHASES } from "../../terms/phases";
import {
  CLOCKS,
  InlineRowSchema,
  RuleChangeSchema,
  ScenarioGroupSchema,
  ViewDefinitionSchema,
} from "./definition-schemas";
import { count, countUpTo, flag, listOf, object, oneKindOf, oneOf, text, time } from "./parts";

const microseconds = v.pipe(text, v.regex(/^\d{1,18}$/, "is no whole number of microseconds."));

const signedMicroseconds = v.pipe(text, v.regex(/^-?\d{1,18}$/, "is no whole number of microseconds."));
const factor = v.pipe(text, v.regex(/^[1-9]\d{0,17}$/, "is no whole number from 1."));

/** What becomes of every value of a column; a null stays null. */
export const ColumnChangeSchema = oneKindOf(
  ["trim", "lower_case", "pad_zeros", "strip_zeros", "shift", "scale"],
  /** Of a text: without blanks on both sides, no-break spaces among them. */
  { kind: v.literal("trim") },
  { kind: v.literal("lower_case") },
  /** Of a text that is nothing but digits: zeros at the left, up to that many digits. */
  { kind: v.literal("pad_zeros"), width: countUpTo(64) },
  /** Of a text that is nothing but digits: none of the zeros at the left, but for a last digit. */
  { kind: v.literal("strip_zeros") },
  /** Of a time: later by that many microseconds, or earlier. */
  { kind: v.literal("shift"), byUs: signedMicroseconds },
  /** Of a time: so many times the microseconds since 1970, as of seconds that were taken for milliseconds. */
  { kind: v.literal("scale"), by: factor },
);

/**
 * A change on top of the stored data or of a join's rule, as a plain JSON value. Edits are an immutable list: undo
 * moves along it, a link carries it, and the stored groups stay as they are until somebody applies it to them.
 */
export const EditSchema = oneKindOf(
  ["set", "add", "delete", "column", "rule"],
  /** Columns of a row get other values: a moved row gets another event time. */
  { kind: v.literal("set"), group: text, row: count, values: InlineRowSchema },
  /** A new row, whose number is `FIRST_ADDED_ROW` or more. */
  { kind: v.literal("add"), group: text, row: count, values: InlineRowSchema },
  { kind: v.literal("delete"), group: text, row: count },
  /** All values that a column has by then, of rows that edits before have added or set too. */
  { kind: v.literal("column"), group: text, column: text, change: ColumnChangeSchema },
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

/**
 * The place a scenario opens at. `row` is the spine row's own number in the label group's table (from 0, in
 * insertion order), not its rank in time; `join` counts the view's joins from 0.
 */
export const ScenarioStartSchema = object({
  row: count,
  join: count,
  phase: oneOf(PHASES),
  /** All joins take each step side by side; one by one unless said. */
  together: v.exactOptional(flag),
  /** The feature column that the timeline shows of the join, by its name in its group; the first unless said. */
  column: v.exactOptional(text),
  /** What part of time the timeline shows, [from, to); what suits the step unless said. */
  window: v.exactOptional(object({ from: time, to: time })),
  /** Who asks what of this row: said at its first step. */
  question: v.exactOptional(text),
});

/** What is done to a store that has the groups' rows. */
export const ActionSchema = oneKindOf(
  ["materialize", "write", "lookUp"],
  /** Copies the latest rows of a group, of those known at `asOf`, to the online store. */
  { kind: v.literal("materialize"), group: text, asOf: v.exactOptional(time) },
  /** Inserts rows into a group, after those that it has. */
  { kind: v.literal("write"), group: text, rows: listOf(InlineRowSchema) },
  /** Looks an entity up in the online store, at `now` or by the wall clock: for the page to show. */
  { kind: v.literal("lookUp"), entity: InlineRowSchema, now: v.exactOptional(time) },
);

/**
 * What the app shows, as a plain JSON value: samples, shared links, saved work, cases and tests are all scenarios.
 * Nothing in it is lost by `JSON.stringify` and `JSON.parse`.
 */
export const ScenarioSchema = object({
  version: oneOf([1]),
  /** Short, for addresses and storage: `churn`. */
  name: text,
  title: text,
  /** What the reader should know before looking. */
  text: v.exactOptional(text),
  groups: listOf(ScenarioGroupSchema),
  view: ViewDefinitionSchema,
  /** Changes on top of the rows and rules, which can be undone. */
  edits: v.exactOptional(EditsSchema),
  /** Per join of the view another rule to play it by, or to compare with; `null`, or none, is as the view says. */
  rules: v.exactOptional(listOf(v.nullable(RuleChangeSchema))),
  /** In the order in which they are done. */
  actions: v.exactOptional(listOf(ActionSchema)),
  start: v.exactOptional(ScenarioStartSchema),
  /** For whoever teaches with it. */
  notes: v.exactOptional(text),
});
