import type { Driver } from "../main-path/driver";

/** A browser of its own for one test, and the way to end it with all that was started for it. */
export interface StartedBrowser {
  readonly driver: Driver;
  stop(): Promise<void>;
}
