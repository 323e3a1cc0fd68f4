import type { EntitySlice, SliceJoin } from "../../microfs/entity-slice";
import type { JudgedCandidate } from "../../microfs/explain";
import type { MarkLook } from "../step/judgement";
import { formatMoment, type MomentStyle } from "./format-moment";
import { nounOf } from "./nouns";
import { spokenDistance, verdictWord } from "./verdict-words";

/** A mark's name as it is heard: `payment, 50.00, 3 Nov 09:12, chosen, 2 days before`. */
export function spokenName(
  slice: EntitySlice,
  join: SliceJoin,
  mark: { row: JudgedCandidate; look: MarkLook; valueText: string; tUs: bigint; style: MomentStyle },
): string {
  const { row, look, valueText, tUs, style } = mark;
  return [
    nounOf(slice, join).one,
    valueText,
    formatMoment(row.eventTime, style),
    look === "leak" ? "chosen, a leak" : verdictWord(look),
    spokenDistance(row.eventTime, tUs),
  ].join(", ");
}
