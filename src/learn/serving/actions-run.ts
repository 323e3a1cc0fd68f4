import type { ReasonName, ServingStatus } from "../../microfs/core";
import type { Edit } from "../../scenario/edits/edit";
import type { InlineRow, Scenario } from "../../scenario/scenario";

/** What the two stores hold of one entity after an action was done. Times in microseconds. */
export interface ActionDone {
  /** Event times of the rows in the history, ascending. */
  readonly historyUs: readonly bigint[];
  /** The event time of the row that is online; `null` where none is. */
  readonly onlineUs: bigint | null;
  /** What was looked up; `null` where the action was another. */
  readonly lookedUp: LookedUp | null;
}

interface LookedUp {
  readonly status: ServingStatus;
  /** Of the row that is online, served or not. */
  readonly eventTimeUs: bigint | null;
}

/** Actions that were done on a store, one after another, and what was trained in the end. */
export interface ActionsRun {
  readonly done: readonly ActionDone[];
  /** The training row at the look-up's moment, written once all is done. */
  readonly trained: {
    readonly tUs: bigint;
    readonly eventTimeUs: bigint | null;
    readonly reason: ReasonName;
  };
}

/** How a look-up and the training row of the same moment stand to each other, and why. */
export type Outcome =
  | { readonly kind: "same"; readonly servedUs: bigint | null }
  /** Nothing was online yet. */
  | { readonly kind: "not_materialized"; readonly trainedUs: bigint | null }
  /** The trained row was in the history by then, and was not copied. */
  | { readonly kind: "behind"; readonly servedUs: bigint; readonly trainedUs: bigint }
  /** The trained row came into the history after the look-up. */
  | { readonly kind: "came_later"; readonly servedUs: bigint | null; readonly trainedUs: bigint }
  | { readonly kind: "expired" | "future"; readonly onlineUs: bigint; readonly trainedUs: bigint | null }
  /** Training found nothing, or less. */
  | { readonly kind: "only_served"; readonly servedUs: bigint; readonly trainedUs: bigint | null };

/** What came of the last look-up of a run; `null` where nothing was looked up. */
export function outcomeOf({ done, trained }: ActionsRun): Outcome | null {
  const at = done.findLast(({ lookedUp }) => lookedUp !== null);
  if (at === undefined || at.lookedUp === null) return null;
  const { status, eventTimeUs } = at.lookedUp;
  const servedUs = status === "found" ? eventTimeUs : null;
  const trainedUs = trained.eventTimeUs;
  if (servedUs === trainedUs) return { kind: "same", servedUs };
  if (eventTimeUs === null) return { kind: "not_materialized", trainedUs };
  if (status === "expired" || status === "future") return { kind: status, onlineUs: eventTimeUs, trainedUs };
  if (trainedUs === null || trainedUs < eventTimeUs)
    return { kind: "only_served", servedUs: eventTimeUs, trainedUs };
  const kind = at.historyUs.includes(trainedUs) ? "behind" : "came_later";
  return { kind, servedUs: eventTimeUs, trainedUs };
}

/** What there is to be found by doing actions in another order: the trained row, another one, nothing. */
export const FINDS = ["same", "other", "nothing"] as const;
export type Find = (typeof FINDS)[number];

/** Which of them an outcome is. */
export function findOf(outcome: Outcome): Find {
  switch (outcome.kind) {
    case "same":
      return outcome.servedUs === null ? "nothing" : "same";
    case "behind":
    case "only_served":
      return "other";
    case "came_later":
      return outcome.servedUs === null ? "nothing" : "other";
    case "not_materialized":
    case "expired":
    case "future":
      return "nothing";
  }
}

/** A scenario whose written rows, of its groups and of its writes, are as `set` edits have them. Other edits stay edits. */
export function withRowsSet(scenario: Scenario, edits: readonly Edit[]): Scenario {
  const valuesOf = (group: string, row: number) =>
    edits.flatMap((edit) =>
      edit.kind === "set" && edit.group === group && edit.row === row ? [edit.values] : [],
    );
  const numbers = new Map<string, number>();
  const set = (group: string, rows: readonly InlineRow[]) => {
    const from = numbers.get(group) ?? 0;
    numbers.set(group, from + rows.length);
    return rows.map((row, i): InlineRow => Object.assign({}, row, ...valuesOf(group, from + i)));
  };
  const groups = scenario.groups.map((group) =>
    group.rows.kind === "inline"
      ? { ...group, rows: { ...group.rows, rows: set(group.definition.name, group.rows.rows) } }
      : group,
  );
  const actions = scenario.actions?.map((action) =>
    action.kind === "write" ? { ...action, rows: set(action.group, action.rows) } : action,
  );
  return { ...scenario, groups, ...(actions && { actions }) };
}
