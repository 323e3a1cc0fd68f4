import { act, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { type ShownLesson, SMALL_LESSON, showInLesson, withLessonPage } from "../testing/small-lesson";
import { Blocks } from "../text/blocks";

withLessonPage();
afterEach(() => void vi.useRealTimers());

const [FIRST, , , NEW] = SMALL_LESSON.parts.map(({ blocks }) => <Blocks key="part" blocks={blocks} />);

const option = (name: string | RegExp) => screen.getByRole<HTMLInputElement>("radio", { name });
const commit = () => screen.getByRole("button", { name: "Commit, and see" });
const answers = ({ progress }: ShownLesson) =>
  progress().answers.map((one) => [one.question, one.option, one.isRight, one.confidence, one.at]);

test("the rows are offered in time order, then none of them, under the question's words", () => {
  showInLesson(FIRST);
  const group = screen.getByRole("group", { name: "Which report?" });
  const names = [...group.querySelectorAll("label")].map((label) => label.textContent);
  expect(names).toEqual(["09:50 · 64", "10:05 · 61", "10:08 · 58", "none of them"]);
});

test("nothing is judged, and nothing is said of what is right, before it is committed", () => {
  showInLesson(FIRST);
  const marks = screen.getAllByRole("button", { name: /battery, \d\d,/ });
  expect(marks.map((mark) => /not judged yet/.test(mark.getAttribute("aria-label") ?? ""))).toEqual([
    true,
    true,
    true,
  ]);
});

test("the button says what is missing, and does nothing until it is there", () => {
  const lesson = showInLesson(FIRST);
  const said = () => document.getElementById(commit().getAttribute("aria-describedby") ?? "")?.textContent;
  expect(said()).toBe("Choose an answer first.");
  fireEvent.click(option("10:08 · 58"));
  expect(said()).toBe("Say how sure you are.");
  fireEvent.click(commit());
  expect(answers(lesson)).toEqual([]);
  fireEvent.click(option("certain"));
  expect(said()).toBe("");
  fireEvent.click(commit());
  expect(answers(lesson)).toEqual([["first", "row:2", false, "certain", "lesson"]]);
});

test("pressing a row in the picture, by Enter too, is pressing its option", () => {
  showInLesson(FIRST);
  fireEvent.keyDown(screen.getByRole("button", { name: /58/ }), { key: "Enter" });
  expect(option("10:08 · 58").checked).toBe(true);
  fireEvent.click(screen.getByRole("button", { name: /61/ }));
  expect(option("10:05 · 61").checked).toBe(true);
  fireEvent.click(option("none of them"));
  expect(screen.queryByRole("button", { pressed: true })).toBeNull();
});

test("what was committed goes on to the part that shows it, and stays as it is", () => {
  const { app } = showInLesson(FIRST);
  fireEvent.click(option("10:08 · 58"));
  fireEvent.click(option("fairly"));
  fireEvent.click(commit());
  expect(app.state.getState().route.part).toBe("see");
  expect(screen.getByText("You said 10:08 · 58. You were fairly sure.")).toBeTruthy();
  expect(screen.queryAllByRole("radio")).toEqual([]);
  // There is no other variant of it.
  expect(screen.queryByRole("button", { name: "Try it again" })).toBeNull();
});

function answerNew(row: RegExp, sure: string): ShownLesson {
  const lesson = showInLesson(NEW);
  fireEvent.click(option(row));
  fireEvent.click(option(sure));
  fireEvent.click(commit());
  return lesson;
}

test("where no part shows it, a right answer is told in place, with the step that decided, and the focus is there", () => {
  const { app } = answerNew(/61/, "fairly");
  expect(app.state.getState().route.part).toBe("predict");
  const lead = screen.getByRole("heading", { name: "You took 10:05 · 61, and so does the join." });
  expect(document.activeElement?.contains(lead)).toBe(true);
  expect(screen.getByText(/goes into the row/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Show me the step" })).toBeNull();
});

test("a wrong one is told what it stands for, of the learner's own row, and its step is replayed", async () => {
  answerNew(/58/, "certain");
  expect(
    screen.getByRole("heading", { name: /^You took 10:\d\d · 58. The join takes 10:05 · 61.$/ }),
  ).toBeTruthy();
  expect((await screen.findByText(/^You took the last there is/)).textContent).toMatch(
    /58\sis in your table today\. At\s4\sMar\s10:07 it was not there: it became known at\s10:08\./,
  );
  expect(screen.getByText(/comes back/)).toBeTruthy();
  const step = () => screen.getByRole("button", { current: "step" }).textContent;
  expect(step()).toBe("write the cell");
  vi.useFakeTimers();
  fireEvent.click(screen.getByRole("button", { name: "Show me the step" }));
  expect(step()).toBe("find driver Mia");
  act(() => void vi.runAllTimers());
  expect(step()).toBe("rule out the future");
  expect(screen.getByText(/has not happened yet/)).toBeTruthy();
});

test("what merely was older is replayed where the latest is kept", () => {
  answerNew(/64/, "guessing");
  vi.useFakeTimers();
  fireEvent.click(screen.getByRole("button", { name: "Show me the step" }));
  act(() => void vi.runAllTimers());
  expect(screen.getByRole("button", { current: "step" }).textContent).toBe("keep the latest");
  expect(screen.queryByText(/comes back/)).toBeNull();
});

test("none of them, where a row does, is told which", () => {
  answerNew(/none/, "guessing");
  expect(
    screen.getByRole("heading", { name: "You took none of them. The join takes 10:05 · 61." }),
  ).toBeTruthy();
});

test("another try asks another variant, and leaves the first answer as it is", () => {
  const lesson = answerNew(/58/, "fairly");
  const [first] = lesson.progress().answers;
  fireEvent.click(screen.getByRole("button", { name: "Try it again" }));
  fireEvent.click(option(/61/));
  fireEvent.click(option("certain"));
  fireEvent.click(commit());
  const [kept, second] = lesson.progress().answers;
  expect(kept).toEqual(first);
  expect(second?.variant).not.toBe(first?.variant);
  expect(second?.isRight).toBe(true);
  expect(screen.getByRole("heading", { name: /and so does the join/ })).toBeTruthy();
});

test("after a reload it is as it was left", () => {
  const { progress } = answerNew(/58/, "fairly");
  const kept = progress();
  document.body.replaceChildren();
  showInLesson(NEW, kept);
  expect(screen.getByRole("heading", { name: /The join takes 10:05 · 61/ })).toBeTruthy();
});
