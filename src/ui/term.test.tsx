// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Term } from "./term";

afterEach(cleanup);

test("a term says what it means while it has the focus or the pointer, and Escape is enough to be rid of it", () => {
  render(<Term text="The last row of the entity.">latest</Term>);
  const word = screen.getByRole("button", { name: "latest" });
  const meaning = () => screen.queryByText("The last row of the entity.");
  expect(meaning()).toBeNull();
  fireEvent.focus(word);
  expect(word.getAttribute("aria-describedby")).toBe(meaning()?.id);
  fireEvent.keyDown(word, { key: "Escape" });
  expect(meaning()).toBeNull();
  fireEvent.pointerEnter(word);
  expect(meaning()).not.toBeNull();
  fireEvent.pointerLeave(word);
  expect(meaning()).toBeNull();
});
