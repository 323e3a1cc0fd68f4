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
  mark: {
    row: JudgedCandidate;
    look: MarkLook;
    /** Whether only a wrong join would choose it. */
    isWrong?: boolean;
    valueText: string;
    tUs: bigint;
    style: MomentStyle;
  },
): string {
  const { row, look, isWrong = false, valueText, tUs, style } = mark;
  const leak = isWrong ? "future, a leak where a join takes it" : "chosen, a leak";
  return [
    nounOf(slice, join).one,
    valueText,
    formatMoment(row.eventTime, style),
    look === "leak" ? leak : verdictWord(look),
    spokenDistance(row.eventTime, tUs),
  ].join(", ");
}
