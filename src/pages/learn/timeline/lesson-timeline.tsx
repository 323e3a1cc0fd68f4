import { useMemo, useState } from "react";
import type { MoveKind } from "../../../timeline/interaction/interaction";
import { useEditedSlice } from "../../../timeline/interaction/use-edited-slice";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { SteppedTimeline } from "../../../timeline/stepped-timeline";
import { OwnCopyLine } from "../../../views/own-copy/own-copy-line";
import type { DirectiveProps } from "../lesson/lesson-context";
import { AnswerFeedback } from "../predict/answer-feedback";
import { isDecidedAt } from "../predict/deciding-step";
import { AddRows } from "./add-rows";
import { ADDED_KINDS } from "./added-row";
import { CutoffTables } from "./cutoff-tables";
import styles from "./lesson-timeline.module.css";
import { PhasePictures } from "./phase-pictures";
import { RowWindows } from "./row-windows";
import { useShownScenario } from "./shown-scenario";

/** A living picture of one of the lesson's scenarios, or of the learner's answer to a question. */
export function LessonTimeline({ directive }: DirectiveProps) {
  const { drag, flip, add, windows, cutoff, steps, quiet, phases } = directive.attributes;
  const shown = useShownScenario(directive);
  const [at, setCoordinate] = useState(shown.at);
  const [isSeen, setSeen] = useState(false);
  const edited = useEditedSlice(shown.slice);
  const { slice, settled, onEdit, onEditCancel } = edited;
  const moves = useMemo(() => movesOf(drag), [drag]);
  const edits = useMemo(() => [...shown.edits, ...edited.edits], [shown.edits, edited.edits]);
  const isChangeable = moves.size > 0 || flip !== undefined || add !== undefined;
  const { asked, answer } = shown;
  // What was answered of one row says nothing of another.
  const isOfAsked = asked !== null && at.spineRow === asked.at.spineRow;
  const guess = useMemo(
    () =>
      isOfAsked || shown.guess === null
        ? shown.guess
        : { ...shown.guess, row: null, isAnswered: false, keepsRoom: true },
    [isOfAsked, shown.guess],
  );
  const setAt = (to: Coordinate) => {
    setCoordinate(to);
    if (asked !== null && answer !== null && isDecidedAt(asked, answer.option, to)) setSeen(true);
  };
  const picture = { slice, guess, moves, onEdit: isChangeable ? onEdit : undefined, onEditCancel };
  if (phases !== undefined) return <PhasePictures slice={slice} at={at} />;
  return (
    <div className={styles.timeline}>
      {cutoff !== undefined ? (
        <CutoffTables slice={slice} at={at} guess={guess} />
      ) : windows !== undefined ? (
        <RowWindows {...picture} origin={shown.slice} at={at} />
      ) : (
        <SteppedTimeline
          {...picture}
          isSettled={slice === settled}
          coordinate={at}
          onCoordinate={setAt}
          hasSteps={steps !== undefined}
          hasSentence={quiet === undefined}
          flips={flip !== undefined}
          showMinimap={false}
          numbersRows={false}
          tellsNoTtl={false}
          isAmongOthers
        />
      )}
      {add !== undefined && (
        <AddRows
          slice={slice}
          scenario={shown.scenario}
          edits={edits}
          at={at}
          kinds={ADDED_KINDS.filter((kind) => wordsOf(add).includes(kind))}
          onAdd={onEdit && ((edit) => onEdit(edit, true))}
        />
      )}
      {steps !== undefined && isOfAsked && answer !== null && (
        <AnswerFeedback
          asked={asked}
          answer={answer}
          onStep={setAt}
          isHeld={!isSeen && !isDecidedAt(asked, answer.option, shown.at)}
        />
      )}
      {isChangeable && (
        <OwnCopyLine
          changes={edited.changes}
          isOriginalShown={edited.isOriginalShown}
          onShowOriginal={edited.showOriginal}
          onStartOver={edited.reset}
        />
      )}
    </div>
  );
}

/** What a lesson calls the things that can be dragged. */
const DRAGGED: Readonly<Record<string, MoveKind>> = {
  prediction: "spine_row",
  rows: "row",
  ttl: "ttl",
  delay: "delay",
  created: "created",
};

function movesOf(drag: string | undefined): ReadonlySet<MoveKind> {
  return new Set(wordsOf(drag ?? "").flatMap((name) => DRAGGED[name] ?? []));
}

/** An attribute that lists several. */
function wordsOf(attribute: string): string[] {
  return attribute.split(/\s+/).filter((word) => word !== "");
}
