import { afterEach, expect, test, vi } from "vitest";
import { readLessonFile } from "../../learn/lesson-file/read-lesson-file";
import { SMALL_FILE } from "../../learn/lesson-file/testing/small-file";
import { type App, createApp } from "../app";
import { OWN } from "../document";
import {
  addOwnLesson,
  changeOwnProgress,
  MOST_OWN_LESSONS,
  ownLesson,
  ownLessonsStore,
  ownProgressIn,
  removeOwnLesson,
  undoRemovingLesson,
} from "./own-lessons";

afterEach(() => {
  localStorage.clear();
  vi.restoreAllMocks();
});

const openApp = () => createApp(OWN, { worker: () => Promise.reject(new Error("no worker is needed")) });

function add(app: App, file: string) {
  const read = readLessonFile(file);
  if (!read.ok) throw new Error("the file can be read");
  return addOwnLesson(app, read.file, file);
}

const titled = (title: string) => SMALL_FILE.replace("Mia’s battery", title);
const names = (app: App) =>
  app
    .part(ownLessonsStore)
    .getState()
    .lessons.map(({ name }) => name);
const partsGone = (app: App, name: string) => ownProgressIn(app.part(ownLessonsStore).getState(), name).parts;

test("a lesson is kept with its file, and is there after a reload", () => {
  expect(add(openApp(), SMALL_FILE)).toEqual({ kind: "added", name: "mia-s-battery" });
  expect(ownLesson(openApp(), "mia-s-battery")).toMatchObject({ author: "Ada", file: SMALL_FILE });
});

test("the same file is no second lesson; another title is, under a name of its own", () => {
  const app = openApp();
  add(app, SMALL_FILE);
  expect(add(app, SMALL_FILE)).toEqual({ kind: "same", name: "mia-s-battery" });
  expect(add(app, titled("Mia's battery!"))).toEqual({ kind: "added", name: "mia-s-battery-2" });
  expect(names(app)).toEqual(["mia-s-battery-2", "mia-s-battery"]);
});

test("another version takes the place of the one before, until that is undone", () => {
  const app = openApp();
  add(app, SMALL_FILE);
  changeOwnProgress(app, "mia-s-battery", (before) => ({ ...before, parts: 2 }));
  const newer = SMALL_FILE.replace("Which report?", "Which one?");
  expect(add(app, newer)).toEqual({ kind: "replaced", name: "mia-s-battery" });
  expect(ownLesson(app, "mia-s-battery")?.file).toBe(newer);
  expect(partsGone(app, "mia-s-battery")).toBe(0);
  undoRemovingLesson(app);
  expect(ownLesson(app, "mia-s-battery")?.file).toBe(SMALL_FILE);
  expect(partsGone(app, "mia-s-battery")).toBe(2);
});

test("a lesson that is deleted comes back to its place with what was done in it", () => {
  const app = openApp();
  for (const title of ["a", "b", "c"]) add(app, titled(title));
  changeOwnProgress(app, "b", (before) => ({ ...before, parts: 1 }));
  removeOwnLesson(app, "b");
  expect(names(app)).toEqual(["c", "a"]);
  expect(partsGone(app, "b")).toBe(0);
  undoRemovingLesson(app);
  expect(names(openApp())).toEqual(["c", "b", "a"]);
  expect(partsGone(openApp(), "b")).toBe(1);
});

test("no more are kept than there is room for, and none gives way for another", () => {
  const app = openApp();
  for (let i = 0; i < MOST_OWN_LESSONS; i++) add(app, titled(`lesson ${i}`));
  expect(add(app, titled("one more"))).toEqual({ kind: "full" });
  expect(names(app)).toHaveLength(MOST_OWN_LESSONS);
});

test("what is kept and cannot be read is put aside", () => {
  localStorage.setItem("microfs.own-lessons", "[{]");
  expect(names(openApp())).toEqual([]);
  expect(localStorage.getItem("microfs.own-lessons.unread")).toBe("[{]");
});

test("without room in the browser a lesson is there for this visit", () => {
  const app = openApp();
  app.part(ownLessonsStore);
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  add(app, SMALL_FILE);
  expect(names(app)).toEqual(["mia-s-battery"]);
  expect(app.part(ownLessonsStore).getState().isKept).toBe(false);
});
