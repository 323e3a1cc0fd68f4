import { createStore, type StoreApi } from "zustand/vanilla";
import { isBegun, NO_PROGRESS, type Progress, readProgress, writeProgress } from "../../learn/progress";
import type { App } from "../app";
import { keepText, keptText, putAside } from "../kept-text";

const KEY = "microfs.learn";
/** What was there before it was started over or replaced. */
const BEFORE_KEY = "microfs.learn.before";
/** What was kept and cannot be read by this version. */
const UNREAD_KEY = "microfs.learn.unread";

export interface LearnState {
  readonly progress: Progress;
  /** What undo brings back after it was started over or replaced; `null` where nothing was. */
  readonly before: Progress | null;
  /** Text that was kept here and is no progress that this version can read; `null` where all could be read. */
  readonly unread: string | null;
  /** Whether the browser keeps it at all. */
  readonly isKept: boolean;
}

/** What the learner has done, kept in this browser, and in step with its other tabs. */
export function learnStore(app: App): StoreApi<LearnState> {
  const store = createStore<LearnState>()(() => ({ ...readKept(), isKept: true }));
  const onStorage = ({ key }: StorageEvent) => {
    if (key === null || key.startsWith(KEY)) store.setState(readKept());
  };
  window.addEventListener("storage", onStorage);
  app.onDispose(() => window.removeEventListener("storage", onStorage));
  return store;
}

/** Changes what the learner has done, and keeps it. */
export function changeProgress(app: App, change: (progress: Progress) => Progress): void {
  const { getState, setState } = app.part(learnStore);
  // Another tab may have written since.
  const known = getState().isKept ? { ...getState(), ...readKept() } : getState();
  const progress = change(known.progress);
  if (progress === known.progress) return;
  setState({ ...known, progress, isKept: keepText(KEY, writeProgress(progress)) });
}

/** Draws what decides which variants of questions this learner is asked, where it was not drawn before. */
export function beginLearning(app: App): void {
  const [drawn = 1] = crypto.getRandomValues(new Uint32Array(1));
  changeProgress(app, (progress) => (progress.seed === 0 ? { ...progress, seed: drawn || 1 } : progress));
}

/** Puts other progress in the place of what there is, or none. What there was is kept until that is undone or dismissed. */
export function replaceProgress(app: App, progress: Progress): void {
  const before = app.part(learnStore).getState().progress;
  const kept = isBegun(before) ? before : null;
  keepText(BEFORE_KEY, kept && writeProgress(kept));
  app.part(learnStore).setState({ before: kept });
  changeProgress(app, () => progress);
}

/** Begins anew, at the pace that was chosen. */
export function startOver(app: App): void {
  const { pace } = app.part(learnStore).getState().progress;
  replaceProgress(app, { ...NO_PROGRESS, pace });
}

/** Brings back what was there before it was started over or replaced. */
export function undoReplacing(app: App): void {
  const { before } = app.part(learnStore).getState();
  if (before !== null) changeProgress(app, () => before);
  forgetReplaced(app);
}

/** What was replaced is wanted no more. */
export function forgetReplaced(app: App): void {
  keepText(BEFORE_KEY, null);
  app.part(learnStore).setState({ before: null });
}

/** What could not be read was seen, and is wanted no more. */
export function forgetUnread(app: App): void {
  keepText(UNREAD_KEY, null);
  app.part(learnStore).setState({ unread: null });
}

/** What cannot be read is put aside, where nothing writes over it, and never thrown away. */
function readKept(): Pick<LearnState, "progress" | "before" | "unread"> {
  const text = keptText(KEY);
  const progress = text === null ? NO_PROGRESS : readProgress(text);
  if (text !== null && progress === null && putAside(UNREAD_KEY, text)) keepText(KEY, null);
  const before = keptText(BEFORE_KEY);
  return {
    progress: progress ?? NO_PROGRESS,
    before: before === null ? null : readProgress(before),
    unread: keptText(UNREAD_KEY) ?? (progress === null ? text : null),
  };
}
