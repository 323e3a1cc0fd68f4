import { createStore, type StoreApi } from "zustand/vanilla";
import { type Frame, framesOf } from "../../present/frames";
import type { Plan } from "../../present/plan";
import { type PreparedStep, prepareStep } from "../../present/prepare-step";
import { loadReadyPlan, READY_PLANS } from "../../present/ready-plans";
import type { App } from "../app";
import { toError } from "../query";

/** The plan that the address names, with all that it shows. */
export type OpenPlan =
  | { readonly kind: "none" }
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly error: Error }
  | {
      readonly kind: "open";
      readonly plan: Plan;
      readonly steps: readonly PreparedStep[];
      /** All its screens, in the order of the presses. */
      readonly frames: readonly Frame[];
    };

/** Keeps the plan that the address names open. */
export function planStore(app: App): StoreApi<OpenPlan> {
  const store = createStore<OpenPlan>()(() => ({ kind: "none" }));
  let opened: string | null = null;
  const open = async () => {
    const { plan: name } = app.state.getState().route;
    if (name === opened) return;
    opened = name;
    if (name === null) return store.setState({ kind: "none" }, true);
    store.setState({ kind: "loading" }, true);
    const now = await preparePlan(name).catch(
      (error: unknown) => ({ kind: "failed", error: toError(error) }) as const,
    );
    if (name === opened) store.setState(now, true);
  };
  app.onDispose(app.state.subscribe(() => void open()));
  void open();
  return store;
}

async function preparePlan(name: string): Promise<OpenPlan> {
  const ready = READY_PLANS.find((one) => one === name);
  if (ready === undefined) throw new RangeError(`There is no plan ${JSON.stringify(name)}.`);
  const plan = await loadReadyPlan(ready);
  const steps = await Promise.all(plan.steps.map(prepareStep));
  const frames = framesOf(steps.map(({ step, picture }) => ({ step, slice: picture?.slice ?? null })));
  return { kind: "open", plan, steps, frames };
}
