import type { Asked } from "../../../learn/questions/ask";
import { rowOfOption } from "../../../learn/questions/option";
import type { Phase } from "../../../terms/phases";
import { VERDICT_TERMS } from "../../../terms/verdicts";
import { type Coordinate, joinAt, neighbourStep, phasesAt } from "../../../timeline/step/coordinate";
import { verdictsAt } from "../../../timeline/step/step-verdicts";

/** The step that decided about what a learner answered, and the one before it. */
export interface DecidingStep {
  readonly before: Coordinate;
  readonly at: Coordinate;
}

/**
 * The step at which an answer turns out right or wrong: where the learner's row gets its verdict; where they took none, where the
 * right one does. `null` where no single step does.
 */
export function decidingStep(asked: Asked, option: string): DecidingStep | null {
  const at = decidedAt(asked, option);
  return at === null ? null : { at, before: neighbourStep(asked.slice, at, -1) ?? at };
}

/** Whether a step shows how an answer turns out: the one that decides about it does, and every later one, at the same row and join. */
export function isDecidedAt(asked: Asked, option: string, at: Coordinate): boolean {
  const decided = decidedAt(asked, option);
  if (decided === null) return true;
  if (at.spineRow !== decided.spineRow) return false;
  const phases = phasesAt(asked.slice, at);
  const isPlayed = at.together === true || at.join === decided.join;
  return isPlayed && phases.indexOf(at.phase) >= phases.indexOf(decided.phase);
}

/** Where the picture stands when all of a question is decided. */
export function decidedPicture({ question, options, right, at }: Asked): Coordinate {
  const answer = options.find(({ id }) => id === right);
  if (answer?.kind === "phase") return { ...at, phase: answer.phase };
  if (answer?.kind === "join") return { ...at, join: answer.join, phase: "write_cell" };
  return question.kind === "row" ? { ...at, phase: "write_cell" } : at;
}

function decidedAt(asked: Asked, option: string): Coordinate | null {
  const { question, at } = asked;
  switch (question.kind) {
    case "row":
      return { ...at, phase: rowPhase(asked, option) };
    case "rule":
    case "feature":
      return decidedPicture(asked);
    default:
      return null;
  }
}

function rowPhase(asked: Asked, option: string): Phase {
  const { slice, at, right } = asked;
  const row = rowOfOption(asked, option) ?? rowOfOption(asked, right);
  const verdicts = verdictsAt(slice, joinAt(slice, at.join), at.spineRow);
  const candidate = row === null ? undefined : verdicts.ofRow(row);
  return candidate === undefined ? "keep_latest" : VERDICT_TERMS[candidate.verdict].phase;
}
