import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { pack } from "../scenario/pack";
import { DEMO_SAMPLE } from "../scenario/samples/demo-sample";
import type { App } from "./app";
import { type Dataset, OWN } from "./document";
import { deleteLinkedStore, keepLinkedStores, linkedStores } from "./linked-stores";
import { inProcessWorker, type RecordedWorker } from "./testing/in-process-worker";
import { DEMO, inOwnBrowser, openApp } from "./testing/open-app";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 0, 31);

inOwnBrowser();

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: NOW }));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** The demo as a link, under a title of its own. */
function linkOf(title: string): Dataset {
  const scenario = { ...DEMO_SAMPLE, title };
  return { kind: "scenario", packed: pack(scenario), scenario };
}

/** Opens a link, or one's own data, as of a moment. */
async function openAt(nowMs: number, dataset: Dataset, worker = inProcessWorker()): Promise<App> {
  vi.setSystemTime(nowMs);
  const app = await openApp(dataset, "data", worker);
  // Opening does so too, but nobody waits for it.
  await keepLinkedStores(app, nowMs);
  return app;
}

/** Opens a link in a tab and leaves it again. */
async function visit(dataset: Dataset, nowMs: number, worker: RecordedWorker): Promise<void> {
  (await openAt(nowMs, dataset, worker)).dispose();
  await Promise.resolve();
}

const titles = (app: App) =>
  app
    .part(linkedStores)
    .getState()
    .stores.map(({ title }) => title);

const databases = async () => (await indexedDB.databases()).map(({ name }) => name).sort();

describe("the store of a link", () => {
  test("is listed with its title, its rows and when it was opened last", async () => {
    const app = await openAt(NOW, DEMO);
    expect(app.part(linkedStores).getState().stores).toEqual([
      { name: "microfs sample demo", title: "microFS demo", rows: 6, openedMs: NOW },
    ]);
    const own = await openAt(NOW + DAY, OWN);
    expect(own.part(linkedStores).getState()).toEqual(app.part(linkedStores).getState());
  });

  test("goes 30 days after it was opened last", async () => {
    const worker = inProcessWorker();
    await visit(linkOf("old"), NOW - 31 * DAY, worker);
    await visit(linkOf("recent"), NOW - 29 * DAY, worker);
    const app = await openAt(NOW, OWN, worker);
    expect(titles(app)).toEqual(["recent"]);
    expect(await databases()).toHaveLength(2);
  });

  test("goes when ten others were opened since, and its link brings it back", async () => {
    const worker = inProcessWorker();
    for (let day = 0; day <= 10; day++) await visit(linkOf(`link ${day}`), NOW + day, worker);
    const app = await openAt(NOW + 11, OWN, worker);
    expect(titles(app)).toHaveLength(10);
    expect(titles(app)).not.toContain("link 0");
    await visit(linkOf("link 0"), NOW + 12, worker);
    await keepLinkedStores(app, NOW + 13);
    expect(titles(app)[0]).toBe("link 0");
    expect(titles(app)).not.toContain("link 1");
  });

  test("stays as long as it is open, however long that is", async () => {
    const worker = inProcessWorker();
    const open = await openAt(NOW - 100 * DAY, linkOf("open"), worker);
    const app = await openAt(NOW, OWN, worker);
    expect(titles(app)).toEqual(["open"]);
    expect(await deleteLinkedStore(app, app.part(linkedStores).getState().stores[0]?.name ?? "")).toBe(false);
    expect((await open.worker().then((one) => one.storedNames()))?.length).toBe(2);
  });

  test("of an earlier version, of which nothing is written down, counts from now on", async () => {
    const worker = inProcessWorker();
    (await openApp(linkOf("before"), "data", worker)).dispose();
    await Promise.resolve();
    const app = await openApp(OWN, "data", worker);
    localStorage.setItem("microfs.links", "garbage");
    await keepLinkedStores(app, NOW);
    expect(app.part(linkedStores).getState().stores).toMatchObject([
      { title: "Data of a link", rows: null, openedMs: NOW },
    ]);
  });

  test("is deleted when it is asked to be, and one's own data never is", async () => {
    const worker = inProcessWorker();
    await visit(linkOf("a"), NOW, worker);
    const app = await openAt(NOW, OWN, worker);
    const [store] = app.part(linkedStores).getState().stores;
    expect(await deleteLinkedStore(app, store?.name ?? "")).toBe(true);
    expect(titles(app)).toEqual([]);
    expect(await databases()).toEqual(["microfs"]);
  });
});
