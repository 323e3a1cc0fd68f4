import { type EntitySlice, explainSlice, type SliceJoin } from "../../microfs/entity-slice";
import type { JoinRule } from "../../microfs/join/join-rule";
import { isLeak } from "../../microfs/join/leakage";
import { positionOf } from "../step/coordinate";

/**
 * The row that another rule would choose for a spine row, where that is a leak that the join's own rule does not
 * make; its number in the group's table, else `null`. O(m log m).
 */
export function wrongChoice(
  slice: EntitySlice,
  join: SliceJoin,
  spineRow: number,
  rule: JoinRule,
): number | null {
  const position = positionOf(slice, spineRow);
  const tUs = slice.spine.timesUs[position] ?? 0n;
  const chosenBy = (asked: JoinRule) =>
    explainSlice(slice, join, position, asked).candidates.find(({ verdict }) => verdict === "chosen");
  const wrong = chosenBy(rule);
  if (wrong === undefined || !isLeak(wrong, tUs, join.own)) return null;
  return chosenBy(join.rule)?.row === wrong.row ? null : wrong.row;
}
