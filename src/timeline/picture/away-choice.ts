import { formatMoment } from "../words/format-moment";
import { type LaneFacts, looksAt } from "./marks";
import type { AwayPicture } from "./picture-types";

/** The chosen row where it lies off the screen: on which side, and what is said of it there. `null` where it is in sight, or not chosen yet. */
export function awayChoice(facts: LaneFacts): AwayPicture | null {
  const { verdicts, scale, style, valueText } = facts;
  const { chosen } = verdicts;
  const us = verdicts.candidates.eventUs[verdicts.chosenAt] ?? 0;
  if (chosen === undefined || (us >= scale.window.fromUs && us < scale.window.toUs)) return null;
  const look = looksAt(facts)(chosen);
  if (look !== "chosen" && look !== "leak") return null;
  const words = `${valueText(chosen.row)}, ${formatMoment(chosen.eventTime, style)}`;
  return us < scale.window.fromUs
    ? { x: scale.left, look, text: `← ${words}` }
    : { x: scale.right, look, text: `${words} →` };
}
