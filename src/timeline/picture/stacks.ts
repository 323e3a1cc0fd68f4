import type { MarkState } from "../../terms/verdicts";

export interface Placed<Row> {
  readonly row: Row;
  readonly x: number;
  readonly state: MarkState;
  /** What it is from the step on at which that is known: piles are of one verdict, before it is seen too. */
  readonly strongest: MarkState;
}

export interface Stacked<Row> {
  /** The row that the mark stands for first, and all that it stands for. */
  readonly row: Row;
  readonly rows: readonly Row[];
  readonly x: number;
  readonly state: MarkState;
  readonly strongest: MarkState;
  /** How many places above (−) or below (+) the lane's line, in steps of a stack. */
  readonly level: number;
  /** Whether other marks stand above or below it. */
  readonly stacked: boolean;
}

/** So many marks at one place are stacked; more become a pile with a count. */
const MOST_STACKED = 3;

/**
 * Tells marks apart that coincide: two or three stand above each other; of more, the chosen one stands alone and the
 * rest of each verdict becomes one pile with a count, at every step the same ones. No row is lost.
 *
 * @param marks - In the order of x.
 * @param nearPx - Closer than this is one place.
 */
export function stackMarks<Row>(marks: readonly Placed<Row>[], nearPx: number): Stacked<Row>[] {
  return clusters(marks, nearPx).flatMap((cluster) =>
    cluster.length <= MOST_STACKED ? stack(cluster.map((mark) => [mark])) : stack(piles(cluster)),
  );
}

function clusters<Row>(marks: readonly Placed<Row>[], nearPx: number): Placed<Row>[][] {
  const all: Placed<Row>[][] = [];
  for (const mark of marks) {
    const last = all.at(-1);
    const start = last?.[0];
    if (last !== undefined && start !== undefined && mark.x - start.x < nearPx) last.push(mark);
    else all.push([mark]);
  }
  return all;
}

function piles<Row>(cluster: readonly Placed<Row>[]): Placed<Row>[][] {
  const byState = new Map<MarkState, Placed<Row>[]>();
  for (const mark of cluster) {
    const pile = byState.get(mark.strongest);
    if (pile === undefined) byState.set(mark.strongest, [mark]);
    else pile.push(mark);
  }
  return [...byState.values()];
}

function stack<Row>(groups: readonly (readonly Placed<Row>[])[]): Stacked<Row>[] {
  return groups.flatMap((group, i) => {
    const last = group.at(-1);
    if (last === undefined) return [];
    const level = i - (groups.length - 1) / 2;
    return [
      {
        row: last.row,
        rows: group.map((mark) => mark.row),
        x: last.x,
        state: last.state,
        strongest: last.strongest,
        level,
        stacked: groups.length > 1,
      },
    ];
  });
}
