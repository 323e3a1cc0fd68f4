import type { Edit } from "../../scenario/edits/edit";
import { loadPart } from "../../worker/missing-part";
import { type App, type AppState, newDocumentId } from "../app";
import { type EditDocument, isSameDataset, newDocument, scenarioOf, withEdits } from "../document";
import { toError } from "../query";
import type { Route } from "./route";
import { routeAtStart, saysNoStep } from "./route-at-start";
import { bringsData, formatUrl, type LinkReader, type Location, type ReadUrl, readUrl } from "./url";

/** Browsers allow about 100 changes of the history in 30 seconds, and a drag asks for more. So many at once are free … */
const AT_ONCE = 25;
/** … and then one in so many milliseconds. */
const APART_MS = 420;

/** What an entry of our own history carries. */
interface Entry {
  readonly document: string;
}

/** That an app and the URL are kept the same. */
export interface Binding {
  /** Resolves once the URL was read: at once, unless it brings data, which what reads it must be loaded for. */
  readonly opened: Promise<void>;
  readonly stop: () => void;
}

/**
 * Keeps one app and the URL of the page the same. At most one app of a page is bound; the others keep their route in
 * memory.
 *
 * An entry of our own history carries the name of its document: Back and Forward to it change where one looks and never
 * what was edited, and its URL is rewritten with the edits as they are now. An entry without one was pasted or pressed:
 * it opens what it says, and where it brings other edits to the same data, undo returns.
 *
 */
export function bindToUrl(app: App): Binding {
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

  /** The app gets what the history's current entry says. */
  const read = (reader: LinkReader | null) => {
    const { problems, unread, ...location } = readUrl(urlNow(), reader);
    const before = state.getState();
    const id = entryOf(window.history.state)?.document;
    const known = knownDocument(id);
    const document = known ?? openedBy(before, location, id, unread !== null);
    const scenario = scenarioOf(location.dataset);
    // A scenario that was written to be opened says where, unless its link does.
    const opensAtStart = known === undefined && scenario !== null && saysNoStep(location.route);
    state.setState({
      route: opensAtStart ? { ...location.route, ...routeAtStart(scenario) } : location.route,
      urlReadCount: before.urlReadCount + 1,
      // Another link, another word on it.
      message:
        problems.length === 0 ? null : { text: linkWords(problems, unread, location.route), isError: true },
      ...(document !== before.document && withDocument(before, document)),
    });
    documents.set(document.id, document);
    isReading = false;
    write(state.getState());
  };

  const knownDocument = (id: string | undefined): EditDocument | undefined =>
    id === state.getState().document.id ? state.getState().document : documents.get(id ?? "");

  const onEntry = async () => {
    // Back leads to where it says, not to what was still to be written of the route that is left.
    stopWaiting();
    // Until it is read, nothing is written over it.
    isReading = true;
    const url = urlNow();
    const isNews = knownDocument(entryOf(window.history.state)?.document) === undefined;
    if (!isNews || !bringsData(url)) return read(null);
    let reader: LinkReader;
    try {
      const { readLink } = await loadPart(() => import("./read-link"));
      reader = await readLink(app.worker, url);
    } catch (error) {
      if (url !== urlNow()) return;
      const text = `What this link carries cannot be read now: ${toError(error).message} Load the page again.`;
      return state.setState({ message: { text, isError: true } });
    }
    // Whoever reads may have gone on meanwhile.
    if (url === urlNow()) read(reader);
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
  const opened = onEntry();
  const onPopState = () => void onEntry();
  window.addEventListener("popstate", onPopState);
  window.addEventListener("pagehide", flush);
  window.addEventListener("beforeunload", flush);
  const stop = () => {
    stopWaiting();
    stopListening();
    window.removeEventListener("popstate", onPopState);
    window.removeEventListener("pagehide", flush);
    window.removeEventListener("beforeunload", flush);
  };
  return { opened, stop };
}

/** What is said of a link that is not as it should be. */
function linkWords(problems: readonly string[], unread: ReadUrl["unread"], { embed }: Route): string {
  if (unread !== "data") return `This link is not quite right. ${problems.join(" ")}`;
  const words = `This link cannot be opened. ${problems.join(" ")}`;
  // In a frame nothing else is seen.
  return embed ? words : `${words} What you see is your own data.`;
}

function urlNow(): string {
  return window.location.hash.replace(/^#/, "");
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
 * @param keepsEdits - Whether the edits that there are stay: those that the URL brings could not be read.
 */
function openedBy(
  { document, leftDocuments, urlReadCount }: AppState,
  { dataset, edits }: Location,
  id: string | undefined,
  keepsEdits: boolean,
): EditDocument {
  // The first URL of a load is where the document begins: there is nothing that undo could return to.
  if (urlReadCount === 0) return newDocument(id ?? newDocumentId(), dataset, edits);
  const ofSameData = (other: EditDocument) => isSameDataset(other.dataset, dataset);
  const there = ofSameData(document) ? document : leftDocuments.findLast(ofSameData);
  if (there === undefined) return newDocument(id ?? newDocumentId(), dataset, edits);
  return keepsEdits || isSameEdits(there.edits, edits) ? there : withEdits(there, edits);
}

function isSameEdits(a: readonly Edit[], b: readonly Edit[]): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** The state with another document. Of another dataset, the one before is kept to be returned to. */
function withDocument(
  { document: before, leftDocuments, urlReadCount }: AppState,
  document: EditDocument,
): Pick<AppState, "document" | "leftDocuments" | "draftEdit"> {
  if (urlReadCount === 0) return { document, leftDocuments: [], draftEdit: null };
  const others = leftDocuments.filter(({ id }) => id !== document.id && id !== before.id);
  return {
    document,
    leftDocuments: before.id === document.id ? others : [...others, before],
    draftEdit: null,
  };
}
