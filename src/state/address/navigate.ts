import { useAppStore } from "../app-store";
import { formatPlace, type Place, readPlace } from "./place";
import { isSameSource, takeSource, withSource } from "./source";

/**
 * Goes to another place. A new place is pushed, so that Back returns; where only the way of looking changes (a scrub,
 * a step, a zoom), it replaces the one in the history.
 */
export function goTo(change: Partial<Place>, how: "push" | "replace" = "push"): void {
  const place = { ...useAppStore.getState().place, ...change };
  useAppStore.setState({ place });
  const address = `#${withSource(formatPlace(place), useAppStore.getState().source)}`;
  if (address === window.location.hash) return;
  if (how === "push") window.history.pushState(null, "", address);
  else window.history.replaceState(null, "", address);
}

/** The address of a place on the data that is looked at, for a link. */
export function hrefOf(change: Partial<Place>, from: Place): string {
  return `#${withSource(formatPlace({ ...from, ...change }), useAppStore.getState().source)}`;
}

/** Keeps the place and the address the same: reads it now, and when the reader goes back, forward or edits it. */
export function followAddress(): () => void {
  const read = () => {
    const { source, rest, problems: sourceProblems } = takeSource(window.location.hash.replace(/^#/, ""));
    const { place, problems: placeProblems } = readPlace(rest);
    const problems = [...sourceProblems, ...placeProblems];
    useAppStore.setState(({ source: before }) => ({
      place,
      source: isSameSource(before, source) ? before : source,
    }));
    if (problems.length > 0) {
      useAppStore.setState({
        message: { text: `This link is not quite right. ${problems.join(" ")}`, isError: true },
      });
    }
  };
  read();
  window.addEventListener("popstate", read);
  return () => window.removeEventListener("popstate", read);
}
