import type { Language } from "../terms/languages";
import { openFrame, type SandboxFrame } from "./frame/sandbox-frame";
import type { JoinInput, JoinRun } from "./join-run";
import { isReady, runInWorker } from "./run-in-worker";
import { SandboxError } from "./sandbox-error";
import { typescriptScript, whyUnreadable } from "./typescript-script";

/** What is downloaded where a language is used for the first time, in bytes as they come over the wire where a server compresses none. */
export const RUNTIME_BYTES: Readonly<Record<Language, number>> = {
  sql: 0,
  python: 0,
  typescript: 0,
};

export interface LoadOptions {
  /** Is called with bytes. `total` is what will have been loaded in the end. */
  readonly onProgress?: (loaded: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export interface RunOptions {
  /** For the whole call, without what loading takes. */
  readonly limitMs: number;
  readonly signal?: AbortSignal;
}

/** Runs what a reader wrote, where it can do no harm: without network, storage, or a way to the page. */
export interface Sandbox {
  /** Fetches a language and starts it. Does nothing where that was done. Rejects with a `SandboxError`, or the signal's reason. */
  load(language: Language, options?: LoadOptions): Promise<void>;
  /**
   * Calls a program once per input, and gives one result for each, in their order. No run finds anything that an earlier one left
   * behind. Loads the language where that was not done. Rejects with a `SandboxError`, or the signal's reason.
   */
  run(
    language: Language,
    source: string,
    inputs: readonly JoinInput[],
    options: RunOptions,
  ): Promise<readonly JoinRun[]>;
  /** Ends all that runs, and takes the frame from the page. */
  dispose(): void;
}

/** A sandbox of one's own. Nothing is loaded before it is asked for. */
export function openSandbox(): Sandbox {
  const disposed = new AbortController();
  let frame: Promise<SandboxFrame> | null = null;
  const theFrame = async () => {
    if (disposed.signal.aborted) throw disposedError();
    frame ??= openFrame();
    return frame;
  };

  const load: Sandbox["load"] = async (language) => {
    if (language !== "typescript") throw new SandboxError("unavailable", `${language} is not here yet.`);
    await theFrame();
  };
  return {
    load,
    run: async (language, source, inputs, { limitMs, signal }) => {
      await load(language, { signal });
      const script = await typescriptScript(source);
      if ("run" in script) return inputs.map(() => script.run);
      const worker = (await theFrame()).start(script.script, { type: "module", parts: [] });
      try {
        await isReady(worker, signal);
      } catch (error) {
        worker.end();
        const run = await whyUnreadable(await theFrame(), script.script);
        if (run === null) throw error;
        return inputs.map(() => run);
      }
      return runInWorker(worker, { language, source, inputs, limitMs, signal });
    },
    dispose: () => {
      disposed.abort(disposedError());
      frame?.then((opened) => opened.close()).catch(() => undefined);
    },
  };
}

function disposedError(): SandboxError {
  return new SandboxError("disposed", "The page that your code ran in was closed.");
}
