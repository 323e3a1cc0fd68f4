import type { LineId } from "../../../ladder/programs/line-parts";
import { lineOf } from "../../../ladder/programs/places";
import type { Arrangement, LadderProgram } from "../../../ladder/programs/program";

/** What a move of one line has done, for who cannot see it. */
export function moveWords(
  program: LadderProgram,
  before: Arrangement,
  after: Arrangement,
  id: LineId,
): string {
  const { text } = lineOf(program, id);
  const at = after.findIndex((line) => line.id === id);
  if (at === -1) return `Put back: ${text}`;
  const where = `line ${at + 1} of ${after.length}`;
  if (before === after) return `${text} can go no further: it stays ${where}.`;
  if (before.some((line) => line.id === id)) return `${text} is ${where} now.`;
  const replaced = before.find((line) => after.every((other) => other.id !== line.id));
  const instead = replaced === undefined ? "" : `, in the place of ${lineOf(program, replaced.id).text}`;
  return `Taken in: ${text}, ${where}${instead}.`;
}
