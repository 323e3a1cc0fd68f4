import type { Language } from "../../terms/languages";
import type { FrameWorker, SandboxFrame } from "../frame/sandbox-frame";
import { isReady } from "../run-in-worker";
import { fetchRuntime } from "./fetch-runtime";
import type { RuntimeFiles } from "./runtime-files";

/** The workers of one language that comes with a runtime, in one frame. */
export interface RuntimeWorkers {
  /** Fetches the runtime and starts the first worker. Does nothing where that was done; can be tried again where it failed. */
  load(options: {
    onProgress?: (loaded: number, total: number) => void;
    signal?: AbortSignal;
  }): Promise<void>;
  /** A worker that is started and that no program has been in, or none that left anything behind. */
  take(): Promise<FrameWorker>;
  /** Takes back a worker that is clean; or starts another for the next run, so that it need not wait. */
  giveBack(worker: FrameWorker | null): void;
}

export function runtimeWorkers(language: Language, files: RuntimeFiles, frame: SandboxFrame): RuntimeWorkers {
  let script: string | null = null;
  let spare: Promise<FrameWorker> | null = null;
  /** What workers have made for those after them, by name. */
  const made = new Set<string>();

  const fetchAndKeep: RuntimeWorkers["load"] = async (options) => {
    const fetched = await fetchRuntime(language, files, options);
    await Promise.all(fetched.parts.map(({ name, bytes }) => frame.keep(name, bytes)));
    script = fetched.script;
  };
  const start = async (text: string) => {
    const parts = [...files.parts.map(({ name }) => name), ...made];
    const worker = frame.start(text, { type: "module", parts });
    const keep = (name: string, bytes: ArrayBuffer) => {
      made.add(name);
      // The next worker is started by the same port, after this.
      frame.keep(name, bytes).catch(() => made.delete(name));
    };
    try {
      await isReady(worker, undefined, keep);
      return worker;
    } catch (error) {
      worker.end();
      // It may have been what it was handed: the next does without.
      made.clear();
      throw error;
    }
  };
  const prepared = () => {
    if (script === null) throw new Error(`${language} was not loaded.`);
    spare ??= start(script);
    return spare;
  };
  return {
    load: async (options) => {
      if (script === null) await fetchAndKeep(options);
      await prepared().catch((error) => {
        spare = null;
        throw error;
      });
    },
    take: () => {
      const worker = prepared();
      spare = null;
      return worker;
    },
    giveBack: (worker) => {
      if (worker === null)
        // What is wrong with it is said to who takes it.
        prepared().catch(() => undefined);
      else if (spare === null) spare = Promise.resolve(worker);
      else worker.end();
    },
  };
}
