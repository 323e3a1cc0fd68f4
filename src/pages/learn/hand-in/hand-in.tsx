import { useState } from "react";
import { COURSE_WORDS } from "../../../learn/course";
import { type HandedIn, type HandedInAnswer, handedInOf } from "../../../learn/handed-in/handed-in";
import { type LoadedQuestions, loadQuestions } from "../../../learn/handed-in/load-questions";
import { LESSON_NAMES } from "../../../learn/lesson-names";
import { misconceptionOf } from "../../../learn/practice/misconceptions";
import type { Progress } from "../../../learn/progress";
import { BELIEF_NAMES } from "../../../learn/questions/beliefs";
import { say, WORDS } from "../../../learn/words";
import { showMessage } from "../../../state/app";
import { saveFile } from "../../../state/export";
import { learnStore } from "../../../state/learn/progress-store";
import { useAppHandle, usePart } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { TextInput } from "../../../ui/controls/text-input";
import { Dialog } from "../../../ui/dialog";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { inlinesText } from "../../../views/lesson-text/inlines-text";
import { optionWords } from "../../../views/lesson-text/option-words";
import { useLoaded } from "../../../views/take-home/use-loaded";
import styles from "./hand-in.module.css";

/** Lets a student save their answers as a file to hand in; nothing where nothing was answered. */
export function HandIn() {
  const progress = usePart(learnStore, (state) => state.progress);
  const [isOpen, setOpen] = useState(false);
  if (progress.answers.length === 0 && (progress.practice ?? []).length === 0) return null;
  return (
    <>
      <Button variant="link" onClick={() => setOpen(true)}>
        {WORDS.handIn.offer}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={WORDS.handIn.title} width="wide">
        <HandInForm progress={progress} onSaved={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

interface HandInFormProps {
  readonly progress: Progress;
  readonly onSaved: () => void;
}

/** The name, and what the file will say, before it is saved. */
function HandInForm({ progress, onSaved }: HandInFormProps) {
  const app = useAppHandle();
  const [name, setName] = useState("");
  const [isMissing, setMissing] = useState(false);
  const questions = useLoaded(() => loadQuestions(progress.answers));
  if (questions.kind === "loading") return <LoadingLine>{WORDS.lesson.loading}</LoadingLine>;
  if (questions.kind === "failed")
    return <p role="alert">{say(WORDS.handIn.failed, { reason: questions.error.message })}</p>;
  const { asked } = questions.value;
  const file = handedInOf(progress, {
    name,
    savedOn: dayOf(new Date()),
    beliefOf: (answer) => answer.belief ?? asked(answer)?.beliefs.get(answer.option) ?? null,
  });
  const text = JSON.stringify(file, null, 2);
  const save = () => {
    if (file.name === "") return setMissing(true);
    const fileName = say(WORDS.handIn.fileName, { name: slugOf(file.name) });
    saveFile(new Blob([text], { type: "application/json" }), fileName);
    showMessage(app, { text: say(WORDS.handIn.saved, { file: fileName }), isError: false });
    onSaved();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <p>{WORDS.handIn.lead}</p>
      <div className={styles.name}>
        <TextInput
          label={WORDS.handIn.name}
          help={WORDS.handIn.nameHelp}
          error={isMissing && file.name === "" && WORDS.handIn.noName}
          value={name}
          maxLength={60}
          onChange={setName}
        />
      </div>
      <section className={styles.says}>
        <h3>{WORDS.handIn.says}</h3>
        <p>{countWords(file)}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
        <section className={styles.scroller} aria-label={WORDS.handIn.says} tabIndex={0}>
          <AnswersTable file={file} questions={questions.value} />
        </section>
        <details>
          <summary>{WORDS.handIn.file}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
          <pre className={styles.raw} tabIndex={0}>
            {text}
          </pre>
        </details>
      </section>
      <Button variant="primary" type="submit">
        {WORDS.handIn.save}
      </Button>
    </form>
  );
}

interface AnswersTableProps {
  readonly file: HandedIn;
  readonly questions: LoadedQuestions;
}

function AnswersTable({ file, questions }: AnswersTableProps) {
  return (
    <table className={styles.answers}>
      <thead>
        <tr>
          <th scope="col">{WORDS.handIn.colLesson}</th>
          <th scope="col">{WORDS.handIn.colQuestion}</th>
          <th scope="col">{WORDS.handIn.colAnswer}</th>
          <th scope="col">{WORDS.handIn.colSure}</th>
        </tr>
      </thead>
      <tbody>
        {file.answers.map((answer, i) => {
          const asked = questions.asked(answer);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: an answer is never changed or moved
            <tr key={i}>
              <td>{lessonWords(answer.lesson)}</td>
              <td>{questionWords(answer, questions)}</td>
              <td>
                {(asked && optionWords(asked).get(answer.option)) ?? answer.option},{" "}
                <b>{answer.isRight ? WORDS.handIn.right : WORDS.handIn.wrong}</b>
              </td>
              <td>{sureWords(answer.sure)}</td>
            </tr>
          );
        })}
        {file.practice.map((answer, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an answer is never changed or moved
          <tr key={`practice ${i}`}>
            <td colSpan={2}>{say(WORDS.handIn.practiceRow, { topic: topicOf(answer.practised) })}</td>
            <td>
              <b>{answer.isRight ? WORDS.handIn.right : WORDS.handIn.wrong}</b>
            </td>
            <td>{sureWords(answer.sure)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function countWords({ answers, practice }: HandedIn): string {
  const count = answers.length;
  const right = practice.filter(({ isRight }) => isRight).length;
  const answered = count === 1 ? WORDS.handIn.countOne : say(WORDS.handIn.count, { count });
  const practised = say(WORDS.handIn.practised, { right, count: practice.length });
  // There is no sheet without the one and the other.
  if (practice.length === 0) return `${answered}.`;
  return count === 0 ? `${practised}.` : `${answered}. ${practised}.`;
}

function lessonWords(lesson: string): string {
  const name = LESSON_NAMES.find((one) => one === lesson);
  return name === undefined ? lesson : `${LESSON_NAMES.indexOf(name)} ${COURSE_WORDS[name].title}`;
}

function questionWords(answer: HandedInAnswer, { wordingOf }: LoadedQuestions): string {
  const { at, variant } = answer;
  const wording = wordingOf(answer);
  // A question of another version of the app has no words here.
  if (wording === null) return answer.question;
  const { lesson, label, number } = wording;
  const question = label === null ? say(WORDS.handIn.question, { number }) : inlinesText(lesson, label);
  if (at === "lesson") return variant === 0 ? question : say(WORDS.handIn.form, { question });
  return say(variant === 0 ? WORDS.handIn.inReview : WORDS.handIn.formInReview, { question });
}

/** Of what practice asked about. */
function topicOf(practised: string): string {
  const belief = BELIEF_NAMES.find((one) => one === practised);
  return belief === undefined ? practised : WORDS.practice.misconceptions[misconceptionOf(belief)].topic;
}

function sureWords(sure: HandedInAnswer["sure"]): string {
  return sure === null ? WORDS.handIn.notAsked : WORDS.predict[sure];
}

/** The day where the student is, as `2026-11-28`. */
function dayOf(date: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** A name as a part of the name of a file, on any system. */
function slugOf(name: string): string {
  const slug = name
    .toLocaleLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return slug === "" ? "mine" : slug;
}
