import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type { PreparedStep } from "../../../../present/prepare-step";
import type { OpenPlan } from "../../../../state/present/plan-store";
import { initialWindow } from "../../../../timeline/picture/initial-window";
import { picture } from "../../../../timeline/picture/picture";
import { pictureSvg } from "../../../../timeline/static-svg/picture-svg";
import { sentence } from "../../../../timeline/words/sentence";
import { plainText } from "../../../../timeline/words/sentence-parts";
import { QuestionText } from "../../screen/question-text";
import { ExpectedAnswers } from "../expected-answers";
import { Notes } from "../notes/notes";
import styles from "./printed-notes.module.css";

type Opened = Pick<Extract<OpenPlan, { kind: "open" }>, "plan" | "steps">;

/** Pixels: on paper it is as wide as the text. */
const PICTURE_WIDTH = 680;

/** What prints the notes of a plan. */
export interface PrintedNotes {
  readonly print: () => void;
  /** What goes onto the paper while it is printed: render it anywhere. */
  readonly sheet: ReactNode;
}

/** The notes of all steps, for the paper: in the place of the page while they are printed. */
export function usePrintedNotes(open: Opened): PrintedNotes {
  const [isPrinting, setPrinting] = useState(false);
  const end = () => setPrinting(false);
  return {
    print: () => setPrinting(true),
    sheet: isPrinting && createPortal(<Sheet open={open} onPrinted={end} />, document.body),
  };
}

function Sheet({
  open: { plan, steps },
  onPrinted,
}: {
  readonly open: Opened;
  readonly onPrinted: () => void;
}) {
  const sheet = useRef<HTMLElement>(null);
  const latest = useRef(onPrinted);
  useEffect(() => {
    const root = document.documentElement;
    root.dataset.prints = "notes";
    let isWanted = true;
    const pictures = [...(sheet.current?.querySelectorAll("img") ?? [])];
    void Promise.allSettled(pictures.map((one) => one.decode())).then(() => {
      if (!isWanted) return;
      window.print();
      latest.current();
    });
    return () => {
      isWanted = false;
      delete root.dataset.prints;
    };
  }, []);
  const minutes = steps.reduce((sum, { step }) => sum + step.minutes, 0);
  return (
    <article ref={sheet} className={styles.sheet} data-printed-notes>
      <h1>{plan.title}</h1>
      <p className={styles.lead}>
        {steps.length} steps, {minutes} min
      </p>
      {steps.map((step, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a plan may have the same step twice, and its order is its identity
        <PrintedStep key={i} step={step} number={i + 1} />
      ))}
    </article>
  );
}

function PrintedStep({ step, number }: { readonly step: PreparedStep; readonly number: number }) {
  return (
    <section className={styles.step}>
      <h2>
        {number}. {step.title} <span>{step.step.minutes} min</span>
      </h2>
      {step.asked !== null && (
        <p className={styles.question}>
          <QuestionText step={step} />
        </p>
      )}
      {step.step.kind === "words" && <p className={styles.question}>{step.step.text}</p>}
      <PrintedPicture step={step} />
      <ExpectedAnswers step={step} />
      {step.step.notes !== undefined && <Notes step={step} />}
    </section>
  );
}

function PrintedPicture({ step }: { readonly step: PreparedStep }) {
  const drawn = useMemo(() => {
    if (step.picture === null) return null;
    const { slice, at } = step.picture;
    const title = plainText(sentence(slice, at));
    const made = picture(slice, at, initialWindow(slice, at.spineRow), { width: PICTURE_WIDTH });
    const { svg } = pictureSvg(made, { title, theme: "light" });
    return { title, url: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}` };
  }, [step]);
  if (drawn === null) return null;
  return <img className={styles.picture} src={drawn.url} alt={drawn.title} />;
}
