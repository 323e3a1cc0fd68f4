import { type KeyboardEvent, type PointerEvent, type Ref, useId } from "react";
import type { LineId } from "../../../ladder/programs/line-parts";
import { lineOf } from "../../../ladder/programs/places";
import type { Arrangement, LadderProgram, PlacedLine } from "../../../ladder/programs/program";
import { Grip } from "./choice-list";
import type { DragTarget } from "./line-drag";
import styles from "./lines.module.css";
import type { Place } from "./place";

export interface ProgramLinesProps {
  readonly program: LadderProgram;
  readonly arrangement: Arrangement;
  /** Where the line that is looked at, or the next one, would go; `null` where it takes another's place, or none is left. */
  readonly next: Place | null;
  readonly nextLine: LineId | null;
  /** The line whose place it would take. */
  readonly replaced: LineId | null;
  /** Whether wrong lines say what they do. */
  readonly isTold: boolean;
  readonly stop: LineId | null;
  /** The line being dragged, where it may go, and where it is. */
  readonly dragged: LineId | null;
  readonly offered: readonly Place[];
  readonly target: DragTarget | null;
  readonly list: Ref<HTMLOListElement>;
  readonly onPress: (id: LineId) => void;
  readonly onFocus: (id: LineId) => void;
  readonly onKeyDown: (event: KeyboardEvent, id: LineId) => void;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>, id: LineId) => void;
}

/** The program as it stands. Lines that hold the others together stay where they are. */
export function ProgramLines(props: ProgramLinesProps) {
  const { arrangement, next, list } = props;
  return (
    <ol ref={list} className={styles.program} data-side="program" aria-label="Your program">
      {arrangement.map((line, gap) => (
        <ProgramLine key={line.id} {...props} line={line} gap={gap} />
      ))}
      {next !== null && next.gap === arrangement.length && <NextPlace {...props} />}
      <li className={styles.end} aria-hidden data-gap {...dropOf(props, arrangement.length)} />
    </ol>
  );
}

function ProgramLine({ line, gap, ...props }: ProgramLinesProps & { line: PlacedLine; gap: number }) {
  const { program, next, isTold, stop, dragged, replaced } = props;
  const doesId = useId();
  const { id, indent } = line;
  const { text, does, fixed } = lineOf(program, id);
  const isWrong = isTold && does !== null;
  const content = (
    <>
      <Grip isHidden={fixed} />
      {Array.from({ length: indent }, (_, step) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step of indentation is its number
        <span key={step} className={styles.guide} aria-hidden />
      ))}
      <code className={styles.text}>{text}</code>
      {isWrong && (
        <span id={doesId} className={styles.does}>
          {does}
        </span>
      )}
    </>
  );
  return (
    <>
      {next?.gap === gap && <NextPlace {...props} />}
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
            data-dragged={dragged === id || undefined}
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
function dropOf({ dragged, offered, target }: ProgramLinesProps, gap: number) {
  if (dragged === null || offered.every((place) => place.gap !== gap)) return {};
  const isTarget = target?.kind === "place" && target.place.gap === gap;
  return { "data-drop": isTarget ? "here" : "offered" };
}

type NextPlaceProps = Pick<ProgramLinesProps, "program" | "target" | "next" | "nextLine">;

/** Where the line that is looked at would go, kept open. */
function NextPlace({ program, target, next, nextLine }: NextPlaceProps) {
  const indent = nextLine === null ? 0 : lineOf(program, nextLine).indent;
  const isTarget = target?.kind === "place" && target.place.gap === next?.gap;
  return (
    <li className={styles.nextPlace} aria-hidden data-next-place data-drop={isTarget ? "here" : undefined}>
      <Grip isHidden />
      {Array.from({ length: indent }, (_, step) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step of indentation is its number
        <span key={step} className={styles.guide} />
      ))}
      <span className={styles.nextWords}>the next line goes here</span>
    </li>
  );
}
