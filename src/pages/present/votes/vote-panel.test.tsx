import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Act } from "../../../present/frames";
import { type PreparedStep, prepareStep } from "../../../present/prepare-step";
import { flowOf } from "../../../present/votes/flow";
import { type App, createApp } from "../../../state/app";
import { OWN } from "../../../state/document";
import { sessionStore } from "../../../state/present/session-store";
import { ballotAt, readCards, setClassSize, setHands } from "../../../state/present/votes";
import { chooseLetterKeys } from "../../../state/settings";
import { AppContext } from "../../../state/use-app";
import { stubLayout } from "../../../ui/testing/stub-layout";
import { VoteFlow } from "./vote-flow";
import { VotePanel } from "./vote-panel";

const STEP = "of-a-1";
const FIRST = { step: STEP, round: 1 } as const;
const OPEN: Act = { kind: "vote", round: 1 };
const CLOSED: Act = { kind: "counted" };

let app: App;
let step: PreparedStep;
beforeEach(async () => {
  stubLayout();
  app = createApp(OWN, { worker: () => Promise.reject(new Error("no worker is needed")) });
  step = await prepareStep({
    ...{ kind: "question", lesson: "look-left", question: "first", variant: 0, votes: 2, minutes: 4 },
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const panel = (shown: Act) => (
  <AppContext value={app}>
    <VotePanel screen={{ frame: { step: 0, key: STEP, press: 1, act: shown }, number: 1, step }} />
  </AppContext>
);
const field = (letter: string) => screen.getByLabelText<HTMLInputElement>(new RegExp(`^${letter} `));
const rows = () =>
  [...screen.getByRole("table").querySelectorAll("tbody tr")].map((row) =>
    [...row.querySelectorAll("th, td:not([aria-hidden])")].map((cell) => cell.textContent),
  );
const noted = () => ballotAt(app.part(sessionStore).getState(), FIRST);

test("H leads to the first letter, and a number and Enter to the next", () => {
  render(panel(OPEN));
  fireEvent.keyDown(document.body, { key: "h" });
  for (const [letter, count] of [
    ["A", "20"],
    ["B", "13 "],
    ["C", "2"],
    ["D", ""],
  ] as const) {
    expect(document.activeElement).toBe(field(letter));
    fireEvent.change(field(letter), { target: { value: count } });
    fireEvent.keyDown(field(letter), { key: "Enter" });
  }
  expect(document.activeElement).toBe(document.body);
  expect(noted()).toEqual({ kind: "hands", counts: { A: 20, B: 13, C: 2, D: 0 } });
  expect(screen.getByLabelText("Votes").textContent).toMatch(/^35 hands/);
});

test("what is no number stays as it was typed, is said, and is not noted", () => {
  render(panel(OPEN));
  for (const typed of ["9999", "1e3", "-3"]) {
    fireEvent.change(field("A"), { target: { value: typed } });
    expect(field("A").value).toBe(typed);
    expect(screen.getByRole("alert").textContent).toBe(
      `A: “${typed}” is not noted: type a whole number from 0 to 999.`,
    );
    expect(noted()).toEqual({ kind: "hands", counts: { A: 0, B: 0, C: 0, D: 0 } });
  }
  act(() => field("A").focus());
  fireEvent.keyDown(field("A"), { key: "Enter" });
  expect(document.activeElement).toBe(field("A"));
  fireEvent.change(field("A"), { target: { value: "13" } });
  expect(screen.queryByRole("alert")).toBeNull();
  expect(noted()).toEqual({ kind: "hands", counts: { A: 13, B: 0, C: 0, D: 0 } });
});

test("with letters switched off no letter is shown as a key", () => {
  render(panel(OPEN));
  expect(screen.getByText("H", { selector: "kbd" })).toBeDefined();
  act(() => chooseLetterKeys(app, false));
  expect(screen.queryByText("H", { selector: "kbd" })).toBeNull();
});

test("a remote’s key for the black screen is no number", () => {
  render(panel(OPEN));
  fireEvent.keyDown(field("A"), { key: "b" });
  expect(app.part(sessionStore).getState().isBlack).toBe(true);
});

test("at a glance each letter takes one key", () => {
  render(panel(OPEN));
  fireEvent.click(screen.getByRole("radio", { name: "hands, at a glance" }));
  fireEvent.keyDown(document.body, { key: "h" });
  for (const [letter, key] of [
    ["A", "h"],
    ["B", "q"],
    ["C", "F"],
    ["D", "n"],
  ] as const)
    fireEvent.keyDown(field(letter), { key });
  expect(noted()).toEqual({ kind: "shares", shares: { A: "half", B: "quarter", C: "few", D: "nobody" } });
});

test("nothing is counted out while the vote is open; once it is closed the advice comes, with the belief that leads", () => {
  setHands(app, FIRST, "A", 20);
  setHands(app, FIRST, "B", 20);
  setHands(app, FIRST, "C", 7);
  const { rerender } = render(panel(OPEN));
  expect(screen.queryByRole("status")).toBeNull();
  expect(rows()[0]).toEqual(["A", "10:05", "Right: the last one known at 10:07."]);
  rerender(panel(CLOSED));
  expect(screen.getByRole("status").textContent).toBe(
    "43\u00a0% right: let neighbours talk, then vote again.",
  );
  expect(
    screen.getByText(
      "20 hold B. “The nearest row wins, before or after.” Ask: Who had that row at the moment of the prediction?",
    ),
  ).toBeDefined();
  expect(rows().map((cells) => cells.slice(0, 3))).toEqual([
    ["A", "10:05", "20"],
    ["B", "10:08", "20"],
    ["C", "10:12", "7"],
    ["D", "none of them", "0"],
  ]);
});

test("a vote that is empty when it is closed says so, and can still be typed", () => {
  render(panel(CLOSED));
  expect(screen.getByText("Nobody’s answer was noted.")).toBeDefined();
  fireEvent.change(field("A"), { target: { value: "1" } });
  fireEvent.change(field("A"), { target: { value: "12" } });
  expect(screen.getByRole("status").textContent).toBe("100\u00a0% right: go on.");
});

test("a vote that was cleared by mistake is brought back", () => {
  setHands(app, FIRST, "B", 9);
  render(panel(CLOSED));
  fireEvent.click(screen.getByRole("button", { name: "Clear this vote" }));
  expect(noted()).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Bring back 9 hands" }));
  expect(noted()).toEqual({ kind: "hands", counts: { A: 0, B: 9, C: 0, D: 0 } });
});

test("of cards it says how many were seen, and which were not", () => {
  readCards(app, FIRST, { 1: "A", 2: "B", 4: "B" });
  setClassSize(app, 5);
  render(panel(OPEN));
  expect(screen.getByLabelText("Votes").textContent).toMatch(/^3 cards seen of +not seen: 3, 5vote open/);
});

test("the second vote is compared with the first", () => {
  setHands(app, FIRST, "B", 3);
  setHands(app, FIRST, "A", 1);
  setHands(app, { step: STEP, round: 2 }, "A", 4);
  render(panel({ kind: "both_votes" }));
  expect(screen.getByRole("status").textContent).toBe("100\u00a0% right, before it 25\u00a0%: go on.");
});

test("the flow says both votes, and what hands do not tell", () => {
  setHands(app, FIRST, "A", 1);
  setHands(app, FIRST, "B", 3);
  const flow = flowOf(noted(), { kind: "hands", counts: { A: 3, B: 1, C: 0, D: 0 } });
  if (flow === null) throw new Error("both votes were noted");
  const { rerender } = render(<VoteFlow step={step} flow={flow} isRevealed={false} />);
  const said = (name: string) =>
    within(screen.getByRole("list", { name }))
      .getAllByRole("listitem")
      .map((item) => item.textContent);
  // Nothing tells which one is right before that is shown.
  expect(said("first vote")).toEqual(["A 10:051", "B 10:083", "C 10:120", "D none of them0"]);
  expect(
    screen.getByText("At least 2 moved, and the picture shows no more: hands do not tell who."),
  ).toBeDefined();
  rerender(<VoteFlow step={step} flow={flow} isRevealed />);
  expect(said("first vote")).toEqual(["A 10:05125\u00a0% right", "B 10:083", "C 10:120", "D none of them0"]);
  expect(said("second vote")).toEqual(["A375\u00a0% right", "B1", "C0", "D0"]);
  expect(screen.getByText("At least 2 came over to A: hands do not tell who.")).toBeDefined();
});
