import { createStore, type StoreApi } from "zustand/vanilla";

/** A file that may be a lesson, on its way in: what it is called, and its text. */
export interface ArrivedLesson {
  readonly name: string;
  /** Its bytes, where it must be looked whether they are too many to be read. */
  readonly size: number;
  readonly text: () => Promise<string>;
}

export interface LessonOpenerState {
  /** `null` where none is being opened. */
  readonly arrived: ArrivedLesson | null;
}

/** What was dropped, pasted or chosen as a lesson file, wherever in the app that was, until it is opened or put away. */
export function lessonOpenerStore(): StoreApi<LessonOpenerState> {
  return createStore<LessonOpenerState>()(() => ({ arrived: null }));
}
