import { vi } from "vitest";

/**
 * Gives jsdom, which lays nothing out, the few measures the parts of `ui` ask for: every element is `heightPx` tall
 * inside, a header is flat, a pointer is a mouse, and sizes never change. Undo with `vi.unstubAllGlobals` and
 * `vi.restoreAllMocks`.
 */
export function stubLayout(heightPx = 340): void {
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(heightPx);
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
  vi.stubGlobal("matchMedia", (media: string) => ({
    media,
    matches: false,
    addEventListener() {},
    removeEventListener() {},
  }));
  HTMLElement.prototype.scrollIntoView = () => {};
}
