import type { EntitySlice } from "../../microfs/core";
import type { Scenario } from "../../scenario/scenario";
import { scenarioSlice } from "../../scenario/scenario-slice";
import type { ComparedJoin, ComparedView } from "../compared-view";
import { featureRank } from "../feature-rank";
import { blurred } from "./blur";
import { ddmin } from "./ddmin";
import { type ComparedTable, type Difference, differs, differsAlike, leaks } from "./difference";
import {
  type ExampleCell,
  type ExampleScenario,
  type ExampleUnit,
  exampleScenario,
  spareColumns,
} from "./example-scenario";
import { rowSlice, withCandidates, writingOnly } from "./row-slice";

/** What an example is asked for. */
export interface CutRequest {
  readonly data: ComparedView;
  /** Counts the rows of the training table from 0. */
  readonly trainingRow: number;
  /** The feature whose cell differs, by its name in the training table; `null` for the most telling one. */
  readonly feature: string | null;
  /** The join that is looked at. */
  readonly join: number;
  readonly above: ComparedTable;
  readonly below: ComparedTable;
  /** Whether names and numbers are replaced. */
  readonly blur: boolean;
  readonly title: string;
}

/** The smallest data on which two tables still differ as they did. */
export interface SmallestCut {
  /** Its name in the training table that was cut. */
  readonly feature: string;
  readonly scenario: Scenario;
  /** The spine row's number in the scenario, and the column of its join that differs. */
  readonly spineRow: number;
  readonly column: string;
  /** The cell on the scenario, as the engine makes it. */
  readonly difference: Difference;
  /** By the numbers of its candidates: their rows in the scenario's group. */
  readonly candidateRows: Int32Array;
}

/**
 * Cuts data to the least on which a cell of two tables still differs in the same way, see {@link differsAlike}: by the
 * entity at once, which the index knows; then rows, of the entity's in the stored data; then rows and columns together, of a
 * scenario that the engine reads as it would any other. No row and no column of the outcome can be taken away.
 *
 * @returns `null` where the cell does not differ, and where it does so only by rows that are equal in every column, which no
 *   store would keep. Costs O(c log c) for c candidates where few of them matter, and yields between questions.
 */
export function* smallestCut(request: CutRequest): Generator<void, SmallestCut | null> {
  const found = yield* differingCell(request);
  if (found === null) return null;
  const { joined, feature, column, slice, before } = found;
  const { data, above, below, title } = request;
  const cell: ExampleCell = { data, joined, spineRow: data.order[request.trainingRow] ?? 0, column };

  const positions = yield* fewestCandidates(request, found);
  const kept = withCandidates(slice, positions).joins[0]?.rows ?? new Int32Array();
  const onScenario = ({ scenario, spineRow }: ExampleScenario, of: string) =>
    differenceIn(scenario, spineRow, of, above, below);

  const units: ExampleUnit[] = [
    ...Array.from(kept, (row) => ({ kind: "row", fgName: joined.group.name, row }) as const),
    ...spareColumns(cell),
  ];
  const holds = (some: readonly ExampleUnit[]) => {
    const now = onScenario(exampleScenario(cell, some, title), column);
    return now !== null && differsAlike(before, now.difference, true);
  };
  if (!holds(units)) return null;
  const example = exampleScenario(cell, yield* ddmin(units, holds), title);
  const shown = request.blur ? blurred(example.scenario, column) : { scenario: example.scenario, column };
  const after = onScenario({ ...shown, spineRow: example.spineRow }, shown.column);
  if (after === null || !differsAlike(before, after.difference, !request.blur))
    throw new RangeError(`an example must differ as the data did: ${feature}`);
  return { feature, spineRow: example.spineRow, ...shown, ...after };
}

interface FoundCell {
  readonly joined: ComparedJoin;
  readonly feature: string;
  readonly column: string;
  readonly slice: EntitySlice;
  readonly before: Difference;
}

/**
 * The cell of the row that differs, and tells most of those that are asked for: what leaks before what does not, then the
 * join that is looked at, then the earlier join, and in it by {@link featureRank}.
 */
function* differingCell({
  data,
  trainingRow,
  feature,
  join,
  above,
  below,
}: CutRequest): Generator<void, FoundCell | null> {
  const found: FoundCell[] = [];
  for (const joined of data.joins) {
    const asked = joined.features.filter(({ name }) => feature === null || name === feature);
    if (asked.length === 0) continue;
    const whole = rowSlice(data, joined, trainingRow);
    for (const { name, column } of asked) {
      yield;
      const slice = writingOnly(whole, column);
      const before = differenceOn(slice, joined, column, above, below);
      if (differs(before)) found.push({ joined, feature: name, column, slice, before });
    }
  }
  const orders = [
    ({ before }: FoundCell) => (leaks(before) ? 0 : 1),
    ({ joined }: FoundCell) => (joined.number === join ? -1 : joined.number),
    ({ joined, column }: FoundCell) => featureRank(joined, column),
  ];
  const byTelling = (a: FoundCell, b: FoundCell) =>
    orders.reduce((order, rank) => order || rank(a) - rank(b), 0);
  return found.sort(byTelling)[0] ?? null;
}

/**
 * Positions of the fewest candidates. A few of those that made the cells are enough as a rule, else all of these; where a table
 * does not know which these are, all that there are have to be gone through.
 */
function* fewestCandidates(
  { above, below }: CutRequest,
  { joined, column, slice, before }: FoundCell,
): Generator<void, readonly number[]> {
  const holds = (positions: readonly number[]) =>
    differsAlike(before, differenceOn(withCandidates(slice, positions), joined, column, above, below), true);
  const origins = [before.above.origin, before.below.origin].filter((origin) => origin !== null);
  if (origins.length === 2) {
    for (const part of [firstAndLast, (candidates: Int32Array) => [...candidates]]) {
      yield;
      const made = new Set(origins.flatMap(({ candidates }) => part(candidates)));
      const positions = [...made].sort((a, b) => a - b);
      if (holds(positions)) return yield* ddmin(positions, holds);
    }
  }
  return yield* ddmin([...(slice.joins[0]?.rows.keys() ?? [])], holds);
}

/** Of many rows a first one and two last: so few are several still, and as bad. */
function firstAndLast(candidates: Int32Array): number[] {
  return [...candidates.subarray(0, 1), ...candidates.subarray(-2)];
}

function differenceOn(
  slice: EntitySlice,
  { group }: ComparedJoin,
  column: string,
  above: ComparedTable,
  below: ComparedTable,
): Difference {
  const values = group.column(column);
  const rows = slice.joins[0]?.rows ?? new Int32Array();
  const cell = {
    slice,
    position: 0,
    column,
    read: (candidate: number) => values.get(rows[candidate] ?? 0),
  };
  return { above: above(cell), below: below(cell) };
}

/** The cell on a scenario; `null` where the spine row is not in it under that number. */
function differenceIn(
  scenario: Scenario,
  spineRow: number,
  column: string,
  above: ComparedTable,
  below: ComparedTable,
): Pick<SmallestCut, "difference" | "candidateRows"> | null {
  const slice = scenarioSlice(scenario, spineRow);
  const position = slice.spine.rows.indexOf(spineRow);
  const [join] = slice.joins;
  const values = join?.columns.find(({ name }) => name === column)?.values;
  if (position < 0 || join === undefined || values === undefined) return null;
  const read = (candidate: number) => values[candidate] ?? null;
  const cell = { slice, position, column, read };
  return { difference: { above: above(cell), below: below(cell) }, candidateRows: join.rows };
}
