import { createStore, type StoreApi } from "zustand/vanilla";
import { type Frame, framesOf } from "../../present/frames";
import { isPackedPlan, readPackedPlan } from "../../present/packed-plan";
import { type Plan, type PlanStep, type PlanValidation, votesOf } from "../../present/plan";
import { type PreparedStep, prepareStep, restated } from "../../present/prepare-step";
import { loadReadyPlan, READY_PLANS } from "../../present/ready-plans";
import { stepKeys } from "../../present/step-keys";
import type { App } from "../app";
import { toError } from "../query";
import { embeddedPlan, PLAN_IN_FILE } from "./embedded-plan";
import { myPlan, myPlansStore } from "./my-plans";
import { sessionStore } from "./session-store";

/** Where a plan comes from: the app brings it, it is kept in this browser, a link carries it, or the page itself does. Only one's own can be changed; of another a copy is. */
export type PlanOrigin = "ready" | "own" | "link" | "page";

/** The plan that the address names, with all that it shows. */
export type OpenPlan =
  | { readonly kind: "none" }
  | { readonly kind: "loading" }
  /** Sentences that say what is wrong. */
  | { readonly kind: "failed"; readonly problems: readonly string[] }
  | {
      readonly kind: "open";
      readonly plan: Plan;
      readonly from: PlanOrigin;
      /** Those of the plan; at some this class votes once more. */
      readonly steps: readonly PreparedStep[];
      /** All its screens, in the order of the presses. */
      readonly frames: readonly Frame[];
    };

/** What a name in an address leads to, as far as is known at once. */
type Found =
  | { readonly kind: "plan"; readonly from: PlanOrigin; readonly plan: Plan | Promise<Plan> }
  | { readonly kind: "problems"; readonly problems: readonly string[] };

/** Keeps the plan that the address names open, and in step with what is changed of it. */
export function planStore(app: App): StoreApi<OpenPlan> {
  const store = createStore<OpenPlan>()(() => ({ kind: "none" }));
  const session = app.part(sessionStore);
  const show = (now: OpenPlan) => store.setState(withVotesAgain(now, session.getState().votesAgain), true);
  let opened: { readonly name: string | null; readonly own: Plan | null } = { name: null, own: null };
  const open = async () => {
    const { plan: name } = app.state.getState().route;
    const own = name === null ? null : myPlan(app, name);
    if (name === opened.name && own === opened.own) return;
    const isSamePlan = name === opened.name;
    const asked = { name, own };
    opened = asked;
    if (name === null) return store.setState({ kind: "none" }, true);
    const before = store.getState();
    const known = before.kind === "open" ? before.steps : [];
    const found = findPlan(app, name);
    const atOnce = openedAtOnce(found, known);
    if (atOnce !== null) return show(atOnce);
    // One that is being changed stays on the screen until the change is there.
    const isCopy = found.kind === "plan" && !(found.plan instanceof Promise) && isNearly(known, found.plan);
    if (before.kind !== "open" || !(isSamePlan || isCopy)) store.setState({ kind: "loading" }, true);
    const now = await prepareFound(found, known);
    if (asked === opened) show(now);
  };
  app.onDispose(app.state.subscribe(() => void open()));
  app.onDispose(
    session.subscribe(({ votesAgain }, before) => {
      if (votesAgain !== before.votesAgain) show(store.getState());
    }),
  );
  app.onDispose(app.part(myPlansStore).subscribe(() => void open()));
  void open();
  return store;
}

function findPlan(app: App, name: string): Found {
  if (isPackedPlan(name)) return foundIn("link", readPackedPlan(name));
  if (name === PLAN_IN_FILE) return foundIn("page", embeddedPlan() ?? NO_PLAN_HERE);
  const ready = READY_PLANS.find((one) => one === name);
  if (ready !== undefined) return { kind: "plan", from: "ready", plan: loadReadyPlan(ready) };
  const own = myPlan(app, name);
  if (own !== null) return { kind: "plan", from: "own", plan: own };
  return {
    kind: "problems",
    problems: [
      `This browser keeps no plan named “${name}”. Where it was made, copy its link or save it as a file, and open that here.`,
    ],
  };
}

const NO_PLAN_HERE: PlanValidation = { ok: false, problems: ["This page carries no plan in itself."] };

function foundIn(from: PlanOrigin, read: PlanValidation): Found {
  return read.ok ? { kind: "plan", from, plan: read.plan } : { kind: "problems", problems: read.problems };
}

/** Where all that it shows is known: whoever types into a plan sees it as it is typed. */
function openedAtOnce(found: Found, known: readonly PreparedStep[]): OpenPlan | null {
  if (found.kind === "problems" || found.plan instanceof Promise) return null;
  const { plan, from } = found;
  const steps = plan.steps.flatMap((step) => knownStep(known, step) ?? []);
  return steps.length === plan.steps.length ? openWith(plan, from, steps) : null;
}

async function prepareFound(found: Found, known: readonly PreparedStep[]): Promise<OpenPlan> {
  if (found.kind === "problems") return { kind: "failed", problems: found.problems };
  try {
    const plan = await found.plan;
    const steps = await Promise.all(plan.steps.map((step) => knownStep(known, step) ?? prepareStep(step)));
    return openWith(plan, found.from, steps);
  } catch (error) {
    return { kind: "failed", problems: [toError(error).message] };
  }
}

function openWith(plan: Plan, from: PlanOrigin, steps: readonly PreparedStep[]): OpenPlan {
  const frames = framesOf(
    steps.map(({ step, picture, story }) => ({
      step,
      slice: picture?.slice ?? null,
      hasStory: story !== null,
    })),
  );
  return { kind: "open", plan, from, steps, frames };
}

/** The plan with a second vote at some of its steps, by their keys. At all others the class votes as the plan says. */
function withVotesAgain(now: OpenPlan, votesAgain: readonly string[]): OpenPlan {
  if (now.kind !== "open") return now;
  const { plan, from, steps } = now;
  const keys = stepKeys(plan.steps);
  const voted = steps.map((one, i) => {
    const given = plan.steps[i] ?? one.step;
    const isAgain = given.kind !== "words" && given.votes === 1 && votesAgain.includes(keys[i] ?? "");
    const step: PlanStep = isAgain ? { ...given, votes: 2 } : given;
    return votesOf(one.step) === votesOf(step) ? one : { ...one, step };
  });
  return voted.every((one, i) => one === steps[i]) ? now : openWith(plan, from, voted);
}

/** Whether a plan shows what is known but for one step: the copy that a change of another plan has made. */
function isNearly(known: readonly PreparedStep[], { steps }: Plan): boolean {
  return steps.length > 1 && steps.filter((step) => knownStep(known, step) === null).length <= 1;
}

function knownStep(known: readonly PreparedStep[], step: PlanStep): PreparedStep | null {
  return known.map((one) => restated(one, step)).find((one) => one !== null) ?? null;
}
