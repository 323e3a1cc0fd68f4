import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { StrictMode, useState } from "react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Dialog } from "./dialog";
import { KeyScope, useScopeKeys } from "./keys/key-scope";

// What jsdom lacks of the platform: opening takes the focus in, closing gives it back.
beforeEach(() => {
  let before: Element | null = null;
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
    before = document.activeElement;
    this.open = true;
    this.querySelector("button")?.focus();
  };
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    this.open = false;
    if (before instanceof HTMLElement) before.focus();
  };
});
afterEach(cleanup);

let heard = 0;

function Opener() {
  const [isOpen, setOpen] = useState(false);
  useScopeKeys(({ key }) => {
    if (key === "x") heard++;
  });
  return (
    <header>
      <button type="button" onClick={() => setOpen(true)}>
        Help
      </button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title="Keys">
        Words
      </Dialog>
    </header>
  );
}

function openDialog(): HTMLElement {
  heard = 0;
  render(
    <StrictMode>
      <KeyScope>
        <Opener />
      </KeyScope>
      <KeyScope isFirst>other</KeyScope>
    </StrictMode>,
  );
  screen.getByRole("button", { name: "Help" }).focus();
  fireEvent.click(screen.getByRole("button", { name: "Help" }));
  return screen.getByRole("dialog", { name: "Keys" });
}

test("a dialog stands outside what it was opened from, so that no landmark holds it", () => {
  const dialog = openDialog();
  expect(dialog.parentElement?.closest("header")).toBeNull();
});

test("a dialog stays in the key scope that it was opened from, and keeps the keys that are pressed in it", () => {
  const dialog = openDialog();
  expect(dialog.closest("[data-key-scope]")?.contains(screen.getByText("Help"))).toBe(true);
  fireEvent.keyDown(dialog, { key: "x" });
  expect(heard).toBe(0);
  fireEvent.click(screen.getByRole("button", { name: "Close" }));
  fireEvent.keyDown(screen.getByText("Help"), { key: "x" });
  expect(heard).toBe(1);
});

test("a dialog takes the focus, and gives it back when it is closed", () => {
  const dialog = openDialog();
  expect(dialog.contains(document.activeElement)).toBe(true);
  fireEvent.click(screen.getByRole("button", { name: "Close" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Help" }));
});

test("Escape closes it, and so does a press beside its sheet or a way to another place, but no press inside", () => {
  const dialog = openDialog();
  fireEvent.click(screen.getByText("Words"));
  expect(screen.queryByRole("dialog")).not.toBeNull();
  fireEvent.click(dialog);
  expect(screen.queryByRole("dialog")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Help" }));
  fireEvent(screen.getByRole("dialog"), new Event("cancel", { cancelable: true }));
  expect(screen.queryByRole("dialog")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Help" }));
  fireEvent(window, new PopStateEvent("popstate"));
  expect(screen.queryByRole("dialog")).toBeNull();
});
