import type { Edit } from "../scenario/edits/edit";
import type { Scenario } from "../scenario/scenario";

/**
 * What a person has changed on top of a dataset. Undo and redo are the only ways along it: where one looks, and Back
 * and Forward, change nothing of it. A value: every function here gives a new one.
 */
export interface EditDocument {
  /** Names it in the history of the browser. */
  readonly id: string;
  readonly dataset: Dataset;
  /** The edits, in the order in which they were made. */
  readonly edits: readonly Edit[];
  /** The lists of edits that undo goes back to, the nearest last. */
  readonly earlier: readonly (readonly Edit[])[];
  /** The lists of edits that were undone, the first to be done again last. */
  readonly undone: readonly (readonly Edit[])[];
  /** The edits that are being stored; `null` while none are. */
  readonly storing: readonly Edit[] | null;
}

/** A document that begins with edits: those of a link. Undo takes them back one by one. */
export function newDocument(id: string, dataset: Dataset, edits: readonly Edit[] = []): EditDocument {
  const earlier = edits.map((_, number) => edits.slice(0, number));
  return { id, dataset, edits, earlier, undone: [], storing: null };
}

/** The document with one more edit. What was undone before it cannot be done again any more. */
export function withEdit(document: EditDocument, edit: Edit): EditDocument {
  return withEdits(document, [...document.edits, edit]);
}

/** The document with other edits, in one step that undo takes back. */
export function withEdits(document: EditDocument, edits: readonly Edit[]): EditDocument {
  return { ...document, edits, earlier: [...document.earlier, document.edits], undone: [] };
}

/** The document with another edit in the place of the last one: undo takes back both. Needs at least one edit. */
export function replaceLastEdit(document: EditDocument, edit: Edit): EditDocument {
  return { ...document, edits: [...document.edits.slice(0, -1), edit], undone: [] };
}

/** Whether there is something to take back. What is being stored cannot be taken back any more. */
export function canUndo({ earlier, storing }: EditDocument): boolean {
  const to = earlier.at(-1);
  return to !== undefined && (storing === null || startsWithAll(to, storing));
}

/** The document before its last change; itself where there is nothing to take back. */
export function undo(document: EditDocument): EditDocument {
  const { edits, earlier, undone } = document;
  const to = earlier.at(-1);
  if (to === undefined || !canUndo(document)) return document;
  return { ...document, edits: to, earlier: earlier.slice(0, -1), undone: [...undone, edits] };
}

/** The document with what was undone last done again; itself where nothing was. */
export function redo(document: EditDocument): EditDocument {
  const { edits, earlier, undone } = document;
  const to = undone.at(-1);
  if (to === undefined) return document;
  return { ...document, edits: to, earlier: [...earlier, edits], undone: undone.slice(0, -1) };
}

/** The document while its edits, as they are now, are being stored. */
export function startStoring(document: EditDocument): EditDocument {
  return { ...document, storing: document.edits };
}

/** The document when storing has failed: nothing of it has changed. */
export function storingFailed(document: EditDocument): EditDocument {
  return { ...document, storing: null };
}

/**
 * The document when its edits are stored: exactly those are dropped, and what was made meanwhile stays and can be
 * undone. What lies before the storing is the data as loaded now.
 *
 * @param rekey - An edit with the row numbers of what is stored now; `null` where its row is gone.
 */
export function storingDone(document: EditDocument, rekey: (edit: Edit) => Edit | null): EditDocument {
  const { storing } = document;
  if (storing === null) return document;
  const stored = new Set(storing);
  const now = once(rekey);
  const rest = (edits: readonly Edit[]) =>
    edits.flatMap((edit) => (stored.has(edit) ? [] : (now(edit) ?? [])));
  const since = (lists: EditDocument["earlier"]) =>
    lists.filter((edits) => startsWithAll(edits, storing)).map(rest);
  return {
    ...document,
    edits: rest(document.edits),
    earlier: since(document.earlier),
    undone: since(document.undone),
    storing: null,
  };
}

/**
 * The document with every edit, those that undo and redo lead to as well, as it is to be from now on: the numbers of joins
 * or rows have changed under it. Steps in which nothing happens any more are left out.
 *
 * @param rekey - An edit as it is now; `null` where what it changed is gone.
 */
export function rekeyed(document: EditDocument, rekey: (edit: Edit) => Edit | null): EditDocument {
  const now = once(rekey);
  const all = (edits: readonly Edit[]) => edits.flatMap((edit) => now(edit) ?? []);
  const edits = all(document.edits);
  const steps = (lists: EditDocument["earlier"]) => {
    const mapped = lists.map(all);
    return mapped.filter((list, i) => !isSameList(list, mapped[i + 1] ?? edits));
  };
  return {
    ...document,
    edits,
    earlier: steps(document.earlier),
    undone: steps(document.undone),
    storing: document.storing && all(document.storing),
  };
}

/** An edit stays one edit in all lists that hold it: lists are compared by their edits' identity. */
function once(rekey: (edit: Edit) => Edit | null): (edit: Edit) => Edit | null {
  const known = new Map<Edit, Edit | null>();
  return (edit) => {
    const there = known.get(edit);
    if (there !== undefined) return there;
    const now = rekey(edit);
    known.set(edit, now);
    return now;
  };
}

function isSameList(a: readonly Edit[], b: readonly Edit[]): boolean {
  return a.length === b.length && a.every((edit, i) => edit === b[i]);
}

function startsWithAll(edits: readonly Edit[], part: readonly Edit[]): boolean {
  return part.every((edit, i) => edits[i] === edit);
}

/**
 * Whose data is looked at: the reader's own, or what a link brings. A linked scenario has a store of its own, so that
 * opening a link touches nothing of the reader's.
 */
export type Dataset =
  | { readonly kind: "own" }
  | { readonly kind: "sample"; readonly name: string; readonly scenario: Scenario }
  | { readonly kind: "scenario"; readonly packed: string; readonly scenario: Scenario };

export const OWN: Dataset = { kind: "own" };

/** The database of the reader's own store. */
const OWN_STORE = "microfs";
const OF_SAMPLES = `${OWN_STORE} sample `;
const OF_LINKS = `${OWN_STORE} link `;

/** Whether two datasets are the same data. */
export function isSameDataset(a: Dataset, b: Dataset): boolean {
  return storeNameOf(a) === storeNameOf(b);
}

/** The name of the dataset's IndexedDB database. */
export function storeNameOf(dataset: Dataset): string {
  switch (dataset.kind) {
    case "own":
      return OWN_STORE;
    case "sample":
      return `${OF_SAMPLES}${dataset.name}`;
    case "scenario":
      return `${OF_LINKS}${fingerprint(dataset.packed)}`;
  }
}

/** Whether a database of that name holds what a link or a sample has brought. */
export function isLinkedStore(name: string): boolean {
  return name.startsWith(OF_SAMPLES) || name.startsWith(OF_LINKS);
}

/** The scenario that a dataset brings; `null` for the reader's own data. */
export function scenarioOf(dataset: Dataset): Scenario | null {
  return dataset.kind === "own" ? null : dataset.scenario;
}

/** The edits that a dataset comes with: the data as loaded, and what its author did with it. */
export function editsOf(dataset: Dataset): readonly Edit[] {
  return scenarioOf(dataset)?.edits ?? NO_EDITS;
}

const NO_EDITS: readonly Edit[] = [];

/** A short text that differs for different texts: FNV-1a, twice with different beginnings. */
function fingerprint(text: string): string {
  return [0x811c9dc5, 0x01000193]
    .map((start) => {
      let hash = start;
      for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
      return (hash >>> 0).toString(16).padStart(8, "0");
    })
    .join("");
}
