import type { LineId } from "../../../ladder/programs/line-parts";
import { lineOf, standsBetween } from "../../../ladder/programs/places";
import type { Arrangement, LadderProgram } from "../../../ladder/programs/program";

/** What a move of one line has done; where it can go no further, or not where it was let go, why. */
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
  if (before === after) return `${text} stays ${where}. ${onlyHere(program, after, id)}`;
  if (before.some((line) => line.id === id)) return `${text} is ${where} now.`;
  const replaced = before.find((line) => after.every((other) => other.id !== line.id));
  const instead = replaced === undefined ? "" : `, in the place of ${lineOf(program, replaced.id).text}`;
  return `Taken in: ${text}, ${where}${instead}.`;
}

/** Where a line can stand, and why nowhere else: between lines that need it there. */
function onlyHere(program: LadderProgram, arrangement: Arrangement, id: LineId): string {
  const { after, before } = standsBetween(program, arrangement, id);
  if (after === undefined || before === undefined) return "It stands only here.";
  return `It stands only here: between ${lineOf(program, after).text} and ${lineOf(program, before).text}.`;
}
