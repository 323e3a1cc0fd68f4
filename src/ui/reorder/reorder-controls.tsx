import type { KeyboardEvent } from "react";
import styles from "./reorder-controls.module.css";
import type { useReorder } from "./use-reorder";

/** What the handle of one item listens to. */
export type ReorderHandle = ReturnType<ReturnType<typeof useReorder>["handle"]>;

export interface ReorderControlsProps {
  /** Its place, from 0. */
  readonly at: number;
  readonly count: number;
  /** What the ways to move the item are called. */
  readonly words: { readonly drag: string; readonly earlier: string; readonly later: string };
  readonly handle: ReorderHandle;
  readonly isDragged: boolean;
  readonly onStep: (by: 1 | -1) => void;
}

/** The ways to move an item of a list: a handle to drag it by, and two buttons. */
export function ReorderControls({ at, count, words, handle, isDragged, onStep }: ReorderControlsProps) {
  return (
    <span className={styles.controls} data-dragged={isDragged || undefined}>
      <span className={styles.grip} data-grip title={words.drag} {...handle}>
        ⠿
      </span>
      <button
        type="button"
        className={styles.by}
        data-by="-1"
        aria-label={words.earlier}
        aria-disabled={at === 0}
        onClick={() => onStep(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        className={styles.by}
        data-by="1"
        aria-label={words.later}
        aria-disabled={at === count - 1}
        onClick={() => onStep(1)}
      >
        ↓
      </button>
    </span>
  );
}

/** Alt and an arrow moves an item, as the buttons do. */
export function onReorderKey(event: KeyboardEvent, step: (by: 1 | -1) => void): void {
  if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
  event.preventDefault();
  event.stopPropagation();
  step(event.key === "ArrowUp" ? -1 : 1);
}
