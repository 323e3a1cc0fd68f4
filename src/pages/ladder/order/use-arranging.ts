import { useState } from "react";
import type { Arrangement, LadderProgram } from "../../../ladder/programs/program";
import { changeWork, ladderStore } from "../../../state/ladder/ladder-store";
import { workIn } from "../../../state/ladder/ladder-work";
import { useAppHandle, usePart } from "../../../state/use-app";

/** A program that is being ordered, and the ways along its moves. */
export interface Arranging {
  readonly arrangement: Arrangement;
  readonly change: (to: Arrangement) => void;
  /** Takes the last move back, or makes it again; `null` where there is none. */
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
}

interface Moves {
  readonly past: readonly Arrangement[];
  readonly undone: readonly Arrangement[];
}

/** The program as this browser keeps it; its moves can be taken back as long as the page shows it. */
export function useArranging(program: LadderProgram): Arranging {
  const app = useAppHandle();
  const { language } = program;
  const kept = usePart(ladderStore, ({ work }) => workIn(work, language).arrangement);
  const [{ past, undone }, setMoves] = useState<Moves>({ past: [], undone: [] });
  const arrangement = kept !== null && isOf(program, kept) ? kept : program.start;
  const put = (to: Arrangement, moves: Moves) => {
    setMoves(moves);
    changeWork(app, language, { arrangement: [...to] });
  };
  const [before, after] = [past.at(-1), undone.at(-1)];
  return {
    arrangement,
    change: (to) => put(to, { past: [...past, arrangement], undone: [] }),
    undo:
      before === undefined
        ? null
        : () => put(before, { past: past.slice(0, -1), undone: [...undone, arrangement] }),
    redo:
      after === undefined
        ? null
        : () => put(after, { past: [...past, arrangement], undone: undone.slice(0, -1) }),
  };
}

/** Whether what was kept is still made of the program's lines, each once, with all that stand in every program. */
function isOf(program: LadderProgram, kept: readonly { readonly id: string }[]): kept is Arrangement {
  const known = new Map<string, boolean>(program.lines.map(({ id, fixed }) => [id, fixed]));
  const ids = new Set(kept.map(({ id }) => id));
  return (
    ids.size === kept.length &&
    kept.every(({ id }) => known.has(id)) &&
    program.lines.every(({ id, fixed }) => !fixed || ids.has(id))
  );
}
