import type { EntitySlice, JoinRule, SliceJoin } from "../../microfs/core";
import { chosenRow } from "../slice-index/slice-index";
import { momentOf } from "../step/step-verdicts";
import { formatMoment } from "../words/format-moment";
import { type LaneFacts, statesAt } from "./marks";
import type { OffScreenPicture } from "./picture-types";

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

/** The chosen row where it lies off the screen: on which side, and what is said of it there. `null` where it is on the screen, or not chosen yet. */
export function offScreenChoice(facts: LaneFacts): OffScreenPicture | null {
  const { verdicts, scale, style, valueText } = facts;
  const { chosen } = verdicts;
  const us = verdicts.candidates.eventUs[verdicts.chosenAt] ?? 0;
  if (chosen === undefined || (us >= scale.window.fromUs && us < scale.window.toUs)) return null;
  const state = statesAt(facts)(chosen);
  if (state !== "chosen" && state !== "leak") return null;
  const words = `${valueText(chosen.row)}, ${formatMoment(chosen.eventTime, style)}`;
  return us < scale.window.fromUs
    ? { x: scale.left, state, text: `← ${words}` }
    : { x: scale.right, state, text: `${words} →` };
}
