import type { FeatureViewDefinition, JoinDefinition } from "../../microfs/core";
import { joinNumberIn, joinNumbers } from "./join-numbers";

/**
 * The newest definition of a view without one change that was made of it: what was changed since stays. A change of the
 * whole, of its spine, is taken back whole.
 */
export function takenBack(
  newest: FeatureViewDefinition,
  before: FeatureViewDefinition,
  after: FeatureViewDefinition,
): FeatureViewDefinition {
  if (before.labelFg !== after.labelFg) return before;
  const { joins: joinsBefore, ...restBefore } = before;
  const { joins: joinsAfter, ...restAfter } = after;
  const numbers = joinNumbers(joinsBefore, joinsAfter);
  const come = joinsAfter.filter((_, number) => !numbers.includes(number));
  const joins = come.reduce(without, newest.joins);
  const restored = joinsBefore.reduce((joins, join, i) => {
    const number = numbers[i] ?? null;
    const changed = number === null ? undefined : joinsAfter[number];
    if (changed === undefined) return joins.toSpliced(i, 0, join);
    const at = joinNumberIn(joins, changed, i);
    const there = joins[at];
    return there === undefined ? joins : joins.with(at, withPartsOf(there, join, changed));
  }, joins);
  return { ...withPartsOf(newest, restBefore, restAfter), joins: restored };
}

function without(joins: readonly JoinDefinition[], join: JoinDefinition): readonly JoinDefinition[] {
  const at = joinNumberIn(joins, join, joins.length - 1);
  return joins.filter((_, number) => number !== at);
}

/** A value whose parts that differ between `before` and `after` are as before; those that were not there are gone. */
function withPartsOf<T extends object>(value: T, before: Partial<T>, after: Partial<T>): T {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof T>;
  const changed = [...names].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  const result = { ...value };
  for (const name of changed) {
    const part = before[name];
    if (part === undefined) delete result[name];
    else result[name] = part;
  }
  return result;
}
