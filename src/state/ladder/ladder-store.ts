import { createStore, type StoreApi } from "zustand/vanilla";
import type { Language } from "../../terms/languages";
import type { App } from "../app";
import { keepText, keptText, putAside } from "../kept-text";
import type { Rung } from "../route/route";
import { type LadderWork, type LanguageWork, NO_WORK, readLadderWork, withWork, workIn } from "./ladder-work";

const KEY = "microfs.ladder";
/** What was kept and cannot be read by this version. */
const UNREAD_KEY = "microfs.ladder.unread";

/** What was there of a rung before it was started over. */
export interface StartedOver {
  readonly language: Language;
  readonly rung: Rung;
  readonly before: Partial<LanguageWork>;
}

export interface LadderState {
  readonly work: LadderWork;
  /** What undo brings back; `null` where nothing was started over since the ladder was opened, or the rung was solved again. */
  readonly startedOver: StartedOver | null;
  /** Whether the browser keeps it at all. */
  readonly isKept: boolean;
}

/** What the reader has made on the ladder, kept in this browser, and in step with its other tabs. */
export function ladderStore(app: App): StoreApi<LadderState> {
  const store = createStore<LadderState>()(() => ({ work: readKept(), startedOver: null, isKept: true }));
  const onStorage = ({ key }: StorageEvent) => {
    if (key === null || key === KEY) store.setState({ work: readKept() });
  };
  window.addEventListener("storage", onStorage);
  const stopFollowing = app.state.subscribe(({ route }) => {
    if (route.page !== "ladder" && store.getState().startedOver !== null)
      store.setState({ startedOver: null });
  });
  app.onDispose(stopFollowing);
  app.onDispose(() => window.removeEventListener("storage", onStorage));
  return store;
}

/** Changes what was made in one language, and keeps it. */
export function changeWork(app: App, language: Language, change: Partial<LanguageWork>): void {
  const { getState, setState } = app.part(ladderStore);
  // Another tab may have written since.
  const known = getState().isKept ? readKept() : getState().work;
  const work = withWork(known, language, change);
  if (work === known) return;
  setState({ work, isKept: keepText(KEY, JSON.stringify(work)) });
}

/** Keeps that all tests agree on a rung. What was solved once stays solved; what was there before it was started over is wanted no more. */
export function markSolved(app: App, language: Language, rung: Rung): void {
  const { startedOver } = app.part(ladderStore).getState();
  if (startedOver?.language === language && startedOver.rung === rung) forgetStartedOver(app);
  const { solved } = languageWork(app, language);
  if (!solved.includes(rung)) changeWork(app, language, { solved: [...solved, rung] });
}

/** Keeps the program with which all tests agree: the one that can be used in the Lab. */
export function markFinished(app: App, language: Language, source: string): void {
  changeWork(app, language, { finished: source });
  markSolved(app, language, "write");
}

/** Puts a rung back to where it began; what was solved stays so. What there was is kept until that is undone or dismissed. */
export function startRungOver(app: App, language: Language, rung: Rung): void {
  const { arrangement, blanks, source, hints } = languageWork(app, language);
  switch (rung) {
    case "order":
      rememberStartingOver(app, { language, rung, before: { arrangement } });
      changeWork(app, language, { arrangement: null });
      return;
    case "fill":
      rememberStartingOver(app, { language, rung, before: { blanks } });
      changeWork(app, language, { blanks: null });
      return;
    case "write":
      rememberStartingOver(app, { language, rung, before: { source, hints } });
      changeWork(app, language, { source: null, hints: 0 });
  }
}

/** Brings back what was there before a rung was started over. */
export function undoStartingOver(app: App): void {
  const { startedOver } = app.part(ladderStore).getState();
  if (startedOver !== null) changeWork(app, startedOver.language, startedOver.before);
  forgetStartedOver(app);
}

/** What was there before a rung was started over is wanted no more. */
export function forgetStartedOver(app: App): void {
  app.part(ladderStore).setState({ startedOver: null });
}

function rememberStartingOver(app: App, startedOver: StartedOver): void {
  app.part(ladderStore).setState({ startedOver });
}

function languageWork(app: App, language: Language): LanguageWork {
  return workIn(app.part(ladderStore).getState().work, language);
}

/** What cannot be read is put aside, where nothing writes over it. */
function readKept(): LadderWork {
  const text = keptText(KEY);
  const work = text === null ? NO_WORK : readLadderWork(text);
  if (text !== null && work === null && putAside(UNREAD_KEY, text)) keepText(KEY, null);
  return work ?? NO_WORK;
}
