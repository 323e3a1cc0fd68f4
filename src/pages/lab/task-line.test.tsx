import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isTaskLineShown, withTasksBegun, withTasksDone } from "../../learn/tasks";
import { OWN } from "../../state/document";
import { changeProgress, learnStore } from "../../state/learn/progress-store";
import { goTo } from "../../state/route/go-to";
import { inProcessWorker } from "../../state/testing/in-process-worker";
import { appOn, inOwnBrowser } from "../../state/testing/open-app";
import { AppContext } from "../../state/use-app";
import { TaskLine } from "./task-line";

inOwnBrowser();
beforeEach(() => localStorage.clear());
afterEach(cleanup);

function show() {
  const app = appOn(OWN, inProcessWorker(), "train");
  render(
    <AppContext value={app}>
      <TaskLine />
    </AppContext>,
  );
  return app;
}

const line = () => screen.queryByRole("complementary", { name: "Lesson 10" });

test("it is there once somebody has set out from the lesson, and says the task that is next", () => {
  const app = show();
  expect(line()).toBeNull();
  act(() => changeProgress(app, withTasksBegun));
  expect(line()?.textContent).toContain("Lesson 10, task 1 of 4:");
  act(() => changeProgress(app, (before) => withTasksDone(before, ["data", "smallest"])));
  expect(line()?.textContent).toContain("task 2 of 4:");
  expect(screen.getByRole("link", { name: "back to the lesson" }).getAttribute("href")).toContain(
    "lesson=your-data&part=tasks",
  );
  act(() => changeProgress(app, (before) => withTasksDone(before, ["leaks", "query"])));
  expect(line()?.textContent).toContain("all 4 tasks are done");
});

test("it is hidden by its button until somebody sets out anew, by a link, and in the full view", () => {
  const app = show();
  act(() => changeProgress(app, withTasksBegun));
  act(() => goTo(app, { hide: ["task"] }));
  expect(line()).toBeNull();
  act(() => goTo(app, { hide: [], full: true }));
  expect(line()).toBeNull();
  act(() => goTo(app, { full: false }));
  expect(line()).not.toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Hide this line" }));
  expect(line()).toBeNull();
  expect(isTaskLineShown(app.part(learnStore).getState().progress)).toBe(false);
  act(() => changeProgress(app, withTasksBegun));
  expect(line()).not.toBeNull();
});
