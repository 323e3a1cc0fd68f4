import type { ComparedView } from "../../compare/compared-view";
import { smallestCut } from "../../compare/smallest/cut";
import type { TableCell } from "../../compare/smallest/difference";
import { variantTableOf } from "../../compare/smallest/variant-cell";
import { viewVariant } from "../../compare/variant";
import type { ExampleJoin, ExampleSide } from "../../formats/queries/example";
import { examplePytest } from "../../formats/queries/example-pytest";
import { exampleSql } from "../../formats/queries/example-sql";
import { type CheckedView, checkGroup, checkView, type JoinRule } from "../../microfs/core";
import type { Scenario } from "../../scenario/scenario";
import { VARIANT_TERMS, type VariantName } from "../../terms/variants";
import type { CompareQuestion, ExampleSideResult, SmallestExample } from "./compare-results";

type SmallestQuestion = Extract<CompareQuestion, { kind: "smallest" }>;

/**
 * The smallest example of two variants, from a spine row in which they differ; with pauses.
 *
 * @param ids - Shape [spine rows]. The numbers that the rows of the spine are known by.
 * @returns `null` where there is no such row, or where nothing of it differs.
 */
export function* smallestExample(
  data: ComparedView,
  ids: Int32Array,
  question: SmallestQuestion,
): Generator<void, SmallestExample | null> {
  const { above, below, feature, join, blur } = question;
  const spineRow = ids.indexOf(question.spineRow);
  const trainingRow = data.order.indexOf(spineRow);
  if (spineRow < 0 || trainingRow < 0) return null;
  const variantOf = (name: VariantName) => (rules: readonly JoinRule[]) => viewVariant(name, rules);
  const ownRules = data.view.joins.map(({ rule }) => rule);
  const cut = yield* smallestCut({
    data,
    trainingRow,
    feature,
    join,
    above: variantTableOf(variantOf(above)),
    below: variantTableOf(variantOf(below)),
    blur,
    title: `Smallest example: ${wordOf(above, ownRules)} and ${wordOf(below, ownRules)}`,
  });
  if (cut === null) return null;
  const { scenario, column, difference } = cut;
  const view = checkedView(scenario);
  const [rule] = view.joins.map((join) => join.rule);
  if (rule === undefined) throw new RangeError("an example must have a join");
  const side = (name: VariantName, { values }: TableCell): ExampleSide => ({
    name: name === "own" ? (rule.direction === "backward" ? "as_of" : "own_join") : name,
    word: wordOf(name, [rule]),
    join: joinOf(name, rule),
    values,
  });
  const example = {
    scenario,
    query: {
      view: scenario.view,
      groups: scenario.groups.map(({ definition }) => definition),
      rules: [rule],
      columns: view.columns,
    },
    spineRow: cut.spineRow,
    column,
    sides: [side(above, difference.above), side(below, difference.below)] as const,
  };
  return {
    above: resultOf(above, difference.above, cut.candidateRows),
    below: resultOf(below, difference.below, cut.candidateRows),
    feature: cut.feature,
    column,
    spineRow: cut.spineRow,
    fromRows: allRows(data),
    rows: scenario.groups.reduce((sum, { rows }) => sum + (rows.kind === "inline" ? rows.rows.length : 0), 0),
    scenario,
    pytest: examplePytest(example),
    sql: exampleSql(example),
  };
}

function resultOf(
  name: VariantName,
  { values, origin }: TableCell,
  candidateRows: Int32Array,
): ExampleSideResult {
  const rows = Array.from(origin?.candidates ?? [], (candidate, i) => ({
    row: candidateRows[candidate] ?? 0,
    leaks: origin?.leak[i] === 1,
  }));
  return { name, values: [...values], rows };
}

/** The rows of the spine and of every joined group, each group once. */
function allRows({ spine, joins }: ComparedView): number {
  const groups = new Map([spine, ...joins.map(({ group }) => group)].map((group) => [group.name, group]));
  return [...groups.values()].reduce((sum, { numRows }) => sum + numRows, 0);
}

function checkedView({ groups, view }: Scenario): CheckedView {
  const checked = new Map(groups.map(({ definition }) => [definition.name, checkGroup(definition)]));
  return checkView(view, (name) => {
    const group = checked.get(name);
    if (group === undefined) throw new RangeError(`an example must have the group: ${name}`);
    return group;
  });
}

function joinOf(name: VariantName, own: JoinRule): ExampleJoin {
  const [rule] = viewVariant(name, [own]).rules;
  if (rule != null) return { kind: "rule", rule };
  return { kind: name === "calendar_date" ? "same_date" : "every_row" };
}

/** A view's own join is “as of” only where it looks back. */
function wordOf(name: VariantName, rules: readonly JoinRule[]): string {
  const isBackward = rules.every(({ direction }) => direction === "backward");
  return name === "own" && !isBackward ? "own join" : VARIANT_TERMS[name].word;
}
