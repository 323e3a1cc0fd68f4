import { useEffect, useId, useMemo, useRef, useState } from "react";
import { LADDER_PROGRAMS } from "../../../ladder/programs/ladder-programs";
import type { LineId } from "../../../ladder/programs/line-parts";
import { meaningOf, whatIsMissing } from "../../../ladder/programs/meaning";
import { markSolved } from "../../../state/ladder/ladder-store";
import { useAppHandle } from "../../../state/use-app";
import { KEYMAP, keyAction } from "../../../terms/keymap";
import type { Language } from "../../../terms/languages";
import { Button } from "../../../ui/controls/button";
import { useScopeKeys } from "../../../ui/keys/key-scope";
import { headlineOf, MeaningResults } from "../results/meaning-results";
import { ChoiceList } from "./choice-list";
import { choiceGroups, nextChoice } from "./line-choices";
import styles from "./lines.module.css";
import { placesOf, replacedBy } from "./place";
import { measureProgram } from "./program-focus";
import { DraggedLine, ProgramLines } from "./program-lines";
import { useLineDrag } from "./use-line-drag";
import { useLineFocus } from "./use-line-focus";
import { type ProgramMoves, useProgramMoves } from "./use-program-moves";

/** The first rung: the program is put together of lines, and runs after every move. */
export function OrderRung({ language }: { readonly language: Language }) {
  const app = useAppHandle();
  const program = LADDER_PROGRAMS[language];
  const moves = useProgramMoves(program);
  const { arrangement, isPlaced, putAt, putBack } = moves;
  const groups = useMemo(() => choiceGroups(program), [program]);
  const choices = useMemo(() => groups.flat().map(({ id }) => id), [groups]);
  const meaning = useMemo(() => meaningOf(program, arrangement), [program, arrangement]);
  const missing = whatIsMissing(program, arrangement);
  const isRight = meaning?.misconceptions.length === 0;
  useEffect(() => {
    if (isRight) markSolved(app, language, "order");
  }, [app, language, isRight]);
  const [choicesId, programId] = [useId(), useId()];
  const area = useRef<HTMLDivElement>(null);
  const results = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const focus = useLineFocus(area, choices, moves);
  const { drag, onPointerDown, endedDrag } = useLineDrag({
    measure: () => measureProgram(list.current),
    placesOf: (id) => placesOf(program, arrangement, id),
    onDrop: (id, source, target) => {
      if (target.kind === "place") putAt(id, target.place.at);
      else if (target.kind === "out" && source === "program") putBack(id);
    },
  });
  const dragging = drag.kind === "dragging" ? drag : null;
  /** The line to choose that is hovered or has the focus. */
  const [lookedAt, setLookedAt] = useState<LineId | null>(null);
  const isLookedAt = lookedAt !== null && !isPlaced(lookedAt);
  const next = dragging?.id ?? (isLookedAt ? lookedAt : nextChoice(groups, arrangement));
  const replaced = next === null ? undefined : replacedBy(program, arrangement, next);
  const nextPlace =
    next === null || replaced !== undefined ? undefined : placesOf(program, arrangement, next).at(-1);
  return (
    <div className={styles.rung} ref={area}>
      <section className={styles.column} aria-labelledby={choicesId}>
        <h2 id={choicesId} className={styles.title}>
          Lines to choose from
        </h2>
        <p className={styles.about}>
          Press a line, or drag it into your program. Where lines stand together, one of them belongs.
        </p>
        <ChoiceList
          groups={groups}
          arrangement={arrangement}
          stop={focus.stops.choices}
          dragged={dragging?.source === "choice" ? dragging.id : null}
          onPress={(id) => {
            if (endedDrag()) return;
            if (isPlaced(id)) putBack(id);
            else putAt(id);
          }}
          onLook={setLookedAt}
          onFocus={(id) => focus.onFocus("choices", id)}
          onKeyDown={(event, id) => focus.onKeyDown("choices", event, id)}
          onPointerDown={(event, id) => onPointerDown(event, id, "choice")}
        />
      </section>
      <section className={styles.column} aria-labelledby={programId}>
        <h2 id={programId} className={styles.title}>
          Your program
        </h2>
        <div className={styles.about}>
          <p>It runs after every move you make.</p>
          <Steps moves={moves} isDragging={dragging !== null} />
        </div>
        <ProgramLines
          program={program}
          arrangement={arrangement}
          nextLine={next}
          nextPlace={nextPlace ?? null}
          isLookedAt={isLookedAt || dragging !== null}
          replaced={(isLookedAt || dragging !== null ? replaced : null) ?? null}
          isTold={meaning !== null && !isRight}
          stop={focus.stops.program}
          dragging={dragging}
          list={list}
          onPress={(id) => {
            if (!endedDrag()) focus.putBackFocused(id);
          }}
          onFocus={(id) => focus.onFocus("program", id)}
          onKeyDown={(event, id) => focus.onKeyDown("program", event, id)}
          onPointerDown={(event, id) => onPointerDown(event, id, "program")}
        />
        <p className={styles.moved} aria-live="polite">
          {moves.announced}
        </p>
        <p className={styles.given}>{program.given}</p>
        <LineKeys />
      </section>
      <div ref={results} className={styles.results}>
        <MeaningResults meaning={meaning} missing={missing?.sentence ?? null} rung="order" />
      </div>
      <button
        type="button"
        className={styles.verdict}
        onClick={() => results.current?.scrollIntoView({ block: "start" })}
      >
        {missing === null ? headlineOf(meaning) : `Missing: ${missing.line}.`}
        <span aria-hidden>↓ see it</span>
      </button>
      {dragging !== null && <DraggedLine program={program} drag={dragging} />}
    </div>
  );
}

interface StepsProps {
  readonly moves: ProgramMoves;
  readonly isDragging: boolean;
}

/** The ways along the moves that were made, by button and by key. */
function Steps({ moves: { undo, redo }, isDragging }: StepsProps) {
  useScopeKeys((event) => {
    const action = keyAction("edits", event);
    if (action === null || isDragging) return;
    event.preventDefault();
    if (action === "undo") undo?.();
    else redo?.();
  });
  return (
    <span className={styles.history}>
      <Button variant="link" aria-disabled={undo === null || undefined} onClick={() => undo?.()}>
        Undo
      </Button>
      <Button variant="link" aria-disabled={redo === null || undefined} onClick={() => redo?.()}>
        Redo
      </Button>
    </span>
  );
}

const LINES = KEYMAP.filter(({ scope }) => scope === "line");

/** The keys of a line, as the help has them. */
function LineKeys() {
  return (
    <dl className={styles.keys} aria-label="Keys">
      {LINES.map(({ shown, words }) => (
        <div key={words}>
          <dt>
            {shown.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{words.replace(/^on a line.*?: /, "")}</dd>
        </div>
      ))}
    </dl>
  );
}
