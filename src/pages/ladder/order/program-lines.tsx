import type { KeyboardEvent, PointerEvent, Ref } from "react";
import type { LineId } from "../../../ladder/programs/line-parts";
import { lineOf } from "../../../ladder/programs/places";
import type { Arrangement, LadderProgram, PlacedLine } from "../../../ladder/programs/program";
import { Grip } from "./grip";
import type { LineDrag } from "./line-drag";
import { LineGuides } from "./line-guides";
import styles from "./lines.module.css";
import type { Place } from "./place";

export interface ProgramLinesProps {
  readonly program: LadderProgram;
  readonly arrangement: Arrangement;
  /** The line that would be taken in next, and where it would go: no place where it takes another's, or none is left. */
  readonly nextLine: LineId | null;
  readonly nextPlace: Place | null;
  /** Whether that is a line that the reader looks at or drags, and not only one that is missing. */
  readonly isLookedAt: boolean;
  /** The line whose place it would take. */
  readonly replaced: LineId | null;
  /** Whether wrong lines say what they do. */
  readonly isTold: boolean;
  /** The one that Tab leads to. */
  readonly stop: LineId | null;
  /** A line that is being dragged, from wherever. */
  readonly dragging: (LineDrag & { readonly kind: "dragging" }) | null;
  readonly list: Ref<HTMLOListElement>;
  readonly onPress: (id: LineId) => void;
  readonly onFocus: (id: LineId) => void;
  readonly onKeyDown: (event: KeyboardEvent, id: LineId) => void;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>, id: LineId) => void;
}

/** The program as it stands. Lines that hold the others together stay where they are. */
export function ProgramLines(props: ProgramLinesProps) {
  const { arrangement, nextPlace, list } = props;
  return (
    <ol ref={list} className={styles.program} data-side="program" aria-label="Your program">
      {arrangement.map((line, gap) => (
        <ProgramLine key={line.id} {...props} line={line} gap={gap} />
      ))}
      {nextPlace?.gap === arrangement.length && <NextPlace {...props} />}
      <li className={styles.end} aria-hidden data-gap {...dropOf(props, arrangement.length)} />
    </ol>
  );
}

function ProgramLine({ line, gap, ...props }: ProgramLinesProps & { line: PlacedLine; gap: number }) {
  const { program, nextPlace, isTold, stop, dragging, replaced } = props;
  const { id, indent } = line;
  const { text, does, fixed } = lineOf(program, id);
  const isWrong = isTold && does !== null;
  const content = (
    <>
      <Grip isHidden={fixed} />
      <LineGuides steps={indent} />
      <span className={styles.content}>
        <code className={styles.text}>{text}</code>
        {isWrong && <span className={styles.does}>{does}</span>}
      </span>
    </>
  );
  return (
    <>
      {nextPlace?.gap === gap && <NextPlace {...props} />}
      <li
        className={styles.line}
        data-gap
        data-wrong={isWrong || undefined}
        data-replaced={replaced === id || undefined}
        {...dropOf(props, gap)}
      >
        {fixed ? (
          <div className={styles.fixed}>{content}</div>
        ) : (
          <button
            type="button"
            className={styles.take}
            data-line={id}
            data-dragged={(dragging?.source === "program" && dragging.id === id) || undefined}
            tabIndex={id === stop ? 0 : -1}
            title="Press it to put it back, drag it to move it"
            onClick={() => props.onPress(id)}
            onFocus={() => props.onFocus(id)}
            onKeyDown={(event) => props.onKeyDown(event, id)}
            onPointerDown={(event) => props.onPointerDown(event, id)}
          >
            {content}
          </button>
        )}
      </li>
    </>
  );
}

/** Whether a dragged line may be dropped over a line, and would be now. */
function dropOf({ dragging }: Pick<ProgramLinesProps, "dragging">, gap: number) {
  if (dragging === null || dragging.places.every((place) => place.gap !== gap)) return {};
  const { target } = dragging;
  const isTarget = target.kind === "place" && target.place.gap === gap;
  return { "data-drop": isTarget ? "here" : "offered" };
}

type NextPlaceProps = Pick<
  ProgramLinesProps,
  "program" | "dragging" | "nextPlace" | "nextLine" | "isLookedAt"
>;

/** Where the line that is looked at would go, kept open. */
function NextPlace({ program, dragging, nextPlace, nextLine, isLookedAt }: NextPlaceProps) {
  const indent = nextLine === null ? 0 : lineOf(program, nextLine).indent;
  const isTarget = dragging?.target.kind === "place" && dragging.target.place.gap === nextPlace?.gap;
  return (
    <li className={styles.nextPlace} aria-hidden data-next-place data-drop={isTarget ? "here" : undefined}>
      <Grip isHidden />
      <LineGuides steps={indent} />
      <span className={styles.nextWords}>{isLookedAt ? "it goes here" : "a line is missing here"}</span>
    </li>
  );
}

export interface DraggedLineProps {
  readonly program: LadderProgram;
  readonly drag: LineDrag & { readonly kind: "dragging" };
}

/** The line under the pointer, and what letting go would do with it where that is not seen in the program. */
export function DraggedLine({ program, drag: { id, at, target } }: DraggedLineProps) {
  return (
    <div
      className={styles.carried}
      aria-hidden
      data-target={target.kind}
      style={{ left: at.x - window.scrollX, top: at.y - window.scrollY }}
    >
      <code className={styles.text}>{lineOf(program, id).text}</code>
      {target.kind === "out" && <span className={styles.there}>puts it back</span>}
    </div>
  );
}
