import { fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { NO_PROGRESS } from "../../../learn/progress";
import { REVIEWED } from "../../../learn/review";
import { type ShownLesson, SMALL_LESSON, showInLesson, withLessonPage } from "../testing/small-lesson";
import { Review } from "./review";
import { reviewQuestion } from "./use-opening-review";

withLessonPage();

/** Two questions of the second lesson, before the third begins. */
function review(): ShownLesson & { readonly onLeave: ReturnType<typeof vi.fn> } {
  const onLeave = vi.fn();
  const questions = ["first", "many"].flatMap(
    (question) => reviewQuestion({ lesson: "look-left", question, variant: 0 }, SMALL_LESSON) ?? [],
  );
  const shown = showInLesson(
    <Review occasion={{ kind: "opening", lesson: "boundary" }} questions={questions} onLeave={onLeave} />,
    {
      ...NO_PROGRESS,
      seed: 3,
    },
  );
  return { ...shown, onLeave };
}

function answer(): void {
  fireEvent.click(screen.getByRole("radio", { name: /61/ }));
  fireEvent.click(screen.getByRole("radio", { name: "certain" }));
  fireEvent.click(screen.getByRole("button", { name: "Commit, and see" }));
}

test("a review asks one question at a time, with what its lesson says before it", () => {
  review();
  expect(screen.getByRole("heading", { name: "From lesson 2, Look left, take the last" })).toBeTruthy();
  expect(screen.getByText("Mia drives.")).toBeTruthy();
  expect(screen.getByText("Question 1 of 2")).toBeTruthy();
  expect(screen.getByRole("group", { name: "Which report?" })).toBeTruthy();
  expect(screen.queryByRole("group", { name: "Which report now?" })).toBeNull();
});

test("its answer is kept as a review, told in place, and the lesson will not ask it again", () => {
  const { progress, app } = review();
  answer();
  expect(progress().answers.map((one) => [one.lesson, one.question, one.isRight, one.at])).toEqual([
    ["look-left", "first", true, "review"],
  ]);
  expect(progress().lessons.boundary?.made[REVIEWED]).toEqual(["look-left/first"]);
  expect(screen.getByRole("heading", { name: "You took 10:05 · 61, and so does the join." })).toBeTruthy();
  expect(app.state.getState().route.part).toBe("predict");
});

test("then comes the next, whose heading gets the focus, and after the last the lesson", () => {
  const { onLeave } = review();
  answer();
  fireEvent.click(screen.getByRole("button", { name: "Next question" }));
  expect(screen.getByRole("group", { name: "Which report now?" })).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole("heading", { name: /^From lesson 2/ }));
  answer();
  fireEvent.click(screen.getByRole("button", { name: "Begin: The boundary" }));
  expect(onLeave).toHaveBeenCalledOnce();
});

test("each can be skipped", () => {
  const { onLeave, progress } = review();
  fireEvent.click(screen.getByRole("button", { name: "Skip this one" }));
  fireEvent.click(screen.getByRole("button", { name: "Skip, and begin" }));
  expect(onLeave).toHaveBeenCalledOnce();
  expect(progress().answers).toEqual([]);
});

test("a question that its lesson asks nowhere has no words, and is not asked", () => {
  const item = { lesson: "look-left", question: "unasked", variant: 0 } as const;
  expect(reviewQuestion(item, SMALL_LESSON)).toBeNull();
});

test("what is only checked is asked with what the first part tells of the same scenario; a new case stands by itself", () => {
  const hookOf = (question: string) =>
    reviewQuestion({ lesson: "look-left", question, variant: 0 }, SMALL_LESSON)?.hook;
  expect(hookOf("rule")).toEqual(SMALL_LESSON.parts[0]?.blocks.slice(0, 1));
  expect(hookOf("many")).toEqual([]);
});
