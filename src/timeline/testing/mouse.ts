import { fireEvent } from "@testing-library/react";

/** A mouse, as far as jsdom has one: without layout, so places are those of the page's corner. */
export function newMouse() {
  const at = (x: number, buttons: number) => ({ clientX: x, clientY: 0, pointerId: 1, button: 0, buttons });
  return {
    down: (on: Element, x: number) => fireEvent.pointerDown(on, at(x, 1)),
    move: (x: number) => fireEvent.pointerMove(window, at(x, 1)),
    up: (x: number) => fireEvent.pointerUp(window, at(x, 0)),
    /** The browser takes the touch for itself. */
    interrupted: () => fireEvent.pointerCancel(window, at(0, 0)),
    escape: () => fireEvent.keyDown(document.body, { key: "Escape" }),
  };
}
