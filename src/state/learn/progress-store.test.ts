import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { NO_PROGRESS, type Progress, withAnswer } from "../../learn/progress";
import { type App, createApp } from "../app";
import { OWN } from "../document";
import {
  beginLearning,
  changeProgress,
  forgetReplaced,
  forgetUnread,
  learnStore,
  replaceProgress,
  startOver,
  undoReplacing,
} from "./progress-store";

const BEGUN: Progress = withAnswer(
  { ...NO_PROGRESS, seed: 7, pace: "short" },
  {
    lesson: "look-left",
    question: "first",
    variant: 0,
    option: "row:1",
    isRight: true,
    confidence: "fairly",
    at: "lesson",
    time: 5,
  },
);

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

/** Another visit, or another tab: an app of its own on what the browser keeps. */
function visit(): App {
  const app = createApp(OWN, { worker: () => Promise.reject(new Error("no store is needed")) });
  onTestFinished(() => app.dispose());
  return app;
}

const learnt = (app: App) => app.part(learnStore).getState();

test("what was done is there at the next visit", () => {
  changeProgress(visit(), () => BEGUN);
  expect(learnt(visit())).toEqual({ progress: BEGUN, before: null, unread: null, isKept: true });
});

test("the seed is drawn once", () => {
  const app = visit();
  beginLearning(app);
  const { seed } = learnt(app).progress;
  expect(seed).toBeGreaterThan(0);
  beginLearning(app);
  beginLearning(visit());
  expect(learnt(visit()).progress.seed).toBe(seed);
});

test("two tabs lose nothing of each other", () => {
  const [here, there] = [visit(), visit()];
  learnt(here);
  changeProgress(there, () => BEGUN);
  changeProgress(here, (before) => ({ ...before, pace: "full" }));
  expect(learnt(visit()).progress).toEqual({ ...BEGUN, pace: "full" });
  window.dispatchEvent(new StorageEvent("storage", { key: "microfs.learn" }));
  expect(learnt(there).progress.pace).toBe("full");
});

test("what cannot be read is put aside and told, whatever is done next, until it was seen", () => {
  localStorage.setItem("microfs.learn", "{ of a later version");
  const app = visit();
  expect(learnt(app)).toMatchObject({ progress: NO_PROGRESS, unread: "{ of a later version" });
  changeProgress(app, () => BEGUN);
  expect(learnt(visit())).toMatchObject({ progress: BEGUN, unread: "{ of a later version" });
  forgetUnread(app);
  expect(learnt(visit())).toMatchObject({ progress: BEGUN, unread: null });
});

test("a second text that cannot be read does not take the place of the first", () => {
  localStorage.setItem("microfs.learn", "first");
  learnt(visit());
  localStorage.setItem("microfs.learn", "second");
  learnt(visit());
  const values = Array.from({ length: localStorage.length }, (_, i) =>
    localStorage.getItem(localStorage.key(i) ?? ""),
  );
  expect(values.sort()).toEqual(["first", "second"]);
});

test("starting over keeps the pace, and undo brings all back, after a reload too", () => {
  const app = visit();
  changeProgress(app, () => BEGUN);
  startOver(app);
  expect(learnt(app).progress).toEqual({ ...NO_PROGRESS, pace: "short" });
  const next = visit();
  expect(learnt(next)).toMatchObject({ before: BEGUN, progress: { answers: [] } });
  undoReplacing(next);
  expect(learnt(visit())).toMatchObject({ progress: BEGUN, before: null });
});

test("what was replaced is kept until it is wanted no more; nothing is kept of nothing", () => {
  const app = visit();
  replaceProgress(app, BEGUN);
  expect(learnt(app)).toMatchObject({ progress: BEGUN, before: null });
  replaceProgress(app, NO_PROGRESS);
  expect(learnt(app).before).toEqual(BEGUN);
  forgetReplaced(app);
  expect(learnt(visit())).toMatchObject({ progress: NO_PROGRESS, before: null });
});

test("where the browser keeps nothing it holds for this visit, and says so", () => {
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("no", "QuotaExceededError");
  });
  const app = visit();
  changeProgress(app, () => BEGUN);
  changeProgress(app, (before) => ({ ...before, pace: "full" }));
  expect(learnt(app)).toMatchObject({ progress: { ...BEGUN, pace: "full" }, isKept: false });
});
