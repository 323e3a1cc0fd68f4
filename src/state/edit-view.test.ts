import { describe, expect, test } from "vitest";
import type { Edit } from "../scenario/edits/edit";
import { DEMO_SAMPLE } from "../scenario/samples/demo-sample";
import type { Scenario } from "../scenario/scenario";
import type { App } from "./app";
import { storeOf } from "./connection";
import { canUndo } from "./document";
import { changeRule, editedCurrentView, type RuleDefinition, removeJoin } from "./edit-view";
import { makeEdit, redoEdit, undoEdit } from "./editing";
import { inProcessWorker, type RecordedWorker } from "./testing/in-process-worker";
import { inOwnBrowser, openApp, openOwn, sampleOf } from "./testing/open-app";

inOwnBrowser();

const VIEW = "activity_payment_fv";
const PAYMENTS = { fgName: "user_payments", on: ["user_id"] };
const ACTIVITY = { fgName: "user_activity", on: ["user_id"], features: ["activity_count"] };

const withJoins = (...joins: Scenario["view"]["joins"]): Scenario => ({
  ...DEMO_SAMPLE,
  view: { ...DEMO_SAMPLE.view, joins },
});

/** The demo whose payments have a TTL and a delay of their own. */
const WITH_GROUP_RULES: Scenario = {
  ...DEMO_SAMPLE,
  groups: DEMO_SAMPLE.groups.map(({ definition, rows }) => ({
    definition: definition.name === "user_payments" ? { ...definition, ttl: "2s", delay: "1s" } : definition,
    rows,
  })),
};

const edits = (app: App) => app.state.getState().document.edits;
const storedView = async (app: App) => {
  const view = (await storeOf(app).overview()).views.find(({ definition }) => definition.name === VIEW);
  if (view === undefined) throw new Error("the view is gone");
  return view.definition;
};
const storedJoins = async (app: App) => (await storedView(app)).joins;
const change = async (app: App, join: number, rule: RuleDefinition) =>
  changeRule(app, await storedView(app), join, rule);
const ruleEdit = (join: number, rule: object, view = VIEW) => ({ kind: "rule", view, join, ...rule }) as Edit;

describe("changing a rule", () => {
  test("on a sample is an edit of the view, and the stored view stays as it is", async () => {
    const app = await openApp(sampleOf(DEMO_SAMPLE));
    await change(app, 0, { ttl: "1s" });
    expect(edits(app)).toEqual([ruleEdit(0, { ttlUs: "1000000" })]);
    expect(await storedJoins(app)).toEqual([PAYMENTS]);
  });

  test("on the reader's own data stores the view, and is no edit", async () => {
    const app = await openOwn(DEMO_SAMPLE);
    await change(app, 0, { ttl: "1s" });
    expect(edits(app)).toEqual([]);
    expect(await storedJoins(app)).toEqual([{ ...PAYMENTS, ttl: "1s" }]);
  });

  test("on the reader's own data is an edit where that rule is edited already", async () => {
    const app = await openOwn(withJoins(PAYMENTS, ACTIVITY));
    makeEdit(app, ruleEdit(0, { ttlUs: "5" }));
    await change(app, 0, { direction: "forward" });
    await change(app, 1, { direction: "forward" });
    expect(edits(app)).toEqual([ruleEdit(0, { ttlUs: "5" }), ruleEdit(0, { direction: "forward" })]);
    expect(await storedJoins(app)).toEqual([PAYMENTS, { ...ACTIVITY, direction: "forward" }]);
  });

  test("that the store refuses is reported, and nothing changes", async () => {
    const app = await openOwn(DEMO_SAMPLE);
    await change(app, 0, { ttl: "soon" });
    expect(app.state.getState().message).toMatchObject({ isError: true });
    expect(await storedJoins(app)).toEqual([PAYMENTS]);
  });

  test.each<[string, RuleDefinition, object]>([
    ["a TTL of null is any age", { ttl: null }, { ttlUs: null }],
    ["a delay of null is none", { delay: null }, { delayUs: "0" }],
    ["a TTL left to the group is the group's", { ttl: undefined }, { ttlUs: "2000000" }],
    ["a delay left to the group is the group's", { delay: undefined }, { delayUs: "1000000" }],
    ["a number is milliseconds", { ttl: 3 }, { ttlUs: "3000" }],
    ["the clock is what `asOf` names", { asOf: "event_time" }, { clock: "event_time" }],
    ["whether exact matches count", { allowExactMatches: false }, { allowExactMatches: false }],
  ])("as an edit: %s", async (_, rule, edit) => {
    const app = await openApp(sampleOf(WITH_GROUP_RULES));
    await change(app, 0, rule);
    expect(edits(app)).toEqual([ruleEdit(0, edit)]);
  });
});

describe("two changes, the second before the first is stored", () => {
  /** A worker that stores a view only once it is let go. */
  function slowWorker() {
    const worker = inProcessWorker();
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    worker.hold("createFeatureView", held);
    return { worker, letGo: () => letGo() };
  }

  test("are both kept, on the reader's own data", async () => {
    const { worker, letGo } = slowWorker();
    const app = await openOwn(DEMO_SAMPLE, worker);
    const shown = await storedView(app);
    const both = [
      changeRule(app, shown, 0, { ttl: "1s" }),
      changeRule(app, shown, 0, { direction: "forward" }),
    ];
    letGo();
    await Promise.all(both);
    expect(await storedJoins(app)).toEqual([{ ...PAYMENTS, ttl: "1s", direction: "forward" }]);
  });

  test("a rule of a later join, while an earlier join is taken out, is of the join that was meant", async () => {
    for (const open of [
      openOwn,
      (scenario: Scenario, worker: RecordedWorker) => openApp(sampleOf(scenario), "data", worker),
    ]) {
      const { worker, letGo } = slowWorker();
      const app = await open(withJoins(PAYMENTS, ACTIVITY), worker);
      const shown = await storedView(app);
      const both = [removeJoin(app, shown, 0), changeRule(app, shown, 1, { ttl: "1s" })];
      letGo();
      await Promise.all(both);
      const view = app.part(editedCurrentView)(app.state.getState());
      expect(view?.definition.joins).toEqual([{ ...ACTIVITY, ttl: "1s" }]);
    }
  });

  test("a change of a join that goes meanwhile changes nothing", async () => {
    const { worker, letGo } = slowWorker();
    const app = await openOwn(withJoins(PAYMENTS, ACTIVITY), worker);
    const shown = await storedView(app);
    const both = [removeJoin(app, shown, 1), changeRule(app, shown, 1, { ttl: "1s" })];
    letGo();
    await Promise.all(both);
    expect(await storedJoins(app)).toEqual([PAYMENTS]);
  });
});

describe("removing a join", () => {
  const [FIRST, SECOND] = [ruleEdit(0, { ttlUs: "1" }), ruleEdit(1, { delayUs: "2" })];
  const SECOND_NOW = ruleEdit(0, { delayUs: "2" });

  test("takes the edits of its rule away, and gives those of later joins their new number", async () => {
    const app = await openOwn(withJoins(PAYMENTS, ACTIVITY));
    for (const edit of [FIRST, SECOND]) makeEdit(app, edit);
    await removeJoin(app, await storedView(app), 0);
    expect(await storedJoins(app)).toEqual([ACTIVITY]);
    expect(edits(app)).toEqual([SECOND_NOW]);
  });

  test("renumbers the edits that undo and redo lead to, and leaves out steps that change nothing", async () => {
    const app = await openOwn(withJoins(PAYMENTS, ACTIVITY));
    for (const edit of [FIRST, SECOND]) makeEdit(app, edit);
    undoEdit(app);
    await removeJoin(app, await storedView(app), 0);
    expect(edits(app)).toEqual([]);
    expect(canUndo(app.state.getState().document)).toBe(false);
    redoEdit(app);
    expect(edits(app)).toEqual([SECOND_NOW]);
    undoEdit(app);
    expect(edits(app)).toEqual([]);
  });

  test("leaves edits of earlier joins, of other views and of rows as they are", async () => {
    const app = await openOwn(withJoins(PAYMENTS, ACTIVITY));
    const kept: Edit[] = [
      FIRST,
      ruleEdit(1, { ttlUs: "1" }, "other"),
      { kind: "delete", group: "user_payments", row: 1 },
    ];
    for (const edit of kept) makeEdit(app, edit);
    await removeJoin(app, await storedView(app), 1);
    expect(await storedJoins(app)).toEqual([PAYMENTS]);
    expect(edits(app)).toEqual(kept);
  });
});

test("a join that the store does not take out keeps its edits", async () => {
  const worker = inProcessWorker();
  const app = await openOwn(withJoins(PAYMENTS, ACTIVITY), worker);
  makeEdit(app, ruleEdit(0, { ttlUs: "1" }));
  const view = await storedView(app);
  worker.hold("createFeatureView", Promise.reject(new Error("the disk is full")));
  await removeJoin(app, view, 0);
  expect(app.state.getState().message).toEqual({ text: "the disk is full", isError: true });
  expect(await storedJoins(app)).toEqual([PAYMENTS, ACTIVITY]);
  expect(edits(app)).toEqual([ruleEdit(0, { ttlUs: "1" })]);
});

describe("the current view with its edits", () => {
  const WRITTEN = { ...PAYMENTS, ttl: "36h", direction: "backward" as const };

  test("has what was edited; every other field is as it was written", async () => {
    const app = await openApp(sampleOf(withJoins(WRITTEN)));
    makeEdit(app, ruleEdit(0, { delayUs: "5400000000" }));
    const view = app.part(editedCurrentView)(app.state.getState());
    expect(view?.definition.joins).toEqual([{ ...WRITTEN, delay: "1h30m" }]);
    expect(view?.rules[0]).toMatchObject({ ttlUs: 129_600_000_000n, delayUs: 5_400_000_000n });
  });

  test("has nothing of an edit that comes to what was there before", async () => {
    const app = await openApp(sampleOf(WITH_GROUP_RULES));
    await change(app, 0, { ttl: undefined, direction: "backward" });
    expect(app.part(editedCurrentView)(app.state.getState())?.definition.joins).toEqual([PAYMENTS]);
  });

  test("is the same object until the view or its edits change", async () => {
    const app = await openApp(sampleOf(DEMO_SAMPLE));
    const view = () => app.part(editedCurrentView)(app.state.getState());
    const before = view();
    app.state.setState({ hovered: { join: 0, row: 0 } });
    makeEdit(app, ruleEdit(0, { ttlUs: "1" }, "other"));
    expect(view()).toBe(before);
    makeEdit(app, ruleEdit(0, { ttlUs: "1" }));
    const edited = view();
    expect(edited).not.toBe(before);
    app.state.setState({ hovered: null });
    expect(view()).toBe(edited);
  });
});
