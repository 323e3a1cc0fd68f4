import { cleanup, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { usePageText, useWidth } from "./use-size";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  document.documentElement.style.fontSize = "";
  delete document.documentElement.dataset.size;
});

function Measured() {
  const ref = useRef<HTMLDivElement>(null);
  const width = useWidth(ref, 960);
  const { size, scale } = usePageText();
  return (
    <div ref={ref} role="status">
      {width} at {scale}, {size}
    </div>
  );
}

test("until it is measured the width is the fallback; measured, it is in whole pixels", () => {
  render(<Measured />);
  expect(screen.getByRole("status").textContent).toBe("960 at 1, regular");
  cleanup();
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue(DOMRect.fromRect({ width: 389.6 }));
  render(<Measured />);
  expect(screen.getByRole("status").textContent).toBe("389 at 1, regular");
});

test("text set twice as large doubles the scale", () => {
  document.documentElement.style.fontSize = "32px";
  render(<Measured />);
  expect(screen.getByRole("status").textContent).toBe("960 at 2, regular");
});

test("the projector's size is a size of its own, and not text that the reader has set larger", () => {
  document.documentElement.dataset.size = "large";
  document.documentElement.style.fontSize = `${16 * 1.334}px`;
  render(<Measured />);
  expect(screen.getByRole("status").textContent).toBe("960 at 1, large");
});
