import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import type { LineId } from "../../../ladder/programs/line-parts";
import { meaningOf, whatIsMissing } from "../../../ladder/programs/meaning";
import { lineOf, moved, withLine, withoutLine } from "../../../ladder/programs/places";
import type { Arrangement } from "../../../ladder/programs/program";
import { markSolved } from "../../../state/ladder/ladder-store";
import { useApp, useAppHandle, useHref } from "../../../state/use-app";
import { keyAction } from "../../../terms/keymap";
import type { Language } from "../../../terms/languages";
import { Button } from "../../../ui/controls/button";
import { useScopeKeys } from "../../../ui/keys/key-scope";
import { PROGRAMS } from "../programs";
import { ProgramResults } from "../results/program-results";
import { headlineOf, resultsOf } from "../results/meaning-results";
import { isAgreed } from "../results/test-result";
import { ChoiceList } from "./choice-list";
import { DraggedLine } from "./dragged-line";
import { LineKeys } from "./line-keys";
import { choiceGroups, nextChoice } from "./line-choices";
import styles from "./lines.module.css";
import { moveWords } from "./move-words";
import { placesOf, replacedBy } from "./place";
import { focusLine, measureProgram } from "./program-focus";
import { ProgramLines } from "./program-lines";
import { useArranging } from "./use-arranging";
import { useLineDrag } from "./use-line-drag";

/** The first rung: the program is put together of lines, and runs after every move. */
export function OrderRung({ language }: { readonly language: Language }) {
  const program = PROGRAMS[language];
  const app = useAppHandle();
  const { arrangement, change, undo, redo } = useArranging(program);
  const groups = useMemo(() => choiceGroups(program), [program]);
  const meaning = useMemo(() => meaningOf(program, arrangement), [program, arrangement]);
  const results = useMemo(() => resultsOf(meaning), [meaning]);
  const isSolved = results.every(isAgreed);
  useEffect(() => {
    if (isSolved) markSolved(app, language, "order");
  }, [app, language, isSolved]);

  const [announced, setAnnounced] = useState("");
  const [lookedAt, setLookedAt] = useState<LineId | null>(null);
  const [stops, setStops] = useState<{ choices: LineId | null; program: LineId | null }>({
    choices: null,
    program: null,
  });
  const area = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const focusNext = useRef<LineId | null>(null);
  // The focused line has moved or is gone: the focus goes with it, or to the one that has come to its place.
  useEffect(() => {
    const id = focusNext.current;
    focusNext.current = null;
    if (id !== null) focusLine(list.current, id);
  });

  const put = (to: Arrangement, id: LineId) => {
    setAnnounced(moveWords(program, arrangement, to, id));
    if (to !== arrangement) change(to);
  };
  const isPlaced = (id: LineId) => arrangement.some((line) => line.id === id);
  const takeIn = (id: LineId) => put(withLine(program, arrangement, id), id);
  const putBack = (id: LineId) => put(withoutLine(program, arrangement, id), id);
  const movable = arrangement.filter(({ id }) => !lineOf(program, id).fixed).map(({ id }) => id);
  const putBackFromProgram = (id: LineId) => {
    const at = movable.indexOf(id);
    focusNext.current = movable[at + 1] ?? movable[at - 1] ?? null;
    if (focusNext.current === null) focusLine(sideOf(area.current, "choices"), id);
    putBack(id);
  };

  const { drag, onPointerDown, endedDrag } = useLineDrag({
    measure: () => measureProgram(list.current),
    placesOf: (id) => placesOf(program, arrangement, id),
    onDrop: (id, source, target) => {
      if (target.kind === "place") put(withLine(program, arrangement, id, target.place.at), id);
      else if (target.kind === "out" && source === "program") putBack(id);
    },
  });
  const dragging = drag.kind === "dragging" ? drag : null;

  useScopeKeys((event) => {
    const action = keyAction("edits", event);
    if (action === null || dragging !== null) return;
    event.preventDefault();
    if (action === "undo" && undo !== null) takeBack(undo, "Taken back.");
    if (action === "redo" && redo !== null) takeBack(redo, "Made again.");
  });
  const takeBack = (step: () => void, words: string) => {
    setAnnounced(words);
    step();
  };

  const allChoices = groups.flat().map(({ id }) => id);
  const onLineKey = (event: KeyboardEvent, id: LineId, side: "choices" | "program") => {
    const action = keyAction("line", event);
    if (action === null) return;
    event.preventDefault();
    event.stopPropagation();
    const lines = side === "choices" ? allChoices : movable;
    const at = lines.indexOf(id);
    switch (action) {
      case "toggle_line":
        if (event.repeat) return;
        if (side === "program") putBackFromProgram(id);
        else if (isPlaced(id)) putBack(id);
        else takeIn(id);
        return;
      case "line_up":
      case "line_down": {
        if (!isPlaced(id)) return;
        if (side === "program") focusNext.current = id;
        put(moved(program, arrangement, id, action === "line_up" ? -1 : 1), id);
        return;
      }
      case "previous_line":
      case "next_line":
        focusLine(sideOf(area.current, side), lines[at + (action === "next_line" ? 1 : -1)] ?? id);
        return;
      case "other_side": {
        if (side === "choices" === (event.key === "ArrowLeft")) return;
        const other = side === "choices" ? "program" : "choices";
        const stop = other === "program" ? (isPlaced(id) ? id : programStop) : id;
        if (stop !== null) focusLine(sideOf(area.current, other), stop);
      }
    }
  };

  const programStop = movable.find((id) => id === stops.program) ?? movable[0] ?? null;
  const choiceStop = stops.choices ?? allChoices[0] ?? null;
  const next = dragging?.id ?? (lookedAt !== null && !isPlaced(lookedAt) ? lookedAt : nextChoice(groups, arrangement));
  const replaced = next === null ? undefined : replacedBy(program, arrangement, next);
  const nextPlace = next === null || replaced !== undefined ? null : (placesOf(program, arrangement, next).at(-1) ?? null);
  const missing = whatIsMissing(program, arrangement);
  return (
    <div className={styles.rung} ref={area}>
      <section className={styles.column} aria-labelledby="choices-title">
        <h2 id="choices-title" className={styles.title}>
          Lines to choose from
        </h2>
        <p className={styles.about}>Where lines stand together, one of them belongs.</p>
        <ChoiceList
          groups={groups}
          arrangement={arrangement}
          stop={choiceStop}
          dragged={dragging?.source === "choice" ? dragging.id : null}
          onPress={(id) => {
            if (endedDrag()) return;
            if (isPlaced(id)) putBack(id);
            else takeIn(id);
          }}
          onLook={(id) => {
            if (dragging === null) setLookedAt(id);
            if (id !== null) setStops((before) => ({ ...before, choices: id }));
          }}
          onKeyDown={(event, id) => onLineKey(event, id, "choices")}
          onPointerDown={(event, id) => onPointerDown(event, id, "choice")}
        />
      </section>
      <section className={styles.column} aria-labelledby="program-title">
        <h2 id="program-title" className={styles.title}>
          Your program
        </h2>
        <p className={styles.about}>
          It runs after every move you make.
          <span className={styles.history}>
            <Button variant="link" disabled={undo === null} onClick={() => undo && takeBack(undo, "Taken back.")}>
              Undo
            </Button>
            <Button variant="link" disabled={redo === null} onClick={() => redo && takeBack(redo, "Made again.")}>
              Redo
            </Button>
          </span>
        </p>
        <ProgramLines
          program={program}
          arrangement={arrangement}
          next={nextPlace}
          nextLine={next}
          replaced={lookedAt === next || dragging !== null ? (replaced ?? null) : null}
          isTold={meaning !== null && !isSolved}
          stop={programStop}
          dragged={dragging?.source === "program" ? dragging.id : null}
          offered={dragging?.places ?? []}
          target={dragging?.target ?? null}
          list={list}
          onPress={(id) => {
            if (!endedDrag()) putBackFromProgram(id);
          }}
          onFocus={(id) => setStops((before) => ({ ...before, program: id }))}
          onKeyDown={(event, id) => onLineKey(event, id, "program")}
          onPointerDown={(event, id) => onPointerDown(event, id, "program")}
        />
        <p className={styles.given}>{program.given}</p>
        <LineKeys />
      </section>
      <ProgramResults
        headline={meaning === null ? "Your program cannot run yet." : headlineOf(meaning)}
        note={missing}
        results={results}
        next={<NextRung isSolved={isSolved} />}
      />
      {dragging !== null && <DraggedLine program={program} drag={dragging} />}
      <p className="visually-hidden" aria-live="polite">
        {announced}
      </p>
    </div>
  );
}

function sideOf(area: Element | null, side: "choices" | "program"): Element | null {
  return area?.querySelector(`[data-side="${side}"]`) ?? null;
}

/** What all tests agreeing opens. */
function NextRung({ isSolved }: { readonly isSolved: boolean }) {
  const hrefTo = useHref();
  const route = useApp((state) => state.route);
  if (!isSolved) return "all of them open the next rung";
  return <a href={hrefTo({ rung: "fill" }, route)}>Next: fill the blanks</a>;
}
