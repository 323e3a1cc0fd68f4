// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { ToolMenu } from "./tool-menu";

afterEach(cleanup);

function show() {
  const onUse = vi.fn();
  render(
    <>
      <ToolMenu
        label="More"
        tools={[
          { label: "Save picture", onUse },
          { label: "Download CSV", onUse: () => {} },
        ]}
      />
      <button type="button">elsewhere</button>
    </>,
  );
  return onUse;
}
const opener = () => screen.getByRole("button", { name: "More" });
const tool = () => screen.queryByRole("button", { name: "Save picture" });

test("ToolMenu shows its tools only once it is opened", () => {
  show();
  expect(tool()).toBeNull();
  fireEvent.click(opener());
  expect(opener().getAttribute("aria-expanded")).toBe("true");
  expect(tool()).toBeTruthy();
  fireEvent.click(opener());
  expect(tool()).toBeNull();
});

test("ToolMenu closes with the tool's use and gives the focus back to its button", () => {
  const onUse = show();
  fireEvent.click(opener());
  fireEvent.click(screen.getByRole("button", { name: "Save picture" }));
  expect(onUse).toHaveBeenCalledTimes(1);
  expect(tool()).toBeNull();
  expect(document.activeElement).toBe(opener());
});

test("ToolMenu closes on Escape, and when the focus goes elsewhere", () => {
  show();
  fireEvent.click(opener());
  act(() => tool()?.focus());
  fireEvent.keyDown(document.activeElement ?? document.body, { key: "Escape" });
  expect(tool()).toBeNull();
  expect(document.activeElement).toBe(opener());
  fireEvent.click(opener());
  act(() => screen.getByRole("button", { name: "elsewhere" }).focus());
  expect(tool()).toBeNull();
});
