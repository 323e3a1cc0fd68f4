import type { Direction } from "../../microfs";
import type { Phase } from "../../scenario/phases";
import { functionLines, phaseLines } from "./phase-lines";

/** A line of a source file, numbered from 0. */
export interface SourceLine {
  readonly number: number;
  readonly text: string;
  readonly marked: boolean;
}

/** The line of the rule at which a phase ends: what it answers. */
const SAYS: Partial<Record<Phase, string>> = {
  rule_out_future: '"future"',
  rule_out_not_yet_known: '"not_yet_known"',
  rule_out_wrong_side: '"wrong_side"',
  rule_out_expired: '"expired"',
  keep_latest: '"superseded"',
  write_cell: '"chosen"',
};

/**
 * The few lines of `explain.ts` that are the rule of one direction, those of the phase marked: what rules a row out, and
 * what becomes of the rest.
 *
 * @param source - The text of `explain.ts`.
 * @returns Stretches of the file, in its order; between two of them something is left out.
 * @throws RangeError where the source no longer has what is looked for.
 */
export function ruleExcerpt(source: string, phase: Phase, direction: Direction): SourceLine[][] {
  const lines = source.split("\n");
  const says = SAYS[phase];
  const stretch = (numbers: readonly number[]) =>
    numbers.map((number): SourceLine => {
      const text = lines[number] ?? "";
      return { number, text, marked: says !== undefined && text.includes(says) };
    });
  if (phase === "find_entity") {
    const head = functionLines(lines, "explain").slice(0, 4);
    return [stretch(head).map((line) => ({ ...line, marked: true })), stretch(caseLines(lines, direction))];
  }
  // Without its head and its end: the lines that decide.
  return [stretch(caseLines(lines, direction)), stretch(functionLines(lines, "finalVerdict").slice(1, -1))];
}

/** The functions that a phase calls, where they are short enough to stand under the rule. */
export function predicateExcerpt(source: string, phase: Phase, direction: Direction): SourceLine[] {
  if (!phase.startsWith("rule_out")) return [];
  const lines = source.split("\n");
  return [...phaseLines(source, phase, direction)]
    .sort((a, b) => a - b)
    .map((number) => ({ number, text: lines[number] ?? "", marked: true }));
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
