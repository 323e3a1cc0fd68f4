import { create } from "zustand";
import type { EntitySlice } from "../microfs/entity-slice";
import type { Edit } from "../scenario/edits/edit";
import type { StoreOverview } from "../worker/answers";
import { type Place, type Size, START, type Theme } from "./address/place";
import { OWN, type Source } from "./address/source";
import type { Answer } from "./answer";
import type { Training } from "./training/training";

/** What a training set is of. */
export interface TrainingInputs {
  view: string;
  revision: number;
  edits: readonly Edit[];
}

/** What an entity slice is of. */
export interface SliceInputs {
  view: string;
  revision: number;
  spineRow: number;
}

export type Connection =
  | { status: "opening" }
  | { status: "ready" }
  | { status: "lost" }
  | { status: "failed"; error: Error };

/** Something to tell the reader: what happened, and one way on. */
export interface Message {
  text: string;
  isError: boolean;
}

/** A feature row of the view in sight: the number of its join, and its row in the group's table. */
export interface Pointed {
  join: number;
  row: number;
  /** Where it is pointed at through a cell: the spine row of that cell. */
  spineRow?: number;
}

/** Whether the browser has promised not to evict what is stored; `null` until it was asked. */
export type Persistence = boolean | null;

export interface AppState {
  connection: Connection;
  overview: StoreOverview | null;
  /** Grows with every change of groups, rows or views, here or in another tab. */
  revision: number;
  /** The same of the online store. Its contents are IndexedDB's alone. */
  onlineRevision: number;
  persistence: Persistence;
  place: Place;
  /** Whose data is looked at. Like the place it stands in the address. */
  source: Source;
  theme: Theme;
  size: Size;
  message: Message | null;
  /** Grows with every address that is read: what is wrong with one is said once. */
  linksRead: number;
  /** The feature row that is pointed at, on the timeline, in a list or through a cell that it fills. */
  pointed: Pointed | null;
  training: Answer<TrainingInputs, Training>;
  slice: Answer<SliceInputs, EntitySlice>;
  /** The training set without any edits, for saying what they changed. */
  unedited: Answer<TrainingInputs, Training>;
  /** The edit of a drag that the hand still holds. */
  held: Edit | null;
  /** Edits that were undone, the last one first to be done again. */
  undone: readonly Edit[];
}

/** What a person decided, and the worker's last answers. Whatever follows from these is computed, not kept. */
export const useAppStore = create<AppState>()(() => ({
  connection: { status: "opening" },
  overview: null,
  revision: 0,
  onlineRevision: 0,
  persistence: null,
  source: OWN,
  place: START,
  theme: "system",
  size: "regular",
  message: null,
  linksRead: 0,
  pointed: null,
  training: { status: "none" },
  slice: { status: "none" },
  unedited: { status: "none" },
  held: null,
  undone: [],
}));

const set = useAppStore.setState;

/** Points at a feature row, or at none. */
export function pointAt(pointed: Pointed | null): void {
  set({ pointed });
}

/** Tells the reader something; `null` takes it away. */
export function tell(message: Message | null): void {
  set({ message });
}
