import type { EntitySlice, SliceJoin } from "../../microfs/entity-slice";
import type { JoinRule } from "../../microfs/join/join-rule";
import { isLeak } from "../../microfs/join/leakage";
import { chosenByGroup } from "../judge/verdict-groups";
import { explanationOf } from "../step/judgement";

/**
 * The row that another rule would choose for a spine row, where that is a leak that the join's own rule does not
 * make; its number in the group's table, else `null`. O(m) over numbers once the row is explained.
 */
export function wrongChoice(
  slice: EntitySlice,
  join: SliceJoin,
  spineRow: number,
  rule: JoinRule,
): number | null {
  const judged = explanationOf(slice, join, spineRow);
  const wrong = chosenByGroup(judged, judged.tUs, rule);
  if (wrong === undefined || !isLeak(wrong, judged.tUs, join.own)) return null;
  return judged.candidates[judged.chosenAt]?.row === wrong.row ? null : wrong.row;
}
