import { createStore, type StoreApi } from "zustand/vanilla";
import type { JoinInput, JoinRun } from "../../sandbox/join-run";
import type { Language } from "../../terms/languages";
import type { App } from "../app";
import { type Query, query } from "../query";
import { appSandbox, loadRuntime } from "./runtimes";

/** How long all tests together may take. A right program takes a few milliseconds, so whoever waits longer has an endless loop. */
export const TESTS_LIMIT_MS = 3000;

/** What was run. */
export interface WrittenKey {
  readonly language: Language;
  readonly source: string;
}

export interface WrittenRunState {
  /** Per input, what came of it. */
  readonly run: Query<WrittenKey, readonly JoinRun[]>;
}

/** The last run of the program that is being written, against the tests. */
export function writtenRunStore(_app: App): StoreApi<WrittenRunState> {
  return createStore<WrittenRunState>()(() => ({ run: { status: "idle" } }));
}

/** The way to run it. */
function writtenQuery(app: App) {
  const { getState, setState } = app.part(writtenRunStore);
  const inputs = new Map<WrittenKey, readonly JoinInput[]>();
  const handle = query<WrittenKey, readonly JoinRun[]>({
    read: () => getState().run,
    write: (run) => setState({ run }),
    keepsLatest: (before, next) => before.language === next.language,
    fetch: async (key, signal) => {
      const given = inputs.get(key) ?? [];
      inputs.clear();
      if (!(await loadRuntime(app, key.language)))
        throw new DOMException("What runs it was not loaded.", "AbortError");
      return app.part(appSandbox).run(key.language, key.source, given, { limitMs: TESTS_LIMIT_MS, signal });
    },
  });
  return { handle, inputs };
}
