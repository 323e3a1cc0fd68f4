import type { EntitySlice, SliceColumn } from "../../../microfs/entity-slice";
import { inlineOf } from "../../../scenario/edits/cell-of";
import type { Edit } from "../../../scenario/edits/edit";
import type { TimelineEdit } from "../../../timeline/step/timeline-edit";

/**
 * What a hand did on the timeline, as an edit of the data or of a rule. A moved row keeps how late it was known.
 *
 * @param slice - As it is before the hand moved, without what it holds.
 * @returns `null` where the row is gone.
 */
export function editOfHand(slice: EntitySlice, hand: TimelineEdit): Edit | null {
  switch (hand.kind) {
    case "set_ttl":
      return { kind: "rule", join: hand.join, ttlUs: String(hand.ttlUs) };
    case "set_delay":
      return { kind: "rule", join: hand.join, delayUs: String(hand.delayUs) };
    case "move_spine_row": {
      const { fgName, eventTime } = slice.spine;
      return {
        kind: "set",
        group: fgName,
        row: hand.row,
        values: { [eventTime]: inlineOf(hand.timeUs, "timestamp") },
      };
    }
    case "move_row": {
      const join = slice.joins[hand.join];
      const position = join?.rows.indexOf(hand.row) ?? -1;
      if (join === undefined || position < 0) return null;
      const byUs = hand.eventTimeUs - (join.eventTimesUs[position] ?? 0n);
      const created = join.createdTime === null ? {} : moved(join.columns, join.createdTime, position, byUs);
      return {
        kind: "set",
        group: join.fgName,
        row: hand.row,
        values: { ...moved(join.columns, join.eventTime, position, byUs), ...created },
      };
    }
  }
}

function moved(columns: readonly SliceColumn[], name: string, position: number, byUs: bigint) {
  const before = columns.find((column) => column.name === name)?.values[position];
  return { [name]: inlineOf(typeof before === "bigint" ? before + byUs : null, "timestamp") };
}
