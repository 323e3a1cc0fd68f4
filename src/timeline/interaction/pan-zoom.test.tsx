import { cleanup, fireEvent, render } from "@testing-library/react";
import { useLayoutEffect, useRef, useState } from "react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { timeScale } from "../geometry/time-scale";
import type { TimeWindow } from "../geometry/time-window";
import { scenarioSliceNamed } from "../scenario-slices";
import { USUAL_MOVES } from "./interaction";
import { type InteractionInput, useInteraction } from "./use-interaction";

let shown: TimeWindow;

/** A picture of 1000 pixels, 1 microsecond each. */
function Background() {
  const ref = useRef<HTMLDivElement>(null);
  const [window, setWindow] = useState<TimeWindow>({ fromUs: 0, toUs: 1000 });
  shown = window;
  const input = useRef<InteractionInput | null>(null);
  useLayoutEffect(() => {
    input.current = {
      slice: scenarioSliceNamed("train").slice,
      tUs: 0n,
      scale: timeScale(window, 0, 1000),
      window,
      onWindow: setWindow,
      onEdit: undefined,
      onEditCancel: undefined,
      onMoved: () => undefined,
    };
  });
  const { onPointerDown } = useInteraction(ref, input, USUAL_MOVES);
  return <div ref={ref} data-testid="background" onPointerDown={onPointerDown} />;
}

let background: Element;

beforeEach(() => {
  background = render(<Background />).getByTestId("background");
});
afterEach(cleanup);

/** One of several fingers. Its moves are events of the picture and of the window. */
function finger(pointerId: number) {
  const at = (x: number, buttons = 1) => ({
    pointerId,
    clientX: x,
    clientY: 0,
    buttons,
    pointerType: "touch",
  });
  return {
    down: (x: number) => fireEvent.pointerDown(background, at(x)),
    move: (x: number) => fireEvent.pointerMove(background, at(x)),
    up: (x: number) => fireEvent.pointerUp(background, at(x, 0)),
    cancelled: (x: number) => fireEvent.pointerCancel(background, at(x, 0)),
  };
}

const rounded = () => [Math.round(shown.fromUs), Math.round(shown.toUs)];

test("one finger pans: the moment under it stays under it", () => {
  const thumb = finger(1);
  thumb.down(500);
  thumb.move(502);
  expect(rounded()).toEqual([0, 1000]);
  thumb.move(600);
  thumb.move(700);
  thumb.up(700);
  expect(rounded()).toEqual([-200, 800]);
});

test("a pan that the browser takes for a scroll goes back to where it began", () => {
  const thumb = finger(1);
  thumb.down(500);
  thumb.move(520);
  expect(rounded()).toEqual([-20, 980]);
  thumb.cancelled(520);
  expect(rounded()).toEqual([0, 1000]);
});

test("two fingers zoom around the moment under their middle", () => {
  const [left, right] = [finger(1), finger(2)];
  left.down(400);
  right.down(600);
  left.move(300);
  right.move(700);
  expect(rounded()).toEqual([250, 750]);
});

test("two fingers that move together pan, and may zoom at the same time", () => {
  const [left, right] = [finger(1), finger(2)];
  left.down(400);
  right.down(600);
  left.move(500);
  right.move(700);
  expect(rounded()).toEqual([-100, 900]);
  right.move(900);
  // The 200 microseconds between them are 400 pixels now, so 500 fill the picture, and 500 stands under 700.
  expect(rounded()).toEqual([150, 650]);
});

test("a finger that stays down after two pans on from where they left it", () => {
  const [left, right] = [finger(1), finger(2)];
  left.down(400);
  right.down(600);
  left.move(300);
  right.move(700);
  right.up(700);
  expect(rounded()).toEqual([250, 750]);
  left.move(310);
  left.move(410);
  expect(rounded()).toEqual([200, 700]);
});

test("a plain wheel is left to the page; with Ctrl it zooms around the pointer", () => {
  // `fireEvent` says whether the page may go on with it.
  expect(fireEvent.wheel(background, { deltaY: 100, clientX: 0 })).toBe(true);
  expect(rounded()).toEqual([0, 1000]);
  expect(fireEvent.wheel(background, { deltaY: -100, clientX: 0, ctrlKey: true })).toBe(false);
  expect(shown.fromUs).toBe(0);
  expect(shown.toUs).toBeLessThan(900);
});
