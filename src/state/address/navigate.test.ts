// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useAppStore } from "../app-store";
import { followAddress, goTo } from "./navigate";
import { START } from "./place";

let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers();
  vi.advanceTimersByTime(60_000);
  window.history.replaceState(null, "", "#/lab/train");
  stop = followAddress().stop;
});

afterEach(() => {
  vi.runAllTimers();
  stop();
  vi.useRealTimers();
});

test("a step is in the address at once, and a new place is a new entry of the history", () => {
  const before = window.history.length;
  goTo({ join: 1 }, "replace");
  expect(window.location.hash).toBe("#/lab/train?join=1");
  expect(window.history.length).toBe(before);
  goTo({ row: 3 });
  expect(window.location.hash).toBe("#/lab/train?row=3&join=1");
  expect(window.history.length).toBe(before + 1);
});

test("a drag is in the state at once, and in the history fewer times than browsers allow, its end for certain", () => {
  const replace = vi.spyOn(window.history, "replaceState");
  for (let i = 0; i < 1_800; i++) {
    goTo({ from: i, to: i + 1000 }, "replace");
    expect(useAppStore.getState().place.from).toBe(i);
    vi.advanceTimersByTime(16);
  }
  vi.advanceTimersByTime(1000);
  expect(window.location.hash).toBe("#/lab/train?from=1799&to=2799");
  expect(replace.mock.calls.length).toBeGreaterThan(25);
  expect(replace.mock.calls.length).toBeLessThan(100);
});

/** So many changes that the next one has to wait. */
function hurry() {
  for (let join = 100; join < 200; join++) goTo({ join }, "replace");
}

test("what a drag has left is written before another place is pushed, and before the page is left", () => {
  hurry();
  goTo({ join: 2 }, "replace");
  expect(window.location.hash).not.toBe("#/lab/train?join=2");
  goTo({ row: 5 });
  expect(window.location.hash).toBe("#/lab/train?row=5&join=2");
  hurry();
  goTo({ join: 4 }, "replace");
  expect(window.location.hash).not.toContain("join=4");
  window.dispatchEvent(new Event("pagehide"));
  expect(window.location.hash).toBe("#/lab/train?row=5&join=4");
});

test("an address that changes under the app is read, and what waited to be written is dropped", () => {
  hurry();
  goTo({ join: 2 }, "replace");
  window.history.replaceState(null, "", "#/lab/train?join=7");
  window.dispatchEvent(new PopStateEvent("popstate"));
  vi.advanceTimersByTime(1000);
  expect(useAppStore.getState().place).toEqual({ ...START, stage: "train", join: 7 });
  expect(window.location.hash).toBe("#/lab/train?join=7");
});
