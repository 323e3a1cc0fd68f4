import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { KeyScope, useScopeKeys } from "./key-scope";

afterEach(cleanup);

let heard: string[] = [];

beforeEach(() => {
  heard = [];
});

function Listener({ name, isActive = true }: { name: string; isActive?: boolean }) {
  useScopeKeys((event) => {
    if (event.key === "x") heard.push(name);
    if (name.startsWith("greedy")) event.preventDefault();
  }, isActive);
  return <button type="button">{name}</button>;
}

function twoScopes() {
  render(
    <>
      <KeyScope isFirst>
        <Listener name="left" />
      </KeyScope>
      <KeyScope>
        <Listener name="right" />
      </KeyScope>
      <input aria-label="outside" />
    </>,
  );
}

const press = (target: Element) => fireEvent.keyDown(target, { key: "x" });

test("before anything is touched the first scope has the keys", () => {
  twoScopes();
  press(document.body);
  expect(heard).toEqual(["left"]);
});

test("keys go to the scope that has the focus, whichever was touched last", () => {
  twoScopes();
  fireEvent.pointerDown(screen.getByRole("button", { name: "left" }));
  press(screen.getByRole("button", { name: "right" }));
  expect(heard).toEqual(["right"]);
});

test("where no scope has the focus they go to the one that was touched last", () => {
  twoScopes();
  fireEvent.pointerDown(screen.getByRole("button", { name: "right" }));
  press(document.body);
  fireEvent.focusIn(screen.getByRole("button", { name: "left" }));
  // What belongs to no scope changes nothing of it.
  fireEvent.pointerDown(screen.getByRole("textbox"));
  press(document.body);
  expect(heard).toEqual(["right", "left"]);
});

test("within a scope the first who takes a key has it alone, and who is not active hears nothing", () => {
  render(
    <KeyScope isFirst>
      <Listener name="silent" isActive={false} />
      <Listener name="greedy" />
      <Listener name="late" />
    </KeyScope>,
  );
  press(document.body);
  expect(heard).toEqual(["greedy"]);
});

test("without a scope around keys of the whole page are heard", () => {
  render(<Listener name="alone" />);
  press(document.body);
  expect(heard).toEqual(["alone"]);
});

function Noting({ keys }: { keys: string[] }) {
  useScopeKeys(({ key, ctrlKey }) => keys.push(ctrlKey ? `Ctrl+${key}` : key));
  return null;
}

test("letters, digits and signs can be switched off; Space, arrows and chords go on acting", () => {
  const keys: string[] = [];
  const pressAll = () => {
    for (const key of ["j", "J", "0", "?", " ", "ArrowRight", "PageDown"])
      fireEvent.keyDown(document.body, { key });
    fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
    return keys.splice(0);
  };
  const page = (letterKeys: boolean) => (
    <KeyScope isFirst letterKeys={letterKeys}>
      <Noting keys={keys} />
    </KeyScope>
  );
  const { rerender } = render(page(true));
  expect(pressAll()).toEqual(["j", "J", "0", "?", " ", "ArrowRight", "PageDown", "Ctrl+z"]);
  rerender(page(false));
  expect(pressAll()).toEqual([" ", "ArrowRight", "PageDown", "Ctrl+z"]);
});

test("what is written in an editor in a shadow root is the editor's", () => {
  twoScopes();
  const host = screen
    .getByRole("button", { name: "left" })
    .parentElement?.appendChild(document.createElement("div"));
  const root = host?.attachShadow({ mode: "open" });
  if (root === undefined) throw new Error("no shadow root");
  root.innerHTML = '<div contenteditable="true"></div><p></p>';
  const within = (name: string) => root.querySelector(name) ?? document.body;
  fireEvent.keyDown(within("div"), { key: "x", composed: true });
  expect(heard).toEqual([]);
  fireEvent.keyDown(within("p"), { key: "x", composed: true });
  expect(heard).toEqual(["left"]);
});
