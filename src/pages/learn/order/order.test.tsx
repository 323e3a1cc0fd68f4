import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadLesson } from "../../../learn/load-lesson";
import { progressIn } from "../../../learn/progress";
import type { App } from "../../../state/app";
import { OWN } from "../../../state/document";
import { changeProgress, learnStore } from "../../../state/learn/progress-store";
import { inProcessWorker } from "../../../state/testing/in-process-worker";
import { appOn, inOwnBrowser } from "../../../state/testing/open-app";
import { AppContext } from "../../../state/use-app";
import { moved } from "../../../ui/reorder/use-reorder";
import { LessonProvider } from "../lesson/lesson-context";
import { useLessonHandle } from "../lesson/use-lesson-handle";
import { Order } from "./order";

inOwnBrowser();
beforeEach(() => localStorage.clear());
afterEach(cleanup);

const loaded = await loadLesson("two-stores");

function InLesson({ attributes }: { readonly attributes: Readonly<Record<string, string>> }) {
  return (
    <LessonProvider value={useLessonHandle(loaded)}>
      <Order directive={{ kind: "directive", name: "order", label: [], attributes }} />
    </LessonProvider>
  );
}

function show(attributes: Readonly<Record<string, string>>, prepare: (app: App) => void = () => undefined) {
  const app = appOn(OWN, inProcessWorker());
  prepare(app);
  render(
    <AppContext value={app}>
      <InLesson attributes={attributes} />
    </AppContext>,
  );
  return app;
}

const items = () =>
  within(screen.getByRole("list", { name: "Actions, in their order" })).getAllByRole("listitem");
const names = () => items().map((item) => item.querySelector("[data-name]")?.textContent);
const button = (name: RegExp) => screen.getAllByRole("button", { name })[0] ?? document.body;
const outcome = () => document.querySelector("[data-outcome]")?.getAttribute("data-outcome");

test("actions are put in another order by buttons, which keep the focus, and it is said where each has come", () => {
  show({ scenario: "order" });
  expect(names()).toEqual([
    "10:00 · 7.90 arrives late",
    "Look up, at 10:30",
    "Materialize",
    "08:30 · 4.20 arrives late",
    "Materialize",
  ]);
  const later = button(/^Later: Look up/);
  later.focus();
  fireEvent.click(later);
  expect(names().slice(0, 3)).toEqual(["10:00 · 7.90 arrives late", "Materialize", "Look up, at 10:30"]);
  expect(document.activeElement?.getAttribute("aria-label")).toBe("Later: Look up, at 10:30");
  expect(screen.getByText("Look up, at 10:30: now 3 of 5")).toBeTruthy();
  fireEvent.keyDown(document.activeElement ?? document.body, { key: "ArrowDown", altKey: true });
  expect(names()[3]).toBe("Look up, at 10:30");
  // At the end there is no further way, and the focus stays.
  fireEvent.click(button(/^Later: Look up/));
  expect(names()[4]).toBe("Look up, at 10:30");
  const last = button(/^Later: Look up/);
  expect(last.getAttribute("aria-disabled")).toBe("true");
  fireEvent.click(last);
  expect(names()[4]).toBe("Look up, at 10:30");
  fireEvent.click(button(/^The order as it was/));
  expect(names()[1]).toBe("Look up, at 10:30");
});

test("a button that moves nothing does not take the focus back from what is pressed next", async () => {
  show({ scenario: "order" });
  const first = button(/^Earlier: 10:00/);
  first.focus();
  fireEvent.click(first);
  const run = button(/^Run in this order/);
  run.focus();
  fireEvent.click(run);
  await waitFor(() => expect(outcome()).toBe("not_materialized"), { timeout: 20_000 });
  expect(document.activeElement?.textContent).toBe("Run in this order");
});

test("the training row has its room before anything runs, and what came of a run is brought into view", async () => {
  const seen: (string | null)[] = [];
  HTMLElement.prototype.scrollIntoView = function (this: HTMLElement) {
    seen.push(this.querySelector("[data-outcome]")?.getAttribute("data-outcome") ?? null);
  };
  show({ scenario: "order" });
  const trained = () => screen.getByText("Training row, as of 10:30").parentElement?.textContent;
  expect(trained()).toContain("not run yet");
  expect(seen).toEqual([]);
  fireEvent.click(button(/^Run in this order/));
  await waitFor(() => expect(outcome()).toBe("not_materialized"), { timeout: 20_000 });
  expect(trained()).not.toContain("not run yet");
  expect(seen).toEqual(["not_materialized"]);
});

test("run in their order, the two stores are told apart or the same, and what was found is kept", async () => {
  const app = show({ scenario: "order" });
  fireEvent.click(button(/^Run in this order/));
  await waitFor(() => expect(outcome()).toBe("not_materialized"), { timeout: 20_000 });
  expect(progressIn(app.part(learnStore).getState().progress, "two-stores").made["order:order"]).toEqual([
    "nothing",
  ]);
  fireEvent.click(button(/^Later: Look up/));
  expect(outcome()).toBeUndefined();
  fireEvent.click(button(/^Run in this order/));
  await waitFor(() => expect(outcome()).toBe("same"), { timeout: 20_000 });
  expect(screen.getByText("what is trained on").closest("li")?.textContent).toContain("found");
  expect(progressIn(app.part(learnStore).getState().progress, "two-stores").made["order:order"]).toEqual([
    "nothing",
    "same",
  ]);
});

test("a question's actions run by themselves, in their order, and the learner's row stands beside what was served", async () => {
  show({ scenario: "late", answers: "first" }, (app) =>
    changeProgress(app, (progress) => ({
      ...progress,
      // Whichever variant its seed picks.
      answers: [0, 1, 2].map((variant) => ({
        ...{ lesson: "two-stores", question: "first", variant, option: "row:2", isRight: false },
        ...{ confidence: "certain", at: "lesson", time: 0 },
      })),
    })),
  );
  expect(screen.queryByRole("button", { name: /^Later/ })).toBeNull();
  await waitFor(() => expect(outcome()).toMatch(/behind|same/), { timeout: 20_000 });
  expect(document.querySelectorAll("[data-yours]")).toHaveLength(1);
  const [materialized] = screen.getAllByText(/^After Materialize: in the history .+; online .+\.$/);
  expect(materialized?.textContent).not.toContain("{");
  expect(screen.getByText(/^(1 h|40 min) later|30 min earlier$/)).toBeTruthy();
});

test.each([
  [0, 2, "bca"],
  [2, 0, "cab"],
  [1, 1, "abc"],
])("from %i to %i a list reads %s", (from, to, expected) => {
  expect(moved(["a", "b", "c"], from, to).join("")).toBe(expected);
});
