import { useEffect, useMemo, useRef } from "react";
import { type ClassResults, classResults } from "../../../learn/handed-in/class-results";
import { type LoadedQuestions, loadQuestions } from "../../../learn/handed-in/load-questions";
import { type Student, type Students, studentsOf } from "../../../learn/handed-in/students";
import { saveFile } from "../../../state/export";
import { addHandedIn, clearHandedIn, handedInStore, showNames } from "../../../state/present/handed-in-store";
import { ALL_LESSONS, ALL_PLANS } from "../../../state/route/url";
import { useAppHandle, usePageHref, usePart } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { Checkbox } from "../../../ui/controls/checkbox";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { DropZone } from "../../../ui/files/drop-zone";
import { Messages, PageFrame } from "../../../views/frame/page-frame";
import { type Loaded, useLoaded } from "../../../views/take-home/use-loaded";
import { type Collected, chosenFiles, droppedFiles } from "./collect-files";
import styles from "./handed-in-page.module.css";
import { PracticeResults } from "./practice-results";
import { QuestionRow } from "./question-row";
import { resultsCsv } from "./results-csv";

/** What a class has handed in: per question, who believed what, and how sure. Nothing of it is kept. */
export function HandedInPage() {
  const hrefTo = usePageHref();
  const isEmpty = usePart(handedInStore, ({ handedIn }) => handedIn.length === 0);
  const answers = useClassResults();
  if (answers.kind === "failed") throw answers.error;
  return (
    <PageFrame status="nothing leaves this browser">
      <Messages />
      <div className={styles.page}>
        <header className={styles.head}>
          <div className={styles.about}>
            <h1>Handed in</h1>
            <p className={styles.lead}>
              Drop what your students have saved with “Hand in”, and see who believed what, and how sure they
              were.
            </p>
            <p className={styles.kept}>
              The files are read here and go nowhere. Nothing of them is kept: close this page or load it
              anew, and they are gone.
            </p>
            <a href={hrefTo(ALL_PLANS)}>All plans</a>
          </div>
          <TakeFiles isEmpty={isEmpty} />
        </header>
        <ReadWords notes={answers.kind === "loaded" ? answers.value.notes : []} />
        {isEmpty && <HowToHandIn />}
        {!isEmpty && answers.kind === "loading" && <LoadingLine>Opening the lessons …</LoadingLine>}
        {!isEmpty && answers.kind === "loaded" && <Results answers={answers.value} />}
      </div>
    </PageFrame>
  );
}

function TakeFiles({ isEmpty }: { readonly isEmpty: boolean }) {
  const app = useAppHandle();
  const folder = useRef<HTMLInputElement>(null);
  const chooseFolder = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // React knows no such attribute.
    if (folder.current) folder.current.webkitdirectory = true;
  }, []);
  const take = (collecting: Promise<Collected>) =>
    void collecting.then(({ files, unread }) => addHandedIn(app, files, unread));
  return (
    <div className={styles.take}>
      <DropZone
        accept=".json,.zip,application/json,application/zip"
        size={isEmpty ? "page" : "panel"}
        onFiles={(files) => take(chosenFiles(files))}
        onTransfer={(transfer) => take(droppedFiles(transfer))}
        onRefused={(why) => void addHandedIn(app, [], [{ path: "What was dropped", why }])}
      >
        Drop a folder, files or a zip here, or press to choose files
      </DropZone>
      <div className={styles.ways}>
        <Button ref={chooseFolder} onClick={() => folder.current?.click()}>
          Choose a folder
        </Button>
        <input
          ref={folder}
          type="file"
          hidden
          aria-label="Choose a folder"
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            currentTarget.value = "";
            if (files.length > 0) take(chosenFiles(files));
          }}
        />
        {!isEmpty && (
          <Button
            variant="link"
            onClick={() => {
              clearHandedIn(app);
              // The button goes with what was read.
              chooseFolder.current?.focus();
            }}
          >
            Begin anew
          </Button>
        )}
      </div>
    </div>
  );
}

/** How many files were read, and of those that were not, why not. */
function ReadWords({ notes }: { readonly notes: readonly string[] }) {
  const { handedIn, unread, reading, isNamed } = usePart(handedInStore, (state) => state);
  return (
    <div className={styles.read}>
      <p role="status">
        {reading > 0
          ? `Reading ${filesWords(reading)} …`
          : handedIn.length + unread.length > 0 &&
            `${filesWords(handedIn.length)} read${unread.length > 0 ? `, ${unread.length} not` : ""}.`}
      </p>
      {!isNamed && notes.length > 0 && (
        <p>Some files have the same name in them: show the names to read which.</p>
      )}
      {isNamed && notes.map((note) => <p key={note}>{note}</p>)}
      {unread.length > 0 && (
        <details open={unread.length <= FEW || undefined}>
          <summary>Not read: {filesWords(unread.length)}</summary>
          <ul className={styles.unread} aria-label="Files that were not read">
            {unread.map(({ path, why }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same file may be given twice, and none is taken away
              <li key={i}>
                <b>{path}</b> {why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const FEW = 5;

function filesWords(count: number): string {
  return count === 1 ? "1 file" : `${count} files`;
}

function Results({ answers }: { readonly answers: ClassAnswers }) {
  const app = useAppHandle();
  const isNamed = usePart(handedInStore, (state) => state.isNamed);
  const { students, results, questions } = answers;
  const nameOf = (student: Student) => (isNamed ? student.name : `student ${student.number}`);
  const save = () =>
    saveFile(
      new Blob([`\uFEFF${resultsCsv(students, nameOf, questions)}`], { type: "text/csv" }),
      "microfs-handed-in.csv",
    );
  return (
    <>
      <section className={styles.tools} aria-label="How it is shown">
        <p className={styles.count}>{students.length === 1 ? "1 student" : `${students.length} students`}</p>
        <Checkbox
          label="Hide the names"
          help="for the projector; a file that is saved then has none either"
          checked={!isNamed}
          onChange={(isHidden) => showNames(app, !isHidden)}
        />
        <Legend />
        <Button onClick={save}>Save as CSV</Button>
      </section>
      {results.unknown > 0 && (
        <p className={styles.kept}>
          {results.unknown === 1 ? "One answer names" : `${results.unknown} answers name`} what this version
          of the app does not ask, and {results.unknown === 1 ? "is" : "are"} not counted.
        </p>
      )}
      {results.questions.length > 0 && (
        <div className={styles.next}>
          <h2>What to look at next</h2>
          <p className={styles.kept}>
            First what most were sure of and wrong about. It counts what each student answered first, before
            the lesson told what is right.
          </p>
        </div>
      )}
      <ol className={styles.questions} aria-label="Questions">
        {results.questions.map((result) => (
          <QuestionRow
            key={`${result.lesson}/${result.question}`}
            result={result}
            lookup={questions.asked}
            nameOf={nameOf}
          />
        ))}
      </ol>
      <PracticeResults results={results.practice} nameOf={nameOf} />
    </>
  );
}

/** What a class does before there is anything to see. */
function HowToHandIn() {
  const hrefTo = usePageHref();
  return (
    <section className={styles.how} aria-label="How a class hands in">
      <section>
        <h2>Each student saves a file</h2>
        <p>
          In <a href={hrefTo(ALL_LESSONS)}>Learn</a>, “Hand in” writes what they answered and how sure they
          were, under a name or a code that they choose. They see all of it before.
        </p>
      </section>
      <section>
        <h2>You collect the files</h2>
        <p>By mail, on a stick, or with the course’s own system. A zip of all of them will do.</p>
      </section>
      <section>
        <h2>You drop them here</h2>
        <p>
          The page counts what was believed, and puts first what most were sure of and wrong about. Names are
          hidden until you show them.
        </p>
      </section>
    </section>
  );
}

function Legend() {
  return (
    <p className={styles.legend}>
      {(["certain", "fairly", "guessing"] as const).map((sure) => (
        <span key={sure} className={styles.legendEntry}>
          <span className={styles.swatch} data-sure={sure} aria-hidden /> {sure}
        </span>
      ))}
    </p>
  );
}

interface ClassAnswers extends Students {
  readonly results: ClassResults;
  readonly questions: LoadedQuestions;
}

/** What the class believes that has handed in. The lessons that it answered are loaded for it. */
function useClassResults(): Loaded<ClassAnswers> {
  const handedIn = usePart(handedInStore, (state) => state.handedIn);
  const people = useMemo(() => studentsOf(handedIn), [handedIn]);
  const answers = useMemo(() => handedIn.flatMap((one) => one.answers), [handedIn]);
  const questions = useLoaded(() => loadQuestions(answers), String(handedIn.length));
  const results = useMemo(
    () => (questions.kind === "loaded" ? classResults(people.students, questions.value.asked) : null),
    [people, questions],
  );
  if (questions.kind !== "loaded") return questions;
  if (results === null) return { kind: "loading" };
  return { kind: "loaded", value: { ...people, results, questions: questions.value } };
}
