/** A part of the app that is loaded on demand cannot be had: there is no network, or a newer version is served. */
export class MissingPartError extends Error {
  readonly code = "missing_part";

  constructor(cause?: unknown) {
    super("A part of microFS could not be loaded.", { cause });
    this.name = "MissingPartError";
  }
}

/**
 * Loads a part of the app.
 *
 * @throws {MissingPartError} where it cannot be had. Browsers remember that for as long as the page stands, so that only
 *   loading the page again helps.
 */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    throw new MissingPartError(error);
  }
}
