import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { OwnCopyLine } from "./own-copy-line";

afterEach(cleanup);

const handlers = () => ({ onShowOriginal: vi.fn(), onStartOver: vi.fn() });

test("it says how many changes there are, and nothing while there are none", () => {
  const line = (changes: number) => {
    render(<OwnCopyLine changes={changes} isOriginalShown={false} {...handlers()} />);
    const { textContent } = screen.getByRole("status");
    cleanup();
    return textContent;
  };
  expect(line(0)).toBe("");
  expect(line(1)).toBe("You look at your own copy (1 change):show the originalstart over");
  expect(line(3)).toContain("(3 changes)");
});

test("the original and the copy are one press apart; starting over is asked for by its own button", () => {
  const { onShowOriginal, onStartOver } = handlers();
  const props = { changes: 2, onShowOriginal, onStartOver };
  const { rerender } = render(<OwnCopyLine {...props} isOriginalShown={false} />);
  screen.getByRole("button", { name: "show the original" }).click();
  rerender(<OwnCopyLine {...props} isOriginalShown />);
  screen.getByRole("button", { name: "show my copy" }).click();
  expect(onShowOriginal.mock.calls).toEqual([[true], [false]]);
  expect(onStartOver).not.toHaveBeenCalled();
  screen.getByRole("button", { name: "start over" }).click();
  expect(onStartOver).toHaveBeenCalledTimes(1);
});

test("the focus stays here when starting over takes its button away", () => {
  const { rerender } = render(<OwnCopyLine changes={2} isOriginalShown={false} {...handlers()} />);
  screen.getByRole("button", { name: "start over" }).focus();
  rerender(<OwnCopyLine changes={0} isOriginalShown={false} {...handlers()} />);
  expect(document.activeElement).toBe(screen.getByRole("status"));
});
