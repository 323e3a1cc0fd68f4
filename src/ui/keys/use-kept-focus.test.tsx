import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useRef, useState } from "react";
import { afterEach, expect, test } from "vitest";
import { useKeptFocus } from "./use-kept-focus";

afterEach(cleanup);

type Left = "switched off" | "gone";

function Parts({ left, hasOther }: { readonly left: Left; readonly hasOther: boolean }) {
  const area = useRef<HTMLDivElement>(null);
  const refuge = useRef<HTMLDivElement>(null);
  const [isPressed, setPressed] = useState(false);
  useKeptFocus(area, refuge);
  return (
    <>
      <div ref={area}>
        <div ref={refuge} tabIndex={-1} data-testid="refuge">
          {hasOther && <button type="button">Redo</button>}
        </div>
        {(left === "switched off" || !isPressed) && (
          <button type="button" disabled={isPressed} onClick={() => setPressed(true)}>
            Undo
          </button>
        )}
      </div>
      <button type="button">elsewhere</button>
    </>
  );
}

function press(name: string) {
  const button = screen.getByRole("button", { name });
  button.focus();
  fireEvent.click(button);
}

test.each<Left>(["switched off", "gone"])(
  "the focus of a button that is %s goes to one that can be pressed",
  (left) => {
    render(<Parts left={left} hasOther />);
    press("Undo");
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Redo" }));
  },
);

test("where no button can be pressed, to the part that they stand in", () => {
  render(<Parts left="gone" hasOther={false} />);
  press("Undo");
  expect(document.activeElement).toBe(screen.getByTestId("refuge"));
});

test("the focus that is elsewhere stays there", () => {
  render(<Parts left="gone" hasOther />);
  const elsewhere = screen.getByRole("button", { name: "elsewhere" });
  elsewhere.focus();
  fireEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(document.activeElement).toBe(elsewhere);
});
