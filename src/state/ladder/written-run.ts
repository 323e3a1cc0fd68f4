import { createStore, type StoreApi } from "zustand/vanilla";
import { answersOfRuns, rightAnswers } from "../../ladder/tests/answers";
import { inputsOf } from "../../ladder/tests/join-inputs";
import type { JoinTest, TestAnswers } from "../../ladder/tests/join-test";
import { WRITTEN_JOIN_TESTS } from "../../ladder/tests/join-tests";
import { agrees } from "../../ladder/tests/marbles";
import type { JoinRun } from "../../sandbox/join-run";
import type { Language } from "../../terms/languages";
import type { App } from "../app";
import { type Query, query } from "../query";
import { markFinished } from "./ladder-store";
import { appSandbox, loadRuntime } from "./runtimes";

/**
 * How long all tests together may take. A right program takes a few milliseconds; but what has just been loaded is slow at
 * first, and on a slow machine must not be told to be a loop that never ends.
 */
const LIMIT_MS = 5000;

/** What is run. */
export interface WrittenKey {
  readonly language: Language;
  readonly source: string;
}

/** What came of one test. */
export interface WrittenTest {
  readonly test: JoinTest;
  readonly right: TestAnswers;
  /** `null` where the program broke off, or gave what is no answer. */
  readonly yours: TestAnswers | null;
  /** For each of the test's entities, what came of running the program on it. */
  readonly runs: readonly JoinRun[];
}

export interface WrittenRunState {
  readonly run: Query<WrittenKey, readonly WrittenTest[]>;
}

/** The last run of the program that is being written, against all tests. */
export function writtenRunStore(_app: App): StoreApi<WrittenRunState> {
  return createStore<WrittenRunState>()(() => ({ run: { status: "idle" } }));
}

/** Runs a program against all tests; what runs its language is loaded first. A newer program cancels the run of an older. */
export function runWritten(app: App, key: WrittenKey): void {
  app.part(writtenQuery).refetch(key);
}

/** The same, unless this very program was run last. */
export function ensureWrittenRun(app: App, key: WrittenKey): void {
  app.part(writtenQuery).ensure(key);
}

/** Whether the program takes what is right in every test. */
export function allAgree(tests: readonly WrittenTest[]): boolean {
  return tests.length > 0 && tests.every(({ test, yours }) => yours !== null && agrees(test, yours));
}

/** All tests before a program was run. */
export const NOT_RUN: readonly WrittenTest[] = WRITTEN_JOIN_TESTS.map((test) => ({
  test,
  right: rightAnswers(test),
  yours: null,
  runs: [],
}));

function writtenQuery(app: App) {
  const { getState, setState } = app.part(writtenRunStore);
  return query<WrittenKey, readonly WrittenTest[]>({
    read: () => getState().run,
    write: (run) => setState({ run }),
    keepsLatest: (before, next) => before.language === next.language,
    fetch: async ({ language, source }, signal) => {
      if (!(await loadRuntime(app, language)))
        throw new DOMException("Nothing can run it yet.", "AbortError");
      const inputs = WRITTEN_JOIN_TESTS.map(inputsOf);
      const runs = await app
        .part(appSandbox)
        .run(language, source, inputs.flat(), { limitMs: LIMIT_MS, signal });
      let from = 0;
      return WRITTEN_JOIN_TESTS.map((test, i) => {
        const own = runs.slice(from, from + (inputs[i]?.length ?? 0));
        from += own.length;
        return { test, right: rightAnswers(test), yours: answersOfRuns(test, own), runs: own };
      });
    },
    onReady: (tests, { language, source }) => {
      if (allAgree(tests)) markFinished(app, language, source);
    },
  });
}
