import { useState } from "react";
import type { LineId } from "../../../ladder/programs/line-parts";
import { lineOf, moved, withLine, withoutLine } from "../../../ladder/programs/places";
import type { Arrangement, LadderProgram } from "../../../ladder/programs/program";
import { changeWork, ladderStore } from "../../../state/ladder/ladder-store";
import { workIn } from "../../../state/ladder/ladder-work";
import { useAppHandle, usePart } from "../../../state/use-app";
import { moveWords } from "./move-words";

/** A program that is being put together: what can be done to it, and what the last of that was, in words. */
export interface ProgramMoves {
  readonly arrangement: Arrangement;
  /** The lines in it that can be moved, from the top. */
  readonly movable: readonly LineId[];
  readonly isPlaced: (id: LineId) => boolean;
  /** Takes a line in, or moves it, to a place as `placesFor` counts them; by default to the one that suits. */
  readonly putAt: (id: LineId, at?: number) => void;
  readonly putBack: (id: LineId) => void;
  readonly moveBy: (id: LineId, by: -1 | 1) => void;
  /** Takes the last move back, or makes it again; `null` where there is none. */
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  /** What the last move did, or why it did nothing. */
  readonly announced: string;
}

interface History {
  readonly past: readonly Arrangement[];
  readonly undone: readonly Arrangement[];
}

/** The program as this browser keeps it; its moves can be taken back as long as the page shows it. */
export function useProgramMoves(program: LadderProgram): ProgramMoves {
  const app = useAppHandle();
  const { language } = program;
  const kept = usePart(ladderStore, ({ work }) => workIn(work, language).arrangement);
  const [{ past, undone }, setHistory] = useState<History>({ past: [], undone: [] });
  const [announced, setAnnounced] = useState("");
  const arrangement = kept !== null && isOf(program, kept) ? kept : program.start;
  const go = (to: Arrangement, history: History, words: string) => {
    setHistory(history);
    setAnnounced(words);
    changeWork(app, language, { arrangement: [...to] });
  };
  const put = (to: Arrangement, id: LineId) => {
    const isSame = to.length === arrangement.length && to.every((line, i) => line.id === arrangement[i]?.id);
    const words = moveWords(program, arrangement, isSame ? arrangement : to, id);
    if (isSame) setAnnounced(words);
    else go(to, { past: [...past, arrangement], undone: [] }, words);
  };
  const [before, after] = [past.at(-1), undone.at(-1)];
  return {
    arrangement,
    movable: arrangement.filter(({ id }) => !lineOf(program, id).fixed).map(({ id }) => id),
    isPlaced: (id) => arrangement.some((line) => line.id === id),
    putAt: (id, at) => put(withLine(program, arrangement, id, at), id),
    putBack: (id) => put(withoutLine(program, arrangement, id), id),
    moveBy: (id, by) => put(moved(program, arrangement, id, by), id),
    undo:
      before === undefined
        ? null
        : () => go(before, { past: past.slice(0, -1), undone: [...undone, arrangement] }, "Taken back."),
    redo:
      after === undefined
        ? null
        : () => go(after, { past: [...past, arrangement], undone: undone.slice(0, -1) }, "Made again."),
    announced,
  };
}

/** Whether what was kept is still made of the program's lines, each once, with all that stand in every program. */
function isOf(program: LadderProgram, kept: readonly { readonly id: string }[]): kept is Arrangement {
  const known = new Set<string>(program.lines.map(({ id }) => id));
  const ids = new Set(kept.map(({ id }) => id));
  return (
    ids.size === kept.length &&
    kept.every(({ id }) => known.has(id)) &&
    program.lines.every(({ id, fixed }) => !fixed || ids.has(id))
  );
}
