import {
  type EntitySlice,
  type FeatureGroupDefinition,
  type FeatureViewDefinition,
  joinSlice,
  NO_MATCH,
  type SliceColumn,
  type SliceJoin,
} from "../../microfs/core";
import type { Edit } from "../../scenario/edits/edit";
import { entityScenario } from "../../scenario/entity-scenario";
import type { Lesson } from "../lesson";
import { type BeliefName, beliefRule } from "../questions/beliefs";
import { LESSON_LIMITS } from "./lesson-file";

/** A training row on the screen, and what a lesson about it is made of. */
export interface LabRow {
  readonly title: string;
  /** With the edits of its rows in it. */
  readonly slice: EntitySlice;
  readonly spineRow: number;
  readonly join: number;
  /** Of the view's groups; others may be among them. */
  readonly groups: readonly FeatureGroupDefinition[];
  readonly view: FeatureViewDefinition;
  /** Those of the view's rules. */
  readonly rules: readonly Edit[];
}

/** A lesson's data about one training row, and how much of its entity they carry. */
export interface LabLesson {
  readonly lesson: Lesson;
  /** The row's number in the lesson's scenario. */
  readonly row: number;
  readonly numRows: number;
  /** How many rows the entity has, of this training row. */
  readonly ofRows: number;
}

/** What its scenario and its question are called. */
export const LAB_SCENARIO = "lab";
export const LAB_QUESTION = "first";

/** What the wrong rows may stand for, the likeliest first. */
const BELIEFS: readonly BeliefName[] = [
  "closest",
  "latest",
  "next",
  "happened_is_known",
  "no_delay",
  "any_age",
  "strictly_before",
];

/** One of the answers that a question can have is that no row is taken. */
const MOST_CANDIDATES = LESSON_LIMITS.options - 4;

/**
 * Makes the data of a lesson of three parts about one training row: predict, step by step, why. It carries this row and of
 * each join the row that it takes, those that somebody would take who believes otherwise, and those closest in time: no row
 * that is left out would have been taken. O(rows × beliefs).
 *
 * @throws RangeError where the slice has no such row or join.
 */
export function labLesson({ title, slice, spineRow, join, groups, view, rules }: LabRow): LabLesson {
  const position = slice.spine.rows.indexOf(spineRow);
  if (position === -1 || slice.joins[join] === undefined)
    throw new RangeError(`there is no spine row ${spineRow} with a join ${join}`);
  const { spine } = slice;
  const cut: EntitySlice = {
    ...slice,
    spine: {
      ...spine,
      trainingRows: spine.trainingRows.slice(position, position + 1),
      rows: spine.rows.slice(position, position + 1),
      timesUs: spine.timesUs.slice(position, position + 1),
      columns: valuesAt(spine.columns, [position]),
    },
    joins: slice.joins.map((one) => candidatesAt(one, kept(slice, one, position))),
  };
  const { scenario, numRows } = entityScenario({ title, slice: cut, groups, view, edits: rules });
  const row = numberIn(cut, spine.fgName, spineRow);
  return {
    lesson: {
      parts: ["predict", "see", "why"],
      shortParts: 3,
      scenarios: { [LAB_SCENARIO]: { ...scenario, name: LAB_SCENARIO } },
      questions: {
        [LAB_QUESTION]: {
          kind: "row",
          scenario: LAB_SCENARIO,
          row,
          join,
          phase: "find_entity",
          beliefs: [...BELIEFS],
          variants: [],
        },
      },
      review: [],
    },
    row,
    numRows,
    ofRows: 1 + slice.joins.reduce((sum, one) => sum + one.rows.length, 0),
  };
}

/** The positions of a join's candidates that the lesson keeps, ascending. */
function kept(slice: EntitySlice, join: SliceJoin, position: number): number[] {
  const taken = [join.rule, ...BELIEFS.flatMap((belief) => beliefRule(belief, join.rule) ?? [])]
    .map((rule) => joinSlice(slice, join, rule).index[position] ?? NO_MATCH)
    .filter((index) => index !== NO_MATCH);
  const t = slice.spine.timesUs[position] ?? 0n;
  const distance = (at: number) => {
    const us = (join.eventTimesUs[at] ?? 0n) - t;
    return us < 0n ? -us : us;
  };
  const near = Array.from(join.rows.keys()).sort((a, b) => Number(distance(a) - distance(b)) || a - b);
  return [...new Set([...taken, ...near])].slice(0, MOST_CANDIDATES).sort((a, b) => a - b);
}

function candidatesAt(join: SliceJoin, positions: readonly number[]): SliceJoin {
  const { others: _, ...rest } = join;
  const times = (us: BigInt64Array) => BigInt64Array.from(positions, (at) => us[at] ?? 0n);
  return {
    ...rest,
    rows: Int32Array.from(positions, (at) => join.rows[at] ?? NO_MATCH),
    eventTimesUs: times(join.eventTimesUs),
    createdTimesUs: join.createdTimesUs && times(join.createdTimesUs),
    columns: valuesAt(join.columns, positions),
  };
}

function valuesAt(columns: readonly SliceColumn[], positions: readonly number[]): SliceColumn[] {
  return columns.map((column) => ({
    ...column,
    values: positions.map((at) => column.values[at] ?? null),
  }));
}

/** The number that a row of a group has once its rows are counted anew, in the order of insertion. */
function numberIn({ spine, joins }: EntitySlice, group: string, row: number): number {
  const rows = new Set([
    ...(spine.fgName === group ? spine.rows : []),
    ...joins.flatMap((join) => (join.fgName === group ? [...join.rows] : [])),
  ]);
  return [...rows].sort((a, b) => a - b).indexOf(row);
}
