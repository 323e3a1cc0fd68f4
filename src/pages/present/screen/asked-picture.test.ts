import { expect, test } from "vitest";
import { variantCount } from "../../../learn/questions/ask";
import { EVERY_LESSON } from "../../../learn/testing/every-lesson";
import type { PlanStep } from "../../../present/plan";
import { prepareStep } from "../../../present/prepare-step";
import { loadReadyPlan, READY_PLANS } from "../../../present/ready-plans";
import { drawableGuess } from "../../../timeline/picture/guess/drawable-guess";
import type { PictureOptions } from "../../../timeline/picture/picture";
import { type SameQuestion, sameQuestions } from "../../../timeline/testing/same-question";
import { isAgeAsked, letteredRows, ringedRow } from "./asked-rows";

/** Every question of a lesson that a class can be asked, in every variant. */
const QUESTIONS = EVERY_LESSON.flatMap(({ name: lesson, lesson: { questions } }) =>
  Object.entries(questions).flatMap(([name, question]) =>
    question.kind === "served"
      ? []
      : Array.from({ length: variantCount(question) }, (_, variant): [string, PlanStep] => [
          `${lesson} ${name} ${variant}`,
          { kind: "question", minutes: 1, lesson, question: name, variant, votes: 1 },
        ]),
  ),
);

/** The picture of a step as a class sees it, as a plan's list shows it, and as a lesson asks it. */
async function askedAlike(step: PlanStep): Promise<SameQuestion[]> {
  const prepared = await prepareStep(step);
  const { picture, asked } = prepared;
  if (picture === null || asked === null) return [];
  const hidesTtlBand = isAgeAsked(prepared);
  const lettered = letteredRows(prepared);
  const guess = drawableGuess({ join: asked.at.join, row: null, isAnswered: false, keepsRoom: true });
  const shown: PictureOptions[] = [
    {
      width: 1152,
      size: "large",
      textScale: 1.375,
      hidesTtlBand,
      guess: ringedRow(prepared),
      ...(lettered && { lettered }),
    },
    { width: 460 },
    { width: 760, hidesTtlBand, guess },
    { width: 358, hidesTtlBand, guess },
  ];
  return shown.flatMap((options) => sameQuestions(picture.slice, asked.at, options));
}

const winners: number[] = [];

test.each(QUESTIONS)("the picture of %s does not answer it", async (_, step) => {
  const alike = await askedAlike(step);
  for (const { pictures } of alike) expect([...pictures].slice(1)).toEqual([]);
  winners.push(...alike.map((one) => one.winners.size));
});

test("what was compared has different answers in most questions", () => {
  expect(winners.filter((count) => count > 1).length).toBeGreaterThan(winners.length / 4);
});

test.each(READY_PLANS)("no picture of the plan %s answers what it asks", async (name) => {
  const { steps } = await loadReadyPlan(name);
  for (const step of steps)
    for (const { pictures } of await askedAlike(step)) expect([...pictures].slice(1)).toEqual([]);
});
