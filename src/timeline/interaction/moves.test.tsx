import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { scenarioSliceNamed } from "../scenario-slices";
import { newMouse } from "../testing/mouse";
import { Timeline } from "../timeline";
import type { MoveKind } from "./interaction";
import { useEditedSlice } from "./use-edited-slice";

afterEach(cleanup);

const { slice: SLICE, at: AT } = scenarioSliceNamed("train");
const TICKETS = { ...AT, join: 1, phase: "write_cell" } as const;

function Page({ moves, flips = false }: { readonly moves: readonly MoveKind[]; readonly flips?: boolean }) {
  const { slice, onEdit, onEditCancel, changes } = useEditedSlice(SLICE);
  return (
    <>
      <Timeline
        slice={slice}
        coordinate={TICKETS}
        showMinimap={false}
        moves={new Set(moves)}
        flips={flips}
        onEdit={onEdit}
        onEditCancel={onEditCancel}
      />
      <output>{changes}</output>
    </>
  );
}

const changes = () => screen.getByRole("status").textContent;
const sliders = () => screen.queryAllByRole("slider").map((one) => one.getAttribute("aria-label") ?? "");
const mark = (name: RegExp) => screen.getByRole("button", { name });

describe("what can be moved is what is listed, and nothing else", () => {
  test.each<[MoveKind[], RegExp[]]>([
    [[], []],
    [["row"], []],
    [["spine_row"], [/^The moment of the prediction/]],
    [["ttl"], [/^TTL of user_payments/]],
    [["delay"], [/^Delay of user_payments/]],
    [
      ["ttl", "delay"],
      [/^TTL of user_payments/, /^Delay of user_payments/],
    ],
  ])("%j", (moves, names) => {
    render(<Page moves={moves} />);
    const found = sliders();
    expect(found).toHaveLength(names.length);
    for (const [i, name] of names.entries()) expect(found[i]).toMatch(name);
    const isMovable = mark(/^support ticket, 3,/).hasAttribute("data-movable");
    expect(isMovable).toBe(moves.includes("row"));
  });
});

describe("the end of a tail", () => {
  const known = () => screen.queryAllByRole("slider", { name: /^When it became known/ });

  test("there is one for every row that became known on the screen", () => {
    render(<Page moves={["created"]} />);
    expect(known().length).toBeGreaterThan(1);
  });

  test("moved by keys to before the line, the row counts; and never to before it happened", () => {
    render(<Page moves={["created"]} />);
    const late = () => mark(/^support ticket.*not yet known/);
    const name = late().getAttribute("aria-label")?.split(", ").slice(0, 3).join(", ") ?? "";
    const row = late().getAttribute("data-mark");
    const handle = () => document.querySelector(`[data-known="${row}"] [role="slider"]`) ?? document.body;
    for (let i = 0; i < 60; i++) fireEvent.keyDown(handle(), { key: "ArrowLeft" });
    expect(handle().getAttribute("aria-valuetext")).toBe("at once");
    expect(mark(new RegExp(`^${name.replace(/[.]/g, "\\.")}.*chosen`))).toBeTruthy();
    // However often it was moved, it is one thing that was changed.
    expect(changes()).toBe("1");
  });

  test("Home and End move it to both its ends, Shift and an arrow ten times as far as the arrow alone", () => {
    render(<Page moves={["created"]} />);
    const row = mark(/^support ticket.*not yet known/).getAttribute("data-mark");
    const handle = () => document.querySelector(`[data-known="${row}"] [role="slider"]`) ?? document.body;
    const at = () => Number(handle().getAttribute("aria-valuenow"));
    const press = (key: string, shiftKey = false) => {
      const before = at();
      fireEvent.keyDown(handle(), { key, shiftKey });
      return at() - before;
    };
    press("Home");
    expect(handle().getAttribute("aria-valuetext")).toBe("at once");
    expect(press("ArrowRight", true)).toBeGreaterThan(5 * press("ArrowRight"));
    press("End");
    const last = Number(handle().getAttribute("aria-valuemax"));
    expect(at()).toBeGreaterThan(0.9 * last);
    expect(at()).toBeLessThanOrEqual(last);
    expect(handle().getAttribute("aria-keyshortcuts")).toContain("Home End");
  });

  test("dragged, it reports where it is let go, and the mark stays where it happened", () => {
    render(<Page moves={["created"]} />);
    const row = mark(/^support ticket.*not yet known/).getAttribute("data-mark");
    const markOf = () => document.querySelector(`[data-mark="${row}"]`);
    const handle = document.querySelector(`[data-known="${row}"] [role="slider"]`) ?? document.body;
    const x = markOf()?.getAttribute("data-x");
    const mouse = newMouse();
    mouse.down(handle, 500);
    mouse.move(470);
    mouse.up(470);
    expect(markOf()?.getAttribute("data-x")).toBe(x);
    expect(changes()).toBe("1");
  });
});

describe("the cap on the line", () => {
  const cap = () => screen.getByRole("button", { name: /user_payments of that very moment counts/ });

  test("is turned by Enter and by Space, and says whether the moment counts", () => {
    render(<Page moves={[]} flips />);
    expect(cap().getAttribute("aria-pressed")).toBe("true");
    fireEvent.keyDown(cap(), { key: "Enter" });
    expect(cap().getAttribute("aria-pressed")).toBe("false");
    expect(changes()).toBe("1");
    fireEvent.keyDown(cap(), { key: " " });
    expect(cap().getAttribute("aria-pressed")).toBe("true");
    expect(changes()).toBe("1");
  });

  test("is there only where it is asked for", () => {
    render(<Page moves={[]} />);
    expect(screen.queryByRole("button", { name: /of that very moment counts/ })).toBeNull();
  });
});
