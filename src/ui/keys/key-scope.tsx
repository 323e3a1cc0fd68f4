import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import styles from "./key-scope.module.css";
import { listenForKeys } from "./listen-for-keys";

/** Called with a key press that belongs to nothing else. It calls `preventDefault` where the key meant something. */
export type OnKey = (event: KeyboardEvent) => void;

/** Where parts of a page listen for keys. */
interface KeyTarget {
  /** @returns Ends the listening. */
  listen(onKey: OnKey): () => void;
  /** Whether an event that happened somewhere on the page is meant for this scope. */
  owns(target: EventTarget | null): boolean;
  /** What it marks; `null` before it is there. */
  root(): Element | null;
}

const KeyTargetContext = createContext<KeyTarget | null>(null);

export interface KeyScopeProps {
  /** Whether it has the keys before anything was touched. Of several on a page, one. */
  readonly isFirst?: boolean;
  /** Whether letters, digits and signs act: they can be switched off (WCAG 2.1.4). */
  readonly letterKeys?: boolean;
  readonly children: ReactNode;
}

/**
 * A part of the page whose keys are its own: they go to the scope that has the focus, and where none has it, to the one
 * that was touched last.
 */
export function KeyScope({ isFirst = false, letterKeys = true, children }: KeyScopeProps) {
  const root = useRef<HTMLDivElement>(null);
  const isTouchedLast = useRef(isFirst);
  const [scope] = useState(() =>
    makeTarget(
      (target) => {
        const around = scopeAround(target);
        return around === null ? isTouchedLast.current : around === root.current;
      },
      () => root.current,
    ),
  );
  useEffect(() => {
    const onTouch = ({ target }: Event) => {
      const touched = scopeAround(target);
      if (touched !== null) isTouchedLast.current = touched === root.current;
    };
    document.addEventListener("pointerdown", onTouch, true);
    document.addEventListener("focusin", onTouch);
    return () => {
      document.removeEventListener("pointerdown", onTouch, true);
      document.removeEventListener("focusin", onTouch);
    };
  }, []);
  useEffect(
    () =>
      listenForKeys((event) => {
        if (scope.owns(event.target) && (letterKeys || !isLetterKey(event))) scope.dispatch(event);
      }),
    [scope, letterKeys],
  );
  return (
    <KeyTargetContext value={scope}>
      <div ref={root} className={styles.scope} data-key-scope>
        {children}
      </div>
    </KeyTargetContext>
  );
}

/**
 * Listens for keys in the scope around, or on the whole page where there is none. What belongs to the control that has the
 * focus, to a text field or to something open is not heard.
 *
 * @param onKey - May be a new function at every render.
 */
export function useScopeKeys(onKey: OnKey, isActive = true): void {
  const scope = useContext(KeyTargetContext);
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    if (!isActive) return;
    const listen = (event: KeyboardEvent) => latest.current(event);
    if (scope !== null) return scope.listen(listen);
    return listenForKeys(listen);
  }, [scope, isActive]);
}

/** Tells whether what happens somewhere on the page, such as a paste, is meant for the scope around. */
export function useOwnsEvent(): (target: EventTarget | null) => boolean {
  const scope = useContext(KeyTargetContext);
  return (target) => scope?.owns(target) ?? true;
}

/** Gives the element of the scope around, once it is there, or the whole page: where what covers the page belongs. */
export function useScopeRoot(): () => Element {
  const scope = useContext(KeyTargetContext);
  return () => scope?.root() ?? document.body;
}

function makeTarget(
  owns: KeyTarget["owns"],
  root: KeyTarget["root"],
): KeyTarget & { dispatch(event: KeyboardEvent): void } {
  const listeners = new Set<OnKey>();
  return {
    owns,
    root,
    listen(onKey) {
      listeners.add(onKey);
      return () => listeners.delete(onKey);
    },
    dispatch(event) {
      for (const onKey of listeners) if (!event.defaultPrevented) onKey(event);
    },
  };
}

function scopeAround(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest("[data-key-scope]") : null;
}

/** Letters, digits and signs alone: what a reader who speaks to the computer, or whose hand trembles, presses unawares. */
function isLetterKey({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return key.length === 1 && key !== " " && !ctrlKey && !altKey && !metaKey;
}
