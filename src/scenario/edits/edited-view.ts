import type { JoinDefinition } from "../../microfs";
import type { JoinRule } from "../../microfs/join/join-rule";
import type { Edit } from "./edit";
import { editedRule } from "./edit-slice";

/**
 * A view's definition with the rules that edits have left it. Joins that no edit concerns stay as they were written.
 *
 * @param rules - Per join its rule before the edits.
 */
export function editedView<View extends { readonly joins: readonly JoinDefinition[] }>(
  definition: View,
  rules: readonly JoinRule[],
  edits: readonly Edit[],
): View {
  const joins = definition.joins.map((join, number): JoinDefinition => {
    const before = rules[number];
    const rule = before && editedRule(before, number, edits);
    if (rule === undefined || rule === before) return join;
    return {
      ...join,
      ttl: rule.ttlUs === null ? null : milliseconds(rule.ttlUs),
      delay: milliseconds(rule.delayUs),
      direction: rule.direction,
      asOf: rule.clock,
      allowExactMatches: rule.allowExactMatches,
    };
  });
  return { ...definition, joins };
}

function milliseconds(us: bigint): number {
  return Number(us) / 1000;
}
