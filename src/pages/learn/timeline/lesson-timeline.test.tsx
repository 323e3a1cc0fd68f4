// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Answer } from "../../../learn/progress";
import { ask } from "../../../learn/questions/ask";
import { EVERY_LESSON } from "../../../learn/testing/every-lesson";
import { readLessonText } from "../../../learn/text/read-lesson-text";
import { LessonContext, type LessonHandle } from "../lesson/lesson-context";
import { LessonTimeline } from "./lesson-timeline";

beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const LESSON = EVERY_LESSON.find(({ name }) => name === "look-left");

/** A directive as a lesson's text has it, read as that is. */
function show(text: string, option: string | null = null): void {
  if (LESSON === undefined) throw new Error("there is a lesson look-left");
  const [part] = readLessonText(`## Part\n\n${text}\n`);
  const directive = part?.blocks[0];
  if (directive?.kind !== "directive") throw new Error("the text is no directive");
  const answer: Answer | null =
    option === null
      ? null
      : {
          lesson: "look-left",
          question: "first",
          variant: 0,
          option,
          isRight: false,
          confidence: null,
          at: "lesson",
          time: 0,
        };
  const handle: LessonHandle = {
    ...LESSON,
    ask: (question) => ask(LESSON.lesson, question, 0),
    askAgain: () => null,
    answerTo: () => answer,
    commit: () => undefined,
    made: () => null,
    keepMade: () => undefined,
  };
  render(
    <LessonContext value={handle}>
      <LessonTimeline directive={directive} />
    </LessonContext>,
  );
}

const asOf = () => screen.getByRole("slider", { name: "The moment of the prediction" });
const picture = () => screen.getByRole("group", { name: /^Timeline of/ }).getAttribute("aria-label");

test("a picture alone opens at its end, has no steps, and nothing in it can be moved", () => {
  show("::timeline{scenario=battery}");
  expect(screen.getAllByRole("button", { name: /, chosen,/ })).toHaveLength(1);
  expect(screen.queryByRole("list", { name: "Steps of this join" })).toBeNull();
  expect(screen.queryByRole("slider")).toBeNull();
});

test("what is gone through opens at its beginning", () => {
  show("::timeline{scenario=battery steps}");
  expect(screen.getByRole("list", { name: "Steps of this join" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: /, chosen,/ })).toBeNull();
});

test("what the learner answered is drawn as theirs", () => {
  show("::timeline{answers=first}", "row:0");
  expect(screen.getByRole("button", { name: /, yours$/ }).getAttribute("data-mark")).toBe("0");
});

test("a prediction that is dragged makes an own copy; the original is one press away, and nothing is lost", () => {
  show("::timeline{scenario=battery drag=prediction}");
  const original = picture();
  fireEvent.keyDown(asOf(), { key: "ArrowLeft" });
  fireEvent.keyDown(asOf(), { key: "ArrowLeft" });
  const own = picture();
  expect(own).not.toBe(original);
  expect(screen.getByText("You look at your own copy (1 change):")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "show the original" }));
  expect(picture()).toBe(original);
  // That is nobody's to change.
  expect(screen.queryByRole("slider")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "show my copy" }));
  expect(picture()).toBe(own);
  fireEvent.click(screen.getByRole("button", { name: "start over" }));
  expect(picture()).toBe(original);
  expect(screen.queryByText(/own copy/)).toBeNull();
});

test("rows that are added make rows of an ordinary join, and none of this one", () => {
  show('::timeline{scenario=battery add="duplicate tie"}');
  const counts = () =>
    screen.getAllByRole("definition").map(({ textContent }) => Number.parseInt(textContent ?? "", 10));
  const [ordinary = 0, own = 0] = counts();
  fireEvent.click(screen.getByRole("button", { name: "the same row again" }));
  expect(counts()).toEqual([ordinary, own]);
  expect(screen.getByText(/The store counts it as a duplicate/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "a tie" }));
  const [more = 0, same] = counts();
  expect(more).toBeGreaterThan(ordinary);
  expect(same).toBe(own);
  expect(screen.queryByRole("button", { name: "a correction" })).toBeNull();
});

test("every row has a window of its own, and the TTL that is drawn in one is every row’s", () => {
  show("::timeline{scenario=battery windows}");
  const pictures = screen.getAllByRole("group", { name: /^Row \d of \d: Timeline/ });
  expect(pictures.length).toBeGreaterThan(1);
});
