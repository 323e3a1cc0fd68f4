import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LessonName } from "../../../learn/lesson-names";
import { loadLesson } from "../../../learn/load-lesson";
import { NO_PROGRESS, type Progress, progressIn } from "../../../learn/progress";
import { type App, createApp } from "../../../state/app";
import { OWN } from "../../../state/document";
import { changeProgress, learnStore } from "../../../state/learn/progress-store";
import { goTo } from "../../../state/route/go-to";
import { ALL_LESSONS } from "../../../state/route/url";
import { AppContext } from "../../../state/use-app";
import { KeyScope } from "../../../ui/keys/key-scope";
import { stubLayout } from "../../../ui/testing/stub-layout";
import { LessonView } from "./lesson-view";

beforeEach(() => stubLayout());
afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});

interface Opened {
  readonly app: App;
  readonly part: () => string | null;
  readonly entries: () => number;
  readonly progress: () => Progress;
}

async function open(lesson: LessonName, part: string | null, progress = NO_PROGRESS): Promise<Opened> {
  const app = createApp(OWN, {
    worker: () => Promise.reject(new Error("no store is needed")),
    route: { ...ALL_LESSONS, lesson, part },
  });
  changeProgress(app, () => progress);
  render(
    <AppContext value={app}>
      <KeyScope isFirst>
        <LessonView name={lesson} />
      </KeyScope>
    </AppContext>,
  );
  // What it loads comes, and what then follows is over, before anything is asked.
  await act(async () => {
    await loadLesson(lesson);
    await new Promise((resolve) => setTimeout(resolve));
  });
  const state = () => app.state.getState();
  return {
    app,
    part: () => state().route.part,
    entries: () => state().routeEntry,
    progress: () => app.part(learnStore).getState().progress,
  };
}

const heading = () => screen.getByRole("heading", { level: 2 });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const currentPart = () =>
  within(screen.getByRole("navigation", { name: "Lessons" }))
    .getAllByRole("link")
    .find((link) => link.getAttribute("aria-current") === "step")?.textContent;

test("a lesson opens where its reader is, names that part in the address, and draws the seed", async () => {
  const { part, entries, progress } = await open("opening", null, {
    ...NO_PROGRESS,
    lessons: { opening: { parts: 2, shortDone: null, done: null, made: {} } },
  });
  expect(part()).toBe("row");
  expect(entries()).toBe(0);
  expect(currentPart()).toBe("One row");
  expect(progress().seed).toBeGreaterThan(0);
});

test("a part that is none leads to where the reader is, and says so", async () => {
  const { app, part } = await open("opening", "nowhere");
  expect(part()).toBe("customer");
  expect(app.state.getState().message?.text).toContain("has no part “nowhere”");
});

test("going on is a step that Back returns from; the focus is at the heading of what comes", async () => {
  const { part, entries, progress } = await open("opening", "customer");
  press("Go on");
  expect([part(), entries()]).toEqual(["moment", 1]);
  expect(heading().textContent).toBe("One moment");
  expect(document.activeElement).toBe(heading());
  expect(progressIn(progress(), "opening").parts).toBe(1);
  press("Back");
  expect(part()).toBe("customer");
  expect(progressIn(progress(), "opening").parts).toBe(1);
});

test("who comes to a lesson has the focus at its heading, and not where something has it already", async () => {
  await open("opening", "customer");
  expect(document.activeElement).toBe(heading());
  cleanup();
  const elsewhere = document.body.appendChild(document.createElement("button"));
  elsewhere.focus();
  await open("opening", "customer");
  expect(document.activeElement).toBe(elsewhere);
  elsewhere.remove();
});

test("with Shift the page keys go from part to part, no further than there are any", async () => {
  const { part } = await open("opening", "row");
  const key = (name: string) => fireEvent.keyDown(document.body, { key: name, shiftKey: true });
  key("PageDown");
  expect(part()).toBe("steps");
  key("PageDown");
  expect(part()).toBe("steps");
  key("PageUp");
  expect(part()).toBe("row");
});

test("the opening ends with lesson 1, and is then done", async () => {
  const { progress } = await open("opening", "customer");
  for (let i = 0; i < 3; i++) press("Go on");
  expect(screen.getByRole("link", { name: "Lesson 1: The tempting join" })).toBeDefined();
  expect(progressIn(progress(), "opening").done).not.toBeNull();
});

test("what comes after a prediction waits until it is committed, yet can be opened", async () => {
  const { app, part, progress } = await open("look-left", "predict");
  const next = screen.getByRole("button", { name: "Go on" });
  expect(next.getAttribute("aria-disabled")).toBe("true");
  expect(screen.getByText("Commit to an answer, then go on.")).toBeDefined();
  fireEvent.click(next);
  fireEvent.keyDown(document.body, { key: "PageDown", shiftKey: true });
  expect(part()).toBe("predict");
  // As a link, a reload, Back or Forward does.
  act(() => goTo(app, { part: "why" }));
  expect(heading().textContent).toBe("Why");
  press("Go on");
  expect(progressIn(progress(), "look-left").parts).toBe(0);
});

test("a question within a lesson is waited for too", async () => {
  const { part } = await open("look-left", "rule");
  expect(screen.getByText("Answer first, then go on.")).toBeDefined();
  press("Go on");
  expect(part()).toBe("rule");
  press("rule out the future");
  press("Go on");
  expect(part()).toBe("blank");
});

test("the last lesson is done when its tasks are, or when they are skipped", async () => {
  const gone: Progress = {
    ...NO_PROGRESS,
    seed: 1,
    lessons: { "your-data": { parts: 3, shortDone: 1, done: null, made: {} } },
    answers: ["first", "last"].flatMap((question) =>
      [0, 1, 2].map((variant) => ({
        ...{ lesson: "your-data" as const, question, variant, option: "row:0", isRight: true },
        ...{ confidence: null, at: "lesson" as const, time: 1 },
      })),
    ),
  };
  const { progress } = await open("your-data", "tasks", gone);
  expect(screen.getByText("The lesson is done once all tasks are ticked.")).toBeDefined();
  expect(screen.queryByText("Lesson 10 is done.")).toBeNull();
  expect(progressIn(progress(), "your-data").done).toBeNull();
  press("Skip the tasks");
  expect(screen.getByText("Lesson 10 is done.")).toBeDefined();
  expect(progressIn(progress(), "your-data").done).not.toBeNull();
});

test("the short path ends after its parts, and the rest can be gone on with", async () => {
  const { part, progress } = await open("opening", "steps", { ...NO_PROGRESS, pace: "short" });
  // All of the opening is the short path: nothing is left of it.
  expect(screen.queryByText("That is the three-minute path.")).toBeNull();
  expect(progressIn(progress(), "opening").shortDone).not.toBeNull();
  cleanup();
  const answered: Progress = {
    ...NO_PROGRESS,
    pace: "short",
    seed: 1,
    lessons: { "look-left": { parts: 2, shortDone: null, done: null, made: {} } },
    answers: [0, 1].map((variant) => ({
      lesson: "look-left",
      question: "first",
      variant,
      option: "row:1",
      isRight: true,
      confidence: "certain",
      at: "lesson",
      time: 1,
    })),
  };
  const second = await open("look-left", "why", answered);
  expect(screen.getByText("That is the three-minute path.")).toBeDefined();
  expect(screen.getByRole("link", { name: "Next lesson: The boundary" })).toBeDefined();
  expect(progressIn(second.progress(), "look-left")).toMatchObject({ parts: 3, done: null });
  press(/5 minutes more/);
  expect(second.part()).toBe("rule");
  expect(screen.getByRole("button", { name: "Go on" })).toBeDefined();
  expect(part()).toBe("steps");
});

/** At the end of the short path of the second lesson, certain of the first answer and wrong. */
const CERTAIN_AND_WRONG: Progress = {
  ...NO_PROGRESS,
  pace: "short",
  seed: 1,
  lessons: { "look-left": { parts: 2, shortDone: null, done: null, made: {} } },
  answers: [
    {
      lesson: "look-left",
      question: "first",
      variant: 0,
      option: "none",
      isRight: false,
      confidence: "certain",
      at: "lesson",
      time: Date.now(),
    },
  ],
};

test("a path is not done before what was certain and wrong has come back, in another form", async () => {
  const { part, progress } = await open("look-left", "why", CERTAIN_AND_WRONG);
  expect(screen.queryByText("That is the three-minute path.")).toBeNull();
  expect(screen.getByRole("link", { name: "Once more" }).getAttribute("href")).toMatch(/part=once-more/);
  expect(progressIn(progress(), "look-left")).toMatchObject({ parts: 2, shortDone: null });
  cleanup();
  const again = await open("look-left", "once-more", CERTAIN_AND_WRONG);
  expect(screen.getByText("Some of its data are others than you saw.")).toBeDefined();
  expect(progressIn(again.progress(), "look-left").shortDone).toBeNull();
  fireEvent.click(screen.getByRole("radio", { name: "none of them" }));
  fireEvent.click(screen.getByRole("radio", { name: "guessing" }));
  press("Commit, and see");
  expect(again.progress().answers.map(({ at }) => at)).toEqual(["lesson", "review"]);
  expect(screen.getByText("That is the three-minute path.")).toBeDefined();
  expect(screen.getByText(/opens the next lesson too, and comes back on/)).toBeDefined();
  expect(progressIn(again.progress(), "look-left")).toMatchObject({ parts: 3, done: null });
  expect(progressIn(again.progress(), "look-left").shortDone).not.toBeNull();
  expect(part()).toBe("why");
});

test("of a lesson that is counted already it is not said that it waits to be", async () => {
  await open("look-left", "why", CERTAIN_AND_WRONG);
  expect(screen.getByText(/It comes back before the lesson is done\.$/)).toBeDefined();
  cleanup();
  const lessons = { "look-left": { parts: 3, shortDone: 1, done: null, made: {} } };
  await open("look-left", "why", { ...CERTAIN_AND_WRONG, lessons });
  expect(screen.getByText(/It comes back now, though the lesson counts as done already\.$/)).toBeDefined();
});

test("it can be skipped: then the path is done, and the focus at what that says", async () => {
  const { progress } = await open("look-left", "once-more", CERTAIN_AND_WRONG);
  press("Skip this one");
  expect(document.activeElement?.textContent).toContain("That is the three-minute path.");
  expect(progressIn(progress(), "look-left").shortDone).not.toBeNull();
  expect(screen.queryByRole("radio")).toBeNull();
});

test("whoever opens it by its address alone, with nothing answered, has done nothing", async () => {
  const { progress } = await open("look-left", "once-more");
  expect(progressIn(progress(), "look-left")).toMatchObject({ parts: 0, shortDone: null, done: null });
});

test("what of a lesson has come back is asked by a link, with the answer kept as a review", async () => {
  const answers: Progress["answers"] = [
    {
      lesson: "look-left",
      question: "first",
      variant: 0,
      option: "none",
      isRight: false,
      confidence: "fairly",
      at: "lesson",
      time: 1,
    },
  ];
  const { part } = await open("look-left", "review", { ...NO_PROGRESS, seed: 1, answers });
  expect(heading().textContent).toBe("Review");
  expect(screen.getByRole("heading", { name: "Question 1 of 1" })).toBeDefined();
  expect(part()).toBe("review");
  cleanup();
  await open("boundary", "review");
  expect(screen.getByText(/so nothing of it comes back/)).toBeDefined();
});

test.each([1, 2, 3, 4, 5])(
  "the last step is asked of the rows that the lesson has shown, whoever learns it (seed %i)",
  async (seed) => {
    await open("tempting-join", "blank", { ...NO_PROGRESS, seed });
    expect(screen.getByRole("button", { name: "5 Nov 12:00 · 15.25" })).toBeTruthy();
  },
);
