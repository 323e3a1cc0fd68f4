import { useMemo, useState } from "react";
import type { Directive } from "../../../learn/text/lesson-text";
import { type MoveKind, USUAL_MOVES } from "../../../timeline/interaction/interaction";
import { useEditedSlice } from "../../../timeline/interaction/use-edited-slice";
import { SteppedTimeline } from "../../../timeline/stepped-timeline";
import { OwnCopyLine } from "../../../views/own-copy/own-copy-line";
import type { DirectiveProps } from "../lesson/lesson-context";
import styles from "./lesson-timeline.module.css";
import { useScene } from "./shown-scene";

/** A living picture of one of the lesson's scenarios, or of the learner's answer to a question. */
export function LessonTimeline({ directive }: DirectiveProps) {
  const scene = useScene(directive);
  const { attributes } = directive;
  const [at, setAt] = useState(scene.at);
  const [isOriginalShown, setOriginalShown] = useState(false);
  const { slice, settled, edits, onEdit, onEditCancel, reset } = useEditedSlice(scene.slice);
  const moves = useMemo(() => movesOf(attributes.drag), [attributes.drag]);
  const isEditable = moves !== null;
  const shown = isOriginalShown ? scene.slice : slice;
  return (
    <div className={styles.timeline}>
      <SteppedTimeline
        slice={shown}
        isSettled={slice === settled}
        coordinate={at}
        onCoordinate={setAt}
        hasSteps={attributes.steps !== undefined}
        guess={scene.guess}
        showMinimap={false}
        moves={moves ?? USUAL_MOVES}
        onEdit={isEditable && !isOriginalShown ? onEdit : undefined}
        onEditCancel={onEditCancel}
      />
      {isEditable && (
        <OwnCopyLine
          changes={edits.length}
          isOriginalShown={isOriginalShown}
          onShowOriginal={setOriginalShown}
          onStartOver={() => {
            reset();
            setOriginalShown(false);
          }}
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

/** What can be moved; `null` where nothing can. */
function movesOf(drag: Directive["attributes"][string] | undefined): ReadonlySet<MoveKind> | null {
  if (drag === undefined) return null;
  return new Set(drag.split(/\s+/).flatMap((name) => DRAGGED[name] ?? []));
}
