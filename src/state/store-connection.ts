import { openStore, type StoreHandle, startStore } from "../worker/store-handle";
import { scenarioOf, storeNameOf } from "./address/source";
import { toError } from "./answer";
import { type AppState, useAppStore } from "./app-store";

/** Answers of one store say nothing of another. */
const NOTHING_ASKED = {
  training: { status: "none" },
  unedited: { status: "none" },
  slice: { status: "none" },
  held: null,
  undone: [],
} as const;

let handle: StoreHandle | null = null;

/** The worker, started when it is first asked for. */
export function store(): StoreHandle {
  handle ??= startStore();
  return handle;
}

let connecting: Promise<void> = Promise.resolve();

/**
 * Opens the store of the data that is looked at, or opens it anew; what became of it is in the state. A linked
 * scenario's store is filled with it, where it is not so already.
 */
export function connect(): Promise<void> {
  useAppStore.setState({ connection: { status: "opening" }, overview: null, ...NOTHING_ASKED });
  // One after the other: a store that is being opened must not be closed under its own opening.
  connecting = connecting.then(open, open);
  return connecting;
}

async function open(): Promise<void> {
  const { source } = useAppStore.getState();
  const isWanted = () => useAppStore.getState().source === source;
  try {
    await openStore(store(), storeNameOf(source), (heard) => {
      if (heard === "lost") useAppStore.setState({ connection: { status: "lost" } });
      else if (heard === "online") onlineChanged();
      else void changedElsewhere();
    });
    const scenario = scenarioOf(source);
    if (scenario !== null) await store().loadScenario(scenario);
    await offlineChanged();
    if (!isWanted()) return;
    useAppStore.setState({ connection: { status: "ready" } });
    void askToPersist(false);
  } catch (error) {
    if (!isWanted()) return;
    useAppStore.setState({ connection: { status: "failed", error: toError(error) } });
  }
}

/** Opens another store when the reader comes to other data: by a link, or back from one. */
export function followSource(): () => void {
  return useAppStore.subscribe((state, before) => {
    if (state.source !== before.source) void connect();
  });
}

/** The worker once its store is open; rejects where it cannot be opened. */
export function whenReady(): Promise<StoreHandle> {
  return new Promise((resolve, reject) => {
    const settle = ({ connection }: AppState) => {
      if (connection.status === "ready") resolve(store());
      else if (connection.status === "failed") reject(connection.error);
      return connection.status === "ready" || connection.status === "failed";
    };
    if (settle(useAppStore.getState())) return;
    const unsubscribe = useAppStore.subscribe((state) => settle(state) && unsubscribe());
  });
}

/** Deletes what is stored and starts with an empty store: the way out where it cannot be read. */
export async function startOver(): Promise<void> {
  await store().deleteStored(storeNameOf(useAppStore.getState().source));
  await connect();
}

/** Another tab has changed what is stored: edits lie on top of that now. */
async function changedElsewhere(): Promise<void> {
  await offlineChanged();
  if (useAppStore.getState().place.edits.length === 0) return;
  const text = "What is stored has changed in another tab. Your edits lie on top of what is stored now.";
  useAppStore.setState({ message: { text, isError: false } });
}

/** Groups, rows or views have changed: takes the new overview over, and makes every answer old. */
export async function offlineChanged(): Promise<void> {
  const overview = await store().overview();
  useAppStore.setState(({ revision, onlineRevision }) => ({
    overview,
    revision: revision + 1,
    onlineRevision: onlineRevision + 1,
  }));
}

/** The online store has changed. */
export function onlineChanged(): void {
  useAppStore.setState(({ onlineRevision }) => ({ onlineRevision: onlineRevision + 1 }));
}

/**
 * Asks the browser not to evict what is stored.
 *
 * @param mayAsk - Whether to request it, which may show a prompt; else only looks whether it is so already.
 */
export async function askToPersist(mayAsk: boolean): Promise<void> {
  if (navigator.storage?.persisted === undefined) return;
  const isPersistent =
    (await navigator.storage.persisted()) || (mayAsk && (await navigator.storage.persist()));
  useAppStore.setState({ persistence: isPersistent });
}
