import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ColumnChange } from "../scenario/edits/column-change";
import { type Edit, FIRST_ADDED_ROW } from "../scenario/edits/edit";
import { type App, createApp } from "./app";
import { offlineChanged, storeOf, whenReady } from "./connection";
import type { Dataset } from "./document";
import { editedSlice, makeEdit, makeEdits, resetEdits, storeEdits, undoEdit } from "./editing";
import { openLab } from "./open-lab";
import { latestData } from "./query";
import { goTo } from "./route/go-to";
import { readSample } from "./route/read-link";
import { START } from "./route/url";
import { eventually } from "./testing/eventually";
import { inProcessWorker, type RecordedWorker } from "./testing/in-process-worker";
import { cellAt, cellBefore } from "./training";
import { isTrainingUpdating } from "./training-queries";

const apps: App[] = [];

beforeEach(() => {
  // A browser of its own for every test: what one stores no other finds.
  globalThis.indexedDB = new IDBFactory();
});

afterEach(() => {
  for (const app of apps.splice(0)) app.dispose();
});

function sample(name: string): Dataset {
  const read = readSample(name);
  if (!read.ok) throw new Error(read.problems.join(" "));
  return read.dataset;
}

/** An app on the demo, at Train, with a worker in this process. */
async function openApp(worker: RecordedWorker = inProcessWorker(), dataset = sample("demo")): Promise<App> {
  const app = createApp(dataset, { worker: async () => worker, route: { ...START, stage: "train" } });
  apps.push(app);
  openLab(app);
  await trained(app);
  return app;
}

const isTrained = ({ state }: App) => {
  const { training, slice, revision } = state.getState();
  return training.status === "ready" && training.key.revision === revision && slice.status === "ready";
};

const trained = (app: App) => eventually(() => expect(isTrained(app)).toBe(true));

/** The payments that the training table holds, in its order. */
function spent(app: App) {
  const training = latestData(app.state.getState().training);
  if (training === null) return [];
  const column = training.columns.findIndex(({ name }) => name === "total_spend");
  return Array.from({ length: training.numRows }, (_, row) => cellAt(training, row, column));
}

const DELETED: Edit = { kind: "delete", group: "user_payments", row: 1 };
const MOVED: Edit = {
  kind: "set",
  group: "user_payments",
  row: 1,
  values: { timestamp: "2025-11-05T12:00:00Z" },
};

test("a first load asks for the training set and the slice once, and so does a new revision", async () => {
  const worker = inProcessWorker();
  const app = await openApp(worker);
  const times = (method: string) => worker.calls.filter((one) => one === method).length;
  expect([times("training"), times("slice")]).toEqual([1, 1]);
  await storeOf(app).insert("user_payments", [{ user_id: 2n, total_spend: 7, timestamp: "2025-11-04" }]);
  await offlineChanged(app);
  await eventually(() => expect(spent(app)).toEqual([null, null, 7, 100.5]));
  await trained(app);
  expect([times("training"), times("slice")]).toEqual([2, 2]);
});

test("of five quick edits the first four are cancelled, and the table is that of the fifth", async () => {
  const app = await openApp();
  for (let hour = 1; hour <= 5; hour++)
    makeEdit(app, { ...MOVED, values: { timestamp: `2025-11-05T0${hour}:00:00Z` } } as Edit);
  await eventually(() => {
    const { training, document } = app.state.getState();
    expect(training).toMatchObject({ status: "ready", key: { edits: document.edits } });
  });
  expect(spent(app)).toEqual([null, null, null, 100.5]);
});

test("what edits have changed is known with what stood there before, until they are undone", async () => {
  const app = await openApp();
  const change = (row: number) => {
    const training = latestData(app.state.getState().training);
    return training && [cellBefore(training, row, 3), cellAt(training, row, 3)];
  };
  expect(change(2)).toEqual([50, 50]);
  makeEdit(app, DELETED);
  await eventually(() =>
    expect([change(2), change(3)]).toEqual([
      [50, null],
      [100.5, 100.5],
    ]),
  );
  undoEdit(app);
  await eventually(() => expect(change(2)).toEqual([50, 50]));
});

test("two edits made at once are one step to take back; the picture follows the table", async () => {
  const app = await openApp();
  const edit = (change: ColumnChange): Edit => ({
    kind: "column",
    group: "user_payments",
    column: "timestamp",
    change,
  });
  const stored = spent(app);
  makeEdits(app, [
    edit({ kind: "scale", by: "1" }),
    edit({ kind: "shift", byUs: String(400n * 86_400_000_000n) }),
  ]);
  await eventually(() => expect(spent(app)).toEqual([null, null, null, null]));
  await trained(app);
  const times = app.part(editedSlice)(app.state.getState())?.joins[0]?.eventTimesUs ?? [];
  expect([...times].every((us) => us > BigInt(Date.UTC(2026, 10, 1)) * 1000n)).toBe(true);
  undoEdit(app);
  expect(app.state.getState().document.edits).toEqual([]);
  await eventually(() => expect(spent(app)).toEqual(stored));
});

test("the row that is looked at stays so when its own time is moved behind others', and where none was chosen", async () => {
  const app = await openApp();
  app.state.setState(({ route }) => ({ route: { ...route, row: null } }));
  const first = latestData(app.state.getState().training)?.spineIndex[0] ?? -1;
  const values = { timestamp: "2025-12-01T12:00:00Z" };
  makeEdit(app, { kind: "set", group: "user_activity", row: first, values });
  await eventually(() => expect(latestData(app.state.getState().training)?.spineIndex.at(-1)).toBe(first));
  expect(app.state.getState().route.row).toBe(first);
});

test("a row that was added stood nowhere before", async () => {
  const app = await openApp();
  const values = { user_id: "2", activity_count: "9", timestamp: "2025-11-06T12:00:00Z" };
  makeEdit(app, { kind: "add", group: "user_activity", row: FIRST_ADDED_ROW, values });
  await eventually(() => expect(spent(app)).toEqual([null, null, 50, 100.5, 50]));
  const training = latestData(app.state.getState().training);
  expect(training && cellBefore(training, 4, 3)).toBeUndefined();
});

describe("the table by pages", () => {
  /** The demo with so many later activities of user 1 that there are five pages. */
  async function openLong() {
    const worker = inProcessWorker();
    const app = await openApp(worker);
    const later = (i: number) => ({
      user_id: 1n,
      activity_count: i,
      timestamp: BigInt(1_770_000_000_000_000 + i),
    });
    await storeOf(app).insert(
      "user_activity",
      Array.from({ length: 900 }, (_, i) => later(i)),
    );
    await offlineChanged(app);
    await eventually(() => expect(latestData(app.state.getState().training)?.numRows).toBe(904));
    await trained(app);
    worker.calls.length = 0;
    const pagesAsked = () => worker.calls.filter((method) => method === "trainingPage").length;
    const cell = (row: number) => {
      const training = latestData(app.state.getState().training);
      return training && cellAt(training, row, 3);
    };
    return { app, worker, cell, pagesAsked };
  }

  test("a page is fetched when a row of it is looked at, once", async () => {
    const { cell, pagesAsked } = await openLong();
    expect([cell(3), pagesAsked()]).toEqual([100.5, 0]);
    expect([cell(700), cell(701)]).toEqual([undefined, undefined]);
    await eventually(() => expect([cell(700), cell(701)]).toEqual([100.5, 100.5]));
    expect(pagesAsked()).toBe(1);
  });

  test("an edit changes what is looked at in one step: no row of it is without its values meanwhile", async () => {
    const { app, cell } = await openLong();
    cell(700);
    await eventually(() => expect(cell(700)).toBe(100.5));
    const shown = new Set<unknown>();
    app.state.subscribe(() => shown.add(cell(700)));
    makeEdit(app, { kind: "set", group: "user_payments", row: 0, values: { total_spend: 60 } });
    await eventually(() => expect(cell(700)).toBe(60));
    expect([...shown]).toEqual([100.5, 60]);
  });

  test("of a training set that is superseded no page is fetched any more", async () => {
    const { app, worker, cell, pagesAsked } = await openLong();
    let release = () => {};
    worker.hold(
      "training",
      new Promise<void>((resolve) => {
        release = resolve;
      }),
    );
    makeEdit(app, DELETED);
    const asked = pagesAsked();
    expect([cell(3), cell(700), pagesAsked()]).toEqual([100.5, undefined, asked]);
    release();
    await trained(app);
    cell(700);
    await eventually(() => expect(cell(700)).toBe(100.5));
  });
});

test("an edit is in the slice at once, and gone at undo", async () => {
  const app = await openApp();
  goTo(app, { row: 3 });
  await eventually(() => expect(latestData(app.state.getState().slice)?.entity[0]?.value).toBe(2n));
  const rows = () => app.part(editedSlice)(app.state.getState())?.joins[0]?.rows;
  makeEdit(app, DELETED);
  expect(rows()).toHaveLength(0);
  undoEdit(app);
  expect(rows()).toHaveLength(1);
  resetEdits(app);
  expect(rows()).toHaveLength(1);
});

test("an edit of a rule is of the view that is looked at, and concerns no other", async () => {
  const app = await openApp();
  const on = "user_id";
  await storeOf(app).createFeatureView(
    { name: "other", labelFg: "user_activity", joins: [{ fgName: "user_payments", on }] },
    {},
  );
  await offlineChanged(app);
  makeEdit(app, { kind: "rule", join: 0, ttlUs: "1" });
  expect(app.state.getState().document.edits).toMatchObject([{ view: "activity_payment_fv", join: 0 }]);
  await eventually(() => expect(spent(app)).toEqual([null, null, null, null]));
  goTo(app, { view: "other" });
  await eventually(() => expect(app.state.getState().training).toMatchObject({ key: { view: "other" } }));
  await eventually(() => expect(spent(app)).toEqual([null, null, 50, 100.5]));
  await eventually(() =>
    expect(app.part(editedSlice)(app.state.getState())?.joins[0]?.rule.ttlUs).toBeNull(),
  );
});

describe("storing edits", () => {
  test("drops those that were stored and no other, and what was made meanwhile is of the rows as they are now", async () => {
    const worker = inProcessWorker();
    const app = await openApp(worker, sample("demo"));
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    worker.hold("applyEdits", held);
    makeEdit(app, { kind: "delete", group: "user_payments", row: 0 });
    const storing = storeEdits(app);
    makeEdit(app, { ...MOVED, values: { total_spend: 60 } } as Edit);
    release();
    await storing;
    // Row 1 has become row 0: the one before it is gone.
    expect(app.state.getState().document.edits).toEqual([
      { kind: "set", group: "user_payments", row: 0, values: { total_spend: 60 } },
    ]);
    await eventually(() => expect(spent(app)).toEqual([null, null, 60, null]));
  });

  test("never shows a state without the edits that has not stored them", async () => {
    const app = await openApp(inProcessWorker(), sample("demo"));
    makeEdit(app, DELETED);
    await eventually(() => expect(spent(app)).toEqual([null, null, null, 100.5]));
    const shown: unknown[] = [];
    app.state.subscribe((state) => {
      const { training, document } = state;
      if (training.status === "ready") shown.push([document.edits.length, spent(app)[2]]);
    });
    await storeEdits(app);
    await trained(app);
    expect(shown).not.toContainEqual([0, 50]);
  });

  test("is not asked for what the edits would make of it twice: until it is done, the table waits", async () => {
    const worker = inProcessWorker();
    const app = await openApp(worker, sample("demo"));
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    worker.hold("applyEdits", held);
    makeEdit(app, DELETED);
    await eventually(() => expect(spent(app)).toEqual([null, null, null, 100.5]));
    const storing = storeEdits(app);
    worker.calls.length = 0;
    makeEdit(app, { kind: "set", group: "user_payments", row: 0, values: { total_spend: 60 } });
    expect(isTrainingUpdating(app.state.getState())).toBe(true);
    expect(worker.calls).not.toContain("training");
    release();
    await storing;
    await eventually(() => expect(spent(app)).toEqual([null, null, null, 60]));
    expect(isTrainingUpdating(app.state.getState())).toBe(false);
  });

  test("one that fails leaves every edit", async () => {
    const worker = inProcessWorker();
    const app = await openApp(worker);
    makeEdit(app, DELETED);
    worker.hold("applyEdits", Promise.reject(new Error("the disk is full")));
    await storeEdits(app);
    expect(app.state.getState()).toMatchObject({
      document: { edits: [DELETED], storing: null },
      message: { text: "the disk is full", isError: true },
    });
  });
});

test("two apps on two datasets take no notice of each other", async () => {
  const worker = inProcessWorker();
  const [one, other] = [await openApp(worker), await openApp(worker, sample("churn"))];
  const before = other.state.getState();
  makeEdit(one, DELETED);
  goTo(one, { row: 3 });
  await eventually(() => expect(spent(one)).toEqual([null, null, null, 100.5]));
  expect(other.state.getState()).toBe(before);
  one.dispose();
  expect((await (await whenReady(other)).overview()).groups.length).toBeGreaterThan(1);
});

test("what an app has under way ends with it", async () => {
  const app = await openApp();
  app.dispose();
  makeEdit(app, { kind: "add", group: "user_payments", row: FIRST_ADDED_ROW, values: {} });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(app.state.getState().training).toEqual({ status: "idle" });
});
