/** How long a class has gone on: a stop watch as a value. Milliseconds, by a clock that every function is given. */
export interface Timer {
  /** What had passed when it was last paused. */
  readonly passedMs: number;
  /** Since when it runs; `null` while it is paused. */
  readonly runsSinceMs: number | null;
}

/** A timer that was never started. */
export const STOPPED: Timer = { passedMs: 0, runsSinceMs: null };

/** Whether it was ever started. */
export function isStarted({ passedMs, runsSinceMs }: Timer): boolean {
  return passedMs > 0 || runsSinceMs !== null;
}

/** What has passed by now; never less than nothing, also where the computer's clock was set back. */
export function passedBy({ passedMs, runsSinceMs }: Timer, nowMs: number): number {
  return passedMs + (runsSinceMs === null ? 0 : Math.max(0, nowMs - runsSinceMs));
}

/** Lets it run on. One that runs stays as it is. */
export function started(timer: Timer, nowMs: number): Timer {
  return timer.runsSinceMs === null ? { ...timer, runsSinceMs: nowMs } : timer;
}

/** Stops it where it is. */
export function paused(timer: Timer, nowMs: number): Timer {
  return { passedMs: passedBy(timer, nowMs), runsSinceMs: null };
}

/** A duration as a stop watch shows it: `8:10`, `1:02:03`. */
export function timerText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (n: number) => String(n).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
