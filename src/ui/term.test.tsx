import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Term } from "./term";

afterEach(cleanup);

function show() {
  render(
    <>
      <Term
        note={(id) => (
          <>
            <span id={id}>The last row of the entity.</span>
            <a href="#/glossary">Glossary</a>
          </>
        )}
      >
        latest
      </Term>
      <button type="button">elsewhere</button>
    </>,
  );
  return screen.getByRole("button", { name: "latest" });
}

const meaning = () => screen.queryByText("The last row of the entity.");

test("a term says what it means while it has the focus or the pointer, and Escape is enough to be rid of it", () => {
  const word = show();
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

test("the keyboard reaches the link in it, and Escape leads back to the word", () => {
  const word = show();
  act(() => word.focus());
  const link = screen.getByText("Glossary");
  expect(word.compareDocumentPosition(link)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  act(() => link.focus());
  expect(meaning()).not.toBeNull();
  fireEvent.keyDown(link, { key: "Escape" });
  expect(meaning()).toBeNull();
  expect(document.activeElement).toBe(word);
  act(() => word.blur());
  act(() => word.focus());
  act(() => screen.getByRole("button", { name: "elsewhere" }).focus());
  expect(meaning()).toBeNull();
});

test("what a finger opens stays when it is lifted, until it taps elsewhere", () => {
  const word = show();
  fireEvent.pointerEnter(word, { pointerType: "touch" });
  fireEvent.pointerLeave(word, { pointerType: "touch" });
  fireEvent.click(word);
  expect(meaning()).not.toBeNull();
  fireEvent.pointerDown(screen.getByText("The last row of the entity."), { pointerType: "touch" });
  expect(meaning()).not.toBeNull();
  fireEvent.pointerDown(document.body, { pointerType: "touch" });
  expect(meaning()).toBeNull();
});
