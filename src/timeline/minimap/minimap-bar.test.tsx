import { cleanup, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { metricsFor } from "../geometry/metrics";
import type { TimeWindow } from "../geometry/time-window";
import { scenarioSliceNamed } from "../scenario-slices";
import { sliceIndex } from "../slice-index/slice-index";
import { newMouse } from "../testing/mouse";
import { minimap } from "./minimap";
import { MinimapBar } from "./minimap-bar";

const { slice, at } = scenarioSliceNamed("train");
const METRICS = metricsFor(960);
const WHOLE = sliceIndex(slice).wholeWindow;
const UNIT = (WHOLE.toUs - WHOLE.fromUs) / 8;
/** The middle two eighths of everything. */
const BEFORE = { fromUs: WHOLE.fromUs + 3 * UNIT, toUs: WHOLE.fromUs + 5 * UNIT };

let shown: TimeWindow = BEFORE;

function Page() {
  const [window, setWindow] = useState<TimeWindow>(BEFORE);
  shown = window;
  const { plotLeft: left, plotRight: right, minimapHeight: height } = METRICS;
  const map = minimap(slice, at.spineRow, window, { left, right, height });
  return <MinimapBar map={map} metrics={METRICS} window={window} onWindow={setWindow} />;
}

/** In eighths of everything. */
const eighths = () =>
  [shown.fromUs, shown.toUs].map((us) => Math.round(((us - WHOLE.fromUs) / UNIT) * 100) / 100);
/** Where an eighth begins, pixels. */
const px = (eighth: number) => METRICS.plotLeft + ((METRICS.plotRight - METRICS.plotLeft) * eighth) / 8;
const body = () => screen.getByRole("slider", { name: /^The part of time/ });
const edge = (end: "fromUs" | "toUs") => {
  const found = document.querySelector(`[data-end=${end}]`);
  if (found === null) throw new Error(`no edge ${end}`);
  return found;
};

beforeEach(() => void render(<Page />));
afterEach(cleanup);

test("the window is dragged as a whole", () => {
  const mouse = newMouse();
  mouse.down(body(), px(4));
  expect(eighths()).toEqual([3, 5]);
  mouse.move(px(5));
  mouse.up(px(5));
  expect(eighths()).toEqual([4, 6]);
});

test("a press beside the window moves it there, and may drag on", () => {
  const mouse = newMouse();
  mouse.down(body(), px(1));
  expect(eighths()).toEqual([0, 2]);
  mouse.move(px(2));
  mouse.up(px(2));
  expect(eighths()).toEqual([1, 3]);
});

test("an edge is dragged by itself: the window is resized, the other edge stays", () => {
  const mouse = newMouse();
  mouse.down(edge("fromUs"), px(3) - 4);
  mouse.move(px(1) - 4);
  mouse.up(px(1) - 4);
  expect(eighths()).toEqual([1, 5]);
  mouse.down(edge("toUs"), px(5) + 4);
  mouse.move(px(2) + 4);
  mouse.up(px(2) + 4);
  expect(eighths()).toEqual([1, 2]);
});

test("an edge never passes the other", () => {
  const mouse = newMouse();
  mouse.down(edge("toUs"), px(5));
  mouse.move(px(0));
  expect(shown.toUs).toBeGreaterThan(shown.fromUs);
  expect(eighths()[0]).toBe(3);
});

test.each([
  ["Escape", (mouse: ReturnType<typeof newMouse>) => mouse.escape()],
  ["an interrupted touch", (mouse: ReturnType<typeof newMouse>) => mouse.interrupted()],
])("%s puts the window back", (_name, giveUp) => {
  const mouse = newMouse();
  mouse.down(edge("fromUs"), px(3));
  mouse.move(px(1));
  giveUp(mouse);
  expect(eighths()).toEqual([3, 5]);
  mouse.down(body(), px(7));
  giveUp(mouse);
  expect(eighths()).toEqual([3, 5]);
});
