import { deepStrictEqual } from "node:assert";
import { type EntitySlice, explainSlice, VerdictCode } from "../src/microfs/core";
import { editSlice } from "../src/scenario/edits/edit-slice";
import { editOfMove, type MoveTarget } from "../src/timeline/interaction/interaction";
import { picture } from "../src/timeline/picture/picture";
import { scenarioSliceNamed } from "../src/timeline/scenario-slices";
import { sliceIndex } from "../src/timeline/slice-index/slice-index";
import { joinAt, positionOf } from "../src/timeline/step/coordinate";
import { verdictsAt } from "../src/timeline/step/step-verdicts";
import { sentence } from "../src/timeline/words/sentence";

export const DRAG_TITLE = "a drag among 100 k rows of one entity";

const MOVES = 40;
const HOUR_US = 3_600_000_000n;

/**
 * Seconds per move of the pointer, from the edit to the picture and the sentence, for all that can be dragged; first, what
 * `explain` alone takes to judge every row anew. Throws where a move does not come to the verdicts of `explain`.
 */
export function measureDrag(): Record<string, number[]> {
  const { slice, at } = scenarioSliceNamed("dense-rows");
  const { chosen } = verdictsAt(slice, joinAt(slice, 0), at.spineRow);
  if (chosen === undefined) throw new Error("the dense rows have lost their chosen one");
  const window = sliceIndex(slice).wholeWindow;
  const draw = (edited: EntitySlice, isRow: boolean) => {
    picture(edited, at, window, {
      width: 1000,
      dragged: isRow ? { join: 0, row: chosen.row } : null,
      folds: [],
    });
    sentence(edited, at);
  };
  const tUs = slice.spine.timesUs[positionOf(slice, at.spineRow)] ?? 0n;
  const targets: Record<string, [MoveTarget, bigint]> = {
    "a row moved": [{ kind: "row", join: 0, row: chosen.row }, chosen.eventTime],
    "the line moved": [{ kind: "spine_row", row: at.spineRow }, tUs],
    "the TTL moved": [{ kind: "ttl", join: 0 }, tUs - 96n * HOUR_US],
    "the delay moved": [{ kind: "delay", join: 0 }, tUs - 6n * HOUR_US],
  };
  const seconds: Record<string, number[]> = { "explain, every row anew": [] };
  for (const [way, [target, us]] of Object.entries(targets)) {
    const moved = (byHours: number): EntitySlice => {
      const edit = editOfMove({ slice, tUs }, target, us + BigInt(byHours) * HOUR_US);
      if (edit === null) throw new Error(`${way}: what is moved is not there`);
      return editSlice(slice, [edit]);
    };
    for (let move = 1; move <= MOVES; move++) {
      const start = performance.now();
      draw(moved(move), target.kind === "row");
      note(seconds, way, (performance.now() - start) / 1000);
    }
    // Explained afterwards: an object per row leaves so much behind that the moves would be slowed by it.
    for (let move = 1; move <= MOVES; move++) {
      const edited = moved(move);
      const start = performance.now();
      const { candidates } = explainSlice(edited, joinAt(edited, 0), positionOf(edited, at.spineRow));
      note(seconds, "explain, every row anew", (performance.now() - start) / 1000);
      const { codes } = verdictsAt(edited, joinAt(edited, 0), at.spineRow);
      const explained = Uint8Array.from(candidates, ({ verdict }) => VerdictCode[verdict]);
      deepStrictEqual(codes, explained, `${way} must come to what explain says`);
    }
  }
  return seconds;
}

function note(seconds: Record<string, number[]>, way: string, taken: number): void {
  seconds[way] = [...(seconds[way] ?? []), taken];
}
