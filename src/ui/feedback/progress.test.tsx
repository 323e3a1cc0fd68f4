import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { Progress } from "./progress";

afterEach(cleanup);

test.each([
  [0, "0"],
  [0.416, "42"],
  [1, "100"],
  [1.2, "100"],
  [-0.1, "0"],
])("Progress of %s is told as %s %%", (share, expected) => {
  render(<Progress label="Reading payments.csv" share={share} />);
  const bar = screen.getByRole("progressbar", { name: "Reading payments.csv" });
  expect(bar.getAttribute("aria-valuenow")).toBe(expected);
});

test("Progress tells no number while nobody knows how far it is", () => {
  render(<Progress label="Counting rows" share={null} />);
  expect(screen.getByRole("progressbar").getAttribute("aria-valuenow")).toBeNull();
});

test("Progress offers to stop only what can be stopped", () => {
  const onCancel = vi.fn();
  const { rerender } = render(<Progress label="Reading" share={0.5} onCancel={onCancel} />);
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(onCancel).toHaveBeenCalledTimes(1);
  rerender(<Progress label="Reading" share={0.5} />);
  expect(screen.queryByRole("button")).toBeNull();
});
