import type { EntitySlice } from "../../microfs/entity-slice";
import type { JoinRule } from "../../microfs/join/join-rule";

/** The slice as other rules would join it. `undefined` keeps a join's own. The joins keep their own clocks: leaks stay leaks. */
export function withRules(slice: EntitySlice, rules?: readonly (JoinRule | undefined)[]): EntitySlice {
  if (rules === undefined) return slice;
  return { ...slice, joins: slice.joins.map((join, i) => ({ ...join, rule: rules[i] ?? join.rule })) };
}
