import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type { PreparedStep } from "../../../../present/prepare-step";
import type { OpenPlan } from "../../../../state/present/plan-store";
import { PICTURE_FACES } from "../../../../timeline/static-svg/picture-sheet";
import { pictureSvg } from "../../../../timeline/static-svg/picture-svg";
import { svgUrl } from "../../../../timeline/static-svg/svg-url";
import { sentence } from "../../../../timeline/words/sentence";
import { plainText } from "../../../../timeline/words/sentence-parts";
import { ActionsPicture } from "../../../../views/store-actions/actions-picture";
import { embeddedFaces } from "../../../../views/train/picture-export/embed-fonts";
import { drawnStep } from "../../screen/drawn-step";
import { QuestionText, StoryText } from "../../screen/question-text";
import { ExpectedAnswers } from "../expected-answers";
import { Notes } from "../notes/notes";
import styles from "./printed-notes.module.css";

type Opened = Pick<Extract<OpenPlan, { kind: "open" }>, "plan" | "steps">;

/** Pixels: on paper it is as wide as the text. */
const PICTURE_WIDTH = 680;
/** How large actions on a store are drawn: what is read in a hall at 16 pixels is 10 here. */
const ACTIONS_SCALE = 0.62;

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

interface SheetProps {
  readonly open: Opened;
  readonly onPrinted: () => void;
}

/** The faces of the pictures, as rules that hold them: a picture that is not part of the page has none of the page's. */
const FacesContext = createContext("");

function Sheet({ open: { plan, steps }, onPrinted }: SheetProps) {
  const sheet = useRef<HTMLElement>(null);
  const latest = useRef(onPrinted);
  const [faces, setFaces] = useState<string | null>(null);
  useEffect(() => {
    latest.current = onPrinted;
  });
  useEffect(() => {
    let isWanted = true;
    void embeddedFaces(PICTURE_FACES, document.styleSheets).then((given) => isWanted && setFaces(given));
    return () => {
      isWanted = false;
    };
  }, []);
  useEffect(() => {
    if (faces === null) return;
    const root = document.documentElement;
    root.dataset.prints = "notes";
    let isWanted = true;
    const pictures = [...(sheet.current?.querySelectorAll("img") ?? [])];
    // A picture that is not decoded yet would be a blank on the paper.
    void Promise.allSettled(pictures.map((one) => one.decode())).then(() => {
      if (!isWanted) return;
      window.print();
      latest.current();
    });
    return () => {
      isWanted = false;
      delete root.dataset.prints;
    };
  }, [faces]);
  if (faces === null) return null;
  const minutes = steps.reduce((sum, { step }) => sum + step.minutes, 0);
  return (
    <article ref={sheet} className={styles.sheet} data-printed-notes>
      <h1>{plan.title}</h1>
      <p className={styles.lead}>
        {steps.length} steps, {minutes} min
      </p>
      <FacesContext value={faces}>
        {steps.map((step, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a plan may have the same step twice, and its order is its identity
          <PrintedStep key={i} step={step} number={i + 1} />
        ))}
      </FacesContext>
    </article>
  );
}

function PrintedStep({ step, number }: { readonly step: PreparedStep; readonly number: number }) {
  return (
    <section className={styles.step}>
      <h2>
        {number}. {step.title} <span>{step.step.minutes} min</span>
      </h2>
      {step.story !== null && (
        <p>
          <StoryText step={step} />
        </p>
      )}
      {step.asked !== null && (
        <p className={styles.question}>
          <QuestionText step={step} />
        </p>
      )}
      {step.step.kind === "words" && <p className={styles.question}>{step.step.text}</p>}
      {step.problem !== null && <p>{step.problem}</p>}
      <PrintedPicture step={step} />
      <ExpectedAnswers step={step} />
      {step.step.notes !== undefined && <Notes step={step} />}
    </section>
  );
}

function PrintedPicture({ step }: { readonly step: PreparedStep }) {
  const faces = useContext(FacesContext);
  const drawn = useMemo(() => {
    if (step.picture === null || step.served !== null) return null;
    const { slice, at } = step.picture;
    const title = plainText(sentence(slice, at));
    const { svg } = pictureSvg(drawnStep(step.picture, PICTURE_WIDTH), { title, theme: "light", faces });
    return { title, url: svgUrl(svg) };
  }, [step, faces]);
  if (step.picture !== null && step.served !== null)
    return (
      <div className={styles.actions}>
        <ActionsPicture
          slice={step.picture.slice}
          served={step.served}
          tells="trained"
          scale={ACTIONS_SCALE}
        />
      </div>
    );
  if (drawn === null) return null;
  return <img className={styles.picture} src={drawn.url} alt={drawn.title} />;
}
