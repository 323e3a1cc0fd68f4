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
  const edited = useEditedSlice(scene.slice);
  const { slice, settled } = edited;
  const moves = useMemo(() => movesOf(attributes.drag), [attributes.drag]);
  const isEditable = moves !== null;
  return (
    <div className={styles.timeline}>
      <SteppedTimeline
        slice={slice}
        isSettled={slice === settled}
        coordinate={at}
        onCoordinate={setAt}
        hasSteps={attributes.steps !== undefined}
        guess={scene.guess}
        showMinimap={false}
        moves={moves ?? USUAL_MOVES}
        onEdit={isEditable ? edited.onEdit : undefined}
        onEditCancel={edited.onEditCancel}
      />
      {isEditable && (
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

/** What can be moved; `null` where nothing can. */
function movesOf(drag: Directive["attributes"][string] | undefined): ReadonlySet<MoveKind> | null {
  if (drag === undefined) return null;
  return new Set(drag.split(/\s+/).flatMap((name) => DRAGGED[name] ?? []));
}
