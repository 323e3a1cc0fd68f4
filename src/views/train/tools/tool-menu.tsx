import { type FocusEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { Button } from "../../../ui/controls/button";
import styles from "./tool-menu.module.css";

export interface Tool {
  readonly label: string;
  readonly onUse: () => void;
}

export interface ToolMenuProps {
  readonly label: string;
  /** What it is of, where several stand on a page: for who cannot see beside what. */
  readonly of?: string;
  readonly tools: readonly Tool[];
}

/** What is seldom needed, behind one button: a list of plain buttons that Tab walks through and Escape closes. */
export function ToolMenu({ label, of, tools }: ToolMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  const closeOnEscape = (event: KeyboardEvent) => {
    if (!isOpen || event.key !== "Escape") return;
    event.stopPropagation();
    setOpen(false);
    opener.current?.focus();
  };
  const closeWhenLeft = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears what happens to the buttons in it
    <div className={styles.menu} onKeyDown={closeOnEscape} onBlur={closeWhenLeft}>
      <Button
        ref={opener}
        variant="link"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={of === undefined ? undefined : `${label}: ${of}`}
        onClick={(event) => {
          // Safari gives a pressed button no focus, and without it the list would not know when it is left.
          event.currentTarget.focus();
          setOpen(!isOpen);
        }}
      >
        {label}
      </Button>
      <ul id={id} className={styles.list} hidden={!isOpen}>
        {tools.map(({ label: words, onUse }) => (
          <li key={words}>
            <button
              type="button"
              className={styles.tool}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => {
                setOpen(false);
                // Back to what stays, so that a dialog that opens now has somewhere to return the focus to.
                opener.current?.focus();
                onUse();
              }}
            >
              {words}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
