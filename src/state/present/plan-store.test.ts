import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { packPlan } from "../../present/packed-plan";
import type { Plan } from "../../present/plan";
import { type App, createApp } from "../app";
import { OWN } from "../document";
import { goTo } from "../route/go-to";
import { ALL_PLANS } from "../route/url";
import { eventually } from "../testing/eventually";
import { editPlan } from "./edit-plan";
import { addPlan, myPlan, removeStep } from "./my-plans";
import { type OpenPlan, planStore } from "./plan-store";
import { addStep, presentStep } from "./use-step";

beforeEach(() => localStorage.clear());
afterEach(() => document.body.replaceChildren());

const PLAN: Plan = {
  version: 1,
  name: "my-class",
  title: "my class",
  steps: [
    { kind: "words", minutes: 1, text: "Look left." },
    { kind: "question", minutes: 1, lesson: "gone", question: "first", variant: 0, votes: 1 },
    { kind: "question", minutes: 3, lesson: "look-left", question: "first", variant: 0, votes: 1 },
  ],
};

function appAt(plan: string | null): App {
  const app = createApp(OWN, {
    worker: () => Promise.reject(new Error("no store is needed")),
    route: { ...ALL_PLANS, screen: "projector", plan },
  });
  onTestFinished(() => app.dispose());
  return app;
}

type Opened = Extract<OpenPlan, { kind: "open" }>;

const current = (app: App) => app.part(planStore).getState();

async function opened(app: App): Promise<Opened> {
  await eventually(() => expect(current(app).kind).toBe("open"));
  const open = current(app);
  if (open.kind !== "open") throw new Error(open.kind);
  return open;
}

function embed(text: string): void {
  const block = document.createElement("script");
  block.type = "application/json";
  block.id = "microfs-plan";
  block.textContent = text;
  document.body.append(block);
}

test("a plan is opened by its name, from a link, and from the page itself", async () => {
  expect(await opened(appAt("ten"))).toMatchObject({ from: "ready", plan: { name: "ten" } });
  const app = appAt(null);
  expect(current(app)).toEqual({ kind: "none" });
  addPlan(app, PLAN);
  goTo(app, { plan: "my-class" });
  expect(await opened(app)).toMatchObject({ from: "own", plan: PLAN });
  const packed = packPlan(PLAN);
  expect(await opened(appAt(packed.kind === "packed" ? packed.packed : ""))).toMatchObject({
    from: "link",
    plan: PLAN,
  });
  embed(JSON.stringify(PLAN));
  expect(await opened(appAt("in-this-file"))).toMatchObject({ from: "page", plan: PLAN });
});

test.each([
  ["nobody", /keeps no plan named “nobody”.*open that here/],
  ["1damaged", /damaged.*Ask for the link again/],
  ["in-this-file", /carries no plan/],
])("%s is a sentence with a way out, and no crash", async (plan, words) => {
  const app = appAt(plan);
  await eventually(() => expect(current(app).kind).toBe("failed"));
  const failed = current(app);
  expect(failed.kind === "failed" ? failed.problems.join(" ") : "").toMatch(words);
});

test("a plan in the page that makes no sense says where", async () => {
  embed(JSON.stringify({ ...PLAN, steps: [{}] }));
  const app = appAt("in-this-file");
  await eventually(() => expect(current(app).kind).toBe("failed"));
  expect(JSON.stringify(current(app))).toContain("plan.steps[0].kind");
});

test("a step that is gone says so, and the others can be presented", async () => {
  const app = appAt("my-class");
  addPlan(app, PLAN);
  const { steps, frames } = await opened(app);
  expect(steps.map(({ problem }) => problem !== null)).toEqual([false, true, false]);
  expect(frames.map(({ step }) => step)).toEqual([0, 1, 2, 2, 2, 2, 2, 2]);
});

test("what is written into a plan is there at once, and draws nothing anew", async () => {
  const app = appAt("my-class");
  addPlan(app, PLAN);
  const before = await opened(app);
  editPlan(app, before, (plan) => ({ ...plan, title: "m" }));
  expect(current(app)).toMatchObject({ kind: "open", plan: { title: "m" } });
  removeStep(app, "my-class", 0);
  const after = current(app);
  expect(after.kind === "open" && after.steps[1]?.picture).toBe(before.steps[2]?.picture);
});

test("a ready plan that is changed becomes one's own, and the change is on the screen at once", async () => {
  const app = appAt("ten");
  const ready = await opened(app);
  expect(editPlan(app, ready, (plan) => ({ ...plan, length: 12 }))).toBe("my-ten");
  expect(app.state.getState().route.plan).toBe("my-ten");
  expect(current(app)).toMatchObject({
    kind: "open",
    from: "own",
    plan: { name: "my-ten", title: "my 10 minutes", length: 12 },
  });
  goTo(app, { plan: "ten" });
  expect(await opened(app)).toMatchObject({ plan: { length: 10 } });
});

test("a step is added to the plan that is named, or begins one", () => {
  const app = appAt(null);
  const [step] = PLAN.steps;
  if (step === undefined) throw new Error("a plan without steps");
  expect(addStep(app, null, step)).toMatchObject({ title: "my class", steps: [step] });
  expect(addStep(app, "my-class", step).steps).toHaveLength(2);
  expect(addStep(app, "taken away meanwhile", step)).toMatchObject({ name: "my-class-2", steps: [step] });
  expect(myPlan(app, "my-class")?.steps).toHaveLength(2);
});

test("one step is presented by an address that carries it, and nothing is kept", async () => {
  const app = appAt(null);
  const step = PLAN.steps[2];
  if (step === undefined) throw new Error("a plan without steps");
  presentStep(app, step);
  const { route } = app.state.getState();
  expect(route).toMatchObject({ page: "present", screen: "projector", step: 1, press: 1 });
  expect(await opened(app)).toMatchObject({ from: "link", plan: { steps: [step] } });
  expect(localStorage.length).toBe(0);
});

test("where the browser keeps nothing, what is presented carries its plan, and has its name again to be changed", async () => {
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("refused", "SecurityError");
  });
  onTestFinished(() => void vi.restoreAllMocks());
  const app = appAt(null);
  addPlan(app, PLAN);
  goTo(app, { plan: "my-class", screen: "plan" });
  expect(await opened(app)).toMatchObject({ from: "own" });
  goTo(app, { screen: "projector", step: 3 });
  const { plan: carried } = app.state.getState().route;
  expect(await opened(app)).toMatchObject({ from: "link", plan: PLAN });
  expect(app.state.getState().route).toMatchObject({ screen: "projector", step: 3 });
  // Another window, or the same one loaded again.
  expect(await opened(appAt(carried))).toMatchObject({ from: "link", plan: PLAN });
  goTo(app, { screen: "plan" });
  expect(app.state.getState().route.plan).toBe("my-class");
  expect(await opened(app)).toMatchObject({ from: "own", plan: PLAN });
});
