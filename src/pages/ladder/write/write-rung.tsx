import { useEffect, useMemo, useRef, useState } from "react";
import { changeWork, ladderStore } from "../../../state/ladder/ladder-store";
import { workIn } from "../../../state/ladder/ladder-work";
import { loadRuntime, runtimesStore } from "../../../state/ladder/runtimes";
import {
  allAgree,
  ensureWrittenRun,
  NOT_RUN,
  runWritten,
  writtenRunStore,
} from "../../../state/ladder/written-run";
import { latestData } from "../../../state/query";
import { useAppHandle, usePart } from "../../../state/use-app";
import { LANGUAGE_WORDS, type Language } from "../../../terms/languages";
import { CodeWords } from "../../../ui/code-words";
import { Button } from "../../../ui/controls/button";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { Notice } from "../../../ui/feedback/notice";
import { useKeptFocus } from "../../../ui/keys/use-kept-focus";
import { CodeEditor } from "../../../views/code-editor/code-editor";
import { ProgramResults } from "../results/program-results";
import { WhyWrong } from "../results/why-wrong";
import { failureIn, printedIn } from "./failure";
import { Hints } from "./hints";
import { FinishedProgram, ProgramActions } from "./program-actions";
import { RuntimeLine } from "./runtime-line";
import styles from "./write-rung.module.css";
import { WRITTEN_LANGUAGES } from "./written-language";
import { writtenWords } from "./written-words";

/** How long nothing is written before the program runs by itself. */
const PAUSE_MS = 800;
/** After how long a program is said to be running still. */
const SLOW_MS = 500;

/** The last rung: the reader writes the whole join, and every test runs it. Another language is another program: give it a `key`. */
export function WriteRung({ language }: { readonly language: Language }) {
  const app = useAppHandle();
  const { given, skeleton } = WRITTEN_LANGUAGES[language];
  const work = usePart(ladderStore, (state) => workIn(state.work, language));
  const source = work.source ?? skeleton;
  const run = usePart(writtenRunStore, (state) => state.run);
  const isReady = usePart(runtimesStore, (state) => state[language].kind === "ready");
  useRunsByItself(language, source, isReady);
  const isOfThis = run.status !== "idle" && run.key.language === language;
  const tests = (isOfThis ? latestData(run) : null) ?? NOT_RUN;
  const isCurrent = isOfThis && run.status === "ready" && run.key.source === source;
  const isAgreed = isCurrent && allAgree(tests);
  const failure = useMemo(() => failureIn(tests), [tests]);
  const error = useMemo(
    () =>
      isCurrent && failure !== null && failure.line !== null
        ? { line: failure.line, message: failure.sentence }
        : null,
    [isCurrent, failure],
  );
  const { headline, note, misconceptions, about } = useMemo(
    () => writtenWords(tests, failure),
    [tests, failure],
  );
  const isRunning = isOfThis && run.status === "fetching" && isReady;
  const isSlow = useLasting(isRunning);
  const program = useRef<HTMLElement>(null);
  useKeptFocus(program, program);
  const runIt = () => runWritten(app, { language, source });
  return (
    <div className={styles.columns}>
      <section ref={program} className={styles.program} aria-label="Your program" tabIndex={-1}>
        <h2 className={styles.heading}>Your program</h2>
        {given.map((sentence) => (
          <p key={sentence} className={styles.quiet}>
            <CodeWords>{sentence}</CodeWords>
          </p>
        ))}
        <CodeEditor
          label={`Your join in ${LANGUAGE_WORDS[language]}`}
          language={language}
          source={source}
          onChange={(text) => changeWork(app, language, { source: text })}
          onRun={runIt}
          error={error}
        />
        <ProgramActions language={language} source={source} isAgreed={isAgreed} onRun={runIt} />
        <p className={styles.quiet}>
          <kbd>Ctrl</kbd> <kbd>Enter</kbd> runs it, and so does a pause. <kbd>Esc</kbd>, then <kbd>Tab</kbd>,
          leaves the editor.
        </p>
        <RuntimeLine language={language} onRun={runIt} />
        {/* Read out where the results stand, and seen here too: on a phone they are far below. */}
        <div aria-hidden>{isRunning && <LoadingLine>Running …</LoadingLine>}</div>
        {isOfThis && run.status === "failed" && run.error.name !== "AbortError" && (
          <Notice
            kind="error"
            title="Your program was not run."
            actions={<Button onClick={runIt}>Try again</Button>}
          >
            {run.error.message}
          </Notice>
        )}
        <FinishedProgram language={language} source={source} isAgreed={isAgreed} />
        <Hints language={language} isStuck={isCurrent && work.source !== null && !isAgreed} />
        <Printed tests={printedIn(tests)} isOld={isSlow} />
      </section>
      <ProgramResults
        headline={headline}
        note={misconceptions === undefined ? note : <WhyWrong misconceptions={misconceptions} />}
        about={about}
        isOld={isSlow}
        isCounted={tests !== NOT_RUN}
        results={tests}
        next={isAgreed ? "it is yours in the Lab" : "all of them make it yours in the Lab"}
      />
    </div>
  );
}

/** Runs the program after a pause in writing, once what runs it is there. What is small is loaded unasked. */
function useRunsByItself(language: Language, source: string, isReady: boolean): void {
  const app = useAppHandle();
  useEffect(() => {
    if (language === "typescript") void loadRuntime(app, language);
  }, [app, language]);
  useEffect(() => {
    if (!isReady) return;
    const timer = setTimeout(() => ensureWrittenRun(app, { language, source }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [app, language, source, isReady]);
}

/** Whether something has been so for a while: what is over at once must not flicker. */
function useLasting(isSo: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isSo) return;
    const timer = setTimeout(() => setLong(true), SLOW_MS);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isSo]);
  return isSo && isLong;
}

/** What the program wrote, test by test, in a place of its own that scrolls. */
function Printed({
  tests,
  isOld,
}: {
  readonly tests: ReturnType<typeof printedIn>;
  /** Whether an earlier program printed it. */
  readonly isOld: boolean;
}) {
  if (tests.length === 0) return null;
  return (
    <div className={styles.printed} data-old={isOld || undefined}>
      <h3 className={styles.heading}>What it printed</h3>
      <section
        className={styles.printedTests}
        aria-label="What your program printed"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <dl>
          {tests.map(({ title, text }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>
                <pre>{text}</pre>
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
