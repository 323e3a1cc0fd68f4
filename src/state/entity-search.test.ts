import { expect, test } from "vitest";
import type { App } from "./app";
import { offlineChanged, storeOf } from "./connection";
import { makeEdit } from "./editing";
import { entitySearch, leaveEntities, searchEntities } from "./entity-search";
import { latestData } from "./query";
import { goTo } from "./route/go-to";
import { eventually } from "./testing/eventually";
import { inProcessWorker } from "./testing/in-process-worker";
import { DEMO, inOwnBrowser, openApp } from "./testing/open-app";

inOwnBrowser();

const stateOf = (app: App) => app.part(entitySearch).getState();
const foundIn = (app: App) => latestData(stateOf(app).found);
const keys = (app: App) => foundIn(app)?.pages.first?.keys;
const ready = (app: App) => eventually(() => expect(stateOf(app).found.status).toBe("ready"));

/** A promise that is settled from outside. */
function held() {
  let release = () => {};
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { until, release: () => release() };
}

test("without a search every entity of the training set is found", async () => {
  const app = await openApp(DEMO, "train");
  searchEntities(app, {});
  await ready(app);
  expect(foundIn(app)).toMatchObject({ total: 2, found: 2, columns: ["user_id"] });
  expect(keys(app)).toEqual([[1n], [2n]]);
});

test("a search finds the entities whose key has the text in it", async () => {
  const app = await openApp(DEMO, "train");
  searchEntities(app, { search: "2" });
  await ready(app);
  expect(foundIn(app)).toMatchObject({ total: 2, found: 1 });
  expect(keys(app)).toEqual([[2n]]);
});

test("a search that finds nothing is ready, with nothing found", async () => {
  const app = await openApp(DEMO, "train");
  searchEntities(app, { search: "3" });
  await ready(app);
  expect(foundIn(app)).toMatchObject({ total: 2, found: 0 });
});

test("another order keeps the search, and another search the order", async () => {
  const app = await openApp(DEMO, "train");
  searchEntities(app, { search: "2" });
  searchEntities(app, { order: "leaks" });
  expect(stateOf(app)).toMatchObject({ search: "2", order: "leaks" });
  searchEntities(app, { search: "" });
  expect(stateOf(app)).toMatchObject({ search: "", order: "leaks" });
});

test("edits count: the entity with more rows comes first", async () => {
  const app = await openApp(DEMO, "train");
  makeEdit(app, { kind: "delete", group: "user_payments", row: 0 });
  searchEntities(app, { order: "rows" });
  await ready(app);
  expect(keys(app)).toEqual([[2n], [1n]]);
  expect([...(foundIn(app)?.pages.first?.features ?? [])]).toEqual([1, 0]);
});

test("what was found stays until the next is there", async () => {
  const worker = inProcessWorker();
  const app = await openApp(DEMO, "train", worker);
  searchEntities(app, { search: "1" });
  await ready(app);
  const { until, release } = held();
  worker.hold("entities", until);
  searchEntities(app, { search: "2" });
  expect(stateOf(app).found.status).toBe("fetching");
  expect(keys(app)).toEqual([[1n]]);
  release();
  await eventually(() => expect(keys(app)).toEqual([[2n]]));
});

test("of two searches only what the last one found is shown", async () => {
  const worker = inProcessWorker();
  const app = await openApp(DEMO, "train", worker);
  const shown: unknown[] = [];
  app.part(entitySearch).subscribe(() => shown.push(keys(app)));
  const { until, release } = held();
  worker.hold("entities", until);
  searchEntities(app, { search: "1" });
  searchEntities(app, { search: "2" });
  release();
  await ready(app);
  expect(shown).not.toContainEqual([[1n]]);
  expect(keys(app)).toEqual([[2n]]);
});

test("the same search is asked for once", async () => {
  const worker = inProcessWorker();
  const app = await openApp(DEMO, "train", worker);
  for (let times = 0; times < 3; times++) searchEntities(app, { search: "1" });
  await ready(app);
  searchEntities(app, { search: "1" });
  expect(worker.calls.filter((method) => method === "entities")).toHaveLength(1);
});

test("one that fails keeps its error", async () => {
  const worker = inProcessWorker();
  const app = await openApp(DEMO, "train", worker);
  const failing = Promise.reject(new Error("no memory"));
  worker.hold("entities", failing);
  searchEntities(app, { search: "1" });
  await eventually(() => expect(stateOf(app).found).toMatchObject({ error: new Error("no memory") }));
});

test("more than 200 entities come by pages", async () => {
  const worker = inProcessWorker();
  const app = await openApp(DEMO, "train", worker);
  const timestamp = "2025-11-04";
  await storeOf(app).insert(
    "user_activity",
    Array.from({ length: 300 }, (_, i) => ({ user_id: BigInt(1000 + i), activity_count: i, timestamp })),
  );
  await offlineChanged(app);
  await eventually(() => expect(latestData(app.state.getState().training)?.numRows).toBe(304));
  searchEntities(app, { order: "key", search: "1" });
  const last = () => foundIn(app)?.pages.read(210, (page, at) => page.keys[at]);
  await ready(app);
  expect(foundIn(app)?.found).toBe(301);
  expect(last()).toBeUndefined();
  await eventually(() => expect(last()).toEqual([1209n]));
});

test("before there is a training set nothing is searched", async () => {
  const worker = inProcessWorker();
  const app = await openApp(DEMO, "data", worker);
  searchEntities(app, { search: "1" });
  expect(stateOf(app)).toEqual({ search: "", order: "rows", found: { status: "idle" } });
  expect(worker.calls).not.toContain("entities");
});

test("whoever leaves the search forgets what was found, and keeps the order", async () => {
  const app = await openApp(DEMO, "train");
  searchEntities(app, { search: "1", order: "key" });
  await ready(app);
  leaveEntities(app);
  goTo(app, { stage: "data" });
  expect(stateOf(app)).toEqual({ search: "", order: "key", found: { status: "idle" } });
});
