import { createStore, type StoreApi } from "zustand/vanilla";
import type { Ballot } from "../../present/ballot";
import { STOPPED, type Timer } from "../../present/session/timer";
import type { Edit } from "../../scenario/edits/edit";
import type { App } from "../app";

/** What a class has answered at one step of the plan. */
export interface StepVotes {
  readonly first: Ballot | null;
  readonly second: Ballot | null;
}

/**
 * What the projector's and the speaker's window share beside the place in the plan, which the address of each says. A plain
 * JSON value: the windows send it to each other whole.
 */
export interface PresentSession {
  /** Whether the screen is black. */
  readonly isBlack: boolean;
  /** Whether the screen shows the code that leads phones to the step. */
  readonly hasCode: boolean;
  /** By the key of the step, in the order in which they were first voted on: see `stepKeys`. */
  readonly votes: Readonly<Record<string, StepVotes>>;
  /** The keys of the steps that this class votes on a second time, though its plan lets it vote once. */
  readonly votesAgain: readonly string[];
  /** Since when neighbours talk, milliseconds since 1970, and at which step; `null` while they do not. */
  readonly talk: { readonly step: string; readonly sinceMs: number } | null;
  /** How many cards the class has; `null` where nobody has said it. */
  readonly classSize: number | null;
  /** What was changed in the pictures, by the key of the step. */
  readonly edits: Readonly<Record<string, readonly Edit[]>>;
  /** The edit of a drag that is under way, of the step that is shown. */
  readonly draftEdit: Edit | null;
  /** When the class began, milliseconds since 1970; `null` before. */
  readonly startedAtMs: number | null;
  /** How long it has gone on. */
  readonly timer: Timer;
}

export const NEW_SESSION: PresentSession = {
  isBlack: false,
  hasCode: false,
  votes: {},
  votesAgain: [],
  talk: null,
  classSize: null,
  edits: {},
  draftEdit: null,
  startedAtMs: null,
  timer: STOPPED,
};

/** What is going on in the class. */
export function sessionStore(_app: App): StoreApi<PresentSession> {
  return createStore<PresentSession>()(() => NEW_SESSION);
}

/** Whether anything has happened in a class that would be missed. */
export function isBegun({ votes, edits, startedAtMs }: PresentSession): boolean {
  return startedAtMs !== null || Object.keys(votes).length > 0 || Object.keys(edits).length > 0;
}

/** Changes the timer of the class. */
export function changeTimer(app: App, change: (timer: Timer, nowMs: number) => Timer, nowMs: number): void {
  const store = app.part(sessionStore);
  store.setState({ timer: change(store.getState().timer, nowMs) });
}
