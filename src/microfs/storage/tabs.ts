/**
 * Several tabs, workers or stores may hold one database. Only one writes at a time, and it notifies the others.
 */

/** Where there are no Web Locks (Node before 24), stores of one process queue here, by name. */
const queues = new Map<string, Promise<unknown>>();

/** Runs `write` while nobody else writes to the store of that name. */
export async function withWriteLock<T>(name: string, write: () => Promise<T>): Promise<T> {
  const lock = `microfs:${name}`;
  if (typeof navigator !== "undefined" && navigator.locks !== undefined)
    return navigator.locks.request(lock, write);
  const turn = (queues.get(lock) ?? Promise.resolve()).then(write, write);
  queues.set(lock, turn);
  return turn;
}

/**
 * Whether the lock holds among all tabs. A page that comes over plain HTTP has none: what another tab is writing looks
 * there like what one left behind.
 */
export function isLockShared(): boolean {
  return !("isSecureContext" in globalThis) || globalThis.isSecureContext === true;
}

/** What a store notifies the others of its name of: the definitions or rows changed, or only the online store did. */
export type Change = "offline" | "online";

/** A line to every other store of the same name. */
export interface Tabs {
  notify(change: Change): void;
  close(): void;
}

/** Opens the line. `onChange` is called with what others notify of, never with what this store does itself. */
export function openTabs(name: string, onChange: (change: Change) => void): Tabs {
  const channel = new BroadcastChannel(`microfs:${name}`);
  // In Node an open channel would keep the process alive; browsers have no such method.
  if ("unref" in channel && typeof channel.unref === "function") channel.unref();
  channel.onmessage = (message: MessageEvent<Change>) => onChange(message.data);
  let isOpen = true;
  return {
    // A store may be closed while it writes: what it has written by then is true, and no failure.
    notify: (change) => void (isOpen && channel.postMessage(change)),
    close() {
      isOpen = false;
      channel.close();
    },
  };
}
