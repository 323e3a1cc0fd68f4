import { NO_MATCH } from "../asof-join";
import type { Times } from "../time";
import type { RowOverlay } from "./row-overlay";

/** A spine's rows in the order of the training table. Both arrays have shape [training rows]. */
export interface TrainingOrder {
  /** Rows of the spine. */
  rows: Int32Array;
  /** Which training row it is of what is stored; −1 where the row was changed or added. */
  before: Int32Array;
}

/**
 * The order of a training table whose spine has rows laid over it: by event time, ties in insertion order. O(rows).
 *
 * @param order - Shape [stored rows]. The order of what is stored.
 * @param times - Shape [stored rows], by row.
 */
export function trainingOrder(order: Int32Array, times: Times, spine: RowOverlay): TrainingOrder {
  const covered = new Set(spine.covered());
  const own = spine.rows();
  const ownTimes = spine.times(own, spine.group.eventTime);
  const ownOrder = Array.from(own.keys()).sort((a, b) =>
    ownTimes[a] === ownTimes[b] ? own[a] - own[b] : ownTimes[a] < ownTimes[b] ? -1 : 1,
  );
  const length = order.length - covered.size + own.length;
  const merged: TrainingOrder = { rows: new Int32Array(length), before: new Int32Array(length) };
  let at = 0;
  let next = 0;
  const put = (row: number, before: number) => {
    merged.rows[at] = row;
    merged.before[at++] = before;
  };
  for (let before = 0; before < order.length; before++) {
    const row = order[before];
    if (covered.has(row)) continue;
    for (; next < ownOrder.length; next++) {
      const i = ownOrder[next];
      // Never `===`: one side's times may be doubles and the other's 64-bit integers.
      const isFirst = ownTimes[i] < times[row] || (ownTimes[i] <= times[row] && own[i] < row);
      if (!isFirst) break;
      put(own[i], NO_MATCH);
    }
    put(row, before);
  }
  for (; next < ownOrder.length; next++) put(own[ownOrder[next]], NO_MATCH);
  return merged;
}
