import { afterEach, describe, expect, test, vi } from "vitest";
import { DEMO_SAMPLE } from "../scenario/samples/demo-sample";
import { type App, createApp } from "./app";
import { askToPersist, connect, offlineChanged, startOver, storeOf, whenReady } from "./connection";
import { newDocument, OWN } from "./document";
import { makeEdit } from "./editing";
import { goTo } from "./route/go-to";
import { eventually } from "./testing/eventually";
import { inProcessWorker, type RecordedWorker } from "./testing/in-process-worker";
import { appOn, DEMO, inOwnBrowser, openApp, openOwn } from "./testing/open-app";

inOwnBrowser();
afterEach(() => void vi.unstubAllGlobals());

const PAYMENT = { user_id: 2n, total_spend: 7, timestamp: "2025-11-04" };

/** A worker whose first opening waits for `until`. */
function openingAfter(until: Promise<unknown>): RecordedWorker {
  const worker = inProcessWorker();
  let isFirst = true;
  return {
    ...worker,
    async open(name, onEvent) {
      const waits = isFirst;
      isFirst = false;
      if (waits) await until;
      return worker.open(name, onEvent);
    },
  };
}

describe("opening", () => {
  test("goes from opening to ready, and what is stored is known in the same moment", async () => {
    const app = appOn(DEMO, inProcessWorker());
    const seen: unknown[] = [];
    app.state.subscribe(({ connection, overview }) =>
      seen.push([connection.status, overview?.groups.length ?? null]),
    );
    await connect(app);
    expect(seen).toEqual([
      ["opening", null],
      ["ready", 2],
    ]);
  });

  test("the reader's own store begins empty, and is as it was left when it is opened again", async () => {
    const app = await openApp(OWN);
    expect(app.state.getState().overview).toEqual({ groups: [], views: [] });
    await storeOf(app).loadScenario(DEMO_SAMPLE);
    app.dispose();
    const again = await openApp(OWN);
    expect(again.state.getState().overview?.groups.map(({ numRows }) => numRows)).toEqual([4, 2]);
  });

  test("a worker that could not be started is started anew when opening is tried again", async () => {
    const worker = inProcessWorker();
    const started = vi.fn<() => Promise<RecordedWorker>>();
    started.mockRejectedValueOnce(new Error("the script did not come")).mockResolvedValue(worker);
    const app = createApp(OWN, { worker: started });
    await connect(app);
    expect(app.state.getState().connection.status).toBe("failed");
    await connect(app);
    expect(app.state.getState().connection.status).toBe("ready");
    app.dispose();
  });

  test("without IndexedDB it fails with the error that says so", async () => {
    vi.stubGlobal("indexedDB", undefined);
    const app = appOn(OWN, inProcessWorker());
    await connect(app);
    const { connection, overview } = app.state.getState();
    expect(connection).toMatchObject({ status: "failed", error: { code: "storage_unreadable" } });
    expect(overview).toBeNull();
    expect(() => storeOf(app)).toThrow("not open yet");
  });

  test("that has failed can be tried again", async () => {
    const app = appOn(OWN, openingAfter(Promise.reject(new Error("the disk is busy"))));
    await connect(app);
    expect(app.state.getState().connection).toEqual({
      status: "failed",
      error: new Error("the disk is busy"),
    });
    await connect(app);
    expect(app.state.getState().connection).toEqual({ status: "ready" });
  });

  test("that ends after another one has begun has nothing to say", async () => {
    let release = () => {};
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    const app = appOn(OWN, openingAfter(until));
    const first = connect(app);
    app.state.setState({ document: newDocument("demo", DEMO) });
    await connect(app);
    const before = app.state.getState();
    release();
    await first;
    expect(app.state.getState()).toBe(before);
    expect((await storeOf(app).overview()).groups).toHaveLength(2);
  });
});

describe("whoever waits for the store", () => {
  test("gets it once it is ready", async () => {
    const app = appOn(DEMO, inProcessWorker());
    const waiting = whenReady(app);
    void connect(app);
    expect((await (await waiting).overview()).groups).toHaveLength(2);
  });

  test("gets the error where it cannot be opened", async () => {
    const app = appOn(OWN, openingAfter(Promise.reject(new Error("the disk is busy"))));
    const waiting = whenReady(app);
    void connect(app);
    await expect(waiting).rejects.toThrow("the disk is busy");
    await expect(whenReady(app)).rejects.toThrow("the disk is busy");
  });
});

describe("a store that the browser closes", () => {
  const connection = (app: App) => app.state.getState().connection;

  test("is looked at before anything is said: deleted, it is gone; opened again, a linked one is filled again", async () => {
    const app = await openApp(DEMO);
    indexedDB.deleteDatabase("microfs sample demo");
    await eventually(() => expect(connection(app)).toEqual({ status: "lost", found: { kind: "gone" } }));
    // Nothing that is said anywhere is of what is gone.
    expect(app.state.getState().overview).toBeNull();
    await connect(app);
    expect(connection(app)).toEqual({ status: "ready" });
    expect(app.state.getState().overview?.groups).toHaveLength(2);
  });

  test("and that is there still is said to be, with how much is in it", async () => {
    const [app, other] = [await openApp(DEMO), inProcessWorker()];
    other.lookAt = async () => ({ groups: 2, rows: 6 });
    const lost = appOn(DEMO, other);
    let close = () => {};
    const open = other.open.bind(other);
    other.open = (name, onEvent) => {
      close = () => onEvent("lost");
      return open(name, onEvent);
    };
    await connect(lost);
    close();
    await eventually(() =>
      expect(connection(lost)).toEqual({ status: "lost", found: { kind: "stored", groups: 2, rows: 6 } }),
    );
    expect(connection(app)).toEqual({ status: "ready" });
  });

  test("and cannot be looked at is said to be so", async () => {
    const worker = inProcessWorker();
    worker.lookAt = () => Promise.reject(new Error("the disk is busy"));
    const app = await openApp(DEMO, "data", worker);
    indexedDB.deleteDatabase("microfs sample demo");
    await eventually(() =>
      expect(connection(app)).toEqual({
        status: "lost",
        found: { kind: "unknown", error: new Error("the disk is busy") },
      }),
    );
  });
});

test("starting over deletes what is stored", async () => {
  const app = await openOwn(DEMO_SAMPLE);
  await startOver(app);
  const { connection, overview } = app.state.getState();
  expect(connection).toEqual({ status: "ready" });
  expect(overview).toEqual({ groups: [], views: [] });
});

test("another dataset opens another store, and nothing fetched of the one before stays", async () => {
  const app = await openApp(DEMO, "train");
  goTo(app, { stage: "data" });
  app.state.setState({ document: newDocument("own", OWN) });
  expect(app.state.getState()).toMatchObject({
    connection: { status: "opening" },
    overview: null,
    training: { status: "idle" },
    slice: { status: "idle" },
  });
  await eventually(() => expect(app.state.getState().overview).toEqual({ groups: [], views: [] }));
});

describe("what another tab stores", () => {
  test("is taken over, without a word where nothing is edited", async () => {
    const [app, tab] = [await openApp(DEMO), await openApp(DEMO)];
    await storeOf(tab).insert("user_payments", [PAYMENT]);
    await eventually(() => expect(app.state.getState().overview?.groups[1]?.numRows).toBe(3));
    expect(app.state.getState().message).toBeNull();
  });

  test("is said where edits lie on top of it", async () => {
    const [app, tab] = [await openApp(DEMO), await openApp(DEMO)];
    makeEdit(app, { kind: "delete", group: "user_payments", row: 1 });
    await storeOf(tab).insert("user_payments", [PAYMENT]);
    await eventually(() => expect(app.state.getState().message?.text).toMatch(/in another tab/));
    expect(app.state.getState().document.edits).toHaveLength(1);
  });

  test("in the online store makes only what was looked up there old", async () => {
    const [app, tab] = [await openApp(DEMO), await openApp(DEMO)];
    const { revision, onlineRevision } = app.state.getState();
    await storeOf(tab).materialize("user_payments", {});
    await eventually(() => expect(app.state.getState().onlineRevision).toBe(onlineRevision + 1));
    expect(app.state.getState().revision).toBe(revision);
  });
});

test("a change of what is stored comes with what else changes in the same moment", async () => {
  const app = await openApp(DEMO);
  const { revision } = app.state.getState();
  const seen: unknown[] = [];
  app.state.subscribe((state) => seen.push([state.revision, state.persistence]));
  await offlineChanged(app, { persistence: true });
  expect(seen).toEqual([[revision + 1, true]]);
});

test("the browser is asked to keep what is stored only where it may prompt", async () => {
  const persist = vi.fn(async () => true);
  vi.stubGlobal("navigator", { storage: { persisted: async () => false, persist } });
  const app = appOn(OWN, inProcessWorker());
  await askToPersist(app, false);
  expect(app.state.getState().persistence).toBe(false);
  expect(persist).not.toHaveBeenCalled();
  await askToPersist(app, true);
  expect(app.state.getState().persistence).toBe(true);
});

describe("what fails while nobody waits for it is told", () => {
  test("starting over where the store cannot be deleted", async () => {
    const worker = inProcessWorker();
    worker.deleteStored = () => Promise.reject(new Error("the disk is busy"));
    const app = await openApp(OWN, "data", worker);
    await startOver(app);
    expect(app.state.getState().connection).toEqual({
      status: "failed",
      error: new Error("the disk is busy"),
    });
  });

  test("taking over what another tab has stored", async () => {
    const worker = inProcessWorker();
    const [app, tab] = [await openApp(DEMO, "data", worker), await openApp(DEMO)];
    const busy = Promise.reject(new Error("the disk is busy"));
    busy.catch(() => undefined);
    worker.hold("overview", busy);
    await storeOf(tab).insert("user_payments", [PAYMENT]);
    await eventually(() =>
      expect(app.state.getState().message).toEqual({
        text: "What another tab has stored could not be read. the disk is busy",
        isError: true,
      }),
    );
  });

  test("asking the browser to keep what is stored: then it is not known to", async () => {
    vi.stubGlobal("navigator", {
      storage: { persisted: () => Promise.reject(new Error("not here")), persist: async () => true },
    });
    const app = appOn(OWN, inProcessWorker());
    await askToPersist(app, true);
    expect(app.state.getState().persistence).toBe(false);
  });
});
