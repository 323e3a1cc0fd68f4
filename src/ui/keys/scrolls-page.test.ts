import { afterEach, expect, test, vi } from "vitest";
import { scrollsPage } from "./scrolls-page";

afterEach(() => {
  vi.restoreAllMocks();
  document.body.innerHTML = "";
});

test.each<[key: string, on: string, pagePx: number, expected: boolean]>([
  [" ", "h2", 1200, true],
  ["PageDown", "body", 1200, true],
  ["PageUp", "h2", 1200, true],
  ["Home", "h2", 1200, true],
  ["End", "body", 1200, true],
  // What has the focus within the part is the part's.
  [" ", "i", 1200, false],
  ["End", "i", 1200, false],
  // There is nothing to scroll.
  [" ", "h2", 600, false],
  ["End", "body", 600, false],
  // Other keys scroll nothing here.
  ["ArrowRight", "h2", 1200, false],
  ["j", "body", 1200, false],
])("%j on %s of a page of %i px in a window of 600 px scrolls it: %s", (key, on, pagePx, expected) => {
  document.body.innerHTML = "<h2></h2><p><i></i></p>";
  vi.spyOn(document.documentElement, "scrollHeight", "get").mockReturnValue(pagePx);
  vi.spyOn(document.documentElement, "clientHeight", "get").mockReturnValue(600);
  const parts = [null, document.querySelector("p")];
  expect(scrollsPage({ key, target: document.querySelector(on) }, parts)).toBe(expected);
});
