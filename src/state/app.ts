import { createStore, type StoreApi } from "zustand/vanilla";
import type { StoredSummary } from "../microfs";
import type { EntitySlice } from "../microfs/core";
import type { Sandbox } from "../sandbox/sandbox";
import type { Edit } from "../scenario/edits/edit";
import type { StoreOverview } from "../worker/results";
import type { WorkerHandle } from "../worker/worker-handle";
import { type Dataset, type EditDocument, isSameDataset, newDocument } from "./document";
import type { Query } from "./query";
import type { Panel, Route, Size, Theme } from "./route/route";
import { START } from "./route/url";
import type { AppFile } from "./take-away/app-file";
import type { Training } from "./training";

/** What a training set is of. */
export interface TrainingKey {
  view: string;
  revision: number;
  /** Those that concern the view. */
  edits: readonly Edit[];
}

/** What an entity slice is of. */
export interface SliceKey {
  view: string;
  revision: number;
  spineRow: number;
  /** The edits of whole columns, as text: they change whose rows are the entity's. */
  columnEdits: string;
}

/** What is there of a store that was closed under us, once it was looked. */
export type Found =
  | { kind: "gone" }
  | ({ kind: "stored" } & StoredSummary)
  | { kind: "unknown"; error: Error };

export type Connection =
  | { status: "opening" }
  | { status: "ready" }
  /** The browser, or another tab, has closed the database. */
  | { status: "lost"; found: Found | null }
  | { status: "failed"; error: Error };

/** A sentence for the reader: what happened, and what can be done. */
export interface Message {
  text: string;
  isError: boolean;
}

/** A feature row of the current view: the number of its join, and its row in the group's table. */
export interface HoveredRow {
  join: number;
  row: number;
  /** Where it is hovered through a cell: the spine row of that cell. */
  spineRow?: number;
}

/** Whether the browser has promised not to evict what is stored; `null` until it was asked. */
export type Persistence = boolean | null;

/** What a person decided, and the latest data of the store behind it. Whatever follows from these is computed, not kept. */
export interface AppState {
  connection: Connection;
  overview: StoreOverview | null;
  /** Grows with every change of groups, rows or views, here or in another tab. */
  revision: number;
  /** The same of the online store. Its contents are IndexedDB's alone. */
  onlineRevision: number;
  persistence: Persistence;
  /** Where one looks. */
  route: Route;
  /** Grows with every move that Back should return from; other moves change the entry that there is. */
  routeEntry: number;
  /** The data that is looked at, and what was edited on top of it. */
  document: EditDocument;
  /** The documents of other datasets that were left, the latest last. */
  leftDocuments: readonly EditDocument[];
  theme: Theme;
  size: Size;
  /** The panels that the reader has left open. */
  panels: readonly Panel[];
  /** Whether letters, digits and signs act as keys. */
  letterKeys: boolean;
  message: Message | null;
  /** Grows with every URL that is read: what is wrong with one is reported once. */
  urlReadCount: number;
  /** The feature row that is hovered, on the timeline, in a list or through a cell that it fills. */
  hovered: HoveredRow | null;
  /** The edit of a drag that is still under way. */
  draftEdit: Edit | null;
  /** The edits over which the original is looked at; `null` where none is. */
  originalShownOf: readonly Edit[] | null;
  training: Query<TrainingKey, Training>;
  slice: Query<SliceKey, EntitySlice>;
}

/** One app: its state, the worker that keeps its store, and its end. There may be several on a page. */
export interface App {
  readonly state: StoreApi<AppState>;
  /** Starts the worker when it is first asked for. */
  readonly worker: () => Promise<WorkerHandle>;
  /** Gives the app itself as one file, to be taken along; `null` where there is none, as for an app within a page. */
  readonly file: AppFile | null;
  /** Opens what programs of readers run in; `null` for a frame on the page. */
  readonly sandbox: (() => Sandbox) | null;
  /**
   * A part of the app that is made when it is first asked for, and lives as long as the app: its own store, its memory.
   *
   * @param make - The same function gives the same part.
   */
  part<Part>(make: (app: App) => Part): Part;
  /** Calls `end` when the app is disposed of; at once where it has been. */
  onDispose(end: () => void): void;
  /** Ends everything that the app has under way. What is stored stays. */
  dispose(): void;
}

/** What an app needs from outside. */
export interface AppOptions {
  readonly worker: () => Promise<WorkerHandle>;
  readonly file?: AppFile;
  /** Opens what programs of readers run in: where it is not given, a frame on the page. */
  readonly sandbox?: () => Sandbox;
  readonly route?: Route;
  readonly edits?: readonly Edit[];
  /** Names its document; by default a name that no other document has. */
  readonly documentId?: string;
}

/** Makes one app on a dataset. Nothing is opened before it is asked for. */
export function createApp(dataset: Dataset, options: AppOptions): App {
  const state = createStore<AppState>()(() => ({
    connection: { status: "opening" },
    overview: null,
    revision: 0,
    onlineRevision: 0,
    persistence: null,
    route: options.route ?? START,
    routeEntry: 0,
    document: newDocument(options.documentId ?? newDocumentId(), dataset, options.edits),
    leftDocuments: [],
    theme: "system",
    size: "regular",
    panels: [],
    letterKeys: true,
    message: null,
    urlReadCount: 0,
    hovered: null,
    draftEdit: null,
    originalShownOf: null,
    training: { status: "idle" },
    slice: { status: "idle" },
  }));
  const parts = new Map<unknown, unknown>();
  const ends: (() => void)[] = [];
  let isDisposed = false;
  let worker: Promise<WorkerHandle> | null = null;
  const app: App = {
    state,
    worker: () => {
      if (worker !== null) return worker;
      const starting = options.worker();
      worker = starting;
      // One that could not be started is started anew when it is asked for again.
      starting.catch(() => {
        if (worker === starting) worker = null;
      });
      return starting;
    },
    file: options.file ?? null,
    sandbox: options.sandbox ?? null,
    part<Part>(make: (app: App) => Part): Part {
      if (!parts.has(make)) parts.set(make, make(app));
      return parts.get(make) as Part;
    },
    onDispose: (end) => {
      if (isDisposed) end();
      else ends.push(end);
    },
    dispose: () => {
      isDisposed = true;
      for (const end of ends.splice(0).reverse()) end();
    },
  };
  return app;
}

/** Unlike every other, also one of an earlier load of the page: the history of the browser outlives a load. */
export function newDocumentId(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
}

/** Sets the hovered feature row, or none. */
export function hoverRow(app: App, hovered: HoveredRow | null): void {
  app.state.setState({ hovered });
}

/**
 * Tells the reader something; `null` takes it away.
 *
 * @param about - The data that it is about, where that may have been left meanwhile: then there is nothing to tell.
 */
export function showMessage(app: App, message: Message | null, about?: Dataset): void {
  if (about !== undefined && !isSameDataset(about, app.state.getState().document.dataset)) return;
  app.state.setState({ message });
}
