import type { LineId } from "./line-parts";
import type { Arrangement, LadderProgram, ProgramLine } from "./program";

/**
 * Where a line can stand so that what comes of it is a program, or can become one.
 *
 * @param id - A line that is in the program already is looked at as if it were taken out first, and so is the line of its
 *   group that it takes the place of: {@link withLine} takes both out.
 * @returns Indices of the arrangement without those lines, ascending: the line would stand before the line that is now there;
 *   the last may be its length. Of a fixed line only the index where it stands.
 */
export function placesFor(program: LadderProgram, arrangement: Arrangement, id: LineId): readonly number[] {
  const rest = withoutGroup(program, arrangement, id);
  const slot = slotOf(program, id);
  if (lineOf(program, id).fixed) return [arrangement.findIndex((line) => line.id === id)];
  const before = rest.filter((line) => slotOf(program, line.id) < slot).length;
  const beside = rest.filter((line) => slotOf(program, line.id) === slot).length;
  return Array.from({ length: beside + 1 }, (_, i) => before + i);
}

/**
 * The program with a line put in, or put elsewhere. The line of its group that was there is taken out: one of them belongs.
 *
 * @param place - One of {@link placesFor}; the nearest of them where it is none. The last of them unless told, or where the
 *   other line of its group stood.
 */
export function withLine(
  program: LadderProgram,
  arrangement: Arrangement,
  id: LineId,
  place?: number,
): Arrangement {
  const line = lineOf(program, id);
  if (line.fixed) return arrangement;
  const rest = withoutGroup(program, arrangement, id);
  const places = placesFor(program, arrangement, id);
  const stood = arrangement.findIndex((one) => !rest.includes(one));
  const wanted = place ?? (stood >= 0 ? stood : (places.at(-1) ?? 0));
  const at = places.reduce((best, one) => (Math.abs(one - wanted) < Math.abs(best - wanted) ? one : best));
  return rest.toSpliced(at, 0, { id, indent: line.indent });
}

/** The program without a line; the same where the line is fixed or not there. */
export function withoutLine(program: LadderProgram, arrangement: Arrangement, id: LineId): Arrangement {
  return lineOf(program, id).fixed ? arrangement : arrangement.filter((line) => line.id !== id);
}

/**
 * The program with a line moved up or down by one place.
 *
 * @returns The same arrangement where it can go no further.
 */
export function moved(program: LadderProgram, arrangement: Arrangement, id: LineId, by: -1 | 1): Arrangement {
  const from = arrangement.findIndex((line) => line.id === id);
  if (from < 0 || !placesFor(program, arrangement, id).includes(from + by)) return arrangement;
  return withLine(program, arrangement, id, from + by);
}

/** The lines between which a line stands wherever it is put; `undefined` where it may stand first, or last. */
export function standsBetween(
  program: LadderProgram,
  arrangement: Arrangement,
  id: LineId,
): { readonly after: LineId | undefined; readonly before: LineId | undefined } {
  const slot = slotOf(program, id);
  return {
    after: arrangement.findLast((line) => slotOf(program, line.id) < slot)?.id,
    before: arrangement.find((line) => slotOf(program, line.id) > slot)?.id,
  };
}

/** A line of a program by its id. Throws a `RangeError` where the program has none of it. */
export function lineOf(program: LadderProgram, id: LineId): ProgramLine {
  const line = program.lines.find((one) => one.id === id);
  if (line === undefined) throw new RangeError(`the ${program.language} program has no line ${id}`);
  return line;
}

function withoutGroup(program: LadderProgram, arrangement: Arrangement, id: LineId): Arrangement {
  const { group } = lineOf(program, id);
  return arrangement.filter(
    (line) => line.id !== id && (group === null || lineOf(program, line.id).group !== group),
  );
}

function slotOf({ slots }: LadderProgram, id: LineId): number {
  return slots.findIndex((slot) => slot.includes(id));
}
