import { type RefObject, useEffect, useMemo, useRef } from "react";
import type { EntitySlice } from "../../../microfs/core";
import type { Ballot } from "../../../present/ballot";
import type { Act } from "../../../present/frames";
import { votesOf } from "../../../present/plan";
import type { PreparedStep } from "../../../present/prepare-step";
import { tallyOf } from "../../../present/votes/tally";
import { editSlice } from "../../../scenario/edits/edit-slice";
import { sessionStore } from "../../../state/present/session-store";
import { cancelStepDraft, makeStepEdit, redoStepEdit, undoStepEdit } from "../../../state/present/step-edits";
import { NO_VOTES } from "../../../state/present/votes";
import { useAppHandle, usePart } from "../../../state/use-app";
import { keyAction } from "../../../terms/keymap";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { SentenceWords } from "../../../timeline/step-sentence";
import { plainText } from "../../../timeline/words/sentence-parts";
import { useScopeKeys } from "../../../ui/keys/key-scope";
import { QrCode, usePublicAddress } from "../../../views/qr/qr-code";
import { reachOf } from "../../../views/qr/reach";
import { ActionsPicture } from "../../../views/store-actions/actions-picture";
import type { CurrentScreen } from "../use-plan";
import { shownFlow, tellsBothVotes } from "../votes/shown-flow";
import { VoteAnswers } from "../votes/vote-answers";
import { VoteFlow } from "../votes/vote-flow";
import { isAgeAsked, letteredRows, ringedRow } from "./asked-rows";
import { closingPhase, closingSentence } from "./closing-sentence";
import codeStyles from "./link-code.module.css";
import { QuestionText, StoryText } from "./question-text";
import { Said } from "./said";
import styles from "./screen.module.css";
import { ScreenPicture } from "./screen-picture";
import type { ScreenStand } from "./screen-size";
import { usePlayedPhases } from "./use-played-phases";
import { WrittenRow } from "./written-row";

export interface ScreenActProps {
  readonly screen: CurrentScreen;
  readonly stand: ScreenStand;
  /** Is given what brings a reveal that is played to its end, and tells whether it was under way. */
  readonly finishPlay: RefObject<(() => boolean) | null>;
}

/** What is on the screen over its foot: a sentence or a question, the picture, and what can be answered or is written. */
export function ScreenAct({ screen, stand, finishPlay }: ScreenActProps) {
  const { step, frame, number } = screen;
  const { act } = frame;
  const { picture } = step;
  const app = useAppHandle();
  const isDragging = usePart(sessionStore, (session) => session.draftEdit !== null);
  const { first, second } = usePart(sessionStore, (session) => session.votes[frame.key]) ?? NO_VOTES;
  const isSentence = act.kind === "sentence";
  useScopeKeys((event) => {
    const action = keyAction("edits", event);
    if (action === null) return;
    event.preventDefault();
    if (action === "undo") undoStepEdit(app, frame.key);
    else redoStepEdit(app, frame.key);
  }, isSentence && !stand.isStill);
  const edited = useStepSlice(picture?.slice ?? null, frame.key);
  // What a class has changed is an answer to "what if?", and says nothing of the question before it.
  const slice = (isSentence ? edited : picture?.slice) ?? null;
  const shown = useMemo(() => coordinateOf(step, act), [step, act]);
  const isPlayed =
    act.kind === "reveal" && step.served === null && stand.isNext && !stand.isStill && movesAreWanted();
  const played = usePlayedPhases(slice, shown, isPlayed ? `reveal ${number}` : null);
  useEffect(() => {
    finishPlay.current = () => {
      if (played.isPlaying) played.finish();
      return played.isPlaying;
    };
  });
  const at = isPlayed ? played.at : shown;
  const written = useRef<HTMLElement>(null);
  const lettered = useMemo(() => letteredRows(step), [step]);
  const ringed = useMemo(() => ringedRow(step), [step]);
  const { sizeKey, isPage, isStill } = stand;
  if (act.kind === "story")
    return (
      <Said fitKey={`${number} ${sizeKey}`} isHeading={isPage}>
        <StoryText step={step} />
      </Said>
    );
  if (picture === null || slice === null || at === null)
    return (
      <>
        <Said fitKey={`${number} ${sizeKey}`} isHeading={isPage} below={step.problem}>
          {step.step.kind === "words" ? step.step.text : step.title}
        </Said>
        {step.step.kind === "words" && step.step.link !== undefined && (
          <LinkCode link={step.step.link} isStill={isStill} />
        )}
      </>
    );
  const flow = shownFlow(screen, { first, second });
  const isAnswered = act.kind === "reveal" && !played.isPlaying;
  const parts = isSentence ? closingSentence(step, slice, at) : null;
  const drawn = step.served ? (
    <div className={styles.picture}>
      <ActionsPicture
        slice={slice}
        served={step.served}
        tells={isSentence ? "trained" : act.kind === "reveal" ? "online" : "actions"}
        letters={lettered?.letters}
        scale={stand.scale}
      />
    </div>
  ) : (
    <ScreenPicture
      key={frame.step}
      slice={slice}
      given={picture}
      at={at}
      scale={stand.scale}
      {...(isSentence
        ? null
        : { lettered, guess: ringed, hidesTtlBand: act.kind !== "reveal" && isAgeAsked(step) })}
      {...(isSentence &&
        !isStill && {
          cell: () => written.current,
          onEdit: (edit, isFinal) => makeStepEdit(app, frame.key, edit, isFinal),
          onEditCancel: () => cancelStepDraft(app),
        })}
    />
  );
  return (
    <>
      <Said
        fitKey={`${parts === null ? frame.step : plainText(parts)} ${sizeKey}`}
        isHeading={isPage}
        isMoving={isDragging}
        hasPicture
      >
        {parts === null ? <QuestionText step={step} /> : <SentenceWords parts={parts} />}
      </Said>
      {flow === null ? (
        drawn
      ) : (
        <div className={styles.beside}>
          <VoteFlow step={step} flow={flow} isRevealed={isAnswered} />
          {drawn}
        </div>
      )}
      {isSentence && step.served === null && (
        <WrittenRow slice={slice} at={at} fitKey={sizeKey} written={written} />
      )}
      {!isSentence && step.asked !== null && flow === null && (
        <div className={styles.answers}>
          {/* It keeps its place, so that nothing moves when the vote is opened. */}
          {votesOf(step.step) > 0 && <p className={styles.call}>{callWords(act)}</p>}
          <VoteAnswers step={step} ballot={closedVote(act, first, second)} isRevealed={isAnswered} />
        </div>
      )}
    </>
  );
}

/** What the class is to do now; "" where it is to look. */
function callWords(act: Act): string {
  if (act.kind === "talk") return "Convince your neighbour.";
  if (act.kind !== "vote") return "";
  return act.round === 1 ? "Vote now." : "Vote again.";
}

/** The step of the timeline that an act shows: of a question, the one that it is asked at, until it is answered. */
function coordinateOf(step: PreparedStep, act: Act): Coordinate | null {
  const { picture, asked } = step;
  if (picture === null) return null;
  if (act.kind === "sentence") return { ...picture.at, phase: closingPhase(step, act.phase) };
  return act.kind === "reveal" || asked === null ? { ...picture.at, phase: "write_cell" } : asked.at;
}

function movesAreWanted(): boolean {
  return !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/**
 * The slice of a step as the class has changed it, and as a drag that is under way in any of its windows leaves it.
 *
 * @param given - `null` where there is none.
 * @param step - Its key.
 */
function useStepSlice(given: EntitySlice | null, step: string): EntitySlice | null {
  const edits = usePart(sessionStore, (session) => session.edits[step]);
  const draft = usePart(sessionStore, (session) => session.draftEdit);
  const settled = useMemo(
    () => (given === null || edits === undefined ? given : editSlice(given, edits)),
    [given, edits],
  );
  return useMemo(
    () => (settled === null || draft === null ? settled : editSlice(settled, [draft])),
    [settled, draft],
  );
}

/** A link to take home, as a code that phones read from their seats; as a text alone where no phone could open it. */
function LinkCode({ link, isStill }: { readonly link: string; readonly isStill: boolean }) {
  const href = `#${link}`;
  const address = usePublicAddress(href);
  // That no phone can open it is nothing to a class: whoever presents is told.
  if (reachOf(address) !== "any_machine")
    return <p className={codeStyles.link}>{isStill ? address : <a href={address}>{address}</a>}</p>;
  return (
    <div className={codeStyles.code}>
      <QrCode href={href} isLink={!isStill} />
    </div>
  );
}

/** The vote whose bars are shown: once it is closed, but not while neighbours talk. */
function closedVote(act: Act, first: Ballot | null, second: Ballot | null): Ballot | null {
  if (act.kind === "counted") return first;
  return tellsBothVotes(act) ? (tallyOf(second) === null ? first : second) : null;
}
