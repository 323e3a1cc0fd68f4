import { beforeEach, expect, test } from "vitest";
import { type App, createApp } from "../app";
import { OWN } from "../document";
import { sessionStore } from "./session-store";
import {
  ballotAt,
  clearVote,
  kindOfVote,
  readCards,
  restoreVote,
  setClassSize,
  setHands,
  setShare,
  voteBy,
} from "./votes";

const FIRST = { step: "of-a-2", round: 1 } as const;
const SECOND = { step: "of-a-2", round: 2 } as const;
let app: App;
beforeEach(() => {
  app = createApp(OWN, { worker: () => Promise.reject(new Error("no worker is needed")) });
});
const session = () => app.part(sessionStore).getState();
const ballot = (place: Parameters<typeof ballotAt>[1] = FIRST) => ballotAt(session(), place);

test("hands are noted letter by letter, each vote for itself", () => {
  setHands(app, FIRST, "A", 3);
  setHands(app, FIRST, "B", 29);
  setHands(app, SECOND, "B", 41);
  expect(ballot()).toEqual({ kind: "hands", counts: { A: 3, B: 29, C: 0, D: 0 } });
  expect(ballot(SECOND)).toEqual({ kind: "hands", counts: { A: 0, B: 41, C: 0, D: 0 } });
  expect(ballot({ step: "of-a-0", round: 1 })).toBeNull();
});

test("a card counts once, with its last reading", () => {
  readCards(app, FIRST, { 1: "A", 2: "B" });
  readCards(app, FIRST, { 2: "C", 9: "D" });
  expect(ballot()).toEqual({ kind: "cards", readings: { 1: "A", 2: "C", 9: "D" } });
});

test("cards that happen to be in sight take nothing away from hands", () => {
  setHands(app, FIRST, "A", 3);
  readCards(app, FIRST, { 1: "B" });
  expect(ballot()).toEqual({ kind: "hands", counts: { A: 3, B: 0, C: 0, D: 0 } });
});

test("another way to vote puts what was noted aside, and it can be brought back", () => {
  readCards(app, FIRST, { 1: "A", 2: "B" });
  voteBy(app, FIRST, "shares");
  setShare(app, FIRST, "B", "half");
  expect(ballot()).toEqual({ kind: "shares", shares: { B: "half" } });
  restoreVote(app);
  expect(ballot()).toEqual({ kind: "cards", readings: { 1: "A", 2: "B" } });
});

test("a wrong clear is undone, once", () => {
  setHands(app, SECOND, "C", 5);
  clearVote(app, SECOND);
  expect(ballot(SECOND)).toBeNull();
  restoreVote(app);
  expect(ballot(SECOND)).toEqual({ kind: "hands", counts: { A: 0, B: 0, C: 5, D: 0 } });
  setHands(app, SECOND, "C", 6);
  restoreVote(app);
  expect(ballot(SECOND)).toEqual({ kind: "hands", counts: { A: 0, B: 0, C: 6, D: 0 } });
});

test("a class votes as it has voted before: in this vote, in the first, at the step before; at first by hands", () => {
  expect(kindOfVote(session(), FIRST)).toBe("hands");
  voteBy(app, { step: "of-a-0", round: 1 }, "shares");
  expect(kindOfVote(session(), FIRST)).toBe("shares");
  readCards(app, FIRST, { 1: "A" });
  expect(kindOfVote(session(), SECOND)).toBe("cards");
  expect(kindOfVote(session(), { step: "of-a-1", round: 1 })).toBe("cards");
});

test("how many cards the class has stays from vote to vote", () => {
  setClassSize(app, 50);
  clearVote(app, FIRST);
  expect(session().classSize).toBe(50);
});
