import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { drawableGuess } from "../picture/guess/drawable-guess";
import { scenarioSliceNamed } from "../scenario-slices";
import type { MarkRef } from "../step/coordinate";
import { Timeline } from "../timeline";

afterEach(cleanup);

const { slice: SLICE, at: AT } = scenarioSliceNamed("train");
const ASKED = { ...AT, join: 0, phase: "find_entity" } as const;

/** A page that keeps what was picked. */
function Page({ onPick }: { readonly onPick: (mark: MarkRef) => void }) {
  const [row, setRow] = useState<number | null>(null);
  return (
    <Timeline
      slice={SLICE}
      coordinate={ASKED}
      guess={drawableGuess({ join: 0, row, isAnswered: false })}
      onPick={(mark) => {
        onPick(mark);
        setRow(mark.row);
      }}
    />
  );
}

const payment = (value: string) =>
  screen.getByRole("button", { name: new RegExp(`^payment, ${value.replace(".", "\\.")}`) });
const pressed = () =>
  screen
    .getAllByRole("button", { pressed: true })
    .map((one) => one.getAttribute("aria-label")?.split(", ")[1]);

test("a mark is picked by pointer, by Enter and by Space, says so, and opens no details", () => {
  const onPick = vi.fn();
  render(<Page onPick={onPick} />);
  fireEvent.click(payment("20.00"));
  expect(pressed()).toEqual(["20.00"]);
  fireEvent.keyDown(payment("35.00"), { key: "Enter" });
  expect(pressed()).toEqual(["35.00"]);
  fireEvent.keyDown(payment("35.00"), { key: "ArrowRight" });
  fireEvent.keyDown(document.activeElement ?? document.body, { key: " " });
  expect(pressed()).toEqual(["50.00"]);
  expect(onPick).toHaveBeenCalledTimes(3);
  expect(screen.queryByRole("region", { name: "This payment" })).toBeNull();
  expect(payment("20.00").hasAttribute("aria-expanded")).toBe(false);
});

test("a mark that can be picked is as large as a fingertip, less only where another is near", () => {
  render(<Page onPick={() => undefined} />);
  const hit = payment("20.00").querySelector("rect");
  expect(Number(hit?.getAttribute("height"))).toBe(40);
  expect(Number(hit?.getAttribute("width"))).toBe(40);
});
