import * as v from "valibot";
import type { Ballot } from "../../present/ballot";
import type { Stamp } from "../../present/session/window-link";
import { STEP_KEY } from "../../present/step-keys";
import { shortName } from "../../present/text-hash";
import { EditSchema, EditsSchema } from "../../scenario/schema/scenario-schema";
import type { PresentSession } from "./session-store";

/** What the windows of a class share: the place in the plan, from 1 as in the address, and what is going on. */
export interface ClassState {
  readonly step: number;
  readonly press: number;
  readonly session: PresentSession;
}

/** A class as a browser keeps it, so that a reload or a crash loses nothing. */
export interface KeptClass {
  readonly state: ClassState;
  readonly stamp: Stamp;
  /** Milliseconds since 1970. */
  readonly keptAtMs: number;
}

/** Votes are made by this app alone: that they are of one of its kinds is enough. */
const BallotSchema = v.custom<Ballot>(
  (value) => typeof value === "object" && value !== null && "kind" in value,
);
const StepVotesSchema = v.looseObject({ first: v.nullable(BallotSchema), second: v.nullable(BallotSchema) });
/** By steps of the plan. What an earlier version has kept by their numbers may be of another step by now, and is left out. */
const byStep = <Schema extends v.GenericSchema>(of: Schema) =>
  v.pipe(
    v.record(v.string(), of),
    v.transform((kept) => Object.fromEntries(Object.entries(kept).filter(([key]) => STEP_KEY.test(key)))),
  );

const ClassStateSchema = v.object({
  step: v.pipe(v.number(), v.integer(), v.minValue(1)),
  press: v.pipe(v.number(), v.integer(), v.minValue(1)),
  session: v.looseObject({
    isBlack: v.boolean(),
    hasCode: v.optional(v.boolean(), false),
    votes: byStep(StepVotesSchema),
    votesAgain: v.optional(v.array(v.string()), []),
    talk: v.optional(v.nullable(v.object({ step: v.string(), sinceMs: v.number() })), null),
    classSize: v.optional(v.nullable(v.number()), null),
    edits: byStep(EditsSchema),
    draftEdit: v.nullable(EditSchema),
    startedAtMs: v.nullable(v.number()),
    timer: v.object({ passedMs: v.number(), runsSinceMs: v.nullable(v.number()) }),
  }),
});
const KeptClassSchema = v.object({
  state: ClassStateSchema,
  stamp: v.object({ revision: v.pipe(v.number(), v.integer()), by: v.string() }),
  keptAtMs: v.number(),
});

/** Reads what another window has sent; `null` for what is no state of a class. */
export function readClassState(value: unknown): ClassState | null {
  const read = v.safeParse(ClassStateSchema, value);
  return read.success ? read.output : null;
}

/**
 * A plan by a short name: a link's plan is long, and is not sent with every movement of a drag.
 *
 * @param plan - As the address has it.
 */
export function planKey(plan: string): string {
  if (plan.length <= 40) return plan;
  return `packed-${shortName(plan)}`;
}

/** A class that has rested for so long is over: who opens its plan then begins another one. */
export const OVER_AFTER_MS = 6 * 60 * 60_000;

/** How a window takes up the class of its plan. */
export interface TakenUp {
  readonly state: ClassState;
  readonly stamp: Stamp;
  /** Whether its address says another place than the class: then it leads the others there. */
  readonly isMoved: boolean;
  /** A class that is over: it can be brought back. */
  readonly over: KeptClass | null;
}

/**
 * Takes up what was kept.
 *
 * @param begun - A class in which nothing has happened, at the place that the address says.
 * @param own - What this window kept before it was loaded again; `null` in a new one.
 * @param latest - What any window of this browser kept last of the plan.
 */
export function takeUp(
  begun: ClassState,
  own: KeptClass | null,
  latest: KeptClass | null,
  nowMs: number,
): TakenUp {
  const newer =
    own !== null && (latest === null || own.stamp.revision > latest.stamp.revision) ? own : latest;
  if (newer === null) return { state: begun, stamp: NEVER, isMoved: false, over: null };
  if (nowMs - newer.keptAtMs > OVER_AFTER_MS && own === null)
    return { state: begun, stamp: NEVER, isMoved: false, over: newer };
  const saysPlace = own === null ? begun.step > 1 || begun.press > 1 : !isSamePlace(begun, own.state);
  const state = { ...newer.state, session: { ...newer.state.session, draftEdit: null } };
  const isMoved = saysPlace && !isSamePlace(begun, newer.state);
  return {
    state: isMoved ? { ...state, step: begun.step, press: begun.press } : state,
    stamp: newer.stamp,
    isMoved,
    over: null,
  };
}

const NEVER: Stamp = { revision: 0, by: "" };

function isSamePlace(a: ClassState, b: ClassState): boolean {
  return a.step === b.step && a.press === b.press;
}

const KEY = "microfs.present.class";

/** Where something is kept: this window's own place, which a reload leaves as it is, or the browser's. */
export type KeepingPlace = "own" | "latest" | "over";

/** What was kept of a plan's class; `null` where there is none, or the browser gives no storage. */
export function readKeptClass(plan: string, place: KeepingPlace): KeptClass | null {
  try {
    const text = storageOf(place).getItem(keyOf(plan, place));
    const read = v.safeParse(KeptClassSchema, text === null ? null : JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    // No storage, or no JSON: then there is nothing to take up.
    return null;
  }
}

/** Keeps a class; `null` forgets it. Gives whether the browser does so. */
export function keepClass(plan: string, place: KeepingPlace, kept: KeptClass | null): boolean {
  try {
    if (kept === null) storageOf(place).removeItem(keyOf(plan, place));
    else storageOf(place).setItem(keyOf(plan, place), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

function storageOf(place: KeepingPlace): Storage {
  return place === "own" ? sessionStorage : localStorage;
}

function keyOf(plan: string, place: KeepingPlace): string {
  return `${KEY}${place === "over" ? ".over" : ""}.${planKey(plan)}`;
}
