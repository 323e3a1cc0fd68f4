import { classAnswers } from "../../../present/answers";
import type { PreparedStep } from "../../../present/prepare-step";
import { type DrawableGuess, drawableGuess } from "../../../timeline/picture/guess/drawable-guess";
import type { LetteredRows } from "../../../timeline/picture/picture-types";
import { phasesAt } from "../../../timeline/step/coordinate";

/** The letters of the answers that are rows. */
export function letteredRows({ asked }: Pick<PreparedStep, "asked">): LetteredRows | undefined {
  if (asked === null) return undefined;
  const letters = classAnswers(asked).flatMap(({ letter, option }) =>
    option.kind === "row" ? [[option.row, letter] as const] : [],
  );
  return letters.length === 0 ? undefined : { join: asked.at.join, letters: new Map(letters) };
}

/** The row that is asked about, where the question is which step decides about it: it is ringed. */
export function ringedRow({ step, asked, lesson }: PreparedStep): DrawableGuess | null {
  if (step.kind !== "question" || asked === null) return null;
  const question = lesson.questions[step.question];
  if (question?.kind !== "rule") return null;
  return drawableGuess({ join: asked.at.join, row: question.of, isAnswered: false });
}

/** Whether the class is to say what the TTL rules out, too: then the picture does not. */
export function isAgeAsked({ asked }: Pick<PreparedStep, "asked">): boolean {
  if (asked === null || !asked.options.some(({ kind }) => kind === "row")) return false;
  const phases = phasesAt(asked.slice, asked.at);
  return phases.indexOf(asked.at.phase) < phases.indexOf("rule_out_expired");
}
