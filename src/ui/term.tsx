import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from "react";
import styles from "./term.module.css";

export interface TermProps {
  /** The word, as it is written where it stands. */
  readonly children: ReactNode;
  /** What it means, in a sentence or two. */
  readonly text: string;
  /** −1 where the keys of something around it lead to it instead of Tab. */
  readonly tabIndex?: number;
}

/** How near the edges of the window the meaning may come, pixels. */
const EDGE_PX = 8;

/** A word of the field: the dots under it say that it has a meaning, and hovered, focused or pressed it says it. */
export function Term({ children, text, tabIndex }: TermProps) {
  const id = useId();
  const word = useRef<HTMLButtonElement>(null);
  const note = useRef<HTMLSpanElement>(null);
  const [isOpen, setOpen] = useState(false);
  useLayoutEffect(() => {
    if (!isOpen || word.current === null || note.current === null) return;
    // The top layer: no table that scrolls cuts it.
    note.current.showPopover?.();
    place(note.current, word.current);
  }, [isOpen]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !isOpen) return;
    event.stopPropagation();
    setOpen(false);
  };
  return (
    <span onPointerEnter={() => setOpen(true)} onPointerLeave={() => setOpen(false)}>
      <button
        ref={word}
        type="button"
        className={styles.term}
        tabIndex={tabIndex}
        aria-describedby={isOpen ? id : undefined}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onClick={() => {
          word.current?.focus();
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
      >
        {children}
      </button>
      {isOpen && (
        <span ref={note} id={id} role="tooltip" popover="manual" className={styles.note}>
          {text}
        </span>
      )}
    </span>
  );
}

/** Under the word, or over it where there is no room; never out of the window. */
function place(note: HTMLElement, word: HTMLElement): void {
  const at = word.getBoundingClientRect();
  const { width, height } = note.getBoundingClientRect();
  const left = Math.max(EDGE_PX, Math.min(at.left, window.innerWidth - width - EDGE_PX));
  const top = at.bottom + height + EDGE_PX > window.innerHeight ? at.top - height : at.bottom;
  note.style.left = `${left}px`;
  note.style.top = `${Math.max(0, top)}px`;
}
