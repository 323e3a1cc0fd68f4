import type { Direction } from "../../microfs/core";
import type { Phase } from "../../terms/phases";

/** A mark in `explain.ts`: `// phase: rule_out_expired of backward, latest`, over a function or at the end of a line. */
const MARK = /\/\/ phase: ([a-z_]+(?:, [a-z_]+)*)(?: of ([a-z]+(?:, [a-z]+)*))?$/;

/**
 * The lines of `explain.ts` that a phase runs: the functions that are marked with it in the source that runs.
 *
 * @param source - The text of `explain.ts`.
 * @returns Line numbers from 0.
 * @throws RangeError where the source marks nothing with the phase.
 */
export function phaseLines(source: string, phase: Phase, direction: Direction): ReadonlySet<number> {
  const lines = source.split("\n");
  const marks = lines.flatMap((line, number) =>
    line.startsWith("// phase:") && isMarked(line, phase, direction) ? [number] : [],
  );
  if (marks.length === 0) throw new RangeError(`explain.ts must mark a function with // phase: ${phase}`);
  return new Set(marks.flatMap((mark) => linesToTheEnd(lines, mark + 1)));
}

/** Whether a line carries the mark of a phase. */
export function isMarked(line: string, phase: Phase, direction: Direction): boolean {
  const [, phases = "", directions = direction] = MARK.exec(line) ?? [];
  return phases.split(", ").includes(phase) && directions.split(", ").includes(direction);
}

/** A line as it is read where marks are not of interest. */
export function withoutMark(line: string): string {
  return line.replace(MARK, "").trimEnd();
}

/** The numbers of a function's lines, from 0. Throws a `RangeError` where the source has none of that name. */
export function functionLines(lines: readonly string[], name: string): number[] {
  const from = lines.findIndex((line) => line.replace("export ", "").startsWith(`function ${name}(`));
  if (from < 0) throw new RangeError(`explain.ts must have the function ${name}`);
  return linesToTheEnd(lines, from);
}

function linesToTheEnd(lines: readonly string[], from: number): number[] {
  const to = lines.indexOf("}", from);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
