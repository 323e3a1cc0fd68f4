import type { EntitySlice } from "../../microfs/core";
import type { Phase } from "../../terms/phases";
import type { MarkState } from "../../terms/verdicts";
import { generatedColumns } from "../generators";
import { seededRandom } from "../random";
import type { Scenario } from "../scenario";
import { scenarioSlice } from "../scenario-slice";
import { DENSE_CASES } from "./dense-cases";
import { JOIN_CASES } from "./join-cases";

const train = joinCase("train");

/** The six phases of one row, each with its own act, all on the same data. */
const STEP_CASES: readonly Scenario[] = [
  step("step-1-find", "find_entity", "The entity's rows come forward from among all others"),
  step("step-2-future", "rule_out_future", "What lies right of the line does not exist"),
  step("step-3-not-yet-known", "rule_out_not_yet_known", "It has happened, and nobody knows"),
  step("step-4-expired", "rule_out_expired", "Too old to be believed"),
  step("step-5-latest", "keep_latest", "Those that remain compete, and the latest wins"),
  step("step-6-write", "write_cell", "Its value goes into the row"),
];

const SIDE_BY_SIDE: Scenario = {
  ...joinCase("joins"),
  name: "side-by-side",
  title: "Four joins take the last step together",
  start: { row: 0, join: 2, phase: "write_cell", together: true },
};

const ONE_BY_ONE: readonly Scenario[] = [...STEP_CASES, SIDE_BY_SIDE, ...JOIN_CASES, ...DENSE_CASES];

/** A case, and the verdict that it is about. */
export interface CaseEntry {
  readonly scenario: Scenario;
  /** `null` where no row gets one. */
  readonly shows: MarkState | null;
}

/** Cases that belong together. */
export interface CaseGroup {
  readonly title: string;
  readonly entries: readonly CaseEntry[];
}

/** All cases, in the order in which they are gone through. */
export const CASE_GROUPS: readonly CaseGroup[] = [
  group("One row, step by step", {
    "step-1-find": "undecided",
    "step-2-future": "future",
    "step-3-not-yet-known": "not_yet_known",
    "step-4-expired": "expired",
    "step-5-latest": "superseded",
    "step-6-write": "chosen",
  }),
  group("One join, and several", { train: "chosen", joins: "chosen", "side-by-side": "chosen" }),
  group("Which row is taken", {
    chosen: "chosen",
    superseded: "superseded",
    tie: "chosen",
    correction: "chosen",
    "exact-match": "chosen",
    "exact-match-off": "future",
  }),
  group("Too old, or not known yet", {
    expired: "expired",
    "ttl-edge": "chosen",
    "ttl-zero": "chosen",
    "not-yet-known": "not_yet_known",
    "created-time": "not_yet_known",
  }),
  group("Nothing to take", {
    "future-only": "future",
    "null-value": "chosen",
    "null-key": null,
    "no-entity": null,
  }),
  group("Other directions: they can leak", {
    nearest: "leak",
    "nearest-tie": "chosen",
    forward: "leak",
    latest: "leak",
    "latest-expired": "expired",
  }),
  group("Many rows", {
    burst: "chosen",
    many: "chosen",
    "dense-rows": "chosen",
    "dense-spine": "chosen",
  }),
];

/** All cases. */
export const CASES: readonly Scenario[] = CASE_GROUPS.flatMap(({ entries }) =>
  entries.map(({ scenario }) => scenario),
);

/** Whether a case shows one step of a row whose other steps are cases too: whoever goes on goes to the next of them. */
export function isOneStep(name: string): boolean {
  return STEP_CASES.some((one) => one.name === name);
}

/**
 * The slice of a case: the one that it opens at, or that of another of its spine rows. Costs O(rows); whoever asks again keeps
 * it.
 */
export function caseSlice(one: Scenario, row: number = one.start?.row ?? 0): EntitySlice {
  const slice = scenarioSlice(one, row, generatedColumns);
  return isOneStep(one.name) ? amongOthers(slice) : slice;
}

function step(name: string, phase: Phase, title: string): Scenario {
  return { ...train, name, title, start: { row: 0, join: 0, ...train.start, phase } };
}

function group(title: string, shows: Readonly<Record<string, MarkState | null>>): CaseGroup {
  const entries = Object.entries(shows).map(([name, state]) => ({
    scenario: found(ONE_BY_ONE, name),
    shows: state,
  }));
  return { title, entries };
}

function joinCase(name: string): Scenario {
  return found(JOIN_CASES, name);
}

function found(cases: readonly Scenario[], name: string): Scenario {
  const one = cases.find((other) => other.name === name);
  if (one === undefined) throw new RangeError(`no case is named ${name}`);
  return one;
}

const SEED = 20_251_105;
const OTHERS = 160;

/** A slice among made-up rows of other entities, the same ones on every machine: so many that a scenario does not write them. */
function amongOthers(slice: EntitySlice): EntitySlice {
  return {
    ...slice,
    joins: slice.joins.map((join, i) => {
      const random = seededRandom(SEED, i);
      const [first, last] = [Number(join.eventTimesUs[0] ?? 0n), Number(join.eventTimesUs.at(-1) ?? 0n)];
      const reach = (last - first) * 0.4;
      const timesUs = BigInt64Array.from({ length: OTHERS }, () =>
        BigInt(Math.round(random.between(first - reach, last + reach))),
      );
      return { ...join, others: { count: 11_998, timesUs } };
    }),
  };
}
