import { expect, onTestFinished, test } from "vitest";
import { doneTasks, withTasksBegun } from "../../learn/tasks";
import { DEMO_SAMPLE } from "../../scenario/samples/demo-sample";
import type { App } from "../app";
import { followCompare } from "../compare/compare";
import { compareRow } from "../compare/compare-links";
import { followSmallest } from "../compare/smallest";
import { queryCopied } from "../copied-query";
import { goTo } from "../route/go-to";
import { eventually } from "../testing/eventually";
import { DEMO, inOwnBrowser, openApp, openOwn } from "../testing/open-app";
import { followTasks, leakSeenStore } from "./follow-tasks";
import { changeProgress, learnStore } from "./progress-store";

inOwnBrowser();

const done = (app: App) => doneTasks(app.part(learnStore).getState().progress).join(" ");

async function trainedUnder(app: App, rule: "as-of" | "latest") {
  goTo(app, { page: "lab", stage: "train", view: DEMO_SAMPLE.view.name, rule });
  await eventually(() => {
    const { training } = app.state.getState();
    expect(training.status).toBe("ready");
    const leaks = training.status === "ready" ? training.data.totals.leaks : -1;
    expect(leaks > 0).toBe(rule === "latest");
  });
  const { training } = app.state.getState();
  if (training.status !== "ready") throw new Error("no training set");
  return training.data;
}

test("on own data each task is ticked by what is done in the Lab, and by nothing before", async () => {
  localStorage.clear();
  const app = await openOwn(DEMO_SAMPLE);
  const stop = followTasks(app);
  onTestFinished(stop);
  await trainedUnder(app, "as-of");
  expect(done(app)).toBe("");
  changeProgress(app, withTasksBegun);
  // To have opened them is not to have looked at one.
  goTo(app, { column: "total_spend" }, "replace");
  expect(done(app)).toBe("");
  goTo(app, { phase: "keep_latest" }, "replace");
  expect(done(app)).toBe("data");

  const { joins, spineIndex } = await trainedUnder(app, "latest");
  const leaking = joins[0]?.flags.findIndex((flags) => (flags & 8) !== 0) ?? -1;
  const row = spineIndex[leaking] ?? -1;
  goTo(app, { row, join: 0, phase: "keep_latest" });
  expect(done(app)).toBe("data");
  goTo(app, { row, join: 0, phase: "write_cell" }, "replace");
  expect(done(app)).toBe("data leaks");
  expect(app.part(leakSeenStore).getState().leak).toMatchObject({ row, join: 0, storeName: "microfs" });

  onTestFinished(followCompare(app));
  onTestFinished(followSmallest(app));
  goTo(app, compareRow({ rule: "latest" }, { row, join: 0, column: null }));
  expect(done(app)).toBe("data leaks");
  goTo(app, { smallest: true }, "replace");
  await eventually(() => expect(done(app)).toBe("data leaks smallest"));

  goTo(app, { stage: "code" });
  queryCopied(app, "select");
  expect(done(app)).toBe("data leaks smallest query");
});

test("what is done on other people's data ticks nothing", async () => {
  localStorage.clear();
  const app = await openApp(DEMO, "train");
  changeProgress(app, withTasksBegun);
  onTestFinished(followTasks(app));
  goTo(app, { stage: "code" });
  queryCopied(app, "select");
  expect(done(app)).toBe("");
});
