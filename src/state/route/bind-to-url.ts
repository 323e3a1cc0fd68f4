import type { Edit } from "../../scenario/edits/edit";
import { type App, type AppState, newDocumentId } from "../app";
import { isSameDataset } from "../dataset";
import { type EditDocument, newDocument, withEdits } from "../document";
import { formatUrl, type Location, readUrl } from "./url";

/** Browsers allow about 100 changes of the history in 30 seconds, and a drag asks for more. So many at once are free … */
const AT_ONCE = 25;
/** … and then one in so many milliseconds. */
const APART_MS = 420;

/** What an entry of our own history carries. */
interface Entry {
  readonly document: string;
}

/**
 * Keeps one app and the URL of the page the same. At most one app of a page is bound; the others keep their route in
 * memory.
 *
 * An entry of our own history carries the name of its document: Back and Forward to it change where one looks and never
 * what was edited, and its URL is rewritten with the edits as they are now. An entry without one was pasted or pressed:
 * it opens what it says, and where it brings other edits to the same data, undo returns.
 *
 * @returns Ends the binding.
 */
export function bindToUrl(app: App): () => void {
  const { state } = app;
  const documents = new Map<string, EditDocument>();
  let free = AT_ONCE;
  let countedAt = performance.now();
  let waiting: ReturnType<typeof setTimeout> | null = null;
  let isReading = false;

  const stopWaiting = () => {
    if (waiting !== null) clearTimeout(waiting);
    waiting = null;
  };

  /** The history's current entry gets the URL of a state. */
  const write = (shown: AppState) => {
    stopWaiting();
    const url = urlOf(shown);
    if (url === window.location.hash && entryOf(window.history.state)?.document === shown.document.id) return;
    free--;
    window.history.replaceState({ document: shown.document.id } satisfies Entry, "", url);
  };

  /** Writes at once where little was written lately, else as soon as it may be. */
  const writeSoon = () => {
    if (waiting !== null) return;
    const now = performance.now();
    free = Math.min(AT_ONCE, free + (now - countedAt) / APART_MS);
    countedAt = now;
    if (free >= 1) write(state.getState());
    else waiting = setTimeout(() => write(state.getState()), (1 - free) * APART_MS);
  };

  const read = () => {
    // Back leads to where it says, not to what was still to be written of the route that is left.
    stopWaiting();
    const { problems, ...location } = readUrl(window.location.hash.replace(/^#/, ""));
    const before = state.getState();
    const id = entryOf(window.history.state)?.document;
    const known = id === before.document.id ? before.document : documents.get(id ?? "");
    const document = known ?? openedBy(before, location, id);
    isReading = true;
    state.setState({
      route: location.route,
      linksRead: before.linksRead + 1,
      // Another link, another word on it.
      message:
        problems.length === 0
          ? null
          : { text: `This link is not quite right. ${problems.join(" ")}`, isError: true },
      ...(document !== before.document && withDocument(before, document)),
    });
    isReading = false;
    documents.set(document.id, document);
    write(state.getState());
  };

  const stopListening = state.subscribe((now, before) => {
    if (now.document !== before.document) documents.set(now.document.id, now.document);
    if (isReading || (now.route === before.route && now.document === before.document)) return;
    if (now.routeEntry === before.routeEntry) return writeSoon();
    // What is being left must be in the history as it was last.
    write({ ...now, route: before.route });
    const url = urlOf(now);
    if (url !== window.location.hash)
      window.history.pushState({ document: now.document.id } satisfies Entry, "", url);
  });
  // A page that is left, or loaded again, has its last URL.
  const flush = () => {
    if (waiting !== null) write(state.getState());
  };
  read();
  window.addEventListener("popstate", read);
  window.addEventListener("pagehide", flush);
  window.addEventListener("beforeunload", flush);
  return () => {
    stopWaiting();
    stopListening();
    window.removeEventListener("popstate", read);
    window.removeEventListener("pagehide", flush);
    window.removeEventListener("beforeunload", flush);
  };
}

function urlOf({ route, document: { dataset, edits } }: AppState): string {
  return `#${formatUrl({ route, dataset, edits })}`;
}

/** What an entry carries; `null` for one that is not ours. */
function entryOf(carried: unknown): Entry | null {
  const isOurs =
    typeof carried === "object" &&
    carried !== null &&
    "document" in carried &&
    typeof carried.document === "string";
  return isOurs ? { document: carried.document as string } : null;
}

/**
 * The document that a URL opens which is not of our own history: the one that there is where it is of the same data, with
 * the edits that the URL brings.
 *
 * @param id - The name in the entry: of a document of an earlier load of the page.
 */
function openedBy(
  { document, leftDocuments, linksRead }: AppState,
  { dataset, edits }: Location,
  id: string | undefined,
): EditDocument {
  // The first URL of a load is where the document begins: there is nothing that undo could return to.
  if (linksRead === 0) return newDocument(id ?? newDocumentId(), dataset, edits);
  const ofSameData = (other: EditDocument) => isSameDataset(other.dataset, dataset);
  const there = ofSameData(document) ? document : leftDocuments.findLast(ofSameData);
  if (there === undefined) return newDocument(id ?? newDocumentId(), dataset, edits);
  return isSameEdits(there.edits, edits) ? there : withEdits(there, edits);
}

function isSameEdits(a: readonly Edit[], b: readonly Edit[]): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** The state with another document. Of another dataset, the one before is kept to be returned to. */
function withDocument(
  { document: before, leftDocuments, linksRead }: AppState,
  document: EditDocument,
): Pick<AppState, "document" | "leftDocuments" | "draftEdit"> {
  if (linksRead === 0) return { document, leftDocuments: [], draftEdit: null };
  const others = leftDocuments.filter(({ id }) => id !== document.id && id !== before.id);
  return {
    document,
    leftDocuments: before.id === document.id ? others : [...others, before],
    draftEdit: null,
  };
}
