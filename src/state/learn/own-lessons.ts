import * as v from "valibot";
import { createStore, type StoreApi } from "zustand/vanilla";
import { LESSON_LIMITS, type LessonFile } from "../../learn/lesson-file/lesson-file";
import { lessonFileName, shortName } from "../../learn/lesson-file/write-lesson-file";
import { OWN_NOT_BEGUN, type OwnLessonProgress, OwnLessonProgressSchema } from "../../learn/own-progress";
import type { App } from "../app";
import { saveFile } from "../export";
import { keepText, keptText, putAside } from "../kept-text";

const KEY = "microfs.own-lessons";
const PROGRESS_KEY = "microfs.own-lessons.progress";
/** What was kept and cannot be read by this version. */
const UNREAD_KEY = "microfs.own-lessons.unread";

/** As many lessons by others are kept here at most: with those of most letters a browser's room is full. */
export const MOST_OWN_LESSONS = 20;

const text = v.pipe(v.string(), v.nonEmpty());

const KeptLessonSchema = v.object({
  /** For the address; no other has it. */
  name: text,
  title: text,
  idea: v.nullable(text),
  author: v.nullable(text),
  minutes: v.number(),
  /** The file as it was opened: it is what is read, and what is saved again. */
  file: v.pipe(v.string(), v.maxLength(LESSON_LIMITS.letters)),
});

/** A lesson that somebody else has made, as it is kept. */
export type KeptLesson = v.InferOutput<typeof KeptLessonSchema>;

/** What was taken away, or gave way to another version, with what was done in it; undo brings both back. */
export interface RemovedLesson {
  readonly kind: "removed" | "replaced";
  readonly lesson: KeptLesson;
  readonly progress: OwnLessonProgress | null;
  readonly at: number;
}

export interface OwnLessonsState {
  /** The latest first. */
  readonly lessons: readonly KeptLesson[];
  /** What was done in each, by its name. */
  readonly progress: ReadonlyMap<string, OwnLessonProgress>;
  readonly removed: RemovedLesson | null;
  /** Whether the browser keeps them at all. */
  readonly isKept: boolean;
}

/** The lessons by others that were opened in this browser, in step with its other tabs. */
export function ownLessonsStore(app: App): StoreApi<OwnLessonsState> {
  const store = createStore<OwnLessonsState>()(() => ({ ...readKept(), removed: null, isKept: true }));
  const onStorage = ({ key }: StorageEvent) => {
    if (key === null || key.startsWith(KEY)) store.setState(readKept());
  };
  window.addEventListener("storage", onStorage);
  app.onDispose(() => window.removeEventListener("storage", onStorage));
  return store;
}

/** What became of a lesson that was opened. */
export type AddedLesson =
  | { readonly kind: "added" | "same" | "replaced"; readonly name: string }
  | { readonly kind: "full" };

/**
 * Puts a lesson among those by others, in front of them. The same file is no second one; another version of a lesson, by title
 * and author, takes its place, which can be undone.
 *
 * @param file - The text that it was read from.
 */
export function addOwnLesson(app: App, read: LessonFile, file: string): AddedLesson {
  const { title, idea, author, minutes } = read;
  const { lessons } = known(app);
  const like = lessons.find((one) => one.title === title && one.author === author);
  if (like?.file === file) return { kind: "same", name: like.name };
  if (like === undefined && lessons.length >= MOST_OWN_LESSONS) return { kind: "full" };
  const name = like?.name ?? freeName(shortName(title), lessons);
  const lesson: KeptLesson = { name, title, idea, author, minutes, file };
  const at = like === undefined ? 0 : lessons.indexOf(like);
  if (like === undefined) change(app, (before) => ({ ...before, lessons: [lesson, ...before.lessons] }));
  else takeOut(app, like, at, "replaced", lesson);
  return { kind: like === undefined ? "added" : "replaced", name };
}

/** The lesson of that name; `null` where there is none. */
export function ownLesson(app: App, name: string): KeptLesson | null {
  return (
    app
      .part(ownLessonsStore)
      .getState()
      .lessons.find((one) => one.name === name) ?? null
  );
}

/** Takes a lesson away with all that was done in it, until that is undone. */
export function removeOwnLesson(app: App, name: string): void {
  const { lessons } = known(app);
  const at = lessons.findIndex((one) => one.name === name);
  const lesson = lessons[at];
  if (lesson !== undefined) takeOut(app, lesson, at, "removed", null);
}

function takeOut(
  app: App,
  lesson: KeptLesson,
  at: number,
  kind: RemovedLesson["kind"],
  inItsPlace: KeptLesson | null,
): void {
  const progress = known(app).progress.get(lesson.name) ?? null;
  change(app, (before) => ({
    lessons: before.lessons.toSpliced(at, 1, ...(inItsPlace === null ? [] : [inItsPlace])),
    progress: new Map([...before.progress].filter(([name]) => name !== lesson.name)),
  }));
  app.part(ownLessonsStore).setState({ removed: { kind, lesson, progress, at } });
}

/** Brings back what was taken away last, or gave way to another version. */
export function undoRemovingLesson(app: App): void {
  const { removed } = app.part(ownLessonsStore).getState();
  if (removed === null) return;
  const { lesson, progress } = removed;
  change(app, (before) => {
    const newer = before.lessons.findIndex(({ name }) => name === lesson.name);
    const [from, gone] = newer === -1 ? [removed.at, 0] : [newer, 1];
    const others = [...before.progress].filter(([name]) => name !== lesson.name);
    return {
      lessons: before.lessons.toSpliced(from, gone, lesson),
      progress: new Map(progress === null ? others : [...others, [lesson.name, progress]]),
    };
  });
}

/** Saves a lesson as the file that it was opened from. */
export function saveOwnLesson({ title, file }: KeptLesson): void {
  saveFile(new Blob([file], { type: "text/markdown" }), lessonFileName(title));
}

/** What was taken away is wanted no more. */
export function forgetRemovedLesson(app: App): void {
  app.part(ownLessonsStore).setState({ removed: null });
}

/** How far somebody has come in a lesson by somebody else. */
export function ownProgressIn(
  { progress }: Pick<OwnLessonsState, "progress">,
  name: string,
): OwnLessonProgress {
  return progress.get(name) ?? OWN_NOT_BEGUN;
}

/** Changes what was done in one of them, and keeps it. What was taken away before stays to be undone. */
export function changeOwnProgress(
  app: App,
  name: string,
  changed: (progress: OwnLessonProgress) => OwnLessonProgress,
): void {
  const before = ownProgressIn(known(app), name);
  const after = changed(before);
  if (after === before) return;
  const { removed } = app.part(ownLessonsStore).getState();
  change(app, (all) => ({ ...all, progress: new Map([...all.progress, [name, after]]) }));
  app.part(ownLessonsStore).setState({ removed });
}

/** The name itself, or with a number where another lesson has it. */
function freeName(name: string, lessons: readonly KeptLesson[]): string {
  const taken = new Set(lessons.map((one) => one.name));
  for (let n = 1; ; n++) {
    const free = n === 1 ? name : `${name}-${n}`;
    if (!taken.has(free)) return free;
  }
}

type Kept = Pick<OwnLessonsState, "lessons" | "progress">;

/** What there is: another tab may have written since. */
function known(app: App): Kept {
  const state = app.part(ownLessonsStore).getState();
  return state.isKept ? readKept() : state;
}

function change(app: App, changed: (before: Kept) => Kept): void {
  const before = known(app);
  const after = changed(before);
  // Both, even where the first finds no room.
  const isKept = [
    after.lessons === before.lessons || keepText(KEY, JSON.stringify(after.lessons)),
    after.progress === before.progress ||
      keepText(PROGRESS_KEY, JSON.stringify(Object.fromEntries(after.progress))),
  ].every((kept) => kept);
  app.part(ownLessonsStore).setState({ ...after, removed: null, isKept });
}

/** What cannot be read is put aside, where nothing writes over it, and never thrown away. */
function readKept(): Kept {
  const kept = keptText(KEY);
  const lessons = kept === null ? [] : read(v.array(KeptLessonSchema), kept);
  if (kept !== null && lessons === null && putAside(UNREAD_KEY, kept)) keepText(KEY, null);
  const done = keptText(PROGRESS_KEY);
  const progress = done === null ? {} : read(v.record(v.string(), OwnLessonProgressSchema), done);
  return { lessons: lessons ?? [], progress: new Map(Object.entries(progress ?? {})) };
}

function read<Schema extends v.GenericSchema>(schema: Schema, kept: string): v.InferOutput<Schema> | null {
  try {
    const found = v.safeParse(schema, JSON.parse(kept));
    return found.success ? found.output : null;
  } catch {
    // Whatever it is, it is no value of ours.
    return null;
  }
}
