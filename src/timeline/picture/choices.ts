import type { EntitySlice, JoinRule, SliceJoin } from "../../microfs/core";
import { chosenRow } from "../slice-index/slice-index";
import { momentOf } from "../step/step-verdicts";
import { formatMoment } from "../words/format-moment";
import { choiceOf, isPicked, type LaneFacts, statesAt, strongestStates } from "./marks";

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

/** A chosen row beyond an end of the picture. */
export interface OffScreenChoice {
  /** The end that it lies beyond. */
  readonly x: number;
  readonly state: "chosen" | "leak";
  readonly text: string;
  /** Whether it is chosen yet. */
  readonly shown: boolean;
}

/** The chosen row where it lies off the screen: on which side, and what is said of it there. `null` where it is on the screen. */
export function offScreenChoice(facts: LaneFacts): OffScreenChoice | null {
  const { verdicts, scale, style, valueText } = facts;
  const { chosen, chosenAt } = choiceOf(facts);
  const us = verdicts.candidates.eventUs[chosenAt] ?? 0;
  if (chosen === undefined || (us >= scale.window.fromUs && us < scale.window.toUs)) return null;
  const state = strongestStates(facts)(chosen);
  if (state !== "chosen" && state !== "leak") return null;
  const shown = isPicked(statesAt(facts)(chosen));
  const words = `${valueText(chosen.row)}, ${formatMoment(chosen.eventTime, style)}`;
  return us < scale.window.fromUs
    ? { x: scale.left, state, shown, text: `← ${words}` }
    : { x: scale.right, state, shown, text: `${words} →` };
}
