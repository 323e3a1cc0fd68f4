import type { Language } from "../terms/languages";
import { openFrame, type SandboxFrame } from "./frame/sandbox-frame";
import type { JoinInput, JoinRun } from "./join-run";
import { runInRuntime } from "./run-in-runtime";
import { runTypescript } from "./run-typescript";
import { bytesOf, RUNTIME_FILES } from "./runtimes/runtime-files";
import { type RuntimeWorkers, runtimeWorkers } from "./runtimes/runtime-workers";
import { SandboxError } from "./sandbox-error";

/** What is fetched where a language is used for the first time, beside the app itself. A server that compresses sends less. */
export const RUNTIME_BYTES: Readonly<Record<Language, number>> = {
  sql: bytesOf(RUNTIME_FILES.sql),
  python: bytesOf(RUNTIME_FILES.python),
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

/** A frame, and the workers that are started in it. */
interface OpenFrame {
  readonly frame: SandboxFrame;
  readonly runtimes: Readonly<Record<keyof typeof RUNTIME_FILES, RuntimeWorkers>>;
}

/** A sandbox of one's own. Nothing is loaded before it is asked for. */
export function openSandbox(): Sandbox {
  const disposed = new AbortController();
  let opening: Promise<OpenFrame> | null = null;

  const open = async (): Promise<OpenFrame> => {
    const frame = await openFrame();
    return {
      frame,
      runtimes: {
        python: runtimeWorkers("python", RUNTIME_FILES.python, frame),
        sql: runtimeWorkers("sql", RUNTIME_FILES.sql, frame),
      },
    };
  };
  /** The frame. One that does not answer, because a program took all of its memory, is replaced. */
  const current = async (): Promise<OpenFrame> => {
    disposed.signal.throwIfAborted();
    opening ??= open();
    const mine = opening;
    const opened = await mine.catch((error) => {
      opening = null;
      throw error;
    });
    if (await opened.frame.isAlive()) return opened;
    opened.frame.close();
    // Another call may have found out before.
    if (opening === mine) opening = open();
    return current();
  };

  return {
    load: async (language, options = {}) => {
      const { runtimes } = await current();
      if (language !== "typescript") await runtimes[language].load(options);
    },
    run: async (language, source, inputs, { limitMs, signal: cancel }) => {
      const { frame, runtimes } = await current();
      const either = eitherOf(disposed.signal, cancel);
      const { signal } = either;
      const job = { language, source, inputs, limitMs, signal };
      try {
        return await (language === "typescript"
          ? runTypescript(frame, job)
          : runInRuntime(runtimes[language], job));
      } finally {
        // Nobody listens any more.
        either.abort();
      }
    },
    dispose: () => {
      disposed.abort(new SandboxError("disposed", "The page that your code ran in was closed."));
      opening?.then(({ frame }) => frame.close()).catch(() => undefined);
    },
  };
}

/** As `AbortSignal.any`, which some browsers that we build for lack. */
function eitherOf(one: AbortSignal, other: AbortSignal | undefined): AbortController {
  const either = new AbortController();
  for (const signal of [one, other]) {
    if (signal?.aborted) either.abort(signal.reason);
    signal?.addEventListener("abort", () => either.abort(signal.reason), {
      once: true,
      signal: either.signal,
    });
  }
  return either;
}
