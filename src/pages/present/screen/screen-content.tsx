import { type CSSProperties, useMemo, useRef } from "react";
import type { Act } from "../../../present/frames";
import type { PreparedStep } from "../../../present/prepare-step";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { SentenceWords } from "../../../timeline/step-sentence";
import { sentence } from "../../../timeline/words/sentence";
import type { CurrentScreen } from "../use-plan";
import { PlainAnswers } from "./plain-answers";
import { QuestionText } from "./question-text";
import { Said } from "./said";
import styles from "./screen.module.css";
import { ScreenFoot } from "./screen-foot";
import { ScreenPicture } from "./screen-picture";
import { useScreenSize } from "./screen-size";

export interface ScreenContentProps {
  readonly screen: CurrentScreen;
  /** How many screens the plan has. */
  readonly total: number;
  /** Whether it is the page itself, with its heading, and heard when it changes; else it is a picture of that. By default it is. */
  readonly isPage?: boolean;
  /** Whether nothing in it moves or can be moved: for what is not on the screen yet. */
  readonly isStill?: boolean;
}

/**
 * What one screen of a plan shows: drawn for the class, and small for the speaker. It fills what it stands in, which must
 * have a width and a height, and everything in it is as large as that lets it be.
 */
export function ScreenContent({ screen, total, isPage = true }: ScreenContentProps) {
  const { frame, step } = screen;
  const box = useRef<HTMLDivElement>(null);
  const size = useScreenSize(box);
  const unit: CSSProperties & Record<"--u", string> = { "--u": `${size.scale}px` };
  return (
    <div ref={box} className={styles.screen} style={unit} data-act={frame.act.kind}>
      <div className={styles.page}>
        <Shown step={step} act={frame.act} scale={size.scale} width={size.width} isPage={isPage} />
        <ScreenFoot screen={screen} total={total} />
      </div>
    </div>
  );
}

interface ShownProps {
  readonly step: PreparedStep;
  readonly act: Act;
  readonly scale: number;
  readonly width: number;
  readonly isPage: boolean;
}

function Shown({ step, act, scale, width, isPage }: ShownProps) {
  const at = useMemo(() => coordinateOf(step, act), [step, act]);
  const fitKey = `${step.title} ${JSON.stringify(act)} ${width} ${scale}`;
  if (step.picture === null || at === null)
    return (
      <Said fitKey={fitKey} isHeard={isPage} isWordsAlone>
        {step.step.kind === "words" ? step.step.text : step.title}
      </Said>
    );
  const { slice } = step.picture;
  const isSaid = act.kind === "sentence";
  return (
    <>
      <Said fitKey={fitKey} isHeard={isPage}>
        {isSaid ? <SentenceWords parts={sentence(slice, at)} /> : <QuestionText step={step} />}
      </Said>
      <ScreenPicture slice={slice} origin={slice} at={at} scale={scale} />
      {!isSaid && <PlainAnswers step={step} revealed={act.kind === "reveal"} />}
    </>
  );
}

/** The step of the timeline that an act shows: of a question, the one that it is asked at, until it is answered. */
function coordinateOf({ picture, asked }: PreparedStep, act: Act): Coordinate | null {
  if (picture === null) return null;
  if (act.kind === "sentence") return { ...picture.at, phase: act.phase };
  return act.kind === "reveal" || asked === null ? picture.at : asked.at;
}
