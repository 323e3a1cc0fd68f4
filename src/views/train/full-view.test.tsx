import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { createApp } from "../../state/app";
import { OWN } from "../../state/document";
import { START } from "../../state/route/url";
import { AppContext } from "../../state/use-app";
import { LeaveFullView } from "./full-view";

afterEach(cleanup);

function fullApp() {
  const app = createApp(OWN, {
    worker: () => Promise.reject(new Error("no worker is needed")),
    route: { ...START, stage: "train", full: true },
  });
  render(
    <AppContext value={app}>
      <LeaveFullView />
    </AppContext>,
  );
  return () => app.state.getState().route.full;
}

test("a press leaves the full view", () => {
  const isFull = fullApp();
  fireEvent.click(screen.getByRole("button", { name: "Leave the full view" }));
  expect(isFull()).toBe(false);
});

test("Escape leaves it", () => {
  const isFull = fullApp();
  fireEvent.keyDown(document.body, { key: "Escape" });
  expect(isFull()).toBe(false);
});

test("so does leaving the browser's own full screen", () => {
  const isFull = fullApp();
  Object.defineProperty(document, "fullscreenElement", { value: null, configurable: true });
  fireEvent(document, new Event("fullscreenchange"));
  expect(isFull()).toBe(false);
});
