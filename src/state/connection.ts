import type { StoreEvent } from "../worker/worker-api";
import type { StoreHandle } from "../worker/worker-handle";
import { type App, type AppState, type Found, showMessage } from "./app";
import { scenarioOf, storeNameOf } from "./document";
import { keepLinkedStores } from "./linked-stores";
import { toError } from "./query";
import { tellFailure } from "./tell-failure";

/** What an app holds of the store that it has opened. */
interface Connected {
  /** `null` while none is open. */
  handle: StoreHandle | null;
  /** The last opening: an older one that ends later has nothing to say. */
  opening: number;
}

function connected(app: App): Connected {
  const connection: Connected = { handle: null, opening: 0 };
  app.onDispose(() => {
    connection.opening++;
    closeStore(connection);
  });
  return connection;
}

function closeStore(connection: Connected): void {
  // A worker that is gone has let go of the database already.
  connection.handle?.close().catch(() => undefined);
  connection.handle = null;
}

/** Data of one store says nothing of another. */
const NO_QUERIES = {
  training: { status: "idle" },
  slice: { status: "idle" },
  hovered: null,
  draftEdit: null,
} as const;

/**
 * The store that is open.
 *
 * @throws Error where none is: ask only what is shown once the store is ready.
 */
export function storeOf(app: App): StoreHandle {
  const { handle } = app.part(connected);
  if (handle === null) throw new Error("The store is not open yet.");
  return handle;
}

/**
 * Opens the store of the dataset, or opens it anew; what became of it is in the state. A linked scenario's store is
 * filled with it, where it is not so already.
 */
export async function connect(app: App): Promise<void> {
  const connection = app.part(connected);
  closeStore(connection);
  connection.opening++;
  const own = connection.opening;
  app.state.setState({ connection: { status: "opening" }, overview: null, ...NO_QUERIES });
  const { dataset } = app.state.getState().document;
  try {
    const worker = await app.worker();
    const handle = await worker.open(storeNameOf(dataset), (event) => {
      if (connection.opening === own) onStoreEvent(app, event);
    });
    if (connection.opening !== own) return await handle.close();
    connection.handle = handle;
    const scenario = scenarioOf(dataset);
    if (scenario !== null) await handle.loadScenario(scenario);
    if (connection.opening !== own) return;
    await offlineChanged(app, { connection: { status: "ready" } });
    void askToPersist(app, false);
    tellFailure(app, keepLinkedStores(app, Date.now()), "Data kept from links could not be looked through.");
  } catch (error) {
    if (connection.opening === own)
      app.state.setState({ connection: { status: "failed", error: toError(error) } });
  }
}

function onStoreEvent(app: App, event: StoreEvent): void {
  switch (event) {
    case "lost":
      void lookAtLost(app);
      break;
    case "online":
      onlineChanged(app);
      break;
    case "offline":
      void changedElsewhere(app);
  }
}

/** Says that the store was closed, then looks what is left of it: nobody is told what was not looked at. */
async function lookAtLost(app: App): Promise<void> {
  const { opening } = app.part(connected);
  const tell = (found: Found | null) => {
    if (app.part(connected).opening !== opening) return;
    // Of what is gone nothing is said any more, in the bar either.
    const isGone = found?.kind === "gone";
    app.state.setState({
      connection: { status: "lost", found },
      ...(isGone && { overview: null, ...NO_QUERIES }),
    });
  };
  tell(null);
  try {
    const name = storeNameOf(app.state.getState().document.dataset);
    const summary = await (await app.worker()).lookAt(name);
    tell(summary === null ? { kind: "gone" } : { kind: "stored", ...summary });
  } catch (error) {
    tell({ kind: "unknown", error: toError(error) });
  }
}

/** Opens another store when another dataset is looked at: by a link, or back from one. */
export function followDataset(app: App): void {
  const stop = app.state.subscribe((state, before) => {
    if (storeNameOf(state.document.dataset) !== storeNameOf(before.document.dataset)) void connect(app);
  });
  app.onDispose(stop);
}

/** The store once it is open; rejects where it cannot be opened. */
export function whenReady(app: App): Promise<StoreHandle> {
  return new Promise((resolve, reject) => {
    const settle = ({ connection }: AppState) => {
      if (connection.status === "ready") resolve(storeOf(app));
      else if (connection.status === "failed") reject(connection.error);
      return connection.status === "ready" || connection.status === "failed";
    };
    if (settle(app.state.getState())) return;
    const unsubscribe = app.state.subscribe((state) => settle(state) && unsubscribe());
  });
}

/** Deletes what is stored and starts with an empty store: the way out where it cannot be read. */
export async function startOver(app: App): Promise<void> {
  closeStore(app.part(connected));
  app.state.setState({ connection: { status: "opening" } });
  try {
    const worker = await app.worker();
    await worker.deleteStored(storeNameOf(app.state.getState().document.dataset));
  } catch (error) {
    app.state.setState({ connection: { status: "failed", error: toError(error) } });
    return;
  }
  await connect(app);
}

/** Another tab has changed what is stored: edits lie on top of that now. */
async function changedElsewhere(app: App): Promise<void> {
  const { dataset } = app.state.getState().document;
  try {
    await offlineChanged(app);
  } catch (error) {
    const text = `What another tab has stored could not be read. ${toError(error).message}`;
    showMessage(app, { text, isError: true }, dataset);
    return;
  }
  if (app.state.getState().document.edits.length === 0) return;
  const text = "What is stored has changed in another tab. Your edits lie on top of what is stored now.";
  showMessage(app, { text, isError: false }, dataset);
}

/**
 * Groups, rows or views have changed: takes the new overview over, and makes everything fetched old.
 *
 * @param change - What else changes in the same moment: nobody sees the one without the other.
 */
export async function offlineChanged(
  app: App,
  change: Partial<AppState> | ((state: AppState) => Partial<AppState>) = {},
): Promise<void> {
  const overview = await storeOf(app).overview();
  app.state.setState((state) => ({
    overview,
    revision: state.revision + 1,
    onlineRevision: state.onlineRevision + 1,
    ...(typeof change === "function" ? change(state) : change),
  }));
}

/** The online store has changed. */
export function onlineChanged(app: App): void {
  app.state.setState(({ onlineRevision }) => ({ onlineRevision: onlineRevision + 1 }));
}

/**
 * Asks the browser not to evict what is stored.
 *
 * @param mayPrompt - Whether to request it, which may show a prompt; else only looks whether it is so already.
 */
export async function askToPersist(app: App, mayPrompt: boolean): Promise<void> {
  if (typeof navigator === "undefined" || navigator.storage?.persisted === undefined) return;
  const isPersistent = async () =>
    (await navigator.storage.persisted()) || (mayPrompt && (await navigator.storage.persist()));
  // A browser that cannot be asked has promised nothing.
  app.state.setState({ persistence: await isPersistent().catch(() => false) });
}
