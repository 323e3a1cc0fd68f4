import { fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { type Answer, NO_PROGRESS, type Progress } from "../../../learn/progress";
import { LessonView } from "../lesson/lesson-view";
import { showInLesson, withLessonPage } from "../testing/small-lesson";

withLessonPage();

const ANSWER: Answer = {
  lesson: "look-left",
  question: "first",
  variant: 0,
  option: "none",
  isRight: false,
  confidence: "certain",
  at: "lesson",
  time: 0,
};
const BEFORE: Progress = { ...NO_PROGRESS, seed: 3, answers: [ANSWER] };

/** Lessons are files that come when they are asked for. */
const LOADED = { timeout: 20_000 };
const reviewed = () => screen.findByText("From lesson 2, Look left, take the last", {}, LOADED);
const firstPart = () => screen.findByRole("heading", { name: "Predict" }, LOADED);

test("a lesson opens with a question of the lesson before; once it is skipped, with its first part, and then always", async () => {
  const { progress, app } = showInLesson(<LessonView name="boundary" />, BEFORE);
  await reviewed();
  expect(screen.getByRole("heading", { name: "Before you begin" })).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Skip, and begin" }));
  expect(document.activeElement).toBe(await firstPart());
  expect(screen.queryByRole("heading", { name: /^From lesson/ })).toBeNull();
  app.dispose();
  document.body.replaceChildren();
  showInLesson(<LessonView name="boundary" />, progress());
  await firstPart();
  expect(screen.queryByRole("heading", { name: /^From lesson/ })).toBeNull();
});

test("one who has begun no lesson before is asked nothing", async () => {
  showInLesson(<LessonView name="boundary" />, { ...NO_PROGRESS, seed: 3 });
  await firstPart();
  expect(screen.queryByRole("heading", { name: /^From lesson/ })).toBeNull();
});

test("nor is one who has begun this one", async () => {
  const begun: Answer = { ...ANSWER, lesson: "boundary" };
  showInLesson(<LessonView name="boundary" />, { ...BEFORE, answers: [ANSWER, begun] });
  await firstPart();
  expect(screen.queryByRole("heading", { name: /^From lesson/ })).toBeNull();
});
