import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import type { Plan } from "../../present/plan";
import { type App, createApp } from "../app";
import { OWN } from "../document";
import {
  addPlan,
  changePlan,
  forgetUnread,
  myPlan,
  myPlansStore,
  removePlan,
  removeStep,
  undoRemoving,
} from "./my-plans";

const KEY = "microfs.plans";
const PLAN: Plan = {
  version: 1,
  name: "my-class",
  title: "my class",
  steps: ["one", "two", "three"].map((text) => ({ kind: "words", minutes: 1, text })),
};

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

/** Another visit, or another tab: an app of its own on what the browser keeps. */
function visit(): App {
  const app = createApp(OWN, { worker: () => Promise.reject(new Error("no store is needed")) });
  onTestFinished(() => app.dispose());
  return app;
}

const mine = (app: App) => app.part(myPlansStore).getState();
const names = (app: App) => mine(app).plans.map(({ name }) => name);
const texts = (app: App) => myPlan(app, "my-class")?.steps.map((step) => step.kind === "words" && step.text);

test("plans are there at the next visit, the latest first", () => {
  const app = visit();
  addPlan(app, PLAN);
  addPlan(app, { ...PLAN, name: "other" });
  expect(names(visit())).toEqual(["other", "my-class"]);
});

test("no plan takes the name of another: not of one's own, not of a ready one, not of the page's", () => {
  const app = visit();
  for (const name of ["my-class", "my-class", "ten", "in-this-file"]) addPlan(app, { ...PLAN, name });
  expect(names(app)).toEqual(["in-this-file-2", "ten-2", "my-class-2", "my-class"]);
});

test("two tabs lose nothing of each other", () => {
  const [here, there] = [visit(), visit()];
  mine(here);
  addPlan(there, { ...PLAN, name: "theirs" });
  addPlan(here, { ...PLAN, name: "ours" });
  expect(names(visit())).toEqual(["ours", "theirs"]);
  changePlan(there, "theirs", (plan) => ({ ...plan, title: "new" }));
  window.dispatchEvent(new StorageEvent("storage", { key: KEY }));
  expect(mine(here).plans.map(({ title }) => title)).toEqual(["my class", "new"]);
});

test("a plan that another tab has not changed stays the same object", () => {
  const [here, there] = [visit(), visit()];
  const { name } = addPlan(here, PLAN);
  const before = myPlan(here, name);
  addPlan(there, { ...PLAN, name: "theirs" });
  window.dispatchEvent(new StorageEvent("storage", { key: KEY }));
  expect(myPlan(here, name)).toBe(before);
});

test("a step that was taken out comes back to its place, until something else is changed", () => {
  const app = visit();
  addPlan(app, PLAN);
  removeStep(app, "my-class", 1);
  expect(texts(visit())).toEqual(["one", "three"]);
  undoRemoving(app);
  expect(texts(visit())).toEqual(["one", "two", "three"]);
  expect(mine(app).removed).toBeNull();
  removeStep(app, "my-class", 1);
  changePlan(app, "my-class", (plan) => ({ ...plan, title: "renamed" }));
  expect(mine(app).removed).toBeNull();
  undoRemoving(app);
  expect(texts(visit())).toEqual(["one", "three"]);
  expect(myPlan(app, "my-class")?.title).toBe("renamed");
});

test("a plan that was deleted comes back", () => {
  const app = visit();
  addPlan(app, PLAN);
  removePlan(app, "my-class");
  expect(names(visit())).toEqual([]);
  undoRemoving(app);
  expect(names(visit())).toEqual(["my-class"]);
});

test("what cannot be read is put aside, and the plans beside it stay", () => {
  localStorage.setItem(KEY, JSON.stringify([PLAN, { version: 9 }]));
  const app = visit();
  expect(names(app)).toEqual(["my-class"]);
  expect(mine(app).unread).toBe('[{"version":9}]');
  addPlan(app, { ...PLAN, name: "other" });
  expect(mine(visit()).unread).toBe('[{"version":9}]');
  forgetUnread(app);
  expect(mine(visit())).toMatchObject({ unread: null, plans: [{ name: "other" }, { name: "my-class" }] });
});

test("where nothing can be kept, plans hold for this visit, and it is said", () => {
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  const app = visit();
  addPlan(app, PLAN);
  addPlan(app, { ...PLAN, name: "other" });
  expect(mine(app)).toMatchObject({ isKept: false, plans: [{ name: "other" }, { name: "my-class" }] });
});
