import { sliceLineage } from "../../compare/slice-lineage";
import { type JoinVariant, type ViewVariant, variantOfRule, viewVariant } from "../../compare/variant";
import { type EntitySlice, type JoinRule, joinSlice, sliceFeatures } from "../../microfs/core";
import type { Edit } from "../../scenario/edits/edit";
import { editSlice } from "../../scenario/edits/edit-slice";
import { GroupHistory } from "../../scenario/group-history";
import type { Scenario } from "../../scenario/scenario";
import { scenarioSlice } from "../../scenario/scenario-slice";
import type { VariantName } from "../../terms/variants";
import type { BeliefName } from "./beliefs";
import type { Answered, Option } from "./option";

/**
 * The slices of all entities that a scenario's spine asks about, one each, as edits on top of its own leave them. O(rows)
 * an entity.
 *
 * @throws RangeError where rows are not written out in the scenario.
 */
export function entitySlices(scenario: Scenario, edits: readonly Edit[] = []): EntitySlice[] {
  const spine = scenario.groups.find(({ definition }) => definition.name === scenario.view.labelFg);
  const numRows = spine === undefined ? 0 : new GroupHistory(spine).numRows;
  const seen = new Set<number>();
  const slices: EntitySlice[] = [];
  for (let row = 0; row < numRows; row++) {
    if (seen.has(row)) continue;
    const slice = scenarioSlice(scenario, row);
    for (const one of slice.spine.rows) seen.add(one);
    slices.push(editSlice(slice, [...(scenario.edits ?? []), ...edits]));
  }
  return slices;
}

/** How many rows the training table has when it is joined so. @param slices - Of all its entities, see {@link entitySlices}. */
export function tableRows(slices: readonly EntitySlice[], variant: VariantName): number {
  return rowsUnder(slices, (rules) => viewVariant(variant, rules));
}

/** How many rows the table has under a variant, and how many whoever believes otherwise expects. Fewer first. */
export function rowsAnswer(scenario: Scenario, edits: readonly Edit[], variant: VariantName): Answered {
  const slices = entitySlices(scenario, edits);
  const asked = tableRows(slices, variant);
  const expected: readonly (readonly [number, BeliefName])[] = [
    [tableRows(slices, "ordinary"), "multiplies"],
    [rowsUnder(slices, eachThatPasses), "each_known"],
    [tableRows(slices, "own"), "one_each"],
    [foundRows(slices), "left_out"],
    [moments(slices), "one_moment"],
  ];
  const beliefs = new Map<string, BeliefName>();
  const counts = new Set([asked]);
  for (const [count, belief] of expected) {
    if (counts.has(count)) continue;
    counts.add(count);
    beliefs.set(countId(count), belief);
  }
  const options = [...counts]
    .sort((a, b) => a - b)
    .map((count): Option => ({ id: countId(count), kind: "count", count }));
  return { options, right: countId(asked), beliefs };
}

/** The numbers of the joins of which any cell of the table leaks. */
export function leakingJoins(scenario: Scenario, edits: readonly Edit[] = []): number[] {
  const slices = entitySlices(scenario, edits);
  return [...scenario.view.joins.keys()].filter((number) =>
    slices.some((slice) => {
      const join = slice.joins[number];
      return join !== undefined && joinSlice(slice, join).leak.includes(1);
    }),
  );
}

/**
 * Which of the joins leaks. Any row of the table counts.
 *
 * @throws RangeError where not just one does, see {@link leakingJoins}.
 */
export function featureAnswer(scenario: Scenario, edits: readonly Edit[]): Answered {
  const idOf = (join: number) => `join:${join}`;
  const options = scenario.view.joins.map((_, join): Option => ({ id: idOf(join), kind: "join", join }));
  const [leaking, ...more] = leakingJoins(scenario, edits);
  if (leaking === undefined || more.length > 0)
    throw new RangeError(`one join must leak, and not ${leaking === undefined ? 0 : more.length + 1}`);
  const right = idOf(leaking);
  return {
    options,
    right,
    beliefs: new Map(options.flatMap(({ id }) => (id === right ? [] : [[id, "harmless"] as const]))),
  };
}

const countId = (count: number) => `count:${count}`;

/** Every row that the rules let pass makes a row. */
function eachThatPasses(rules: readonly JoinRule[]): ViewVariant {
  const joins = rules.map((rule): JoinVariant => ({ ...variantOfRule(rule), pick: "each" }));
  return { name: "own", joins, rules: rules.map(() => null) };
}

function rowsUnder(
  slices: readonly EntitySlice[],
  variantOf: (rules: readonly JoinRule[]) => ViewVariant,
): number {
  let rows = 0;
  for (const slice of slices) {
    const variant = variantOf(slice.joins.map(({ rule }) => rule));
    const features = slice.joins.map(sliceFeatures);
    for (const position of slice.spine.rows.keys())
      rows += slice.joins.reduce((made, _, join) => {
        const { positions } = sliceLineage(slice, join, variant, position, features[join]);
        return made * Math.max(1, positions.length);
      }, 1);
  }
  return rows;
}

/** The spine rows for which every join finds a row. */
function foundRows(slices: readonly EntitySlice[]): number {
  return slices.reduce((found, slice) => {
    const matches = slice.joins.map((join) => joinSlice(slice, join).index);
    return (
      found +
      Array.from(slice.spine.rows.keys()).filter((i) => matches.every((one) => (one[i] ?? -1) >= 0)).length
    );
  }, 0);
}

/** The moments at which some entity is asked about, each once. */
function moments(slices: readonly EntitySlice[]): number {
  return slices.reduce((count, { spine }) => count + new Set(spine.timesUs).size, 0);
}
