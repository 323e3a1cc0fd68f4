// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Edit } from "../../scenario/edits/edit";
import { pack } from "../../scenario/packed";
import { DEMO_SAMPLE } from "../../scenario/samples/demo-sample";
import { useAppStore } from "../app-store";
import { followAddress, goTo } from "./navigate";
import { formatPlace, START } from "./place";
import { withSource } from "./source";

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

/** What happens when an address is pasted that brings data, until what reads it has come. */
async function paste(address: string): Promise<void> {
  window.history.replaceState(null, "", `#${address}`);
  window.dispatchEvent(new PopStateEvent("popstate"));
  await vi.dynamicImportSettled();
}

test("edits and data in an address are read, and no longer where the reader has gone on meanwhile", async () => {
  const edits: Edit[] = [{ kind: "delete", group: "payments", row: 0 }];
  await paste(formatPlace({ ...START, edits }));
  expect(useAppStore.getState().place.edits).toEqual(edits);
  const late = paste(`${formatPlace({ ...START, row: 3 })}&sample=demo`);
  window.history.replaceState(null, "", "#/lab/data");
  window.dispatchEvent(new PopStateEvent("popstate"));
  await late;
  expect(useAppStore.getState()).toMatchObject({ place: { row: null, edits: [] }, source: { kind: "own" } });
});

test("a linked scenario opens where it says, unless its link says where; a sample's link opens at the first step", async () => {
  const packed = pack({ ...DEMO_SAMPLE, start: { row: 3, join: 0, phase: "write_cell", together: true } });
  const linked = (address: string) => withSource(address, { kind: "scenario", packed });
  const place = () => useAppStore.getState().place;
  await paste(linked("/lab/train"));
  expect(place()).toMatchObject({ stage: "train", row: 3, phase: "write_cell", joins: "together" });
  await paste(linked("/lab/train?row=1"));
  expect(place()).toMatchObject({ row: 1, phase: START.phase, joins: "one-by-one" });
  await paste("/lab/train?sample=demo");
  expect(place()).toMatchObject({ row: null, phase: START.phase });
});
