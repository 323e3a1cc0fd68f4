/**
 * Lets messages, such as a cancel, come in between two pieces of work. A timeout rather than a promise: promises
 * run before any message does.
 */
export function yieldToEvents(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
