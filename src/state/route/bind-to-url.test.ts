import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Edit } from "../../scenario/edits/edit";
import { pack } from "../../scenario/pack";
import { DEMO_SAMPLE } from "../../scenario/samples/demo-sample";
import { type App, createApp } from "../app";
import { OWN } from "../document";
import { makeEdit, undoEdit } from "../editing";
import { inProcessWorker } from "../testing/in-process-worker";
import { type Binding, bindToUrl } from "./bind-to-url";
import { goTo } from "./go-to";
import { START } from "./url";

let app: App;
let binding: Binding;

function bind() {
  // No store is opened here: the worker only reads what links carry.
  app = createApp(OWN, { worker: async () => inProcessWorker() });
  binding = bindToUrl(app);
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.advanceTimersByTime(60_000);
  window.history.replaceState(null, "", "#/lab/train");
  bind();
});

afterEach(() => {
  vi.runAllTimers();
  binding.stop();
  vi.useRealTimers();
});

const route = () => app.state.getState().route;
const edits = () => app.state.getState().document.edits;
/** What happens when a link is pressed, until what reads it has come. */
const press = async (url: string) => {
  window.history.pushState(null, "", url);
  window.dispatchEvent(new PopStateEvent("popstate"));
  await vi.dynamicImportSettled();
  // The worker's answer is some promises away, and no timer.
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

test("a step is in the URL at once, and a new route is a new entry of the history", () => {
  const before = window.history.length;
  goTo(app, { join: 1 }, "replace");
  expect(window.location.hash).toBe("#/lab/train?join=1");
  expect(window.history.length).toBe(before);
  goTo(app, { row: 3 });
  expect(window.location.hash).toBe("#/lab/train?row=3&join=1");
  expect(window.history.length).toBe(before + 1);
});

test("a drag is in the state at once, and in the history fewer times than browsers allow, its end for certain", () => {
  const replace = vi.spyOn(window.history, "replaceState");
  for (let i = 0; i < 1_800; i++) {
    goTo(app, { from: i, to: i + 1000 }, "replace");
    expect(route().from).toBe(i);
    vi.advanceTimersByTime(16);
  }
  vi.advanceTimersByTime(1000);
  expect(window.location.hash).toBe("#/lab/train?from=1799&to=2799");
  expect(replace.mock.calls.length).toBeGreaterThan(25);
  expect(replace.mock.calls.length).toBeLessThan(100);
});

/** So many changes that the next one has to wait. */
function hurry() {
  for (let join = 100; join < 200; join++) goTo(app, { join }, "replace");
}

test("what a drag has left is written before another route is pushed, and before the page is left", () => {
  hurry();
  goTo(app, { join: 2 }, "replace");
  expect(window.location.hash).not.toBe("#/lab/train?join=2");
  goTo(app, { row: 5 });
  expect(window.location.hash).toBe("#/lab/train?row=5&join=2");
  hurry();
  goTo(app, { join: 4 }, "replace");
  expect(window.location.hash).not.toContain("join=4");
  window.dispatchEvent(new Event("pagehide"));
  expect(window.location.hash).toBe("#/lab/train?row=5&join=4");
});

test("a URL that changes under the app is read, and what waited to be written is dropped", () => {
  hurry();
  goTo(app, { join: 2 }, "replace");
  window.history.replaceState(null, "", "#/lab/train?join=7");
  window.dispatchEvent(new PopStateEvent("popstate"));
  vi.advanceTimersByTime(1000);
  expect(route()).toEqual({ ...START, stage: "train", join: 7 });
  expect(window.location.hash).toBe("#/lab/train?join=7");
});

describe("the document", () => {
  const A: Edit = { kind: "delete", group: "payments", row: 0 };
  const B: Edit = { kind: "delete", group: "payments", row: 1 };
  const C: Edit = { kind: "delete", group: "payments", row: 2 };

  /** Back, as the browser does it: the URL and what the entry carries come first. */
  const back = async () => {
    vi.useRealTimers();
    const done = new Promise((resolve) => window.addEventListener("popstate", resolve, { once: true }));
    window.history.back();
    await done;
    vi.useFakeTimers();
  };

  test("Back changes the route and keeps every edit; the entry's URL says so", async () => {
    goTo(app, { row: 1 });
    makeEdit(app, A);
    goTo(app, { row: 2 });
    makeEdit(app, B);
    await back();
    expect(route().row).toBe(1);
    expect(edits()).toEqual([A, B]);
    expect(window.location.hash).toContain(`edits=${pack([A, B])}`);
    undoEdit(app);
    expect(edits()).toEqual([A]);
  });

  test("a URL that was pasted opens what it says, and undo returns", async () => {
    makeEdit(app, A);
    await press(`#/lab/train?row=9&edits=${pack([B, C])}`);
    expect(route().row).toBe(9);
    expect(edits()).toEqual([B, C]);
    undoEdit(app);
    expect(edits()).toEqual([A]);
  });

  test("a link with the very same edits is no change: there is nothing more to undo", async () => {
    makeEdit(app, A);
    const { document } = app.state.getState();
    await press(`#/lab/view?edits=${pack([A])}`);
    expect(app.state.getState().document).toBe(document);
  });

  test("after a reload the edits of the URL are there, and each can be undone", async () => {
    makeEdit(app, A);
    makeEdit(app, B);
    window.dispatchEvent(new Event("pagehide"));
    binding.stop();
    bind();
    await binding.opened;
    expect(edits()).toEqual([A, B]);
    undoEdit(app);
    undoEdit(app);
    expect(edits()).toEqual([]);
  });

  test("an entry from before a reload moves the route and keeps what was edited since", async () => {
    goTo(app, { row: 1 });
    makeEdit(app, A);
    goTo(app, { row: 2 });
    binding.stop();
    bind();
    await binding.opened;
    makeEdit(app, B);
    await back();
    expect(route().row).toBe(1);
    expect(edits()).toEqual([A, B]);
  });

  test("another dataset is another document, and Back returns to the one before with all its edits", async () => {
    makeEdit(app, A);
    await press("#/lab/train?sample=demo");
    expect(app.state.getState().document).toMatchObject({ dataset: { kind: "sample" }, edits: [] });
    makeEdit(app, B);
    await back();
    expect(app.state.getState().document).toMatchObject({ dataset: OWN, edits: [A] });
  });

  test("what a URL brings is not opened where the reader has gone on meanwhile", async () => {
    const late = press(`#/lab/data?row=3&sample=demo`);
    window.history.replaceState(null, "", "#/lab/data");
    window.dispatchEvent(new PopStateEvent("popstate"));
    await late;
    expect(route().row).toBeNull();
    expect(app.state.getState().document.dataset).toBe(OWN);
  });

  test("a linked scenario opens where it says and with its edits, unless its link says otherwise", async () => {
    const start = { row: 3, join: 0, phase: "write_cell", together: true } as const;
    const packed = pack({ ...DEMO_SAMPLE, start, edits: [{ ...A, group: "user_payments" }] });
    await press(`#/lab/train?scenario=${packed}`);
    expect(route()).toMatchObject({ stage: "train", row: 3, phase: "write_cell", joins: "together" });
    expect(edits()).toEqual([{ ...A, group: "user_payments" }]);
    undoEdit(app);
    expect(edits()).toEqual([]);
    await press(`#/lab/train?row=1&scenario=${packed}`);
    expect(route()).toMatchObject({ row: 1, phase: START.phase, joins: "one-by-one" });
  });

  test("a sample's link that says no step opens at the first step of its telling row", async () => {
    await press("#/lab/train?sample=demo");
    expect(route()).toMatchObject({ row: 2, join: 0, phase: START.phase });
  });

  test("a sample's link that says a step opens there", async () => {
    await press("#/lab/train?sample=demo&row=3");
    expect(route()).toMatchObject({ row: 3, phase: START.phase });
  });

  test("a link whose data cannot be read changes nothing of what is shown instead, and is said to be about that link", async () => {
    makeEdit(app, A);
    const { document } = app.state.getState();
    await press(`#/lab/train?view=theirs&row=9&scenario=garbage&edits=${pack([B])}&theme=dark`);
    expect(app.state.getState().document).toBe(document);
    // The link's view and row are of its own data.
    expect(route()).toEqual({ ...START, stage: "train", theme: "dark" });
    expect(app.state.getState().message).toEqual({
      text: "This link cannot be opened. The data that it carries is damaged: ask for the link again. What you see is your own data.",
      isError: true,
    });
    await press("#/lab/data");
    expect(app.state.getState().message).toBeNull();
  });

  test("edits of a link that cannot be read take none away", async () => {
    makeEdit(app, A);
    await press("#/lab/train?edits=garbage");
    expect(edits()).toEqual([A]);
    expect(app.state.getState().message?.text).toMatch(/^This link is not quite right\..* damaged/);
  });
});
