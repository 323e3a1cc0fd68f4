import type { EntitySlice } from "../../microfs/entity-slice";
import type { Phase } from "../phases";
import { seededRandom } from "../random";
import type { Scenario } from "../scenario";
import { JOIN_CASES } from "./join-cases";

const train = joinCase("train");
const joins = joinCase("joins");
// With three rows that remain there is something to compete for.
const competing = joinCase("superseded");

/** Every step of one join, each with its own act, and a step that all joins take side by side. */
export const STEP_CASES: readonly Scenario[] = [
  step("step-1-find", "find_entity", "The entity's rows come forward from among all others"),
  step("step-2-future", "rule_out_future", "What lies right of the line does not exist"),
  step("step-3-not-yet-known", "rule_out_not_yet_known", "It has happened, and nobody knows"),
  step("step-4-expired", "rule_out_expired", "Too old to be believed"),
  step("step-5-latest", "keep_latest", "Those that remain compete, and the latest wins", competing),
  step("step-6-write", "write_cell", "Its value goes into the row"),
  {
    ...joins,
    name: "side-by-side",
    title: "Four joins take the last step together",
    start: { row: 0, join: 2, phase: "write_cell", together: true },
  },
];

function step(name: string, phase: Phase, title: string, of = train): Scenario {
  return { ...of, name, title, start: { row: 0, join: 0, ...of.start, phase } };
}

function joinCase(name: string): Scenario {
  const found = JOIN_CASES.find((one) => one.name === name);
  if (found === undefined) throw new RangeError(`no case is named ${name}`);
  return found;
}

const SEED = 20_251_105;
const OTHERS = 160;

/** A slice among made-up rows of other entities, the same ones on every machine: so many that a scenario does not write them. */
export function amongOthers(slice: EntitySlice): EntitySlice {
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
