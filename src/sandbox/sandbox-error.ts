/** Why nothing of a language can run at all, whatever the program. */
export type SandboxErrorCode =
  /** This build, or this browser, cannot run the language. */
  | "unavailable"
  /** Its parts could not be fetched: no network, and they were not kept. */
  | "not_loaded"
  /** It was there, and did not start, or ended by itself. */
  | "broken"
  /** `dispose` was called. */
  | "disposed";

/** A language cannot be run; the message says why, and what helps. */
export class SandboxError extends Error {
  constructor(
    readonly code: SandboxErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "SandboxError";
  }
}
