import type { Plan } from "../../present/plan";
import type { App } from "../app";

interface Change {
  readonly before: Plan;
  readonly after: Plan;
}

interface Changes {
  readonly past: Change[];
  readonly future: Change[];
  /** The text field that the last change was written in, while it has kept the focus since. */
  field: Element | null;
}

/** More changes of one plan than these are not kept: the oldest goes. */
const MOST_CHANGES = 200;

/** The changes of plans that can be taken back, as long as the page is open. */
export interface PlanHistory {
  /** Notes a change. What is written in one visit to a text field is one. */
  readonly record: (before: Plan, after: Plan) => void;
  /** The plan as it was before its last change; `null` where there is none, or it was changed elsewhere since. */
  readonly undo: (now: Plan) => Plan | null;
  /** The plan as it was before that was taken back. */
  readonly redo: (now: Plan) => Plan | null;
}

/** What was changed of one's own plans, by their names. */
export function planHistory(_app: App): PlanHistory {
  const plans = new Map<string, Changes>();
  const changesOf = (name: string) => {
    const there = plans.get(name) ?? { past: [], future: [], field: null };
    plans.set(name, there);
    return there;
  };
  const record: PlanHistory["record"] = (before, after) => {
    if (isSame(before, after)) return;
    const changes = changesOf(after.name);
    const { past, future } = changes;
    const field = focusedField();
    const last = past.at(-1);
    if (field !== null && field === changes.field && last !== undefined && isSame(last.after, before))
      past[past.length - 1] = { before: last.before, after };
    else past.push({ before, after });
    if (past.length > MOST_CHANGES) past.shift();
    future.length = 0;
    if (field !== changes.field)
      field?.addEventListener("blur", () => (changes.field = null), { once: true });
    changes.field = field;
  };
  const step = (now: Plan, from: "past" | "future"): Plan | null => {
    const changes = changesOf(now.name);
    const change = changes[from].pop();
    const [there, to] = from === "past" ? [change?.after, change?.before] : [change?.before, change?.after];
    if (change === undefined || there === undefined || to === undefined) return null;
    // Another tab has changed it: going back would take that away too.
    if (!isSame(there, now)) {
      plans.delete(now.name);
      return null;
    }
    changes[from === "past" ? "future" : "past"].push(change);
    changes.field = null;
    return to;
  };
  return { record, undo: (now) => step(now, "past"), redo: (now) => step(now, "future") };
}

/** The text field that has the focus; `null` where none has. */
function focusedField(): Element | null {
  const { activeElement } = document;
  return activeElement?.matches("textarea, input:not([type]), input[type='text']") ? activeElement : null;
}

function isSame(a: Plan, b: Plan): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
