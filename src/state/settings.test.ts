import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type App, createApp } from "./app";
import { OWN } from "./document";
import { START } from "./route/url";
import {
  chooseLetterKeys,
  chooseSize,
  chooseTheme,
  openPanels,
  restoreAppearance,
  togglePanel,
} from "./settings";

/** An app as a visit begins with it. */
function visit(route = START): App {
  const app = createApp(OWN, { worker: () => Promise.reject(new Error("no worker is needed")), route });
  restoreAppearance(app);
  return app;
}

const look = (app: App) => {
  const { theme, size } = app.state.getState();
  return { theme, size };
};

beforeEach(() => localStorage.clear());
afterEach(() => void vi.restoreAllMocks());

test("a first visit follows the system, in the regular size", () => {
  expect(look(visit())).toEqual({ theme: "system", size: "regular" });
});

test("a chosen theme and size hold at once, and at the next visit", () => {
  const app = visit();
  chooseTheme(app, "dark");
  chooseSize(app, "large");
  expect(look(app)).toEqual({ theme: "dark", size: "large" });
  expect(look(visit())).toEqual({ theme: "dark", size: "large" });
});

test("the one is kept without the other", () => {
  chooseSize(visit(), "large");
  expect(look(visit())).toEqual({ theme: "system", size: "large" });
});

test("the last choice is the one that is kept", () => {
  const app = visit();
  chooseTheme(app, "dark");
  chooseTheme(app, "system");
  expect(look(visit())).toEqual({ theme: "system", size: "regular" });
});

test("what is kept and means nothing is passed over", () => {
  localStorage.setItem("microfs.theme", "purple");
  localStorage.setItem("microfs.size", "");
  expect(look(visit())).toEqual({ theme: "system", size: "regular" });
});

test("a choice takes the place of what a link has chosen, without a new entry for Back", () => {
  const app = visit({ ...START, theme: "light", size: "large" });
  chooseTheme(app, "dark");
  expect(app.state.getState().route).toMatchObject({ theme: null, size: "large" });
  chooseSize(app, "regular");
  expect(app.state.getState().route).toMatchObject({ theme: null, size: null });
  expect(app.state.getState().routeEntry).toBe(0);
});

test("letters act as keys until that is switched off, which is kept", () => {
  expect(visit().state.getState().letterKeys).toBe(true);
  chooseLetterKeys(visit(), false);
  expect(visit().state.getState().letterKeys).toBe(false);
  chooseLetterKeys(visit(), true);
  expect(visit().state.getState().letterKeys).toBe(true);
});

test("where storage cannot be written a choice holds for this visit", () => {
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  const app = visit();
  chooseTheme(app, "dark");
  chooseSize(app, "large");
  expect(look(app)).toEqual({ theme: "dark", size: "large" });
  expect(look(visit())).toEqual({ theme: "system", size: "regular" });
});

test("where storage cannot be read a visit is like the first", () => {
  chooseTheme(visit(), "dark");
  vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
    throw new DOMException("denied", "SecurityError");
  });
  expect(look(visit())).toEqual({ theme: "system", size: "regular" });
});

const panels = (app: App) => openPanels(app.state.getState());

test("panels are closed at first, and stay as the reader leaves them, also at the next visit", () => {
  const app = visit();
  expect(panels(app)).toEqual([]);
  togglePanel(app, "source", true);
  togglePanel(app, "joins", true);
  expect(panels(visit())).toEqual(["joins", "source"]);
  togglePanel(app, "source", false);
  expect(panels(visit())).toEqual(["joins"]);
});

test("a link's panels are shown in place of the reader's own, until the reader opens or closes one", () => {
  togglePanel(visit(), "joins", true);
  const app = visit({ ...START, open: ["source"] });
  expect(panels(app)).toEqual(["source"]);
  togglePanel(app, "found", true);
  expect(panels(app)).toEqual(["source", "found"]);
  expect(app.state.getState().route.open).toBeNull();
});
