import { belongsToFocus, isPlayKey } from "./belongs-to-focus";
import { trackFocus } from "./reached-by-keyboard";

/**
 * Calls `onKey` with the key presses of the page that do not belong to what has the focus. It calls `preventDefault` where
 * the key meant something. Play keys are taken on their way down, so that a control that was pressed with the mouse and has
 * kept the focus neither acts nor scrolls; others come after whoever stands nearer.
 *
 * @returns Ends the listening.
 */
export function listenForKeys(onKey: (event: KeyboardEvent) => void): () => void {
  const focus = trackFocus(document);
  let isSpaceTaken = false;
  const offer = (event: KeyboardEvent) => {
    const { target, key } = event;
    // What stands in a shadow root is known by the path alone: to the page, its host is the target.
    const [innermost = target] = event.composedPath();
    if (!belongsToFocus(innermost, key, focus.isReachedByKeyboard(target))) onKey(event);
  };
  const onWayDown = (event: KeyboardEvent) => {
    if (!isPlayKey(event.key)) return;
    // Held down, Space acts once: it would play and pause in turn.
    if (event.key === " " && event.repeat && isSpaceTaken) event.preventDefault();
    else offer(event);
    if (event.key === " ") isSpaceTaken = event.defaultPrevented;
    if (event.defaultPrevented) event.stopPropagation();
  };
  const onWayUp = (event: KeyboardEvent) => {
    if (!isPlayKey(event.key)) offer(event);
  };
  // A button acts when Space is let go, and not every browser forgets that where only the press was taken.
  const onRelease = (event: KeyboardEvent) => {
    if (event.key !== " " || !isSpaceTaken) return;
    isSpaceTaken = false;
    event.preventDefault();
  };
  window.addEventListener("keydown", onWayDown, true);
  window.addEventListener("keydown", onWayUp);
  window.addEventListener("keyup", onRelease, true);
  return () => {
    focus.stop();
    window.removeEventListener("keydown", onWayDown, true);
    window.removeEventListener("keydown", onWayUp);
    window.removeEventListener("keyup", onRelease, true);
  };
}
