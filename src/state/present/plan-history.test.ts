import { beforeEach, expect, onTestFinished, test } from "vitest";
import type { Plan } from "../../present/plan";
import { type App, createApp } from "../app";
import { OWN } from "../document";
import { addPlan, changePlan, myPlan, myPlansStore, removeStep, stepInHistory } from "./my-plans";

const PLAN: Plan = {
  version: 1,
  name: "my-class",
  title: "my class",
  steps: ["one", "two"].map((text) => ({ kind: "words", minutes: 1, text })),
};

beforeEach(() => {
  localStorage.clear();
  document.body.innerHTML = "";
});

function opened(): App {
  const app = createApp(OWN, { worker: () => Promise.reject(new Error("no store is needed")) });
  onTestFinished(() => app.dispose());
  addPlan(app, PLAN);
  return app;
}

const titled = (app: App, title: string) => changePlan(app, "my-class", (plan) => ({ ...plan, title }));
const title = (app: App) => myPlan(app, "my-class")?.title;
const undo = (app: App) => stepInHistory(app, "my-class", "undo");
const redo = (app: App) => stepInHistory(app, "my-class", "redo");

test("changes are taken back one by one, and made again, until something else is changed", () => {
  const app = opened();
  titled(app, "a");
  removeStep(app, "my-class", 0);
  expect(undo(app)).toBe(true);
  expect(myPlan(app, "my-class")).toEqual({ ...PLAN, title: "a" });
  expect(app.part(myPlansStore).getState().removed).toBeNull();
  expect(undo(app)).toBe(true);
  expect(myPlan(app, "my-class")).toEqual(PLAN);
  expect(undo(app)).toBe(false);
  expect([redo(app), title(app)]).toEqual([true, "a"]);
  titled(app, "b");
  expect(redo(app)).toBe(false);
  expect([undo(app), title(app)]).toEqual([true, "a"]);
});

test("what is written in one visit to a text field is one change", () => {
  const app = opened();
  const field = document.body.appendChild(document.createElement("textarea"));
  field.focus();
  for (const text of ["n", "no", "not"]) titled(app, text);
  field.blur();
  field.focus();
  titled(app, "note");
  expect([undo(app), title(app)]).toEqual([true, "not"]);
  expect([undo(app), title(app)]).toEqual([true, "my class"]);
});

test("what another tab has changed is not taken away", () => {
  const app = opened();
  titled(app, "a");
  localStorage.setItem("microfs.plans", JSON.stringify([{ ...PLAN, title: "theirs" }]));
  window.dispatchEvent(new StorageEvent("storage", { key: "microfs.plans" }));
  expect([undo(app), title(app)]).toEqual([false, "theirs"]);
});

test("more than a plan can hold is said, and not done", () => {
  const app = opened();
  titled(app, "t".repeat(301));
  expect(title(app)).toBe("my class");
  expect(app.state.getState().message).toMatchObject({
    isError: true,
    text: expect.stringMatching(/^The title/),
  });
  expect(undo(app)).toBe(false);
});
