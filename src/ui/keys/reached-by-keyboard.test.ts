import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type FocusTracker, trackFocus } from "./reached-by-keyboard";

let focus: FocusTracker;
let isVisible = true;

beforeEach(() => {
  document.body.innerHTML = "<button>one</button><button>two</button>";
  // jsdom only guesses it.
  vi.spyOn(Element.prototype, "matches").mockImplementation(() => isVisible);
  focus = trackFocus(document);
});
afterEach(() => {
  focus.stop();
  vi.restoreAllMocks();
});

const buttons = () => [...document.querySelectorAll("button")];

/** The focus comes by a key or by the mouse. */
function reach(button: HTMLElement | undefined, by: "key" | "mouse") {
  isVisible = by === "key";
  if (by === "mouse") button?.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  button?.focus();
  // With the first key press `:focus-visible` becomes true in Chromium, however the focus came.
  isVisible = true;
}

test("what was reached by keyboard is known to be, and nothing beside it", () => {
  const [one, two] = buttons();
  reach(one, "key");
  expect(buttons().map((button) => focus.isReachedByKeyboard(button))).toEqual([true, false]);
  reach(two, "key");
  expect(buttons().map((button) => focus.isReachedByKeyboard(button))).toEqual([false, true]);
});

test("what was pressed with the mouse is not, also once a key was pressed", () => {
  const [one] = buttons();
  reach(one, "mouse");
  expect(focus.isReachedByKeyboard(one ?? null)).toBe(false);
});

test("what was reached by keyboard and is pressed then is not any more", () => {
  const [one] = buttons();
  reach(one, "key");
  reach(one, "mouse");
  expect(focus.isReachedByKeyboard(one ?? null)).toBe(false);
});
