import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { CandidateList } from "./candidate-list";
import { PhaseStrip } from "./phase-strip";
import { initialWindow } from "./picture/initial-window";
import { picture } from "./picture/picture";
import { Player } from "./player";
import { type ScenarioSlice, scenarioSliceNamed } from "./scenario-slices";
import { StepSentence } from "./step-sentence";
import { Timeline } from "./timeline";
import { MOST_READING_MS } from "./words/reading-time";
import { sentence } from "./words/sentence";

function Stage({ scenario, onRow }: { scenario: ScenarioSlice; onRow?: (by: 1 | -1) => void }) {
  const [at, setAt] = useState(scenario.at);
  return (
    <>
      <StepSentence parts={sentence(scenario.slice, at)} />
      <PhaseStrip slice={scenario.slice} coordinate={at} onCoordinate={setAt} />
      <Timeline slice={scenario.slice} coordinate={at} onCoordinate={setAt} />
      <Player slice={scenario.slice} coordinate={at} onCoordinate={setAt} onRow={onRow} />
      <CandidateList slice={scenario.slice} coordinate={at} />
      <input aria-label="a text field" />
    </>
  );
}

const mark = (name: RegExp) => screen.getByRole("button", { name });
const currentPhase = () =>
  screen.getAllByRole("button").find((one) => one.getAttribute("aria-current") === "step")?.textContent;
const press = (key: string, more: object = {}, on: Element = document.body) =>
  fireEvent.keyDown(on, { key, ...more });

beforeEach(() => {
  vi.useFakeTimers();
  // jsdom has no canvas, and says so each time one is asked for.
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("marks are spoken with what, when, verdict and distance", () => {
  render(<Stage scenario={scenarioSliceNamed("train")} />);
  expect(mark(/^payment, 50.00, 3 Nov 09:12, chosen, 2 days before$/)).toBeTruthy();
  expect(mark(/^support ticket, 3, 4 Nov 08:00, not judged yet, 1 day 6 hours before$/)).toBeTruthy();
  expect(screen.getByRole("group", { name: "Timeline of user 2, as of 5 Nov 14:00" })).toBeTruthy();
});

test("the arrow keys step, Home and End go to the ends, and the marks follow", () => {
  render(<Stage scenario={scenarioSliceNamed("train")} />);
  expect(currentPhase()).toBe("write the cell");
  press("ArrowLeft");
  expect(currentPhase()).toBe("keep the latest");
  press("ArrowLeft");
  expect(currentPhase()).toBe("the expired");
  expect(mark(/payment, 50.00, .*not judged yet/)).toBeTruthy();
  press("Home");
  expect(currentPhase()).toBe("find user 2");
  press("End");
  expect(mark(/support ticket, 1, .*chosen/)).toBeTruthy();
});

test("Shift and an arrow ask for another row, which may be another entity's", () => {
  const onRow = vi.fn();
  render(<Stage scenario={scenarioSliceNamed("train")} onRow={onRow} />);
  press("ArrowRight", { shiftKey: true });
  press("ArrowLeft", { shiftKey: true });
  expect(onRow.mock.calls).toEqual([[1], [-1]]);
});

test("no key acts while a text field has the focus", () => {
  render(<Stage scenario={scenarioSliceNamed("train")} />);
  press("ArrowLeft", {}, screen.getByLabelText("a text field"));
  press(" ", {}, screen.getByLabelText("a text field"));
  expect(currentPhase()).toBe("write the cell");
  expect(screen.getByRole("button", { name: "Play" })).toBeTruthy();
});

test("on a mark the arrows go to the next mark and the next lane, and do not step", () => {
  render(<Stage scenario={scenarioSliceNamed("train")} />);
  const chosen = mark(/payment, 50.00/);
  expect(chosen.getAttribute("tabindex")).toBe("0");
  act(() => chosen.focus());
  press("ArrowRight", {}, chosen);
  expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^payment, 75.00/);
  press("ArrowDown", {}, document.activeElement ?? document.body);
  expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^support ticket/);
  expect(currentPhase()).toBe("write the cell");
});

test("Tab enters a lane at the row that was chosen, and before anything is judged at its first", () => {
  render(<Stage scenario={scenarioSliceNamed("train")} />);
  const marks = () =>
    [...document.querySelectorAll('[data-lane="0"] [data-mark]')].sort(
      (a, b) => Number(a.getAttribute("data-x")) - Number(b.getAttribute("data-x")),
    );
  const entered = () => marks().findIndex((one) => one.getAttribute("tabindex") === "0");
  expect(entered()).toBeGreaterThan(0);
  press("Home");
  expect(new Set(marks().map((one) => one.getAttribute("data-state")))).toEqual(new Set(["undecided"]));
  expect(entered()).toBe(0);
});

test("Enter on a mark shows the whole row, Escape closes it", () => {
  render(<Stage scenario={scenarioSliceNamed("train")} />);
  const chosen = mark(/payment, 50.00/);
  press("Enter", {}, chosen);
  const details = screen.getByRole("region", { name: "This payment" });
  expect(within(details).getByText(/3 Nov 2025 09:12, 2 days before/)).toBeTruthy();
  press("Escape", {}, chosen);
  expect(screen.queryByRole("region", { name: "This payment" })).toBeNull();
});

test("play shows one step after another, passes over what is idle with a word, and stops at the end", () => {
  render(<Stage scenario={scenarioSliceNamed("superseded")} />);
  press("Home");
  press(" ");
  act(() => vi.advanceTimersByTime(MOST_READING_MS));
  expect(currentPhase()).toBe("keep the latest");
  expect(screen.getByText(/nothing has expired/)).toBeTruthy();
  act(() => vi.advanceTimersByTime(MOST_READING_MS));
  expect(currentPhase()).toBe("write the cell");
  act(() => vi.advanceTimersByTime(MOST_READING_MS));
  expect(screen.getByRole("button", { name: "Play" })).toBeTruthy();
});

test("play shows a step as long as its sentence needs to be read, and half as long at twice the speed", () => {
  render(<Stage scenario={scenarioSliceNamed("superseded")} />);
  press("Home");
  // 19 words: "User 2, as of 5 Nov 14:00. user_payments holds 3 payments of user 2, none of them judged yet."
  const readMs = 19 * 250 + 1000;
  press(" ");
  act(() => vi.advanceTimersByTime(readMs - 1));
  expect(currentPhase()).toBe("find user 2");
  act(() => vi.advanceTimersByTime(1));
  expect(currentPhase()).toBe("keep the latest");
  press("Home");
  fireEvent.click(screen.getByRole("button", { name: "Speed 1×" }));
  press(" ");
  act(() => vi.advanceTimersByTime(readMs / 2 - 1));
  expect(currentPhase()).toBe("find user 2");
  act(() => vi.advanceTimersByTime(1));
  expect(currentPhase()).toBe("keep the latest");
});

test("a clicker's keys step through the row, and nowhere past its end", () => {
  render(<Stage scenario={scenarioSliceNamed("superseded")} />);
  press("Home");
  const phases = Array.from({ length: 6 }, () => {
    press("PageDown");
    return currentPhase();
  });
  expect(phases.slice(-3)).toEqual(["keep the latest", "write the cell", "write the cell"]);
  press("PageUp");
  expect(currentPhase()).toBe("keep the latest");
});

test("a clicker's key is taken from the page, also at the end and where the scrubber was pressed last", () => {
  render(<Stage scenario={scenarioSliceNamed("superseded")} />);
  const scrubber = screen.getByRole("slider", { name: "Step" });
  for (const on of [document.body, scrubber]) {
    press("End");
    // `fireEvent` tells whether the browser would still do its own.
    expect(press("PageDown", {}, on)).toBe(false);
    expect(press("PageUp", {}, on)).toBe(false);
    expect(currentPhase()).toBe("keep the latest");
  }
});

test("Space plays where a button was pressed with the mouse, and does not press it again", () => {
  render(<Stage scenario={scenarioSliceNamed("superseded")} />);
  press("Home");
  const next = screen.getByRole("button", { name: "Next step" });
  expect(press(" ", {}, next)).toBe(false);
  // Held down it acts once.
  expect(press(" ", { repeat: true }, next)).toBe(false);
  expect(fireEvent.keyUp(next, { key: " " })).toBe(false);
  expect(screen.getByRole("button", { name: "Pause" })).toBeTruthy();
  press(" ", {}, next);
  expect(screen.getByRole("button", { name: "Play" })).toBeTruthy();
});

test("Space presses a button that was reached by keyboard", () => {
  render(<Stage scenario={scenarioSliceNamed("superseded")} />);
  const next = screen.getByRole("button", { name: "Next step" });
  // jsdom only guesses how what has the focus was reached.
  vi.spyOn(next, "matches").mockImplementation((selector) => selector === ":focus-visible");
  act(() => next.focus());
  expect(press(" ", {}, next)).toBe(true);
  expect(screen.getByRole("button", { name: "Play" })).toBeTruthy();
});

test("the scrubber goes to any step and says which", () => {
  render(<Stage scenario={scenarioSliceNamed("train")} />);
  const scrubber = screen.getByRole("slider", { name: "Step" });
  fireEvent.change(scrubber, { target: { value: "7" } });
  expect(scrubber.getAttribute("aria-valuetext")).toBe(
    "row 1, the 2nd of 3 · join 2 of 2 · step 2 of 6: rule out the future",
  );
});

test("the sentence is heard as it changes", () => {
  render(<Stage scenario={scenarioSliceNamed("train")} />);
  press("Home");
  const said = screen.getByText(/user_payments holds/);
  expect(said.closest("[aria-live]")?.getAttribute("aria-live")).toBe("polite");
});

test("W zooms in, 0 shows everything again", () => {
  const onWindow = vi.fn();
  const { slice, at } = scenarioSliceNamed("train");
  render(<Timeline slice={slice} coordinate={at} onWindow={onWindow} />);
  press("w", {}, mark(/payment, 50.00/));
  press("0", {}, mark(/payment, 50.00/));
  const [[near], [whole]] = onWindow.mock.calls as [
    [{ fromUs: number; toUs: number }],
    [{ fromUs: number; toUs: number }],
  ];
  expect(near.toUs - near.fromUs).toBeLessThan((whole.toUs - whole.fromUs) * 0.8);
});

test("zooming out until the focused mark is one of many leaves the focus in its lane", () => {
  const { slice, at } = scenarioSliceNamed("many");
  render(<Timeline slice={slice} coordinate={at} />);
  const marks = screen.getAllByRole("button", { name: /^payment/ });
  act(() => marks[0]?.focus());
  for (let i = 0; i < 14; i++) press("s", {}, document.activeElement ?? document.body);
  expect(screen.getByRole("img", { name: /payments, (a line each|counted)/ })).toBeTruthy();
  expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^user_payments: /);
});

test("the rows that a highlighted one superseded are lit more faintly, in their join alone", () => {
  const { slice, at } = scenarioSliceNamed("train");
  const outlined = () =>
    [...document.querySelectorAll("[data-outlined]")].map((one) => one.getAttribute("aria-label"));
  const { rerender } = render(
    <Timeline slice={slice} coordinate={at} superseded={{ join: 0, rows: new Set([1]) }} />,
  );
  expect(outlined()).toEqual([expect.stringMatching(/^payment, 35.00/)]);
  rerender(<Timeline slice={slice} coordinate={at} superseded={{ join: 0, rows: new Set() }} />);
  expect(outlined()).toEqual([]);
});

test("the list tells the same as the marks, a row to a line", () => {
  render(<Stage scenario={scenarioSliceNamed("train")} />);
  const rows = screen.getAllByRole("row").map((row) => row.textContent);
  expect(rows).toEqual([
    "event timetotal_spendverdict",
    "29 Oct 06:0020.00expired 7 d 8 h old",
    "2 Nov 11:0035.00superseded by 50.00",
    "3 Nov 09:1250.00chosen 2 d 4 h",
    "5 Nov 11:0075.00not yet known until 17:00",
    "7 Nov 10:00120.00future in 1 d 20 h",
  ]);
});

describe("where the lanes have no room", () => {
  const { slice, at } = scenarioSliceNamed("joins");
  const lanesOf = (container: HTMLElement) =>
    screen.queryByRole("region", { name: "The lanes of the joins" }) ?? container;
  const show = (join: number, most?: number) => (
    <Timeline
      slice={slice}
      coordinate={{ ...at, join, together: false }}
      room={most === undefined ? undefined : { most, good: most }}
    />
  );
  /** Where a lane stands in its picture, pixels, by what it is drawn with. */
  const drawn = (join: number) => {
    const drawing = picture(slice, { ...at, join, together: false }, initialWindow(slice, at.spineRow), {
      width: 960,
    });
    const { spine, lanes, metrics, height } = drawing;
    return { lane: lanes[join], head: spine.top + metrics.spineHeight, height };
  };

  test("nothing scrolls as long as they have", () => {
    const { container } = render(show(0, 1000));
    expect(lanesOf(container)).toBe(container);
  });

  test("they scroll under the axis and the spine, and can be reached by key", () => {
    const { container } = render(show(0, 240));
    const lanes = lanesOf(container);
    expect(lanes.tabIndex).toBe(0);
    expect(lanes.style.maxHeight).toBe("240px");
    expect(lanes.style.scrollPaddingTop).toBe(`${drawn(0).head}px`);
    const head = screen.getByRole("group", { name: "The rows to predict" });
    expect(head.querySelectorAll("[data-spine-row]").length).toBeGreaterThan(0);
    expect(container.querySelectorAll("[data-spine-row]").length).toBe(
      head.querySelectorAll("[data-spine-row]").length,
    );
    expect(within(head).getByText("as of 5 Nov 14:00")).toBeTruthy();
  });

  test.each([0, 1, 2, 3])(
    "the lane of join %i is wholly in sight when it is played, at first and later",
    (join) => {
      const inSight = (lanes: HTMLElement) => {
        const { lane, head } = drawn(join);
        if (lane === undefined) throw new Error("the picture has this lane");
        const top = lane.top - lanes.scrollTop;
        expect(top).toBeGreaterThanOrEqual(head);
        expect(top + lane.height).toBeLessThanOrEqual(240);
      };
      const first = render(show(join, 240));
      inSight(lanesOf(first.container));
      cleanup();
      const later = render(show(3 - join, 240));
      later.rerender(show(join, 240));
      inSight(lanesOf(later.container));
    },
  );
});
