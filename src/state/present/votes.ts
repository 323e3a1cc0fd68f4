import { createStore, type StoreApi } from "zustand/vanilla";
import type { Letter } from "../../present/answers";
import { type Ballot, type BallotOf, countsOf, EMPTY_BALLOTS, type Share } from "../../present/ballot";
import type { App } from "../app";
import { type PresentSession, type StepVotes, sessionStore } from "./session-store";

/** One vote of a class: the first or the second at a step of the plan. */
export interface VotePlace {
  /** Its key. */
  readonly step: string;
  readonly round: 1 | 2;
}

/** A vote that was cleared, or put aside for one of another kind: to be brought back. */
export interface ClearedVote extends VotePlace {
  readonly ballot: Ballot;
}

/** The vote that was cleared last in this window; `null` where none was, or it was brought back. */
export function clearedVoteStore(_app: App): StoreApi<{ readonly cleared: ClearedVote | null }> {
  return createStore<{ readonly cleared: ClearedVote | null }>()(() => ({ cleared: null }));
}

/** What a class has answered in a vote; `null` where nothing was noted. */
export function ballotAt(
  { votes }: Pick<PresentSession, "votes">,
  { step, round }: VotePlace,
): Ballot | null {
  const atStep = votes[step];
  return (round === 1 ? atStep?.first : atStep?.second) ?? null;
}

/** How a class votes: as in this vote, or, before anything is noted in it, as in the one before. At first by hands. */
export function kindOfVote(
  { votes }: Pick<PresentSession, "votes">,
  { step, round }: VotePlace,
): Ballot["kind"] {
  const { [step]: here = NO_VOTES, ...others } = votes;
  const own = round === 1 ? [here.first] : [here.second, here.first];
  const before = Object.values(others)
    .reverse()
    .flatMap(({ first, second }) => [second, first]);
  return [...own, ...before].find((ballot) => ballot !== null)?.kind ?? "hands";
}

/** Notes how many hands went up for a letter. A vote of another kind is put aside. */
export function setHands(app: App, place: VotePlace, letter: Letter, count: number): void {
  const { counts } = ballotOfKind(app, place, "hands");
  setBallot(app, place, { kind: "hands", counts: { ...counts, [letter]: count } });
}

/** Notes which part of the class holds a letter, as it was seen at a glance. A vote of another kind is put aside. */
export function setShare(app: App, place: VotePlace, letter: Letter, share: Share): void {
  const { shares } = ballotOfKind(app, place, "shares");
  setBallot(app, place, { kind: "shares", shares: { ...shares, [letter]: share } });
}

/**
 * Notes what cards show, each by its number: the last reading of a card wins. Where hands were noted already, cards that
 * happen to be in sight are not read.
 */
export function readCards(app: App, place: VotePlace, readings: Readonly<Record<number, Letter>>): void {
  const now = ballotAt(app.part(sessionStore).getState(), place);
  if (now !== null && now.kind !== "cards" && !isEmpty(now)) return;
  const before = now?.kind === "cards" ? now.readings : {};
  setBallot(app, place, { kind: "cards", readings: { ...before, ...readings } });
}

/** Votes in another way. What was noted so far is put aside. */
export function voteBy(app: App, place: VotePlace, kind: Ballot["kind"]): void {
  setBallot(app, place, ballotOfKind(app, place, kind));
}

/** Forgets what a class has answered in a vote; {@link restoreVote} brings it back. */
export function clearVote(app: App, place: VotePlace): void {
  putAside(app, place);
  setBallot(app, place, null);
}

/** Brings back the vote that was cleared last. */
export function restoreVote(app: App): void {
  const { cleared } = app.part(clearedVoteStore).getState();
  if (cleared === null) return;
  setBallot(app, cleared, cleared.ballot);
  app.part(clearedVoteStore).setState({ cleared: null });
}

/** How many cards a class has; `null` where nobody has said it. It stays from vote to vote. */
export function setClassSize(app: App, classSize: number | null): void {
  app.part(sessionStore).setState({ classSize });
}

/** The vote as it is where it is of that kind; else an empty one, and what was noted is put aside. */
function ballotOfKind<Kind extends Ballot["kind"]>(app: App, place: VotePlace, kind: Kind): BallotOf<Kind> {
  const now = ballotAt(app.part(sessionStore).getState(), place);
  if (now !== null && isOfKind(now, kind)) return now;
  putAside(app, place);
  return EMPTY_BALLOTS[kind];
}

function isOfKind<Kind extends Ballot["kind"]>(ballot: Ballot, kind: Kind): ballot is BallotOf<Kind> {
  return ballot.kind === kind;
}

function putAside(app: App, place: VotePlace): void {
  const ballot = ballotAt(app.part(sessionStore).getState(), place);
  if (ballot !== null && !isEmpty(ballot))
    app.part(clearedVoteStore).setState({ cleared: { ...place, ballot } });
}

/** Whether nothing was noted. */
export function isEmpty(ballot: Ballot): boolean {
  if (ballot.kind === "shares") return Object.keys(ballot.shares).length === 0;
  return Object.values(countsOf(ballot) ?? {}).every((count) => count === 0);
}

/** What is noted at a step before its votes. */
export const NO_VOTES: StepVotes = { first: null, second: null };

function setBallot(app: App, { step, round }: VotePlace, ballot: Ballot | null): void {
  const session = app.part(sessionStore);
  const { votes } = session.getState();
  const atStep = { ...(votes[step] ?? NO_VOTES), [round === 1 ? "first" : "second"]: ballot };
  session.setState({ votes: { ...votes, [step]: atStep } });
}
