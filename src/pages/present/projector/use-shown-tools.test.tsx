import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useShownTools } from "./use-shown-tools";

const onPress = vi.fn();

function Picture() {
  const root = useRef<HTMLElement>(null);
  const tools = useShownTools(root);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: as the projector has it
    <main ref={root} onClick={(event) => tools.takesPress(event) || onPress()}>
      <p data-tools data-shown={tools.isShown || undefined} />
    </main>
  );
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] });
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockReturnValue(new DOMRect(500, 680, 200, 40));
  onPress.mockReset();
  render(<Picture />);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const isShown = () => screen.getByRole("paragraph").hasAttribute("data-shown");
/** An event at a place, so many milliseconds after the page began. */
function at(
  atMs: number,
  type: "pointermove" | "click",
  clientX: number,
  clientY: number,
  more: object = {},
) {
  const event = new MouseEvent(type, { bubbles: true, clientX, clientY });
  Object.defineProperty(event, "timeStamp", { value: atMs });
  Object.assign(event, more);
  fireEvent(screen.getByRole("main"), event);
}

test("a press in the picture of a mouse that rests turns the page, also where the hand shakes", () => {
  at(0, "pointermove", 100, 100);
  at(10, "pointermove", 102, 101);
  at(20, "click", 102, 101);
  expect(onPress).toHaveBeenCalledTimes(1);
  expect(isShown()).toBe(false);
});

test("the first press where the tools are shows them, and turns no page", () => {
  at(0, "click", 600, 700);
  expect(onPress).not.toHaveBeenCalled();
  expect(isShown()).toBe(true);
});

test("a press right after the tools have come turns no page; a later one does", () => {
  at(0, "pointermove", 100, 100);
  at(1000, "pointermove", 400, 300);
  expect(isShown()).toBe(true);
  at(1200, "click", 400, 300);
  expect(onPress).not.toHaveBeenCalled();
  at(1400, "click", 400, 300);
  expect(onPress).toHaveBeenCalledTimes(1);
});

test("the tools go when the pointer rests, and a finger does not bring them", () => {
  at(0, "pointermove", 100, 100);
  at(10, "pointermove", 300, 100);
  act(() => vi.advanceTimersByTime(2990));
  expect(isShown()).toBe(true);
  act(() => vi.advanceTimersByTime(10));
  expect(isShown()).toBe(false);
  at(9000, "pointermove", 100, 100, { pointerType: "touch" });
  expect(isShown()).toBe(false);
});
