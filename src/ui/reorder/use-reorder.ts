import { type PointerEvent, type RefObject, useEffect, useState } from "react";

/** Takes an item from one place of a list to another. */
export function moved<Item>(list: readonly Item[], from: number, to: number): Item[] {
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(to, 0, ...list.slice(from, from + 1));
}

/** An item that is being dragged. */
export interface Dragged {
  readonly from: number;
  /** Where it would be dropped. */
  readonly to: number;
  /** How far it has been taken, pixels. */
  readonly byPx: number;
}

interface Begun extends Dragged {
  readonly startY: number;
  /** The lower edges of the items, as they were when it began. */
  readonly bottoms: readonly number[];
}

/**
 * Dragging of items in a list. Nothing moves in the list before the item is dropped; Escape leaves all as it was.
 *
 * @param onMove - Called once, when an item is dropped at another place.
 * @returns Per place what its handle listens to.
 */
export function useReorder(list: RefObject<HTMLElement | null>, onMove: (from: number, to: number) => void) {
  const [dragged, setDragged] = useState<Begun | null>(null);
  const isDragging = dragged !== null;
  useEffect(() => {
    if (!isDragging) return;
    const onKeyDown = ({ key }: KeyboardEvent) => key === "Escape" && setDragged(null);
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [isDragging]);
  const handle = (from: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture?.(event.pointerId);
      const bottoms = Array.from(list.current?.children ?? [], (item) => item.getBoundingClientRect().bottom);
      setDragged({ from, to: from, byPx: 0, startY: event.clientY, bottoms });
    },
    onPointerMove: ({ clientY }: PointerEvent<HTMLElement>) => {
      if (dragged === null) return;
      const { bottoms, startY } = dragged;
      const at = bottoms.findIndex((bottom) => clientY < bottom);
      setDragged({ ...dragged, to: at === -1 ? bottoms.length - 1 : at, byPx: clientY - startY });
    },
    onPointerUp: () => {
      setDragged(null);
      if (dragged !== null && dragged.to !== dragged.from) onMove(dragged.from, dragged.to);
    },
    onPointerCancel: () => setDragged(null),
  });
  return { handle, dragged: dragged satisfies Dragged | null };
}
