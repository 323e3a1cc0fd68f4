import { createStore, type StoreApi } from "zustand/vanilla";
import type { HandedIn } from "../../learn/handed-in/handed-in";
import { handedInExcess, readHandedIn } from "../../learn/handed-in/read-handed-in";
import type { App } from "../app";

/** A file that could not be read, by its path, and a sentence that says why. */
export interface UnreadFile {
  readonly path: string;
  readonly why: string;
}

/** A file whose text can be asked for: one that was chosen or dropped, or a part of a zip. */
export interface GivenFile {
  readonly path: string;
  readonly bytes: number;
  readonly text: () => Promise<string>;
}

export interface HandedInState {
  readonly handedIn: readonly HandedIn[];
  readonly unread: readonly UnreadFile[];
  /** How many files are being read. */
  readonly reading: number;
  /** Whether names stand on the screen; a class that looks at it should not see who answered what. */
  readonly isNamed: boolean;
}

const NOTHING: HandedInState = { handedIn: [], unread: [], reading: 0, isNamed: false };

/** What a class has handed in: kept in memory alone, until the page is closed or loaded anew. */
export function handedInStore(_app: App): StoreApi<HandedInState> {
  return createStore(() => NOTHING);
}

/** More files are not taken. */
export const MOST_FILES = 1_000;

/** Reads files of answers, and puts them beside those that there are. What is no such file is listed with the reason. */
export async function addHandedIn(
  app: App,
  given: readonly GivenFile[],
  unread: readonly UnreadFile[],
): Promise<void> {
  const { getState, setState } = app.part(handedInStore);
  const room = Math.max(0, MOST_FILES - getState().handedIn.length);
  const refused = given.slice(room).map(({ path }) => ({
    path,
    why: `There is room for ${MOST_FILES} files: begin anew for more.`,
  }));
  setState(({ reading }) => ({ reading: reading + given.length }));
  const read = await Promise.all(given.slice(0, room).map(readOne));
  setState((before) => ({
    handedIn: [...before.handedIn, ...read.flatMap((one) => ("handedIn" in one ? one.handedIn : []))],
    unread: [
      ...before.unread,
      ...unread,
      ...refused,
      ...read.flatMap((one) => ("handedIn" in one ? [] : one)),
    ],
    reading: before.reading - given.length,
  }));
}

/** Forgets all of it. */
export function clearHandedIn(app: App): void {
  app.part(handedInStore).setState(({ isNamed }) => ({ ...NOTHING, isNamed }));
}

export function showNames(app: App, isNamed: boolean): void {
  app.part(handedInStore).setState({ isNamed });
}

async function readOne({ path, bytes, text }: GivenFile): Promise<{ handedIn: HandedIn } | UnreadFile> {
  const excess = handedInExcess(bytes);
  if (excess !== null) return { path, why: excess };
  try {
    const read = readHandedIn(await text());
    return read.ok ? { handedIn: read.handedIn } : { path, why: read.why };
  } catch (thrown) {
    return { path, why: `It could not be opened: ${thrown instanceof Error ? thrown.message : thrown}` };
  }
}
