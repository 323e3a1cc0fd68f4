import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { MenuButton } from "./menu-button";

afterEach(cleanup);

function show() {
  const onUse = vi.fn();
  render(
    <>
      <MenuButton
        label="More"
        items={[
          { label: "Save picture", help: "SVG or PNG", onUse },
          { label: "Worksheet", href: "#/worksheet" },
          { label: "Download CSV", onUse: () => {} },
        ]}
      />
      <button type="button">elsewhere</button>
    </>,
  );
  return onUse;
}
const opener = () => screen.getByRole("button", { name: "More" });
const item = () => screen.queryByRole("menuitem", { name: "Save picture SVG or PNG" });
const focused = () => document.activeElement ?? document.body;
const press = (key: string) => fireEvent.keyDown(focused(), { key });
/** What has the focus: the name of an item without the line below it. */
const focusIsAt = () => focused().firstChild?.textContent;

test("MenuButton shows its items only once it is opened, with the focus at the first", () => {
  show();
  expect(item()).toBeNull();
  fireEvent.click(opener());
  expect(opener().getAttribute("aria-expanded")).toBe("true");
  expect(focused()).toBe(item());
  fireEvent.click(opener());
  expect(item()).toBeNull();
  expect(focused()).toBe(opener());
});

test("a pointer opens MenuButton with no item chosen yet", () => {
  show();
  fireEvent.click(opener(), { detail: 1 });
  expect(focused()).toBe(screen.getByRole("menu", { name: "More" }));
  press("ArrowDown");
  expect(focused()).toBe(item());
});

test("MenuButton closes with the item's use and gives the focus back to its button before it acts", () => {
  const onUse = show();
  onUse.mockImplementation(() => expect(focused()).toBe(opener()));
  fireEvent.click(opener());
  fireEvent.click(screen.getByRole("menuitem", { name: "Save picture SVG or PNG" }));
  expect(onUse).toHaveBeenCalledTimes(1);
  expect(item()).toBeNull();
});

test("an arrow opens MenuButton at its first item or its last, and keys lead through it", () => {
  show();
  act(() => opener().focus());
  press("ArrowUp");
  expect(focusIsAt()).toBe("Download CSV");
  const keys = ["ArrowDown", "ArrowUp", "Home", "ArrowDown", "End", "w", "s", "x"];
  const passed = keys.map((key) => {
    press(key);
    return focusIsAt();
  });
  expect(passed).toEqual([
    "Save picture",
    "Download CSV",
    "Save picture",
    "Worksheet",
    "Download CSV",
    "Worksheet",
    "Save picture",
    "Save picture",
  ]);
});

test("MenuButton closes on Escape and on Tab, and when the focus or a press goes elsewhere", () => {
  show();
  fireEvent.click(opener());
  press("Escape");
  expect(item()).toBeNull();
  expect(focused()).toBe(opener());
  fireEvent.click(opener());
  press("Tab");
  expect(item()).toBeNull();
  fireEvent.click(opener());
  act(() => screen.getByRole("button", { name: "elsewhere" }).focus());
  expect(item()).toBeNull();
  fireEvent.click(opener());
  fireEvent.pointerDown(screen.getByRole("button", { name: "elsewhere" }));
  expect(item()).toBeNull();
});

test("Space follows a link of MenuButton as it uses what acts", () => {
  show();
  const followed = vi.fn();
  fireEvent.click(opener());
  const link = screen.getByRole("menuitem", { name: "Worksheet" });
  link.addEventListener("click", followed);
  act(() => link.focus());
  press(" ");
  expect(followed).toHaveBeenCalledTimes(1);
  expect(item()).toBeNull();
});
