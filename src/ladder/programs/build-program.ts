import { LINE_PARTS, type LineId } from "./line-parts";
import type { Arrangement, LadderProgram, ProgramLine } from "./program";

type LineText = readonly [id: LineId, indent: number, text: string];

/** A program as its module writes it: every line once, in the order of the slots. */
interface WrittenProgram extends Pick<LadderProgram, "language" | "given" | "step" | "prelude"> {
  readonly slots: readonly (readonly LineText[])[];
}

/** Which lines stand together, whatever the language, and what those do that are wrong. */
const GROUPS: Readonly<Partial<Record<LineId, readonly [group: string, does: string | null]>>> = {
  own_row: ["cell", null],
  greatest_of_each: ["cell", "greatest of each"],
  happened: ["happened", null],
  happened_before: ["happened", "only before"],
  same_date: ["happened", "same date only"],
  latest: ["order", null],
  earliest: ["order", "earliest counts"],
};

/** A program of its lines' texts. */
export function buildProgram({ slots, ...rest }: WrittenProgram): LadderProgram {
  const lines = slots.flat().map(([id, indent, text]): ProgramLine => {
    const [group, does] = GROUPS[id] ?? [null, null];
    return { id, indent, text, group, does, fixed: LINE_PARTS[id] === null };
  });
  const placed = (of: readonly ProgramLine[]): Arrangement => of.map(({ id, indent }) => ({ id, indent }));
  return {
    ...rest,
    lines,
    slots: slots.map((slot) => slot.map(([id]) => id)),
    right: placed(lines.filter(({ does }) => does === null)),
    start: placed(lines.filter(({ fixed }) => fixed)),
  };
}
