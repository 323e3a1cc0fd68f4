import type { ActionDone, ActionsRun } from "../../learn/serving/actions-run";
import { readTimeText } from "../../microfs/core";
import type { ScenarioAction } from "../../scenario/scenario";
import type { LaneMark } from "./lane-row";

/** A row that is online, and is not served, looks as it does in a join. */
export function onlineState(lookedUp: ActionDone["lookedUp"]): LaneMark["state"] {
  const status = lookedUp?.status;
  return status === "expired" || status === "future" ? status : "chosen";
}

/** The history as the training row of a moment sees it. */
export function trainedMarks({ done, trained }: ActionsRun, tUs: bigint): LaneMark[] {
  return (done.at(-1)?.historyUs ?? []).map((us) => ({
    us,
    state: us === trained.eventTimeUs ? "chosen" : us > tUs ? "future" : "superseded",
  }));
}

/** The moment that is looked up first, microseconds; `null` where none is. */
export function lookUpMoment(actions: readonly ScenarioAction[]): bigint | null {
  const lookUp = actions.find((action) => action.kind === "lookUp");
  const read = lookUp?.now === undefined ? null : readTimeText(lookUp.now);
  return read?.ok ? read.value : null;
}
