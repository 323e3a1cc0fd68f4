import type { EntitySlice, SliceJoin } from "../../microfs/entity-slice";
import type { JoinRule } from "../../microfs/join/join-rule";
import { chosenRow } from "../slice-index/slice-index";
import { momentOf } from "../step/judgement";

/**
 * The row that another rule would choose for a spine row, where that is a leak that the join's own rule does not
 * make; its number in the group's table, else `null`.
 */
export function wrongChoice(
  slice: EntitySlice,
  join: SliceJoin,
  spineRow: number,
  rule: JoinRule,
): number | null {
  const tUs = momentOf(slice, spineRow);
  const wrong = chosenRow(join, tUs, rule);
  return wrong.isLeak && wrong.row !== chosenRow(join, tUs).row ? wrong.row : null;
}
