import { type App, showMessage } from "./app";
import { toError } from "./query";

/**
 * For work that nobody waits for: says it where it fails.
 *
 * @param what - A sentence that says what was not done: "The rows were not saved."
 */
export function tellFailure(app: App, work: Promise<unknown>, what: string): void {
  const { dataset } = app.state.getState().document;
  work.catch((thrown: unknown) => {
    const { name, message } = toError(thrown);
    // Whoever stopped it knows.
    if (name !== "AbortError") showMessage(app, { text: `${what} ${message}`, isError: true }, dataset);
  });
}

/** Says of every failure on the page that nobody else says of: nothing is dropped without a word. Ends with the app. */
export function tellUnhandled(app: App, page: EventTarget): void {
  const onRejection = (event: Event) => {
    if ("reason" in event) tellFailure(app, Promise.reject(event.reason), "Something did not work.");
  };
  page.addEventListener("unhandledrejection", onRejection);
  app.onDispose(() => page.removeEventListener("unhandledrejection", onRejection));
}
