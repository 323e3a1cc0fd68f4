import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type App, createApp } from "../app";
import { OWN } from "../document";
import { goTo } from "../route/go-to";
import { ALL_PLANS } from "../route/url";
import { beginNewClass, bringBackClass, classLink, classWindows, goOnWithPlan } from "./class-windows";
import { sessionStore } from "./session-store";

const open: App[] = [];

/** A window that shows a screen of a class: an app of its own. Windows of one page share its storage. */
function openWindow(screen: "projector" | "speaker", place: { step?: number; press?: number } = {}): App {
  const app = createApp(OWN, {
    worker: () => Promise.reject(new Error("a class needs no worker")),
    route: { ...ALL_PLANS, screen, plan: "ten", ...place },
  });
  app.part(classLink);
  open.push(app);
  return app;
}

const placeIn = (app: App) => {
  const { plan, step, press } = app.state.getState().route;
  return `${plan} ${step}.${press}`;
};
const sessionIn = (app: App) => app.part(sessionStore).getState();
const press = (app: App, step: number, at: number) => goTo(app, { step, press: at }, "replace");
const vote = (app: App) =>
  app.part(sessionStore).setState({
    votes: { "of-a-0": { first: { kind: "hands", counts: { A: 1, B: 2, C: 0, D: 0 } }, second: null } },
  });

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

afterEach(() => {
  for (const app of open.splice(0)) app.dispose();
});

test("a press, a vote and a black screen come to the other window, both ways", async () => {
  const projector = openWindow("projector");
  const speaker = openWindow("speaker");
  press(projector, 1, 2);
  await vi.waitFor(() => expect(placeIn(speaker)).toBe("ten 1.2"));
  vote(speaker);
  await vi.waitFor(() => expect(sessionIn(projector).votes).toEqual(sessionIn(speaker).votes));
  projector.part(sessionStore).setState({ isBlack: true });
  await vi.waitFor(() => expect(sessionIn(speaker).isBlack).toBe(true));
  expect([...classWindows(speaker).getState().others]).toEqual(["projector"]);
});

test("the first press on starts the timer, and only the first", async () => {
  const projector = openWindow("projector");
  expect(sessionIn(projector).startedAtMs).toBeNull();
  press(projector, 1, 2);
  const { startedAtMs, timer } = sessionIn(projector);
  expect(startedAtMs).not.toBeNull();
  expect(timer.runsSinceMs).toBe(startedAtMs);
  press(projector, 1, 3);
  expect(sessionIn(projector).timer).toEqual(timer);
});

test("when all windows were closed, a new one goes on with the votes", () => {
  const projector = openWindow("projector");
  press(projector, 1, 3);
  vote(projector);
  const { votes } = sessionIn(projector);
  projector.dispose();
  // With its window goes what the browser keeps for that window alone.
  sessionStorage.clear();
  const again = openWindow("projector");
  expect(placeIn(again)).toBe("ten 1.3");
  expect(sessionIn(again).votes).toEqual(votes);
});

test("a new class begins at the beginning in both windows, and the one before can be brought back", async () => {
  const projector = openWindow("projector");
  const speaker = openWindow("speaker");
  press(projector, 1, 3);
  vote(projector);
  projector.part(sessionStore).setState({ classSize: 42 });
  await vi.waitFor(() => expect(sessionIn(speaker)).toMatchObject({ classSize: 42 }));
  beginNewClass(speaker);
  await vi.waitFor(() => expect(placeIn(projector)).toBe("ten 1.1"));
  expect(sessionIn(projector)).toMatchObject({ votes: {}, startedAtMs: null, classSize: 42 });
  bringBackClass(speaker);
  await vi.waitFor(() => expect(placeIn(projector)).toBe("ten 1.3"));
  expect(sessionIn(projector).votes).toEqual(sessionIn(speaker).votes);
  expect(sessionIn(projector).votes).not.toEqual({});
});

test("another plan is gone on with in both windows; the timer runs on, the votes are left", async () => {
  const projector = openWindow("projector");
  const speaker = openWindow("speaker");
  press(speaker, 1, 2);
  vote(speaker);
  await vi.waitFor(() => expect(sessionIn(projector).votes).not.toEqual({}));
  const { timer } = sessionIn(speaker);
  goOnWithPlan(speaker, "twenty", 2);
  expect(placeIn(speaker)).toBe("twenty 3.1");
  await vi.waitFor(() => expect(placeIn(projector)).toBe("twenty 3.1"));
  for (const app of [projector, speaker]) expect(sessionIn(app)).toMatchObject({ votes: {}, timer });
  press(projector, 3, 2);
  await vi.waitFor(() => expect(placeIn(speaker)).toBe("twenty 3.2"));
});

test("who leaves for another page says so, and takes nothing along", async () => {
  const projector = openWindow("projector");
  const speaker = openWindow("speaker");
  vote(projector);
  await vi.waitFor(() => expect(classWindows(speaker).getState().others.size).toBe(1));
  await vi.waitFor(() => expect(sessionIn(speaker).votes).not.toEqual({}));
  const { votes } = sessionIn(speaker);
  goTo(projector, { screen: "plans", plan: null });
  expect(sessionIn(projector).votes).toEqual({});
  await vi.waitFor(() => expect(classWindows(speaker).getState().others.size).toBe(0));
  expect(sessionIn(speaker).votes).toEqual(votes);
});
