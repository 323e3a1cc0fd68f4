import { cleanup, render, screen, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test } from "vitest";
import { FocusArrival } from "./focus-arrival";

afterEach(cleanup);

const page = (of: string, content: ReactNode) => (
  <>
    <button type="button">outside</button>
    <FocusArrival of={of}>{content}</FocusArrival>
  </>
);

const group = (
  <div key="group">
    <h1>A group</h1>
    <button type="button">Delete it</button>
  </div>
);
const invitation = <h1 key="invitation">Begin</h1>;
const loading = <p key="loading">Being loaded …</p>;

/** The group, with the focus on a button: in it, or outside. */
function showGroup(focused: "Delete it" | "outside") {
  const { rerender } = render(page("group", group));
  screen.getByRole("button", { name: focused }).focus();
  return rerender;
}

test("where what had the focus has gone, the heading of what has come gets it", () => {
  const rerender = showGroup("Delete it");
  rerender(page("invitation", invitation));
  expect(document.activeElement).toBe(screen.getByRole("heading", { name: "Begin" }));
});

test("as soon as that is there", async () => {
  const rerender = showGroup("Delete it");
  rerender(page("invitation", loading));
  expect(document.activeElement).toBe(document.body);
  rerender(page("invitation", invitation));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("heading", { name: "Begin" })));
});

test("a focus that is still somewhere stays there", () => {
  const rerender = showGroup("outside");
  rerender(page("invitation", invitation));
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "outside" }));
});

test("what is there from the beginning takes no focus", () => {
  render(page("group", group));
  expect(document.activeElement).toBe(document.body);
});
