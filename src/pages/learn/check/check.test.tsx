import { fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { SMALL_LESSON, showInLesson, withLessonPage } from "../testing/small-lesson";
import { Blocks } from "../text/blocks";

withLessonPage();

const RULE = <Blocks blocks={SMALL_LESSON.parts[2]?.blocks ?? []} />;

test("a step is asked for in the words of the steps, and of the row as it is", () => {
  showInLesson(RULE);
  const group = screen.getByRole("group", { name: "Which step decided about 10:08?" });
  expect([...group.querySelectorAll("button")].map((button) => button.textContent)).toEqual([
    "rule out the future",
    "rule out the not yet known",
    "rule out the expired",
    "keep the latest",
  ]);
});

test("one press answers it, and tells at once what is so; the picture stands at the step that decided", () => {
  const { progress } = showInLesson(RULE);
  fireEvent.click(screen.getByRole("button", { name: "keep the latest" }));
  expect(progress().answers.map((one) => [one.option, one.isRight, one.confidence])).toEqual([
    ["keep_latest", false, null],
  ]);
  const lead = screen.getByRole("heading", {
    name: "You said “keep the latest”. What decided is “rule out the future”.",
  });
  expect(document.activeElement?.contains(lead)).toBe(true);
  expect(screen.getByRole("button", { current: "step" }).textContent).toBe("rule out the future");
});

test("what the step that was said does is said too", () => {
  showInLesson(RULE);
  fireEvent.click(screen.getByRole("button", { name: "keep the latest" }));
  expect(screen.getByText(/supersedes/)).toBeTruthy();
});

test("a right step is told so", () => {
  showInLesson(RULE);
  fireEvent.click(screen.getByRole("button", { name: "rule out the future" }));
  expect(
    screen.getByRole("heading", { name: "You said “rule out the future”, and that step decided." }),
  ).toBeTruthy();
});
