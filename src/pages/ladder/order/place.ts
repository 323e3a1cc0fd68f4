import type { LineId } from "../../../ladder/programs/line-parts";
import { lineOf, placesFor } from "../../../ladder/programs/places";
import type { Arrangement, LadderProgram } from "../../../ladder/programs/program";

/** A place where a line can be put. */
export interface Place {
  /** As `withLine` takes it: counted without the line, and without the one whose place it takes. */
  readonly at: number;
  /** The same in the program as it is shown: over its line `gap`, or under the last one. */
  readonly gap: number;
}

/** Where a line can be put in a program as it is shown, from the top; nowhere where it stands in every program. */
export function placesOf(program: LadderProgram, arrangement: Arrangement, id: LineId): readonly Place[] {
  const { fixed, group } = lineOf(program, id);
  if (fixed) return [];
  const stays = (one: LineId) => one !== id && (group === null || lineOf(program, one).group !== group);
  const gaps = arrangement.flatMap((line, gap) => (stays(line.id) ? gap : []));
  return placesFor(program, arrangement, id).map((at) => ({ at, gap: gaps[at] ?? arrangement.length }));
}

/** The line of its group whose place a line takes; `undefined` where there is none, or it stands there itself. */
export function replacedBy(program: LadderProgram, arrangement: Arrangement, id: LineId): LineId | undefined {
  const { group } = lineOf(program, id);
  if (group === null) return undefined;
  return arrangement.find((line) => line.id !== id && lineOf(program, line.id).group === group)?.id;
}
