import { useEffect, useRef, useState } from "react";
import { loadBeliefTexts } from "../../../learn/load-lesson";
import type { Answer } from "../../../learn/progress";
import type { Asked } from "../../../learn/questions/ask";
import { say, WORDS } from "../../../learn/words";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { StepSentence } from "../../../timeline/step-sentence";
import { sentence } from "../../../timeline/words/sentence";
import { plainText } from "../../../timeline/words/sentence-parts";
import { unbroken } from "../../../timeline/words/unbroken";
import { Button } from "../../../ui/controls/button";
import { AnswerContext, Inlines } from "../../../views/lesson-text/inlines";
import { optionWords } from "../../../views/lesson-text/option-words";
import { useLoaded } from "../../../views/take-home/use-loaded";
import { useIsOwnLesson } from "../lesson/lesson-context";
import styles from "./answer-feedback.module.css";
import { decidedWords } from "./decided-words";
import { decidingStep } from "./deciding-step";
import { QuestionPicture } from "./question-picture";

export interface AnswerFeedbackProps {
  readonly asked: Asked;
  readonly answer: Pick<Answer, "option" | "confidence">;
  /** Shows a step in the picture beside it; without it the step is shown here, in a picture of its own. */
  readonly onStep?: (at: Coordinate) => void;
  /** Whether it comes in the place of what had the focus. */
  readonly takesFocus?: boolean;
  /** Whether the reader has yet to come to the step that decides: until then only what was answered is said. */
  readonly isHeld?: boolean;
  /** What is said to whoever was certain and wrong: in a lesson, that this question comes back. */
  readonly comesBack?: string;
}

/** How long the step before the one that decides is seen, milliseconds. */
const BEFORE_MS = 700;

/** What the learner answered, what is so, and why: of a wrong answer what it stands for, and the step that decided. */
export function AnswerFeedback(props: AnswerFeedbackProps) {
  const { asked, answer, onStep, takesFocus = false, isHeld = false } = props;
  const certain = useIsOwnLesson() ? WORDS.own.certain : WORDS.predict.comesBack;
  const { comesBack = certain } = props;
  const box = useRef<HTMLDivElement>(null);
  const section = useRef<HTMLElement>(null);
  const [replayed, setReplayed] = useState<Coordinate | null>(null);
  const isRight = answer.option === asked.right;
  const step = decidingStep(asked, answer.option);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const texts = useLoaded(loadBeliefTexts);
  if (texts.kind === "failed") throw texts.error;
  const isWhole = texts.kind === "loaded";
  useEffect(() => {
    if (takesFocus) box.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  useEffect(() => {
    // Once all of it is there: the picture above it can be as high as the screen.
    if (takesFocus && isWhole) section.current?.scrollIntoView?.({ block: "nearest" });
  }, [takesFocus, isWhole]);
  const show = (at: Coordinate) => {
    setReplayed(at);
    onStep?.(at);
  };
  const replay = () => {
    if (step === null) return;
    clearTimeout(timer.current);
    show(step.before);
    timer.current = setTimeout(() => show(step.at), BEFORE_MS);
  };
  return (
    <section ref={section} className={styles.feedback}>
      <div ref={box} tabIndex={-1} className={styles.said} aria-live="polite">
        {isHeld ? (
          <>
            <h3 className={styles.lead}>{tookWords(asked, answer.option)}</h3>
            <p className={styles.held}>{WORDS.predict.stepThrough}</p>
          </>
        ) : (
          <>
            <h3 className={styles.lead}>{leadOf(asked, answer.option)}</h3>
            {isRight ? (
              <Decided asked={asked} at={step?.at ?? null} />
            ) : (
              <>
                {isWhole && <Belief asked={asked} option={answer.option} texts={texts.value} />}
                <SaidStep asked={asked} option={answer.option} />
              </>
            )}
            <Because asked={asked} />
            {!isRight && answer.confidence === "certain" && <p className={styles.held}>{comesBack}</p>}
          </>
        )}
      </div>
      {(isHeld || !isRight) && step !== null && (
        <Button onClick={replay}>
          {replayed === null ? WORDS.predict.showStep : WORDS.predict.showAgain}
        </Button>
      )}
      {replayed !== null && onStep === undefined && (
        <>
          <StepSentence parts={sentence(asked.slice, replayed)} linesNarrow={4} />
          <QuestionPicture asked={asked} coordinate={replayed} option={answer.option} isAnswered />
        </>
      )}
    </section>
  );
}

/** What decided, where a row was asked for: of a step that was asked for, the picture says it. */
function Decided({ asked, at }: { readonly asked: Asked; readonly at: Coordinate | null }) {
  if (at === null || asked.question.kind !== "row") return null;
  return <p className={styles.why}>{unbroken(stepText(asked, at))}</p>;
}

/** Why the right answer is right, whatever was answered, where no step says it. */
function Because({ asked }: { readonly asked: Asked }) {
  const said = decidedWords(asked);
  return said === null ? null : <p className={styles.why}>{unbroken(said)}</p>;
}

/** What happens at a step, without the words that say where we are: the picture does. */
function stepText({ slice }: Asked, at: Coordinate): string {
  return plainText(sentence(slice, at).slice(2));
}

/** What a wrong answer stands for, said of the learner's own. */
function Belief({
  asked,
  option,
  texts,
}: {
  readonly asked: Asked;
  readonly option: string;
  readonly texts: BeliefTexts;
}) {
  const belief = asked.beliefs.get(option);
  const blocks = belief === undefined ? [] : (texts.get(belief) ?? []);
  return (
    <AnswerContext value={{ asked, option }}>
      {blocks.map((block, i) =>
        block.kind === "paragraph" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text does not change
          <p key={i} className={styles.why}>
            <Inlines inlines={block.inlines} />
          </p>
        ) : null,
      )}
    </AnswerContext>
  );
}

type BeliefTexts = Awaited<ReturnType<typeof loadBeliefTexts>>;

/** What the step does that was said to have decided, and has not. */
function SaidStep({ asked, option }: { readonly asked: Asked; readonly option: string }) {
  const said = asked.options.find(({ id }) => id === option);
  if (said?.kind !== "phase") return null;
  const step = optionWords(asked).get(option) ?? "";
  const text = stepText(asked, { ...asked.at, phase: said.phase });
  return <p>{unbroken(say(WORDS.predict.saidStep, { step, sentence: text }))}</p>;
}

function tookWords(asked: Asked, option: string): string {
  if (option === "none") return WORDS.predict.tookNone;
  return say(WORDS.predict.took, { yours: optionWords(asked).get(option) ?? "" });
}

/** What was answered, and what is so, in a sentence or two. */
export function leadOf(asked: Asked, option: string): string {
  const words = optionWords(asked);
  const values = { yours: words.get(option) ?? "", right: words.get(asked.right) ?? "" };
  return say(leadWords(asked, option), values);
}

function leadWords({ question, right }: Asked, option: string): string {
  const { predict } = WORDS;
  const isRight = option === right;
  switch (question.kind) {
    case "row":
      if (option === "none") return isRight ? predict.noneRight : predict.noneWrong;
      if (isRight) return predict.tookRight;
      return right === "none" ? predict.tookNothing : predict.tookWrong;
    case "rule":
      return isRight ? predict.stepRight : predict.stepWrong;
    case "rows":
      return isRight ? predict.countRight : predict.countWrong;
    case "feature":
      return isRight ? predict.leaksRight : predict.leaksWrong;
    case "served":
      return isRight ? predict.servedRight : predict.servedWrong;
  }
}
