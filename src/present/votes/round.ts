import type { Act } from "../frames";

/** The vote that a screen belongs to. */
export interface Round {
  readonly round: 1 | 2;
  /** Whether answers are taken: from the press that shows the vote to the next. */
  readonly isOpen: boolean;
}

/** The vote that an act belongs to, open or counted; `null` where there is none yet, or it is over. */
export function roundOf(act: Act): Round | null {
  switch (act.kind) {
    case "vote":
      return { round: act.round, isOpen: true };
    case "counted":
    case "talk":
      return { round: 1, isOpen: false };
    case "both_votes":
      return { round: 2, isOpen: false };
    default:
      return null;
  }
}
