/** The long jobs under way, by a name that the page gives each, so that a cancel finds its job. */
export class Jobs {
  readonly #controllers = new Map<string, AbortController>();

  /** Runs a job that `cancel(name)` can stop. */
  async run<T>(name: string, job: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    this.#controllers.set(name, controller);
    try {
      return await job(controller.signal);
    } finally {
      this.#controllers.delete(name);
    }
  }

  /** Stops a job, if it is still under way. It takes back what it has done, and its promise rejects with an AbortError. */
  cancel(name: string): void {
    this.#controllers.get(name)?.abort();
  }
}

/**
 * Lets messages, such as a cancel, come in between two pieces of work. A timeout rather than a promise: promises
 * run before any message does.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
