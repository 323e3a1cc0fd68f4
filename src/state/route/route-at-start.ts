import { readTimeText } from "../../microfs/core";
import type { Scenario } from "../../scenario/scenario";
import type { Route } from "./route";
import { START } from "./url";

/** The step, and how it is looked at, that a scenario opens at; the first step of all where it names none. */
export function routeAtStart({ start }: Scenario): Pick<Route, (typeof STEP)[number]> {
  return {
    row: start?.row ?? START.row,
    join: start?.join ?? START.join,
    phase: start?.phase ?? START.phase,
    joins: start?.together ? "together" : "one-by-one",
    column: start?.column ?? null,
    from: microseconds(start?.window?.from),
    to: microseconds(start?.window?.to),
  };
}

const STEP = ["row", "join", "phase", "joins", "column", "from", "to"] as const;

/** Whether a route says nothing of a step: whoever opens it leaves that to the data. */
export function saysNoStep(route: Route): boolean {
  return STEP.every((name) => route[name] === START[name]);
}

function microseconds(time: string | undefined): number | null {
  if (time === undefined) return null;
  const read = readTimeText(time);
  return read.ok ? Number(read.value) : null;
}
