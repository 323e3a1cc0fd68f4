import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";
import type { LineId } from "../../../ladder/programs/line-parts";
import { keyAction } from "../../../terms/keymap";
import { focusLine, type Side } from "./program-focus";
import type { ProgramMoves } from "./use-program-moves";

export interface LineFocus {
  /** Per side the line that Tab leads to. */
  readonly stops: Readonly<Record<Side, LineId | null>>;
  readonly onFocus: (side: Side, id: LineId) => void;
  readonly onKeyDown: (side: Side, event: KeyboardEvent, id: LineId) => void;
  /** Puts a line of the program back that was pressed there: the focus goes to its neighbour, or to where it was taken from. */
  readonly putBackFocused: (id: LineId) => void;
}

/** The keys of the lines, and which line has the focus: it goes with a line that moves, and is never lost with one that goes. */
export function useLineFocus(
  area: RefObject<HTMLElement | null>,
  choices: readonly LineId[],
  moves: ProgramMoves,
): LineFocus {
  const { movable, isPlaced } = moves;
  const [last, setLast] = useState<Readonly<Record<Side, LineId | null>>>({ choices: null, program: null });
  const stops = {
    choices: last.choices ?? choices[0] ?? null,
    program: movable.find((id) => id === last.program) ?? movable[0] ?? null,
  };
  const focusNext = useRef<LineId | null>(null);
  const focus = (side: Side, id: LineId | null) => focusLine(area.current, side, id);
  // The line that had the focus has moved, or is gone.
  useLayoutEffect(() => {
    const id = focusNext.current;
    focusNext.current = null;
    if (id !== null) focus("program", id);
  });
  const putBackFocused = (id: LineId) => {
    const at = movable.indexOf(id);
    const neighbour = movable[at + 1] ?? movable[at - 1] ?? null;
    focusNext.current = neighbour;
    if (neighbour === null) focus("choices", id);
    moves.putBack(id);
  };
  const onKeyDown = (side: Side, event: KeyboardEvent, id: LineId) => {
    const action = keyAction("line", event);
    if (action === null) return;
    event.preventDefault();
    event.stopPropagation();
    const lines = side === "choices" ? choices : movable;
    switch (action) {
      case "toggle_line":
        if (event.repeat) return;
        if (!isPlaced(id)) moves.putAt(id);
        else if (side === "program") putBackFocused(id);
        else moves.putBack(id);
        return;
      case "line_up":
      case "line_down":
        if (!isPlaced(id)) return;
        if (side === "program") focusNext.current = id;
        moves.moveBy(id, action === "line_up" ? -1 : 1);
        return;
      case "previous_line":
      case "next_line":
        focus(side, lines[lines.indexOf(id) + (action === "next_line" ? 1 : -1)] ?? id);
        return;
      case "to_program":
        if (side === "choices") focus("program", isPlaced(id) ? id : stops.program);
        return;
      case "to_choices":
        if (side === "program") focus("choices", id);
    }
  };
  return {
    stops,
    onFocus: (side, id) => setLast((before) => ({ ...before, [side]: id })),
    onKeyDown,
    putBackFocused,
  };
}
