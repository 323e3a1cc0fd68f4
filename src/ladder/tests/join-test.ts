import type { EntitySlice } from "../../microfs/core";

/** One test of a written join: a few events, a few predictions, and what is right by the engine. A day is a character. */
export interface JoinTest {
  readonly name: string;
  /** In a few words: "the last one before". */
  readonly title: string;
  /** What the test is about, in a sentence: "asked on day 7, with three payments before". */
  readonly about: string;
  /** How old a row may be, microseconds; `null` where a row never gets too old. */
  readonly ttlUs: bigint | null;
  /** All entities, each with its rows to predict for and its candidates. */
  readonly slices: readonly EntitySlice[];
}

/** What a program takes for one row to predict for: no row, one, or, where it takes several, all of them. */
export type TakenRows = readonly number[];

/** Per row to predict for, in the order of the label group's rows, the rows of the group that are taken. */
export type TestAnswers = readonly TakenRows[];

/** One line of a drawn test. Every character is a day. */
export interface MarbleLine {
  readonly kind: "events" | "asked" | "right" | "yours";
  readonly text: string;
  /** Days at which `yours` is not what is right. */
  readonly differsAt: readonly number[];
}
