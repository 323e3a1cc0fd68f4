import { cleanup, createEvent, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { usePaste } from "./use-paste";

afterEach(cleanup);

const onFiles = vi.fn();
const onText = vi.fn();

function Page() {
  usePaste({ onFiles, onText });
  return <input aria-label="name" />;
}

function paste(target: Element, text: string): boolean {
  const event = createEvent.paste(target, { clipboardData: { items: [], getData: () => text } });
  fireEvent(target, event);
  return event.defaultPrevented;
}

test("usePaste takes text that is pasted on the page, but not into a text field and not mere space", () => {
  render(<Page />);
  expect(paste(screen.getByRole("textbox"), "user_id\n2")).toBe(false);
  expect(paste(document.body, "  \n")).toBe(false);
  expect(onText).not.toHaveBeenCalled();
  expect(paste(document.body, "user_id\n2")).toBe(true);
  expect(onText.mock.calls).toEqual([["user_id\n2"]]);
});
