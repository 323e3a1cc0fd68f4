import { create } from "zustand";
import type { LookUp, OnlinePage } from "../../worker/answers";
import type { Answer } from "../answer";

/** What counts of the online store are of. */
export interface OnlineInputs {
  onlineRevision: number;
}

/** What a look-up is of; `now` is a written time, or `null` for the wall clock at the moment of asking. */
export interface LookUpInputs extends OnlineInputs {
  view: string;
  entity: string;
  now: string | null;
}

/** A look-up's answer, with the moment it was made for. */
export interface LookedUp extends LookUp {
  nowUs: bigint;
}

export type OnlineRows = OnlinePage["rows"];

export interface ServingState {
  /** Online keys per feature group. */
  totals: Answer<OnlineInputs, ReadonlyMap<string, number>>;
  /** The pages of online rows that have come, by `pageKey`: of `pagesRevision`, or from before it where that is awaited. */
  pages: ReadonlyMap<string, OnlineRows>;
  /** The pages that were asked for, of that revision of the online store. */
  pagesAsked: ReadonlySet<string>;
  pagesRevision: number;
  pagesError: Error | null;
  lookUp: Answer<LookUpInputs, LookedUp>;
  /** Why the view cannot be served, if so. */
  problem: Answer<{ view: string; revision: number }, string | null>;
}

/** The worker's answers about the online store. What they are asked for is in the address and in the store. */
export const useServing = create<ServingState>()(() => ({
  totals: { status: "none" },
  pages: new Map(),
  pagesAsked: new Set(),
  pagesRevision: -1,
  pagesError: null,
  lookUp: { status: "none" },
  problem: { status: "none" },
}));
