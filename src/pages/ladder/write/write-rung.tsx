import { useEffect, useMemo } from "react";
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
import { CodeEditor } from "../../../views/code-editor/code-editor";
import { ProgramResults } from "../results/program-results";
import { failureIn, printedIn } from "./failure";
import { Hints } from "./hints";
import { ProgramActions } from "./program-actions";
import { RuntimeLine } from "./runtime-line";
import styles from "./write-rung.module.css";
import { writtenWords } from "./written-words";
import { WRITTEN_LANGUAGES } from "./written-language";

/** How long nothing is written before the program runs by itself. */
const PAUSE_MS = 800;

/** The last rung: the reader writes the whole join, and every test runs it. */
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
  const failure = useMemo(() => failureIn(tests), [tests]);
  const error = useMemo(
    () =>
      isCurrent && failure !== null && failure.line !== null
        ? { line: failure.line, message: failure.sentence }
        : null,
    [isCurrent, failure],
  );
  const { headline, note } = useMemo(() => writtenWords(tests, failure), [tests, failure]);
  const runIt = () => runWritten(app, { language, source });
  return (
    <div className={styles.columns}>
      <section className={styles.program} aria-label="Your program">
        <h2 className={styles.heading}>Your program</h2>
        {given.map((sentence) => (
          <p key={sentence} className={styles.quiet}>
            <CodeWords>{sentence}</CodeWords>
          </p>
        ))}
        <CodeEditor
          // Another language is another program, with an undo of its own.
          key={language}
          label={`Your join in ${LANGUAGE_WORDS[language]}`}
          language={language}
          source={source}
          onChange={(text) => changeWork(app, language, { source: text })}
          onRun={runIt}
          error={error}
        />
        <div className={styles.run}>
          <Button variant="primary" onClick={runIt}>
            Run
          </Button>
          <p className={styles.keys}>
            <kbd>Ctrl</kbd> <kbd>Enter</kbd> runs it. <kbd>Esc</kbd>, then <kbd>Tab</kbd>, leaves the editor.
          </p>
          {isOfThis && run.status === "fetching" && isReady && <LoadingLine>Running …</LoadingLine>}
        </div>
        <RuntimeLine language={language} onRun={runIt} />
        <Hints key={`${language} hints`} language={language} isStuck={isCurrent && work.source !== null && !allAgree(tests)} />
        <ProgramActions language={language} source={source} isAgreed={isCurrent && allAgree(tests)} />
        <Printed tests={printedIn(tests)} />
      </section>
      <ProgramResults
        headline={headline}
        note={note}
        results={tests}
        next="all of them make it yours in the Lab"
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

/** What the program wrote, test by test, in a place of its own that scrolls. */
function Printed({ tests }: { readonly tests: ReturnType<typeof printedIn> }) {
  if (tests.length === 0) return null;
  return (
    <section className={styles.printed} aria-label="What your program printed">
      <h3 className={styles.heading}>What it printed</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <dl className={styles.printedTests} tabIndex={0}>
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
  );
}
