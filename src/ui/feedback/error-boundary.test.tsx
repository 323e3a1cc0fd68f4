import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ErrorBoundary } from "./error-boundary";

beforeEach(() => {
  // React reports every caught error there as well.
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function Broken(): never {
  throw new Error("no column “paid_at”", { cause: new RangeError("offset 12") });
}

function BrokenUntil({ cure }: { readonly cure: { readonly isDone: boolean } }) {
  return cure.isDone ? <p>the table</p> : <Broken />;
}

test("ErrorBoundary says that the data is safe, what happened, and offers ways out", () => {
  render(
    <ErrorBoundary>
      <Broken />
    </ErrorBoundary>,
  );
  const report = screen.getByRole("alert");
  expect(report.textContent).toContain("what was saved in this browser is still there");
  expect(report.textContent).toContain("Error: no column “paid_at”");
  expect(report.textContent).toContain("Caused by RangeError: offset 12");
  expect(screen.getByRole("button", { name: "Reload" })).toBeTruthy();
});

function Missing(): never {
  throw Object.assign(new Error("A part could not be loaded."), { code: "missing_part" });
}

test("ErrorBoundary says of a part that cannot be had why that may be, and offers only what helps", () => {
  render(
    <ErrorBoundary>
      <Missing />
    </ErrorBoundary>,
  );
  expect(screen.getByRole("alert").textContent).toContain("a newer version has taken its place");
  expect(screen.getByRole("button", { name: "Reload" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Try again without reloading" })).toBeNull();
});

test("ErrorBoundary tells its owner once, with the place in the tree", () => {
  const onError = vi.fn();
  render(
    <ErrorBoundary onError={onError}>
      <Broken />
    </ErrorBoundary>,
  );
  expect(onError).toHaveBeenCalledTimes(1);
  expect(onError.mock.calls[0]?.[1]).toContain("Broken");
});

test("ErrorBoundary tries again when asked to", () => {
  const cure = { isDone: false };
  render(
    <ErrorBoundary>
      <BrokenUntil cure={cure} />
    </ErrorBoundary>,
  );
  cure.isDone = true;
  fireEvent.click(screen.getByRole("button", { name: "Try again without reloading" }));
  expect(screen.getByText("the table")).toBeTruthy();
});

test("ErrorBoundary tries again when its key changes: going elsewhere helps", () => {
  const { rerender } = render(
    <ErrorBoundary resetKey="#/lab/train">
      <Broken />
    </ErrorBoundary>,
  );
  rerender(
    <ErrorBoundary resetKey="#/lab/data">
      <p>the data</p>
    </ErrorBoundary>,
  );
  expect(screen.getByText("the data")).toBeTruthy();
});

test("ErrorBoundary copies the details, and shows them where copying is refused", async () => {
  const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValueOnce();
  writeText.mockRejectedValueOnce(new DOMException("no", "NotAllowedError"));
  vi.stubGlobal("navigator", { ...window.navigator, userAgent: "a browser", clipboard: { writeText } });
  render(
    <ErrorBoundary>
      <Broken />
    </ErrorBoundary>,
  );
  fireEvent.click(screen.getByRole("button", { name: "Copy the details" }));
  expect(await screen.findByRole("button", { name: "Details copied" })).toBeTruthy();
  expect(writeText.mock.calls[0]?.[0]).toContain("a browser");
  fireEvent.click(screen.getByRole("button", { name: "Details copied" }));
  expect(await screen.findByText(/did not allow copying/)).toBeTruthy();
  expect(document.querySelector("details")?.open).toBe(true);
});
