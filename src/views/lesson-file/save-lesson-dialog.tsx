import { useState } from "react";
import { LESSON_LIMITS } from "../../learn/lesson-file/lesson-file";
import type { LessonProblem } from "../../learn/lesson-file/lesson-problem";
import { lessonFileName } from "../../learn/lesson-file/write-lesson-file";
import { say, WORDS } from "../../learn/words";
import { saveFile } from "../../state/export";
import { lessonOpenerStore } from "../../state/learn/lesson-file-opener";
import { toError } from "../../state/query";
import { useAppHandle } from "../../state/use-app";
import { Button } from "../../ui/controls/button";
import { TextArea, TextInput } from "../../ui/controls/text-input";
import { Dialog } from "../../ui/dialog";
import { formatNumber } from "../../ui/format-number";
import { type LabStep, labLessonFile, labStep } from "./lab-lesson-file";
import { Problems } from "./problems";
import { readInWorker } from "./read-in-worker";
import styles from "./save-lesson-dialog.module.css";

const { lab: words } = WORDS.own;

/** Saves the row that Train shows as a lesson; says what the file carries before it does. */
export function SaveLessonDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useAppHandle();
  // What is on the screen when it is opened: it does not change under who writes about it.
  const [step] = useState(() => labStep(app));
  return (
    <Dialog open onClose={onClose} title={WORDS.own.saveLesson} width="wide">
      {step === null ? <p>{words.nothing}</p> : <LessonForm step={step} onClose={onClose} />}
    </Dialog>
  );
}

function LessonForm({ step, onClose }: { readonly step: LabStep; readonly onClose: () => void }) {
  const app = useAppHandle();
  const [title, setTitle] = useState(step.title.slice(0, LESSON_LIMITS.title));
  const [author, setAuthor] = useState("");
  const [question, setQuestion] = useState(step.question);
  const [why, setWhy] = useState("");
  const [problems, setProblems] = useState<readonly LessonProblem[]>([]);
  const [status, setStatus] = useState<string | null>(null);
  const missing =
    title.trim() === "" ? words.titleMissing : question.trim() === "" ? words.questionMissing : null;
  const make = async (use: (file: string) => void) => {
    const file = labLessonFile(step, { title, author, question, why });
    try {
      // As whoever opens it will read it.
      const read = await readInWorker(file);
      setProblems(read.ok ? [] : read.problems);
      if (read.ok) use(file);
    } catch (error) {
      setStatus(toError(error).message);
    }
  };
  const name = lessonFileName(title);
  const save = () =>
    make((file) => {
      saveFile(new Blob([file], { type: "text/markdown" }), name);
      setStatus(say(words.saved, { name }));
    });
  const open = () =>
    make((file) => {
      onClose();
      app.part(lessonOpenerStore).setState({
        arrived: { name, size: file.length, text: async () => file },
      });
    });
  return (
    <div className={styles.form}>
      <p>{words.about}</p>
      <TextInput label={words.title} value={title} onChange={setTitle} />
      <TextInput label={words.author} help={words.authorHelp} value={author} onChange={setAuthor} />
      <TextInput label={words.asked} value={question} onChange={setQuestion} />
      <TextArea label={words.whyLabel} help={words.whyHelp} rows={3} value={why} onChange={setWhy} />
      <p className={styles.carries}>{carried(step)}</p>
      {problems.length > 0 && <Problems problems={problems} />}
      <div className={styles.ways}>
        <Button variant="primary" disabled={missing !== null} onClick={() => void save()}>
          {words.save}
        </Button>
        <Button disabled={missing !== null} onClick={() => void open()}>
          {words.open}
        </Button>
        <span role="status" className={styles.status}>
          {missing ?? status}
        </span>
      </div>
    </div>
  );
}

/** What of the data the file carries. */
function carried({ numRows, ofRows, entity }: LabStep): string {
  return say(numRows < ofRows ? words.carriesSome : words.carriesAll, {
    rows: formatNumber(numRows),
    all: formatNumber(ofRows),
    entity,
  });
}
