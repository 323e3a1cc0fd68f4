/**
 * An answer from the worker, with what it is an answer to, so that a late one is never taken for current.
 * While the next is awaited, the last one may still be shown, marked as updating.
 */
export type Answer<Inputs, Value> =
  | { status: "none" }
  | { status: "waiting"; forInputs: Inputs; last: Value | null }
  | { status: "ready"; forInputs: Inputs; value: Value }
  | { status: "failed"; forInputs: Inputs; error: Error };

/** The value that can be shown: the current one, or while that is awaited the one before. */
export function shownValue<Value>(answer: Answer<unknown, Value>): Value | null {
  if (answer.status === "ready") return answer.value;
  return answer.status === "waiting" ? answer.last : null;
}

/** Whatever was thrown, as an error. */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
