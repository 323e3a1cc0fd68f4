import { type RefObject, useEffect, useMemo, useRef } from "react";
import { classAnswers } from "../../../present/answers";
import type { PreparedStep } from "../../../present/prepare-step";
import { type StepVotes, sessionStore } from "../../../state/present/session-store";
import { cancelStepDraft, makeStepEdit } from "../../../state/present/step-edits";
import { useAppHandle, usePart } from "../../../state/use-app";
import type { LetteredRows } from "../../../timeline/picture/picture-types";
import { type Coordinate, phasesAt } from "../../../timeline/step/coordinate";
import { SentenceWords } from "../../../timeline/step-sentence";
import { sentence } from "../../../timeline/words/sentence";
import type { CurrentScreen } from "../use-plan";
import { VoteAnswers } from "../votes/vote-answers";
import { VoteFlow } from "../votes/vote-flow";
import { QuestionText } from "./question-text";
import { Said } from "./said";
import styles from "./screen.module.css";
import type { ScreenStand } from "./screen-content";
import { ScreenPicture } from "./screen-picture";
import { usePlayedPhases } from "./use-played-phases";
import { useStepSlice } from "./use-step-slice";
import { WrittenRow } from "./written-row";

export interface ScreenActProps {
  readonly screen: CurrentScreen;
  readonly stand: ScreenStand;
  /** Is given what brings a reveal that is played to its end, and tells whether it was under way. */
  readonly finishPlay: RefObject<(() => boolean) | null>;
}

/** What is on the screen over its foot: a sentence or a question, the picture, and what can be answered or is written. */
export function ScreenAct({ screen, stand, finishPlay }: ScreenActProps) {
  const { step, frame } = screen;
  const { picture } = step;
  if (picture === null || frame.act.kind === "words")
    return (
      <Said fitKey={`${step.title} ${stand.sizeKey}`} isHeading={stand.isPage} isWordsAlone>
        {step.problem ?? (step.step.kind === "words" ? step.step.text : step.title)}
      </Said>
    );
  if (frame.act.kind === "sentence")
    return (
      <SentenceAct
        screen={screen}
        stand={stand}
        picture={picture}
        at={{ ...picture.at, phase: frame.act.phase }}
      />
    );
  return <QuestionAct screen={screen} stand={stand} picture={picture} finishPlay={finishPlay} />;
}

interface PictureActProps extends Pick<ScreenActProps, "screen" | "stand"> {
  readonly picture: NonNullable<PreparedStep["picture"]>;
}

/** A step of the timeline, and the row that it writes. What can be moved, can be moved: "what if?" */
function SentenceAct({
  screen,
  stand,
  picture,
  at: { spineRow, join, phase, together },
}: PictureActProps & { readonly at: Coordinate }) {
  const app = useAppHandle();
  const { isStill, isPage, scale, sizeKey } = stand;
  const { step } = screen.frame;
  const slice = useStepSlice(picture.slice, step);
  const isDragging = usePart(sessionStore, (session) => session.draftEdit !== null);
  const written = useRef<HTMLTableCellElement>(null);
  const at = useMemo(
    (): Coordinate => ({ spineRow, join, phase, ...(together && { together }) }),
    [spineRow, join, phase, together],
  );
  const parts = sentence(slice, at, picture.column ?? undefined);
  return (
    <>
      <Said
        fitKey={`${JSON.stringify(parts.map((part) => part.text))} ${sizeKey}`}
        isHeading={isPage}
        isMoving={isDragging}
      >
        <SentenceWords parts={parts} />
      </Said>
      <ScreenPicture
        slice={slice}
        origin={picture.slice}
        at={at}
        chosenWindow={picture.window}
        column={picture.column}
        scale={scale}
        {...(!isStill && {
          cell: () => written.current,
          onEdit: (edit, isFinal) => makeStepEdit(app, step, edit, isFinal),
          onEditCancel: () => cancelStepDraft(app),
        })}
      />
      <WrittenRow slice={slice} at={at} fitKey={sizeKey} written={written} />
    </>
  );
}

const NO_VOTES: StepVotes = { first: null, second: null };

/** A question, until its sentence: nothing is judged before it is revealed. */
function QuestionAct({
  screen,
  stand,
  picture,
  finishPlay,
}: PictureActProps & Pick<ScreenActProps, "finishPlay">) {
  const { step, frame, number } = screen;
  const { act } = frame;
  const { asked } = step;
  const { first, second } = usePart(sessionStore, (session) => session.votes[frame.step]) ?? NO_VOTES;
  const isRevealed = act.kind === "reveal" || act.kind === "both_votes";
  const isPlayed = act.kind === "reveal" && stand.isNext && !stand.isStill && movesAreWanted();
  const end = useMemo((): Coordinate => ({ ...picture.at, phase: "write_cell" }), [picture]);
  const played = usePlayedPhases(picture.slice, end, isPlayed ? `reveal ${number}` : null);
  useEffect(() => {
    finishPlay.current = () => {
      if (played.isPlaying) played.finish();
      return played.isPlaying;
    };
    return () => {
      finishPlay.current = null;
    };
  });
  const lettered = useMemo(() => letteredRows(step), [step]);
  const at = !isRevealed ? (asked?.at ?? end) : act.kind === "reveal" ? played.at : end;
  const drawn = (
    <ScreenPicture
      slice={picture.slice}
      origin={picture.slice}
      at={at}
      chosenWindow={picture.window}
      column={picture.column}
      scale={stand.scale}
      lettered={lettered}
      hidesTtlBand={!isRevealed && isAgeAsked(step)}
    />
  );
  return (
    <>
      <Said fitKey={`${step.title} ${act.kind === "talk"} ${stand.sizeKey}`} isHeading={stand.isPage}>
        <QuestionText step={step} />
      </Said>
      {act.kind === "both_votes" ? (
        <div className={styles.beside}>
          <VoteFlow step={step} first={first} second={second} />
          {drawn}
        </div>
      ) : (
        drawn
      )}
      {asked !== null && act.kind !== "both_votes" && (
        <div className={styles.answers}>
          {act.kind === "talk" && <p className={styles.talk}>Convince your neighbour.</p>}
          <VoteAnswers
            step={step}
            ballot={act.kind === "counted" ? first : null}
            isRevealed={act.kind === "reveal" && !played.isPlaying}
          />
        </div>
      )}
    </>
  );
}

/** The letters of the answers that are rows. */
function letteredRows({ asked }: PreparedStep): LetteredRows | undefined {
  if (asked === null) return undefined;
  const letters = classAnswers(asked).flatMap(({ letter, option }) =>
    option.kind === "row" ? [[option.row, letter] as const] : [],
  );
  return letters.length === 0 ? undefined : { join: asked.at.join, letters: new Map(letters) };
}

/** Whether the class is to say what the TTL rules out, too: then the picture does not. */
function isAgeAsked({ asked }: PreparedStep): boolean {
  if (asked === null || !asked.options.some(({ kind }) => kind === "row")) return false;
  const phases = phasesAt(asked.slice, asked.at);
  return phases.indexOf(asked.at.phase) < phases.indexOf("rule_out_expired");
}

function movesAreWanted(): boolean {
  return !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
