import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { keepPlaced } from "./keep-placed";
import styles from "./term.module.css";

export interface TermProps {
  /** The word, as it is written where it stands. */
  readonly children: ReactNode;
  /** What it means. `id` is to name the sentence in it; a link in it is reached by Tab from the word. */
  readonly note: (id: string) => ReactNode;
  /** −1 where the keys of something around it lead to it instead of Tab. */
  readonly tabIndex?: number;
}

/** A word of the field: the dots under it say that it has a meaning, and hovered, focused or pressed it says it. */
export function Term({ children, note, tabIndex }: TermProps) {
  const id = useId();
  const word = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLSpanElement>(null);
  const [isOpen, setOpen] = useState(false);
  useLayoutEffect(() => {
    const [shown, at] = [box.current, word.current];
    if (!isOpen || shown === null || at === null) return;
    // The top layer: no table that scrolls cuts it.
    shown.showPopover?.();
    const stop = keepPlaced(shown, at);
    // Not every browser takes the focus away where something is tapped that cannot have it.
    const onPress = ({ target }: Event) => {
      if (target instanceof Node && !at.parentElement?.contains(target)) setOpen(false);
    };
    document.addEventListener("pointerdown", onPress);
    return () => {
      stop();
      document.removeEventListener("pointerdown", onPress);
    };
  }, [isOpen]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !isOpen) return;
    event.stopPropagation();
    if (box.current?.contains(document.activeElement)) word.current?.focus();
    setOpen(false);
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    if (!currentTarget.contains(relatedTarget)) setOpen(false);
  };
  // A finger leaves with every tap: what it opened stays until it taps elsewhere.
  const onLeave = ({ pointerType }: PointerEvent) => pointerType !== "touch" && setOpen(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what acts is the button in it
    <span
      onPointerEnter={() => setOpen(true)}
      onPointerLeave={onLeave}
      onFocus={() => setOpen(true)}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
    >
      <button
        ref={word}
        type="button"
        className={styles.term}
        tabIndex={tabIndex}
        aria-describedby={isOpen ? id : undefined}
        onClick={() => {
          word.current?.focus();
          setOpen(true);
        }}
      >
        {children}
      </button>
      {isOpen && (
        <span ref={box} popover="manual" className={styles.note}>
          {note(id)}
        </span>
      )}
    </span>
  );
}
