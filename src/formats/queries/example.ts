import type { CellValue, ColumnType, JoinRule } from "../../microfs/core";
import { cellOf } from "../../scenario/inline-value";
import type { Scenario } from "../../scenario/scenario";
import { type QueryInput, type QueryJoin, type QueryPlan, queryPlan, ruleWords } from "./query-plan";

/** How one of an example's two tables is made. */
export interface ExampleSide {
  /** The name of a function: `as_of`. */
  readonly name: string;
  /** What the join is called, as a comment says it. */
  readonly word: string;
  readonly join: ExampleJoin;
  /** What it writes, in time order: a single null where it finds nothing. */
  readonly values: readonly CellValue[];
}

/** By a rule, or every row of the entity: of the same date in UTC, or all. */
export type ExampleJoin =
  | { readonly kind: "rule"; readonly rule: JoinRule }
  | { readonly kind: "same_date" }
  | { readonly kind: "every_row" };

/** Few rows on which two joins differ, to be written as code that runs as it is. */
export interface Example {
  /** Of one join, with rows that are written out. */
  readonly scenario: Scenario;
  /** The view's own query. */
  readonly query: QueryInput;
  /** The spine row's number. */
  readonly spineRow: number;
  /** The column of the join's group that differs. */
  readonly column: string;
  readonly sides: readonly [ExampleSide, ExampleSide];
}

/** A side with its join as queries take it. */
export interface PlannedSide extends ExampleSide {
  readonly number: number;
  readonly planned: QueryJoin;
  /** What it takes, in words. */
  readonly takes: string;
}

/** An example's groups and joins with everything looked up: two joins of one group, one for each side. */
export interface ExamplePlan {
  readonly plan: QueryPlan;
  readonly sides: readonly PlannedSide[];
  readonly column: { readonly name: string; readonly type: ColumnType };
}

/** @throws RangeError where the example has no join, or lacks the column. */
export function examplePlan({ query, column, sides }: Example): ExamplePlan {
  const plan = queryPlan(query);
  const [own] = plan.joins;
  const type = own?.group.columns.find(({ name }) => name === column)?.type;
  if (own === undefined || type === undefined)
    throw new RangeError(`the example must have a join with the column: ${column}`);
  const planned = sides.map((side, i) => {
    const join = { ...own, number: i + 1, ...(side.join.kind === "rule" ? { rule: side.join.rule } : {}) };
    return { ...side, number: i + 1, planned: join, takes: takesOf(side.join, join) };
  });
  return {
    plan: { ...plan, joins: planned.map((side) => side.planned) },
    sides: planned,
    column: { name: column, type },
  };
}

function takesOf({ kind }: ExampleJoin, join: QueryJoin): string {
  if (kind === "same_date") return `${join.group.name}: every row of the same date in UTC`;
  return kind === "every_row" ? `${join.group.name}: every row of the entity` : ruleWords(join);
}

/** A group's rows as columns hold them, by columns. */
export function exampleCells(
  { scenario }: Example,
  group: QueryPlan["spine"],
): { name: string; type: ColumnType; cells: CellValue[] }[] {
  const rows = scenario.groups.find(({ definition }) => definition.name === group.name)?.rows;
  const written = rows?.kind === "inline" ? rows.rows : [];
  return group.columns.map(({ name, type }) => ({
    name,
    type,
    cells: written.map((row) => cellOf(row[name], type)),
  }));
}
