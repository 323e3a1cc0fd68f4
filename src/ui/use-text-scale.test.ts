import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { useTextScale } from "./use-text-scale";

const root = document.documentElement;

afterEach(() => {
  cleanup();
  root.removeAttribute("style");
  delete root.dataset.size;
});

test("useTextScale follows the size that is chosen for the page", async () => {
  root.style.fontSize = "16px";
  const { result } = renderHook(useTextScale);
  expect(result.current).toBe(1);
  // The observer is told after what is under way.
  await act(async () => {
    root.style.fontSize = "21.344px";
    root.dataset.size = "large";
  });
  expect(result.current).toBe(1.334);
});

test("useTextScale follows the reader's own size, which comes with a resize", () => {
  root.style.fontSize = "16px";
  const { result } = renderHook(useTextScale);
  act(() => {
    root.style.fontSize = "32px";
    window.dispatchEvent(new Event("resize"));
  });
  expect(result.current).toBe(2);
});
