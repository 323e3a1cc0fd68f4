import { deepStrictEqual } from "node:assert";
import { type EntitySlice, explainSlice } from "../src/microfs/entity-slice";
import { VerdictCode } from "../src/microfs/join/verdict";
import { picture } from "../src/timeline/picture/picture";
import { sceneNamed } from "../src/timeline/scenes/scenes";
import { sliceIndex } from "../src/timeline/slice-index/slice-index";
import { joinAt, positionOf } from "../src/timeline/step/coordinate";
import { verdictsAt } from "../src/timeline/step/judgement";
import { applyEdit, type TimelineEdit } from "../src/timeline/step/timeline-edit";
import { sentence } from "../src/timeline/words/sentence";

export const DRAG_TITLE = "a drag among 100 k rows of one entity";

const MOVES = 40;
const HOUR_US = 3_600_000_000n;

/**
 * Seconds per move of a hand, from the edit to the picture and the sentence, for all that a hand can take; first, what
 * `explain` alone takes to judge every row anew. Throws where a move does not come to the verdicts of `explain`.
 */
export function measureDrag(): Record<string, number[]> {
  const { slice, at } = sceneNamed("dense-rows");
  const { chosen } = verdictsAt(slice, joinAt(slice, 0), at.spineRow);
  if (chosen === undefined) throw new Error("the dense rows have lost their chosen one");
  const window = sliceIndex(slice).wholeWindow;
  const draw = (edited: EntitySlice, inHand: boolean) => {
    picture(edited, at, window, {
      width: 1000,
      inHand: inHand ? { join: 0, row: chosen.row } : null,
      folds: [],
    });
    sentence(edited, at);
  };
  const tUs = slice.spine.timesUs[positionOf(slice, at.spineRow)] ?? 0n;
  const hands: Record<string, (byUs: bigint) => TimelineEdit> = {
    "a row moved": (byUs) => ({
      kind: "move_row",
      join: 0,
      row: chosen.row,
      eventTimeUs: chosen.eventTime + byUs,
    }),
    "the line moved": (byUs) => ({ kind: "move_spine_row", row: at.spineRow, timeUs: tUs + byUs }),
    "the TTL moved": (byUs) => ({ kind: "set_ttl", join: 0, ttlUs: 96n * HOUR_US + byUs }),
    "the delay moved": (byUs) => ({ kind: "set_delay", join: 0, delayUs: 6n * HOUR_US + byUs }),
  };
  const seconds: Record<string, number[]> = { "explain, every row anew": [] };
  for (const [way, edit] of Object.entries(hands)) {
    for (let move = 1; move <= MOVES; move++) {
      const start = performance.now();
      draw(applyEdit(slice, edit(BigInt(move) * HOUR_US)), way === "a row moved");
      note(seconds, way, (performance.now() - start) / 1000);
    }
    // Explained afterwards: an object per row leaves so much behind that the moves would be slowed by it.
    for (let move = 1; move <= MOVES; move++) {
      const edited = applyEdit(slice, edit(BigInt(move) * HOUR_US));
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
