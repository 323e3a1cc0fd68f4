import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LESSON_NAMES, type LessonName } from "../../../learn/lesson-names";
import { NO_PROGRESS, type Progress, withAnswer, withLesson, writeProgress } from "../../../learn/progress";
import { createApp } from "../../../state/app";
import { OWN } from "../../../state/document";
import { changeProgress, learnStore } from "../../../state/learn/progress-store";
import { ALL_LESSONS } from "../../../state/route/url";
import { AppContext } from "../../../state/use-app";
import { KeyScope } from "../../../ui/keys/key-scope";
import { Messages } from "../../../views/frame/page-frame";
import { LessonList } from "./lesson-list";

beforeEach(() => {
  // jsdom has no modal dialogs.
  HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
  };
});
afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.restoreAllMocks();
});

function done(progress: Progress, ...lessons: LessonName[]): Progress {
  return lessons.reduce((so, name) => withLesson(so, name, { parts: 6, shortDone: 1, done: 2 }), progress);
}

const FIRST_THREE = done(NO_PROGRESS, "opening", "tempting-join", "look-left");

function show(progress: Progress) {
  const app = createApp(OWN, {
    worker: () => Promise.reject(new Error("no store is needed")),
    route: ALL_LESSONS,
  });
  changeProgress(app, () => progress);
  render(
    <AppContext value={app}>
      <KeyScope>
        <Messages />
        <LessonList />
      </KeyScope>
    </AppContext>,
  );
  return { progress: () => app.part(learnStore).getState().progress };
}

const rows = () => within(screen.getByRole("list", { name: "Lessons" })).getAllByRole("listitem");
const row = (name: string) => rows().find((one) => one.textContent?.includes(name))?.textContent;
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

test("before anything was done it begins with the opening, and nothing can be lost", () => {
  show(NO_PROGRESS);
  expect(rows()).toHaveLength(LESSON_NAMES.length);
  expect(screen.getByRole("link", { name: "Begin: the opening" }).getAttribute("href")).toBe(
    "#/learn?lesson=opening",
  );
  expect(screen.getByText(/What is left takes about 82 minutes, or 32 on/)).toBeDefined();
  expect(screen.queryByRole("button", { name: "Start over" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Save progress" })).toBeNull();
});

test("it says what is done, what is next, and how long the rest takes, at either pace", () => {
  const { progress } = show(withLesson(FIRST_THREE, "boundary", { parts: 3, shortDone: 1 }));
  expect(screen.getByText(/lessons are done/).textContent).toBe(
    "2 of 10 lessons are done. What is left takes about 61 minutes, or 21 on the three-minute path.",
  );
  expect(row("Look left, take the last")).toContain("✓ done");
  expect(row("The boundary")).toContain("next, 5 min");
  expect(screen.getAllByText("you are here")).toHaveLength(1);
  fireEvent.click(screen.getByRole("radio", { name: "3 minutes" }));
  expect(progress().pace).toBe("short");
  expect(row("The boundary")).toContain("✓ done");
  expect(row("Too old")).toContain("next, 3 min");
  expect(screen.getByRole("link", { name: "Go on: lesson 4" })).toBeDefined();
});

test("it says what comes back: soon what one was sure of and wrong about, else on its day", () => {
  const answer = {
    lesson: "look-left",
    question: "first",
    variant: 0,
    option: "row:2",
    isRight: false,
    confidence: "certain",
    at: "lesson",
    time: Date.now(),
  } as const;
  show(withAnswer(FIRST_THREE, answer));
  expect(row("Look left, take the last")).toContain("sure, but wrong: comes back next");
  cleanup();
  show(withAnswer(FIRST_THREE, { ...answer, confidence: "fairly" }));
  expect(row("Look left, take the last")).toContain("to review tomorrow");
  expect(screen.queryByText("One question has come back")).toBeNull();
  cleanup();
  show(withAnswer(FIRST_THREE, { ...answer, time: Date.now() - 5 * 86_400_000 }));
  expect(row("Look left, take the last")).toContain("sure, but wrong: again today");
  expect(screen.getByText("One question has come back").getAttribute("href")).toBe("#/learn?part=review");
});

test("all done, there is nothing to go on to", () => {
  show(done(NO_PROGRESS, ...LESSON_NAMES));
  expect(screen.getByText("All ten lessons are done.")).toBeDefined();
  expect(screen.queryByRole("link", { name: /^Go on/ })).toBeNull();
  expect(screen.queryByText("you are here")).toBeNull();
});

function sure(progress: Progress, isRight: boolean, confidence: "certain" | "guessing"): Progress {
  const what = {
    lesson: "look-left",
    question: `q${progress.answers.length}`,
    variant: 0,
    option: "none",
  } as const;
  return withAnswer(progress, { ...what, isRight, confidence, at: "lesson", time: 0 });
}

test("it says how often one was certain, and right", () => {
  show(sure(sure(sure(FIRST_THREE, true, "certain"), false, "certain"), false, "guessing"));
  expect(screen.getByText("You were certain twice, and right once.")).toBeTruthy();
  expect(screen.queryByText(/You guessed/)).toBeNull();
});

test("when all is done, it sums up how sure one was, and what comes back", () => {
  show(sure(sure(done(NO_PROGRESS, ...LESSON_NAMES), false, "certain"), false, "guessing"));
  expect(screen.getByRole("heading", { name: "How sure you were, and how often right" })).toBeTruthy();
  expect(screen.getByText("You were certain once, and wrong.")).toBeTruthy();
  expect(screen.getByText("You guessed once, and were wrong.")).toBeTruthy();
  expect(screen.getByText(/^One answer was certain and wrong/)).toBeTruthy();
});

test("starting over can be undone", () => {
  const { progress } = show(FIRST_THREE);
  press("Start over");
  expect(progress().lessons).toEqual({});
  press("Undo");
  expect(progress()).toEqual(FIRST_THREE);
  expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
});

function open(text: string) {
  const files = [new File([text], "saved.json", { type: "application/json" })];
  fireEvent.change(screen.getByLabelText("Open saved progress", { selector: "input" }), {
    target: { files },
  });
}

test("a file that is no progress is refused in a sentence, and changes nothing", async () => {
  const { progress } = show(FIRST_THREE);
  open('{"some":"thing"}');
  expect((await screen.findByRole("alert")).textContent).toContain(
    "“saved.json” is not progress that was saved here.",
  );
  expect(progress()).toEqual(FIRST_THREE);
});

test("what was said of a file before is gone once another asks what to do with it", async () => {
  show(FIRST_THREE);
  open('{"some":"thing"}');
  await screen.findByRole("alert");
  open(writeProgress(done(NO_PROGRESS, "boundary")));
  await screen.findByRole("dialog", { name: "Open saved progress" });
  expect(screen.queryByText(/is not progress that was saved here/)).toBeNull();
});

test("a file is taken at once where there is nothing to lose", async () => {
  const { progress } = show(NO_PROGRESS);
  open(writeProgress(FIRST_THREE));
  await waitFor(() => expect(progress()).toEqual(FIRST_THREE));
});

test("elsewhere it is asked whether it goes beside what there is, or in its place, which can be undone", async () => {
  const saved = done(NO_PROGRESS, "boundary");
  const { progress } = show(FIRST_THREE);
  open(writeProgress(saved));
  await screen.findByRole("dialog", { name: "Open saved progress" });
  press("Put both together");
  expect(progress().lessons).toEqual({ ...FIRST_THREE.lessons, ...saved.lessons });
  open(writeProgress(saved));
  await screen.findByRole("dialog", { name: "Open saved progress" });
  press("Replace what is here");
  expect(progress()).toEqual(saved);
  press("Undo");
  expect(Object.keys(progress().lessons)).toHaveLength(4);
});
