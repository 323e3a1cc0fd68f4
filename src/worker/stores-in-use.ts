/**
 * Who has which store open, in all tabs together. Without Web Locks, which plain HTTP and Node before 24 do not have, in this
 * worker alone.
 */
export class StoresInUse {
  readonly #here = new Map<string, number>();

  /**
   * Says that a store is used from now on; waits for a deletion of it that is under way.
   *
   * @returns What says that it is used no longer.
   */
  async use(name: string): Promise<() => void> {
    this.#here.set(name, (this.#here.get(name) ?? 0) + 1);
    const letGo = await holdLock(name);
    let isUsed = true;
    return () => {
      if (!isUsed) return;
      isUsed = false;
      this.#here.set(name, (this.#here.get(name) ?? 1) - 1);
      letGo();
    };
  }

  /** Runs `run` where nobody uses the store of that name, and lets nobody begin meanwhile. Tells whether it ran. */
  async whereUnused(name: string, run: () => Promise<void>): Promise<boolean> {
    if ((this.#here.get(name) ?? 0) > 0) return false;
    const locks = webLocks();
    if (locks === null) {
      await run();
      return true;
    }
    return locks.request(lockOf(name), { ifAvailable: true }, async (lock) => {
      if (lock === null) return false;
      await run();
      return true;
    });
  }
}

/** Holds a lock that many may hold. A tab that dies lets go of it. */
function holdLock(name: string): Promise<() => void> {
  const locks = webLocks();
  if (locks === null) return Promise.resolve(() => undefined);
  return new Promise((resolve, reject) => {
    const held = () => new Promise<void>((letGo) => resolve(letGo));
    locks.request(lockOf(name), { mode: "shared" }, held).catch(reject);
  });
}

function lockOf(name: string): string {
  return `microfs in use:${name}`;
}

function webLocks(): LockManager | null {
  return typeof navigator === "undefined" ? null : (navigator.locks ?? null);
}
