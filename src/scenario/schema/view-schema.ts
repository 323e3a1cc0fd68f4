import * as v from "valibot";
import { type ClockName, DIRECTIONS } from "../../microfs/join/join-rule";
import { duration, flag, listOf, object, oneOf, recordOf, text } from "./parts";

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
