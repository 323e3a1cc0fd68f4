import { tableFromArrays } from "apache-arrow";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DEMO_SAMPLE } from "../scenario/samples/demo-sample";
import type { App } from "./app";
import { connect } from "./connection";
import { type ConsoleStore, installConsoleStore } from "./console-store";
import { OWN } from "./document";
import { inProcessWorker } from "./testing/in-process-worker";
import { appOn, DEMO, inOwnBrowser, openApp, openOwn } from "./testing/open-app";

inOwnBrowser();

beforeEach(() => {
  vi.stubGlobal("window", {});
  vi.spyOn(console, "info").mockImplementation(() => {});
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function consoleOf(app: App): ConsoleStore {
  installConsoleStore(app);
  return window.microfs;
}

const VIEW = "activity_payment_fv";
const rowsOf = (app: App) => app.state.getState().overview?.groups.map(({ numRows }) => numRows);
const values = (column: Iterable<unknown> | null) => [...(column ?? [])];

test("it is said in the console how the store is called", async () => {
  consoleOf(appOn(OWN, inProcessWorker()));
  expect(vi.mocked(console.info).mock.calls[0]?.[0]).toContain('"microfs"');
});

test("what is asked before the store is open is answered once it is", async () => {
  const app = appOn(DEMO, inProcessWorker());
  const asked = consoleOf(app).featureViews();
  void connect(app);
  expect((await asked).map(({ definition }) => definition.name)).toEqual([VIEW]);
});

test("a group and a view that are made there are in the app at once, and gone when they are deleted", async () => {
  const app = await openApp(OWN);
  const microfs = consoleOf(app);
  for (const { definition } of DEMO_SAMPLE.groups) await microfs.createFeatureGroup(definition);
  expect(rowsOf(app)).toEqual([0, 0]);
  await microfs.createFeatureView(DEMO_SAMPLE.view);
  expect(app.state.getState().overview?.views).toHaveLength(1);
  await microfs.deleteFeatureView(VIEW);
  await microfs.deleteFeatureGroup("user_payments");
  expect(app.state.getState().overview?.views).toEqual([]);
  expect(rowsOf(app)).toEqual([0]);
});

test("rows are inserted as objects or as an Arrow table, and are in the app at once", async () => {
  const app = await openOwn(DEMO_SAMPLE);
  const microfs = consoleOf(app);
  const { revision } = app.state.getState();
  await microfs.insert("user_payments", [{ user_id: 2n, total_spend: 7, timestamp: "2025-11-04" }]);
  expect(rowsOf(app)).toEqual([4, 3]);
  const table = tableFromArrays({
    user_id: BigInt64Array.of(2n),
    total_spend: Float64Array.of(8),
    timestamp: ["2025-11-05T00:00:00Z"],
  });
  await microfs.insert("user_payments", table);
  expect(rowsOf(app)).toEqual([4, 4]);
  expect(app.state.getState().revision).toBe(revision + 2);
});

test("what the store refuses rejects, and changes nothing in the app", async () => {
  const app = await openOwn(DEMO_SAMPLE);
  const before = app.state.getState();
  await expect(consoleOf(app).insert("nope", [{ user_id: 1n }])).rejects.toThrow("nope");
  expect(app.state.getState()).toBe(before);
});

test("a group's whole history is an Arrow table", async () => {
  const table = await consoleOf(await openApp(DEMO)).table("user_payments");
  expect(values(table.getChild("total_spend"))).toEqual([100.5, 50]);
});

test("a training set comes with its table, and each of its rows can be explained", async () => {
  const microfs = consoleOf(await openApp(DEMO));
  const { table } = await microfs.getTrainingData(VIEW);
  expect(values(table.getChild("total_spend"))).toEqual([null, null, 50, 100.5]);
  expect(await microfs.explain(VIEW, 2)).toHaveLength(1);
});

test("materializing and clearing change the online store alone", async () => {
  const app = await openApp(DEMO);
  const microfs = consoleOf(app);
  const { revision, onlineRevision, overview } = app.state.getState();
  await microfs.materialize("user_payments");
  expect(app.state.getState()).toMatchObject({ revision, onlineRevision: onlineRevision + 1 });
  const { values: served } = await microfs.getOnlineFeatures(VIEW, { user_id: 1n });
  expect(served).toMatchObject({ user_id: 1n, total_spend: 100.5 });
  await microfs.clearOnline("user_payments");
  expect(app.state.getState()).toMatchObject({ revision, onlineRevision: onlineRevision + 2 });
  expect(app.state.getState().overview).toBe(overview);
});

test("clearing the store leaves nothing in the app", async () => {
  const app = await openOwn(DEMO_SAMPLE);
  await consoleOf(app).clear();
  expect(app.state.getState().overview).toEqual({ groups: [], views: [] });
});

test("of several apps the console has the one that was installed last", async () => {
  const [first, second] = [await openApp(OWN), await openApp(DEMO)];
  consoleOf(first);
  expect(await consoleOf(second).featureGroups()).toHaveLength(2);
});
