import { createStore, type StoreApi } from "zustand/vanilla";
import type { App } from "./app";
import { isLinkedStore, scenarioOf, storeNameOf } from "./document";

/** The data of a link or a sample that was opened once: this browser keeps it in a store of its own. */
export interface LinkedStore {
  /** The name of its database. */
  readonly name: string;
  readonly title: string;
  /** `null` where it was kept by a version that did not count them. */
  readonly rows: number | null;
  /** When it was opened last, milliseconds since 1970. */
  readonly openedMs: number;
}

/** So many are kept, those opened last … */
export const MOST_LINKED_STORES = 10;
/** … and none for longer than this after it was opened last. */
export const LINKED_STORE_DAYS = 30;

const DAY_MS = 86_400_000;
const KEPT = "microfs.links";

/** The linked stores that this browser keeps, those opened last first. */
export function linkedStores(_app: App): StoreApi<{ readonly stores: readonly LinkedStore[] }> {
  return createStore(() => ({ stores: readKept() }));
}

/**
 * Writes down that the data that is looked at was opened, where it is a link's, and deletes those whose time is over, but
 * none that is open in any tab. Their links bring them back.
 */
export async function keepLinkedStores(app: App, nowMs: number): Promise<void> {
  const { document, overview } = app.state.getState();
  const scenario = scenarioOf(document.dataset);
  const name = storeNameOf(document.dataset);
  const there = await storedHere(app, nowMs);
  const rows = overview?.groups.reduce((sum, group) => sum + group.numRows, 0) ?? null;
  const opened = scenario === null ? [] : [{ name, title: scenario.title, rows, openedMs: nowMs }];
  const others = there.filter((one) => scenario === null || one.name !== name);
  const stores = [...opened, ...others].sort((a, b) => b.openedMs - a.openedMs);
  // Written down before anything is deleted: what is deleted and still written down is found out the next time.
  keep(app, stores);
  const worker = await app.worker();
  for (const old of stores.filter((store, at) => isOver(store, at, nowMs))) {
    if (await worker.deleteUnused(old.name)) forget(app, old.name);
  }
}

/** Deletes a linked store; tells whether it did: it does not where another tab has it open. */
export async function deleteLinkedStore(app: App, name: string): Promise<boolean> {
  const isDeleted = await (await app.worker()).deleteUnused(name);
  if (isDeleted) forget(app, name);
  return isDeleted;
}

function isOver({ openedMs }: LinkedStore, at: number, nowMs: number): boolean {
  return at >= MOST_LINKED_STORES || nowMs - openedMs > LINKED_STORE_DAYS * DAY_MS;
}

/** What is written down of those that are there; one of which nothing is, of an earlier version, counts from now on. */
async function storedHere(app: App, nowMs: number): Promise<LinkedStore[]> {
  const kept = readKept();
  const names = await (await app.worker()).storedNames();
  if (names === null) return kept;
  return names.filter(isLinkedStore).map((name) => {
    const unknown = { name, title: "Data of a link", rows: null, openedMs: nowMs };
    return kept.find((one) => one.name === name) ?? unknown;
  });
}

function forget(app: App, name: string): void {
  keep(
    app,
    readKept().filter((one) => one.name !== name),
  );
}

function keep(app: App, stores: readonly LinkedStore[]): void {
  app.part(linkedStores).setState({ stores });
  try {
    localStorage.setItem(KEPT, JSON.stringify(stores));
  } catch {
    // Without it they are found by their names the next time, and count from then on.
  }
}

function readKept(): LinkedStore[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isKept) : [];
  } catch {
    return [];
  }
}

function isKept(value: unknown): value is LinkedStore {
  if (typeof value !== "object" || value === null) return false;
  const { name, title, rows, openedMs } = value as Partial<Record<keyof LinkedStore, unknown>>;
  return (
    typeof name === "string" &&
    isLinkedStore(name) &&
    typeof title === "string" &&
    (rows === null || typeof rows === "number") &&
    typeof openedMs === "number"
  );
}
