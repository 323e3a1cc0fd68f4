import { MicroFSError } from "../index";

/** The error of a call that must be refused, as `code: message`. Anything but a `MicroFSError` is passed on. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  let outcome: unknown;
  try {
    outcome = await call;
  } catch (error) {
    if (error instanceof MicroFSError) return `${error.code}: ${error.message}`;
    throw error;
  }
  throw new Error(`the call must be refused, but gave ${String(outcome)}`);
}
