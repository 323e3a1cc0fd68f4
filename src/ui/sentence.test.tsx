import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { Sentence } from "./sentence";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** What a browser would measure: the words at a width, in a box that is at least as high as was kept for it. */
function layOut(box: { widthPx: number; wordsPx: number }) {
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockImplementation(() => box.widthPx);
  vi.spyOn(HTMLElement.prototype, "scrollHeight", "get").mockImplementation(function (this: HTMLElement) {
    return Math.max(box.wordsPx, Number.parseFloat(this.style.getPropertyValue("--tallest")) || 0);
  });
}

test("a large sentence keeps the height that it once needed, until its width changes", () => {
  const box = { widthPx: 300, wordsPx: 140 };
  layOut(box);
  const { rerender } = render(<Sentence size="large">a long sentence</Sentence>);
  const kept = () => screen.getByText(/sentence/).parentElement?.style.getPropertyValue("--tallest");
  expect(kept()).toBe("140px");
  box.wordsPx = 70;
  rerender(<Sentence size="large">a sentence</Sentence>);
  expect(kept()).toBe("140px");
  box.widthPx = 900;
  rerender(<Sentence size="large">the sentence</Sentence>);
  expect(kept()).toBe("70px");
});
