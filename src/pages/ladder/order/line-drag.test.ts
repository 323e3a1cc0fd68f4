import { describe, expect, test } from "vitest";
import { type DragEvent, type DragSource, IDLE, type LineDrag, nextDrag } from "./line-drag";

/** A program of three lines, 30 px each, from 100 to 190; the second and the fourth place are offered. */
const MEASURED = { left: 400, right: 700, top: 100, bottom: 190, gaps: [100, 130, 160, 190] };
const PLACES = [
  { at: 1, gap: 1 },
  { at: 2, gap: 3 },
];

function pressed(source: DragSource, isTouch = false): DragEvent {
  return {
    kind: "press",
    id: "latest",
    source,
    began: { x: 50, y: 120 },
    measured: MEASURED,
    places: PLACES,
    isTouch,
  };
}
const to = (x: number, y: number): DragEvent => ({ kind: "move", to: { x, y } });
const dragAfter = (...events: DragEvent[]) => events.reduce<LineDrag>(nextDrag, IDLE);
const target = (drag: LineDrag) => (drag.kind === "dragging" ? drag.target : drag.kind);

describe("a mouse", () => {
  test("that is let go where it was pressed has dragged nothing", () => {
    expect(dragAfter(pressed("choice"), to(52, 121)).kind).toBe("pressing");
    expect(dragAfter(pressed("choice"), to(52, 121), { kind: "release" })).toBe(IDLE);
  });

  test("drags once it has gone some way, and goes on though it comes back", () => {
    expect(dragAfter(pressed("choice"), to(60, 120)).kind).toBe("dragging");
    expect(dragAfter(pressed("choice"), to(60, 120), to(50, 120)).kind).toBe("dragging");
  });

  test.each([
    [500, 128, 1],
    [500, 159, 1],
    [500, 161, 2],
    [500, 210, 2],
    [390, 90, 1],
  ])("at %i, %i is over the nearest place that is offered", (x, y, at) => {
    expect(target(dragAfter(pressed("choice"), to(x, y)))).toMatchObject({ kind: "place", place: { at } });
  });

  test("outside the program puts a line of the program back, and does nothing with one to choose", () => {
    expect(target(dragAfter(pressed("program"), to(100, 150)))).toEqual({ kind: "out" });
    expect(target(dragAfter(pressed("choice"), to(100, 150)))).toEqual({ kind: "nowhere" });
  });

  test("over the program does nothing with a line that can go nowhere", () => {
    const drag = nextDrag(IDLE, { ...pressed("program"), places: [] } as DragEvent);
    expect(target(nextDrag(drag, to(500, 150)))).toEqual({ kind: "nowhere" });
  });
});

describe("a finger", () => {
  test("that moves at once scrolls", () => {
    expect(dragAfter(pressed("choice", true), to(50, 160))).toBe(IDLE);
  });

  test("that has stayed drags", () => {
    const held = dragAfter(pressed("choice", true), { kind: "hold" });
    expect(held.kind).toBe("dragging");
    expect(target(nextDrag(held, to(500, 120)))).toMatchObject({ kind: "place" });
  });
});

test("what is given up, or let go, leaves nothing behind", () => {
  expect(dragAfter(pressed("program"), to(500, 150), { kind: "cancel" })).toBe(IDLE);
  expect(dragAfter(pressed("program"), to(500, 150), { kind: "release" })).toBe(IDLE);
  expect(dragAfter(to(500, 150))).toBe(IDLE);
  expect(dragAfter({ kind: "hold" })).toBe(IDLE);
});
