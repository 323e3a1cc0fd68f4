import { useEffect, useRef } from "react";
import { isNewPress } from "../../present/press";
import { type KeyActions, keyAction } from "../../terms/keymap";
import { belongsToFocus } from "../../ui/keys/belongs-to-focus";
import { useScopeKeys } from "../../ui/keys/key-scope";
import { trackFocus } from "../../ui/keys/reached-by-keyboard";

type PresentAction = KeyActions["present"];

/** What the keys do, and a press on the screen; what is not there is no key of this window. */
export type PresentActions = Partial<Readonly<Record<PresentAction, () => void>>>;

/**
 * The keys of a window that presents. Those that a remote sends act whatever has the focus, but a text field or something
 * open: they move no slider and scroll nothing. A bounce is one press, and so is a key that is held down.
 *
 * @returns Does what a key would do: for a press on the screen, which may bounce as well.
 */
export function usePresentKeys(actions: PresentActions): (action: PresentAction, atMs: number) => void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  const lastMs = useRef<number | null>(null);
  const press = useRef((action: PresentAction, atMs: number) => {
    if (!isNewPress(lastMs.current, atMs)) return;
    lastMs.current = atMs;
    latest.current[action]?.();
  });
  useScopeKeys((event) => {
    const action = isLetter(event) ? keyAction("present", event) : null;
    if (action === null || actions[action] === undefined) return;
    event.preventDefault();
    if (!event.repeat) press.current(action, event.timeStamp);
  });
  useEffect(() => {
    const focus = trackFocus(document);
    let isSpaceTaken = false;
    const onDown = (event: KeyboardEvent) => {
      const { target, key } = event;
      const action = isLetter(event) ? null : keyAction("present", event);
      if (action === null || latest.current[action] === undefined) return;
      if (
        !isRemotes(target, key) &&
        !isSlider(target) &&
        !isChord(event) &&
        belongsToFocus(target, key, focus.isReachedByKeyboard(target))
      )
        return;
      event.preventDefault();
      event.stopPropagation();
      isSpaceTaken = key === " ";
      if (!event.repeat) press.current(action, event.timeStamp);
    };
    // A button acts when Space is let go, and not every browser forgets that where only the press was taken.
    const onUp = (event: KeyboardEvent) => {
      if (event.key !== " " || !isSpaceTaken) return;
      isSpaceTaken = false;
      event.preventDefault();
    };
    window.addEventListener("keydown", onDown, true);
    window.addEventListener("keyup", onUp, true);
    return () => {
      focus.stop();
      window.removeEventListener("keydown", onDown, true);
      window.removeEventListener("keyup", onUp, true);
    };
  }, []);
  return press.current;
}

/** Letters and signs can be switched off: the scope around knows. */
function isLetter(event: KeyboardEvent): boolean {
  return event.key.length === 1 && event.key !== " " && !isChord(event);
}

/** Whether it writes nothing into a text field: then it acts there too. */
function isChord({ ctrlKey, metaKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey;
}

/** Where hands are typed, the page keys of a remote and its key for the full screen act as ever. */
function isRemotes(target: EventTarget | null, key: string): boolean {
  const isSent = key.startsWith("Page") || key === "F5";
  return isSent && target instanceof Element && target.closest("[data-remote-keys]") !== null;
}

function isSlider(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="slider"]') !== null;
}
