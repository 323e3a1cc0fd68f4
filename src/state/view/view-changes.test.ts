import { describe, expect, test } from "vitest";
import type { Edit } from "../../scenario/edits/edit";
import { DEMO_SAMPLE } from "../../scenario/samples/demo-sample";
import type { App } from "../app";
import { changeLabel, deleteView, removeJoin } from "../edit-view";
import { makeEdit, undoEdit } from "../editing";
import { inProcessWorker } from "../testing/in-process-worker";
import { DEMO, inOwnBrowser, openApp, openOwn } from "../testing/open-app";
import { changeView, lastChange, takeBackChange, viewChanges } from "./view-changes";

inOwnBrowser();

const VIEW = "activity_payment_fv";
const OF_RULE: Edit = { kind: "rule", view: VIEW, join: 0, ttlUs: "1" };

const views = (app: App) => app.state.getState().overview?.views.map(({ definition }) => definition);
const edits = (app: App) => app.state.getState().document.edits;
const changes = (app: App) => app.part(viewChanges).getState();
const last = (app: App) => lastChange(app)(changes(app));

describe.each([
  ["a sample", () => openApp(DEMO)],
  ["the reader's own data", () => openOwn(DEMO_SAMPLE)],
])("on %s", (_, open) => {
  test("a deleted view can be brought back, with the edits of its rules", async () => {
    const app = await open();
    makeEdit(app, OF_RULE);
    await deleteView(app, VIEW);
    expect(views(app)).toEqual([]);
    expect(edits(app)).toEqual([]);
    await takeBackChange(app);
    expect(views(app)).toMatchObject([DEMO_SAMPLE.view]);
    expect(edits(app)).toEqual([OF_RULE]);
    expect(app.state.getState().route.view).toBe(VIEW);
    expect(last(app)).toBeNull();
  });

  test("a join that was taken out, then a label that was chosen, are taken back one by one", async () => {
    const app = await open();
    await removeJoin(app, DEMO_SAMPLE.view, 0);
    await changeLabel(app, VIEW, { label: "activity_count" });
    expect(views(app)).toMatchObject([{ joins: [], label: "activity_count" }]);
    await takeBackChange(app);
    expect(views(app)?.[0]?.joins).toEqual([]);
    expect(views(app)?.[0]?.label).toBeUndefined();
    await takeBackChange(app);
    expect(views(app)).toMatchObject([DEMO_SAMPLE.view]);
  });
});

test("what a join took along of the edits comes back with it, on top of what was edited since", async () => {
  const app = await openApp(DEMO);
  const since: Edit = { kind: "delete", group: "user_payments", row: 1 };
  makeEdit(app, OF_RULE);
  await removeJoin(app, DEMO_SAMPLE.view, 0);
  makeEdit(app, since);
  await takeBackChange(app);
  expect(edits(app)).toEqual([since, OF_RULE]);
  undoEdit(app);
  expect(edits(app)).toEqual([since]);
});

test("of a change it is known that it is under way, until it is stored", async () => {
  const worker = inProcessWorker();
  const app = await openApp(DEMO, "data", worker);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  worker.hold("createFeatureView", held);
  const stored = changeLabel(app, VIEW, { label: "activity_count" });
  expect(changes(app).waiting).toBe(1);
  letGo();
  await stored;
  expect(changes(app).waiting).toBe(0);
});

test("a change that the store refuses is said, and those after it are made", async () => {
  const app = await openApp(DEMO);
  await Promise.all([
    changeLabel(app, VIEW, { label: "nope" }),
    changeView(app, VIEW, (newest) => newest && { ...newest, labelHorizon: "1d" }),
  ]);
  expect(views(app)).toMatchObject([{ labelHorizon: "1d" }]);
  await changeLabel(app, VIEW, { label: "nope" });
  expect(app.state.getState().message).toMatchObject({ isError: true });
});

test("what changes nothing is not stored, and cannot be taken back", async () => {
  const worker = inProcessWorker();
  const app = await openApp(DEMO, "data", worker);
  await changeView(app, VIEW, (newest) => newest);
  await changeView(app, "no_such_view", (newest) => newest);
  expect(worker.calls).not.toContain("createFeatureView");
  expect(last(app)).toBeNull();
});
