import { yieldToEvents } from "./yield-to-events";

/** Between two pauses at most so long, milliseconds: a frame or two. */
const PIECE_MS = 24;

/**
 * Does work to its end, and lets events in between: a pause at the first `yield` after each piece of time.
 *
 * @throws what `signal` was aborted with.
 */
export async function inPieces<T>(work: Generator<void, T>, signal: AbortSignal): Promise<T> {
  let since = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < PIECE_MS) continue;
    await yieldToEvents();
    signal.throwIfAborted();
    since = performance.now();
  }
}
