import { Reason, type ReasonName } from "../../microfs";
import { CellFlag } from "../../microfs/join/notable";
import type { LiveTraining, TrainingTotals } from "../answers";
import type { TrainingState } from "./training-state";

/** What the page holds of a training set, in memory of its own that can be transferred. Costs O(training rows × joins). */
export function liveTraining(state: TrainingState): LiveTraining {
  const { view, spine, order, joins } = state;
  return {
    viewName: view.name,
    columns: view.columns,
    spineIndex: spine.ids(order.rows),
    timesUs: state.timesUs.slice(),
    joins: joins.map(({ group, index, reason, flags, eventTimesUs }) => ({
      fgName: group.group.name,
      index: group.ids(index),
      reason: reason.slice(),
      flags: flags.slice(),
      eventTimesUs: eventTimesUs.slice(),
    })),
    totals: totalsOf(state),
  };
}

function totalsOf({ order, joins }: TrainingState): TrainingTotals {
  const trainingRows = order.rows.length;
  const counted = joins.map(({ group, reason, flags }) => {
    const byCode = new Int32Array(Object.keys(Reason).length);
    let leaks = 0;
    for (let i = 0; i < trainingRows; i++) {
      const code = reason[i] ?? 0;
      byCode[code] = (byCode[code] ?? 0) + 1;
      if (((flags[i] ?? 0) & CellFlag.leak) !== 0) leaks++;
    }
    const reasons = Object.entries(Reason).map(([name, code]) => [name, byCode[code] ?? 0]);
    return {
      fgName: group.group.name,
      reasons: Object.fromEntries(reasons) as Record<ReasonName, number>,
      leaks,
    };
  });
  const sum = (of: (join: (typeof counted)[number]) => number) =>
    counted.reduce((total, join) => total + of(join), 0);
  return {
    trainingRows,
    empty: sum(({ reasons }) => trainingRows - reasons.chosen),
    leaks: sum(({ leaks }) => leaks),
    joins: counted,
  };
}
