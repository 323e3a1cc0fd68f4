import { NO_MATCH, Reason, reasonName } from "../microfs/core";
import type { EmptyReasonName } from "../terms/empty-reasons";
import { emptyCells, type InPieces, type JoinedView, type JoinParts, match, spineRows } from "./joined-view";

/** The cells that one join left empty for one reason. */
export interface EmptyRows {
  readonly join: number;
  readonly reason: EmptyReasonName;
  readonly cells: number;
  /** Training rows with at least one such cell, ascending. */
  readonly rows: Int32Array;
}

/** All empty cells of a view, and where each belongs. */
export interface EmptyCells {
  /** Those with most cells first. */
  readonly lines: readonly EmptyRows[];
  /** Per join, shape [training rows]: which line its empty cells are of, + 1; 0 where none is empty. */
  readonly lineOf: readonly Uint16Array[];
  /** Of so many cells that joins write. */
  readonly joinedCells: number;
}

/** Sorts a view's empty cells by join and reason. O(cells), and a run of the kernel where exact matches are off. */
export function* findEmptyCells({ order, joins }: JoinedView): InPieces<EmptyCells> {
  const found: EmptyRows[] = [];
  for (const parts of joins) {
    found.push(...(yield* linesOf(parts)));
    yield;
  }
  const lines = found.sort((a, b) => b.cells - a.cells || a.join - b.join);
  const lineOf = joins.map(() => new Uint16Array(order.length));
  for (const [number, { join, rows }] of lines.entries()) {
    const ofJoin = lineOf[join];
    if (ofJoin !== undefined) for (let i = 0; i < rows.length; i++) ofJoin[rows[i] ?? 0] = number + 1;
  }
  const joinedCells = joins.reduce((sum, { written }) => sum + written.length, 0) * order.length;
  return { lines, lineOf, joinedCells };
}

function* linesOf(parts: JoinParts): InPieces<EmptyRows[]> {
  const { number: join, matches, written, isComplete } = parts;
  if (written.length === 0) return [];
  const { index, reason } = matches;
  const counts = new Uint32Array(Object.keys(Reason).length);
  for (let row = 0; row < reason.length; row++) {
    const code = reason[row] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  const rowsOf = Array.from(counts, (count, code) => new Int32Array(code === Reason.chosen ? 0 : count));
  const next = new Uint32Array(counts.length);
  const partlyNull: number[] = [];
  let nullCells = 0;
  for (let row = 0; row < reason.length; row++) {
    const code = reason[row] ?? 0;
    if (code !== Reason.chosen) {
      const [rows, at] = [rowsOf[code], next[code] ?? 0];
      if (rows !== undefined) rows[at] = row;
      next[code] = at + 1;
    } else if (!isComplete) {
      const empty = emptyCells(parts, index[row] ?? NO_MATCH);
      if (empty > 0) partlyNull.push(row);
      nullCells += empty;
    }
  }
  const lines: EmptyRows[] = [];
  const add = (name: EmptyReasonName, rows: Int32Array, cells: number) => {
    if (cells > 0) lines.push({ join, reason: name, rows, cells });
  };
  const exact: Int32Array[] = [];
  for (const [code, rows] of rowsOf.entries()) {
    if (rows.length === 0) continue;
    const [apart, rest] = yield* exactApart(parts, rows, code);
    exact.push(apart);
    const name = reasonName(code);
    if (name !== "chosen") add(name, rest, rest.length * written.length);
  }
  const atTheMoment = joinedSorted(exact);
  add("exact_match", atTheMoment, atTheMoment.length * written.length);
  add("null_value", Int32Array.from(partlyNull), nullCells);
  return lines;
}

/** Those of some rows that a row at their very moment would fill, and the others. */
function* exactApart(
  { sides, join: { rule } }: JoinParts,
  rows: Int32Array,
  code: number,
): InPieces<[Int32Array, Int32Array]> {
  if (rule.allowExactMatches || code === Reason.null_key || code === Reason.no_entity)
    return [new Int32Array(), rows];
  const { index } = yield* match(spineRows(sides.spine, rows), sides.features, {
    ...rule,
    allowExactMatches: true,
  });
  return [rows.filter((_, i) => index[i] !== NO_MATCH), rows.filter((_, i) => index[i] === NO_MATCH)];
}

function joinedSorted(parts: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all.sort();
}
