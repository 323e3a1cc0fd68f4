import * as v from "valibot";
import { createStore, type StoreApi } from "zustand/vanilla";
import { NO_PROGRESS, type Progress, ProgressSchema } from "../../learn/progress";
import type { App } from "../app";

const KEY = "microfs.learn";

export interface LearnState {
  readonly progress: Progress;
}

/** What the learner has done, kept in this browser, and in step with its other tabs. */
export function learnStore(app: App): StoreApi<LearnState> {
  const store = createStore<LearnState>()(() => ({ progress: readKept() ?? NO_PROGRESS }));
  const onStorage = ({ key }: StorageEvent) => {
    if (key === KEY || key === null) store.setState({ progress: readKept() ?? NO_PROGRESS });
  };
  window.addEventListener("storage", onStorage);
  app.onDispose(() => window.removeEventListener("storage", onStorage));
  return store;
}

/** Changes what the learner has done, and keeps it. */
export function changeProgress(app: App, change: (progress: Progress) => Progress): void {
  const { getState, setState } = app.part(learnStore);
  // Another tab may have written since.
  const progress = change(readKept() ?? getState().progress);
  setState({ progress });
  try {
    localStorage.setItem(KEY, JSON.stringify(progress));
  } catch {
    // Without storage it holds for this visit.
  }
}

function readKept(): Progress | null {
  try {
    const kept = v.safeParse(ProgressSchema, JSON.parse(localStorage.getItem(KEY) ?? "null"));
    return kept.success ? kept.output : null;
  } catch {
    return null;
  }
}
