import { toError } from "../answer";
import { useAppStore } from "../app-store";
import { formatPlace, type Place, readPlace } from "./place";
import { placeAtStart, saysNoStep } from "./place-at-start";
import { bringsData, isSameSource, type LinkReader, scenarioOf, takeSource, withSource } from "./source";

/**
 * Goes to another place. A new place is pushed, so that Back returns; where only the way of looking changes (a scrub,
 * a step, a zoom), it replaces the one in the history.
 */
export function goTo(change: Partial<Place>, how: "push" | "replace" = "push"): void {
  const before = useAppStore.getState().place;
  const place = { ...before, ...change };
  if (place.page !== before.page || place.stage !== before.stage) forgetMessage();
  // What was undone on one view would be done again on another, unseen.
  if (place.view !== before.view) useAppStore.setState({ undone: [] });
  // What is being left must be in the history as it was last.
  if (how === "push") writeAddress();
  useAppStore.setState({ place });
  if (how === "push") {
    const address = addressNow();
    if (address !== window.location.hash) window.history.pushState(null, "", address);
  } else writeSoon();
}

/** What was said on one page or stage says nothing on another. */
function forgetMessage(): void {
  useAppStore.setState({ message: null });
}

/** Browsers allow about 100 changes of the history in 30 seconds, and a drag asks for more. So many at once are free … */
const AT_ONCE = 25;
/** … and then one in so many milliseconds. */
const APART_MS = 420;

let free = AT_ONCE;
let countedAt = 0;
let waiting: ReturnType<typeof setTimeout> | null = null;

/** Writes the address at once where little was written lately, else as soon as it may be. */
function writeSoon(): void {
  if (waiting !== null) return;
  const now = performance.now();
  free = Math.min(AT_ONCE, free + (now - countedAt) / APART_MS);
  countedAt = now;
  if (free >= 1) writeAddress();
  else waiting = setTimeout(writeAddress, (1 - free) * APART_MS);
}

/** The address becomes that of the place, in the history's current entry. */
function writeAddress(): void {
  if (waiting !== null) clearTimeout(waiting);
  waiting = null;
  const address = addressNow();
  if (address === window.location.hash) return;
  free--;
  window.history.replaceState(null, "", address);
}

function addressNow(): string {
  const { place, source } = useAppStore.getState();
  return `#${withSource(formatPlace(place), source)}`;
}

/** The address of a place on the data that is looked at, for a link. */
export function hrefOf(change: Partial<Place>, from: Place): string {
  return `#${withSource(formatPlace({ ...from, ...change }), useAppStore.getState().source)}`;
}

/** A part of the app that does not come leaves the page as it is. */
function sayUnread(error: unknown): null {
  const text = `What this link carries cannot be read now: ${toError(error).message} Load the page again.`;
  useAppStore.setState({ message: { text, isError: true } });
  return null;
}

/** That the address is followed. */
interface Following {
  /** Resolves once the address was read: at once, unless it brings data, which what reads it must be loaded for. */
  readonly opened: Promise<void>;
  readonly stop: () => void;
}

/** Keeps the place and the address the same: reads it now, and when the reader goes back, forward or edits it. */
export function followAddress(): Following {
  const read = async () => {
    // Back leads to where it says, not to what was still to be written of the place that is left.
    if (waiting !== null) clearTimeout(waiting);
    waiting = null;
    const { hash } = window.location;
    const address = hash.replace(/^#/, "");
    if (!bringsData(address)) return open(address, null);
    const reader = await import("./read-link").catch(sayUnread);
    // Whoever reads may have gone on meanwhile.
    if (reader !== null && hash === window.location.hash) open(address, reader);
  };
  const open = (address: string, reader: LinkReader | null) => {
    const { source, rest, problems: sourceProblems } = takeSource(address, reader);
    const { place: asRead, problems: placeProblems } = readPlace(rest, reader);
    const linked = source.kind === "scenario" ? scenarioOf(source) : null;
    // A scenario that was written to be opened says where, unless its link does.
    const place = linked !== null && saysNoStep(asRead) ? { ...asRead, ...placeAtStart(linked) } : asRead;
    const problems = [...sourceProblems, ...placeProblems];
    // Another link, another word on it.
    forgetMessage();
    useAppStore.setState(({ source: before, linksRead }) => ({
      place,
      linksRead: linksRead + 1,
      source: isSameSource(before, source) ? before : source,
    }));
    if (problems.length > 0) {
      useAppStore.setState({
        message: { text: `This link is not quite right. ${problems.join(" ")}`, isError: true },
      });
    }
  };
  const opened = read();
  const readAgain = () => void read();
  // A page that is left, or loaded again, has its last address.
  const flush = () => {
    if (waiting !== null) writeAddress();
  };
  window.addEventListener("popstate", readAgain);
  window.addEventListener("pagehide", flush);
  window.addEventListener("beforeunload", flush);
  const stop = () => {
    window.removeEventListener("popstate", readAgain);
    window.removeEventListener("pagehide", flush);
    window.removeEventListener("beforeunload", flush);
  };
  return { opened, stop };
}
