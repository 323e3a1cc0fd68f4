import type { EntitySlice, SliceJoin } from "../../microfs/core";
import type { Scenario } from "../../scenario/scenario";
import type { Phase } from "../../terms/phases";
import { phasesOf, phasesTogether } from "../../terms/phases-of";

/** A step of the timeline. Any step can be opened directly: nothing is recorded and replayed. */
export interface Coordinate {
  /** The spine row's number in the label group's table, not its rank in time: it stays true while times are dragged. */
  spineRow: number;
  /** Counts the view's joins from 0. */
  join: number;
  phase: Phase;
  /** All joins take each step side by side; `join` is then only the one that is spoken of first. */
  together?: boolean;
}

/** A candidate row, as the picture and the table name it to each other. */
export interface MarkRef {
  /** Counts the view's joins from 0. */
  readonly join: number;
  /** The row's number in that join's feature group. */
  readonly row: number;
}

/** Several candidate rows of one join. */
export interface JoinRows {
  readonly join: number;
  readonly rows: ReadonlySet<number>;
}

/** The step that a scenario opens at: where it names none, the first of the label group's first row. */
export function startOf({ start }: Pick<Scenario, "start">): Coordinate {
  if (start === undefined) return { spineRow: 0, join: 0, phase: "find_entity" };
  const { row: spineRow, join, phase, together } = start;
  return together ? { spineRow, join, phase, together } : { spineRow, join, phase };
}

/**
 * The spine row's position in its slice.
 *
 * @throws RangeError when the slice has no such row.
 */
export function positionOf(slice: EntitySlice, spineRow: number): number {
  const position = slice.spine.rows.indexOf(spineRow);
  if (position === -1) throw new RangeError(`the slice has no spine row ${spineRow}`);
  return position;
}

/**
 * The join that a coordinate stands in.
 *
 * @throws RangeError when the slice has no such join.
 */
export function joinAt(slice: EntitySlice, join: number): SliceJoin {
  const found = slice.joins[join];
  if (found === undefined) throw new RangeError(`join must be 0 to ${slice.joins.length - 1}: ${join}`);
  return found;
}

/** Whether two coordinates are the same step, played the same way. */
export function isSameStep(a: Coordinate, b: Coordinate): boolean {
  return (
    a.spineRow === b.spineRow &&
    a.join === b.join &&
    a.phase === b.phase &&
    (a.together ?? false) === (b.together ?? false)
  );
}

/** The phases that can be stepped through where a coordinate stands: its join's, or those of all joins side by side. */
export function phasesAt(slice: EntitySlice, at: Pick<Coordinate, "join" | "together">): readonly Phase[] {
  return at.together ? phasesTogether(slice.joins) : phasesOf(joinAt(slice, at.join).rule);
}

/** How many steps one spine row has, over all joins one by one. Costs O(joins), as all of this file. */
export function stepsPerRow(slice: EntitySlice): number {
  return slice.joins.reduce((sum, join) => sum + phasesOf(join.rule).length, 0);
}

/** The step's number among its spine row's steps, from 0. A phase that its join does not have counts as the first. */
export function stepInRow(slice: EntitySlice, at: Coordinate): number {
  if (at.together) return Math.max(0, phasesAt(slice, at).indexOf(at.phase));
  const before = slice.joins.slice(0, at.join).reduce((sum, join) => sum + phasesOf(join.rule).length, 0);
  return before + Math.max(0, phasesOf(joinAt(slice, at.join).rule).indexOf(at.phase));
}

/**
 * The coordinate of a spine row's step.
 *
 * @throws RangeError when the row has no such step.
 */
export function coordinateInRow(slice: EntitySlice, spineRow: number, step: number): Coordinate {
  let rest = step;
  for (const [join, { rule }] of slice.joins.entries()) {
    const phases = phasesOf(rule);
    const phase = phases[rest];
    if (phase !== undefined) return { spineRow, join, phase };
    rest -= phases.length;
  }
  throw new RangeError(`step must be 0 to ${stepsPerRow(slice) - 1}: ${step}`);
}

/** The step's number among all of the slice's steps: its rows in the order of the training table, from 0. */
export function stepIndex(slice: EntitySlice, at: Coordinate): number {
  return positionOf(slice, at.spineRow) * stepsPerRow(slice) + stepInRow(slice, at);
}

/** The inverse of {@link stepIndex}. Throws a `RangeError` where there is no such step. */
export function coordinateAt(slice: EntitySlice, index: number): Coordinate {
  const perRow = stepsPerRow(slice);
  const spineRow = slice.spine.rows[Math.floor(index / perRow)];
  if (spineRow === undefined) {
    throw new RangeError(`step must be 0 to ${perRow * slice.spine.rows.length - 1}: ${index}`);
  }
  return coordinateInRow(slice, spineRow, index % perRow);
}

/** How many steps the spine row has that a coordinate stands in, played as the coordinate plays it. */
export function stepsAt(slice: EntitySlice, at: Coordinate): number {
  return at.together ? phasesAt(slice, at).length : stepsPerRow(slice);
}

/**
 * Another step of the same spine row, by its number, played as the coordinate plays it.
 *
 * @throws RangeError when the row has no such step.
 */
export function stepTo(slice: EntitySlice, at: Coordinate, step: number): Coordinate {
  if (!at.together) return coordinateInRow(slice, at.spineRow, step);
  const phase = phasesAt(slice, at)[step];
  if (phase === undefined)
    throw new RangeError(`step must be 0 to ${phasesAt(slice, at).length - 1}: ${step}`);
  return { ...at, phase };
}

/** The next step (`by` 1) or the previous one (−1) of the same spine row; `null` past its ends. */
export function neighbourStep(slice: EntitySlice, at: Coordinate, by: 1 | -1): Coordinate | null {
  const step = stepInRow(slice, at) + by;
  return step < 0 || step >= stepsAt(slice, at) ? null : stepTo(slice, at, step);
}

/** The next join (1) or the one before (−1) at the same phase, or where it has none such, at its first; `null` past the ends. */
export function neighbourJoin(slice: EntitySlice, at: Coordinate, by: 1 | -1): Coordinate | null {
  const join = at.join + by;
  return slice.joins[join] === undefined ? null : toJoin(slice, at, join);
}

/** The same phase of another join, or its first where it has none such. One join is then played by itself. */
export function toJoin(slice: EntitySlice, { spineRow, phase }: Coordinate, join: number): Coordinate {
  const phases = phasesAt(slice, { join });
  return { spineRow, join, phase: phases.includes(phase) ? phase : (phases[0] ?? "find_entity") };
}

/** The same join and phase of the entity's next (1) or previous (−1) spine row; `null` past its ends. */
export function neighbourRow(slice: EntitySlice, at: Coordinate, by: 1 | -1): Coordinate | null {
  const spineRow = slice.spine.rows[positionOf(slice, at.spineRow) + by];
  return spineRow === undefined ? null : { ...at, spineRow };
}

/** The spine row's first step. */
export function firstStep(slice: EntitySlice, spineRow: number): Coordinate {
  return coordinateInRow(slice, spineRow, 0);
}

/** The spine row's last step, at which all its cells are written. */
export function lastStep(slice: EntitySlice, spineRow: number): Coordinate {
  return coordinateInRow(slice, spineRow, stepsPerRow(slice) - 1);
}
