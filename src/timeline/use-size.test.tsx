// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { useTextScale, useWidth } from "./use-size";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  document.documentElement.style.fontSize = "";
});

function Measured() {
  const ref = useRef<HTMLDivElement>(null);
  const width = useWidth(ref, 960);
  return (
    <div ref={ref} role="status">
      {width} at {useTextScale(width)}
    </div>
  );
}

test("until it is measured the width is the fallback; measured, it is in whole pixels", () => {
  render(<Measured />);
  expect(screen.getByRole("status").textContent).toBe("960 at 1");
  cleanup();
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue(DOMRect.fromRect({ width: 389.6 }));
  render(<Measured />);
  expect(screen.getByRole("status").textContent).toBe("389 at 1");
});

test("text set twice as large doubles the scale", () => {
  document.documentElement.style.fontSize = "32px";
  render(<Measured />);
  expect(screen.getByRole("status").textContent).toBe("960 at 2");
});
