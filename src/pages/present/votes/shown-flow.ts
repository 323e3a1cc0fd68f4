import type { Act } from "../../../present/frames";
import { lettersOf } from "../../../present/votes/advice";
import { type Flow, flowOf } from "../../../present/votes/flow";
import type { StepVotes } from "../../../state/present/session-store";
import type { CurrentScreen } from "../use-plan";
import { namedAnswers } from "./named-answers";

/** Whether an act tells how the class has gone from one vote to the other. */
export function tellsBothVotes({ kind }: Act): boolean {
  return kind === "reveal" || kind === "both_votes";
}

/** The flow that stands on a screen in the place of the answers; `null` where none does, or one of the votes is empty. */
export function shownFlow({ step, frame }: CurrentScreen, { first, second }: StepVotes): Flow | null {
  return tellsBothVotes(frame.act) ? flowOf(first, second, lettersOf(namedAnswers(step))) : null;
}
