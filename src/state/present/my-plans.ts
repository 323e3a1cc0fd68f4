import { createStore, type StoreApi } from "zustand/vanilla";
import { type Plan, type PlanStep, validatePlan } from "../../present/plan";
import { planExcess } from "../../present/plan-limits";
import { READY_PLANS } from "../../present/ready-plans";
import { type App, showMessage } from "../app";
import { keepText, keptText, putAside } from "../kept-text";
import { PLAN_IN_FILE } from "./embedded-plan";
import { planHistory } from "./plan-history";

const KEY = "microfs.plans";
/** What was kept and cannot be read by this version. */
const UNREAD_KEY = "microfs.plans.unread";

/** What was taken out, and where it stood: undo puts it back there. */
export type Removed =
  | { readonly kind: "plan"; readonly plan: Plan; readonly at: number }
  | { readonly kind: "step"; readonly plan: string; readonly step: PlanStep; readonly at: number };

export interface MyPlansState {
  /** The latest first. */
  readonly plans: readonly Plan[];
  readonly removed: Removed | null;
  /** Text that was kept here and is no plan that this version can read; `null` where all could be read. */
  readonly unread: string | null;
  /** Whether the browser keeps them at all. */
  readonly isKept: boolean;
  /** The plan that was looked at last, to be prepared: what is added goes there; `null` before any was. */
  readonly prepared: string | null;
}

/** The plans that somebody has made, kept in this browser, and in step with its other tabs. */
export function myPlansStore(app: App): StoreApi<MyPlansState> {
  const store = createStore<MyPlansState>()(() => ({
    ...readKept([]),
    removed: null,
    isKept: true,
    prepared: null,
  }));
  const onStorage = ({ key }: StorageEvent) => {
    if (key === null || key.startsWith(KEY)) store.setState(readKept(store.getState().plans));
  };
  window.addEventListener("storage", onStorage);
  app.onDispose(() => window.removeEventListener("storage", onStorage));
  return store;
}

/** The plan of that name; `null` where there is none. */
export function myPlan(app: App, name: string): Plan | null {
  return (
    app
      .part(myPlansStore)
      .getState()
      .plans.find((plan) => plan.name === name) ?? null
  );
}

/**
 * Puts a plan among one's own, in front of the others.
 *
 * @returns The plan as it is kept: under a name that no other has.
 */
export function addPlan(app: App, plan: Plan): Plan {
  let added = plan;
  change(app, (plans) => {
    added = { ...plan, name: freeName(plan.name, plans) };
    return [added, ...plans];
  });
  return added;
}

/**
 * Changes the plan of that name, so that it can be undone. Nothing happens where another tab has taken it away; what would be
 * more than a plan can hold is said, and not done.
 */
export function changePlan(app: App, name: string, changed: (plan: Plan) => Plan): void {
  const { record } = app.part(planHistory);
  setPlan(app, name, (plan) => {
    const after = changed(plan);
    const excess = planExcess(after);
    if (excess !== null) {
      showMessage(app, { text: excess, isError: true });
      return plan;
    }
    record(plan, after);
    return after;
  });
}

/** Takes back the last change of a plan, or makes it again. Gives whether there was one. */
export function stepInHistory(app: App, name: string, way: "undo" | "redo"): boolean {
  const now = myPlan(app, name);
  const to = now && app.part(planHistory)[way](now);
  if (to === null) return false;
  setPlan(app, name, () => to);
  return true;
}

function setPlan(app: App, name: string, changed: (plan: Plan) => Plan): void {
  change(app, (plans) => plans.map((plan) => (plan.name === name ? changed(plan) : plan)));
}

/** Takes a plan away, until that is undone. */
export function removePlan(app: App, name: string): void {
  const { plans } = app.part(myPlansStore).getState();
  const at = plans.findIndex((plan) => plan.name === name);
  const plan = plans[at];
  if (plan === undefined) return;
  change(app, (now) => now.filter((one) => one.name !== name));
  app.part(myPlansStore).setState({ removed: { kind: "plan", plan, at } });
}

/** Takes a step out of a plan, until that is undone. */
export function removeStep(app: App, name: string, at: number): void {
  const step = myPlan(app, name)?.steps[at];
  if (step === undefined) return;
  changePlan(app, name, (plan) => ({ ...plan, steps: plan.steps.toSpliced(at, 1) }));
  app.part(myPlansStore).setState({ removed: { kind: "step", plan: name, step, at } });
}

/** Puts back what was taken out last. */
export function undoRemoving(app: App): void {
  const { removed } = app.part(myPlansStore).getState();
  if (removed?.kind === "plan") {
    const plan = removed.plan;
    change(app, (plans) => plans.toSpliced(removed.at, 0, { ...plan, name: freeName(plan.name, plans) }));
  }
  if (removed?.kind === "step")
    changePlan(app, removed.plan, (plan) => ({
      ...plan,
      steps: plan.steps.toSpliced(removed.at, 0, removed.step),
    }));
  forgetRemoved(app);
}

/** Remembers which plan is being prepared. */
export function preparePlan(app: App, name: string): void {
  const { getState, setState } = app.part(myPlansStore);
  if (getState().prepared !== name) setState({ prepared: name });
}

/** What was taken out is wanted no more. */
export function forgetRemoved(app: App): void {
  app.part(myPlansStore).setState({ removed: null });
}

/** What could not be read was seen, and is wanted no more. */
export function forgetUnread(app: App): void {
  keepText(UNREAD_KEY, null);
  app.part(myPlansStore).setState({ unread: null });
}

/** The name itself, or with a number where another plan has it. */
function freeName(name: string, plans: readonly Plan[]): string {
  const taken = new Set<string>([...READY_PLANS, PLAN_IN_FILE, ...plans.map((plan) => plan.name)]);
  for (let n = 1; ; n++) {
    const free = n === 1 ? name : `${name}-${n}`;
    if (!taken.has(free)) return free;
  }
}

function change(app: App, changed: (plans: readonly Plan[]) => readonly Plan[]): void {
  const { getState, setState } = app.part(myPlansStore);
  // Another tab may have written since.
  const known = getState().isKept ? { ...getState(), ...readKept(getState().plans) } : getState();
  const plans = changed(known.plans);
  // What was taken out can be put back until something else is changed: then its place may be another.
  setState({ ...known, plans, removed: null, isKept: keepText(KEY, JSON.stringify(plans)) });
}

/**
 * What cannot be read is put aside, where nothing writes over it, and never thrown away.
 *
 * @param before - Plans that are known: one that has not changed stays the same object.
 */
function readKept(before: readonly Plan[]): Pick<MyPlansState, "plans" | "unread"> {
  const text = keptText(KEY);
  const { plans, unread } = readPlans(text, before);
  if (unread !== null && putAside(UNREAD_KEY, unread))
    keepText(KEY, plans.length === 0 ? null : JSON.stringify(plans));
  return { plans, unread: keptText(UNREAD_KEY) ?? unread };
}

function readPlans(text: string | null, before: readonly Plan[]): Pick<MyPlansState, "plans" | "unread"> {
  if (text === null) return { plans: [], unread: null };
  const known = new Map(before.map((plan) => [JSON.stringify(plan), plan]));
  const values = parsed(text);
  if (!Array.isArray(values)) return { plans: [], unread: text };
  const read = values.map((value: unknown) => {
    const same = known.get(JSON.stringify(value));
    return same === undefined ? validatePlan(value) : ({ ok: true, plan: same } as const);
  });
  const unread = values.filter((_, i) => read[i]?.ok === false);
  return {
    plans: read.flatMap((one) => (one.ok ? [one.plan] : [])),
    unread: unread.length === 0 ? null : JSON.stringify(unread),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Whatever it is, it is kept aside as it is.
    return null;
  }
}
