import { lineOf } from "./places";
import type { Arrangement, LadderProgram } from "./program";

/** A program as text, as a reader sees it: one line each, indented. */
export function programText(program: LadderProgram, arrangement: Arrangement): string {
  return arrangement
    .map(({ id, indent }) => program.step.repeat(indent) + lineOf(program, id).text)
    .join("\n");
}
