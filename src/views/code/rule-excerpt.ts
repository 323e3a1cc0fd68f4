import type { Direction, ReasonName } from "../../microfs/core";
import type { Phase } from "../../terms/phases";
import { functionLines, isMarked, phaseLines, withoutMark } from "./phase-lines";

/** A line of a source file, numbered from 0. */
export interface SourceLine {
  readonly number: number;
  readonly text: string;
  readonly marked: boolean;
}

/** Where a join without a candidate ends: in `explain` itself, before any rule. */
const ENDS_AT_ONCE: Partial<Record<ReasonName, string>> = {
  null_key: 'reason: "null_key"',
  no_entity: 'reason: "no_entity"',
};

/**
 * The few lines of `explain.ts` that are the rule of one direction, those of the phase marked: what rules a row out, and
 * what becomes of the rest.
 *
 * @param source - The text of `explain.ts`.
 * @param reason - How it ends for the spine row: a row without candidates never comes to the rule.
 * @returns Stretches of the file, in its order; between two of them something is left out.
 * @throws RangeError where the source no longer has what is looked for.
 */
export function ruleExcerpt(
  source: string,
  phase: Phase,
  direction: Direction,
  reason: ReasonName,
): SourceLine[][] {
  const lines = source.split("\n");
  const stretch = (numbers: readonly number[], marks: (line: string) => boolean): SourceLine[] =>
    numbers.map((number) => {
      const line = lines[number] ?? "";
      return { number, text: withoutMark(line), marked: marks(line) };
    });
  const never = () => false;
  const ofPhase = (line: string) => isMarked(line, phase, direction);
  const end = ENDS_AT_ONCE[reason];
  if (phase === "find_entity" || end !== undefined) {
    const marks = end === undefined ? ofPhase : (line: string) => line.includes(end);
    const head = stretch(functionLines(lines, "explain").slice(0, 4), marks);
    return [head, stretch(caseLines(lines, direction), never)];
  }
  // Nothing is written where nothing was chosen: the reason says why.
  if (phase === "write_cell" && reason !== "chosen")
    return [stretch(caseLines(lines, direction), never), stretch(functionLines(lines, "reasonOf"), ofPhase)];
  // Without its head and its end: the lines that decide.
  return [
    stretch(caseLines(lines, direction), ofPhase),
    stretch(functionLines(lines, "finalVerdict").slice(1, -1), ofPhase),
  ];
}

/** The functions that a phase calls, where they are short enough to stand under the rule. */
export function predicateExcerpt(source: string, phase: Phase, direction: Direction): SourceLine[] {
  if (!phase.startsWith("rule_out")) return [];
  const lines = source.split("\n");
  return [...phaseLines(source, phase, direction)]
    .sort((a, b) => a - b)
    .map((number) => ({ number, text: withoutMark(lines[number] ?? ""), marked: true }));
}

/** What `ruleOut` asks of a row in one direction. */
function caseLines(lines: readonly string[], direction: Direction): number[] {
  const body = functionLines(lines, "ruleOut");
  const label = `case "${direction}":`;
  const from = body.findIndex((number) => lines[number]?.trim() === label);
  if (from < 0) throw new RangeError(`ruleOut of explain.ts must have ${label}`);
  const rest = body.slice(from + 1);
  const to = rest.findIndex((number) => /^\s*(case "|\})/.test(lines[number] ?? ""));
  return rest.slice(0, to);
}
