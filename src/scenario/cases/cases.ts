import type { EntitySlice } from "../../microfs/core";
import type { Phase } from "../../terms/phases";
import { generatedColumns } from "../generators";
import { seededRandom } from "../random";
import type { Scenario } from "../scenario";
import { scenarioSlice } from "../scenario-slice";
import { DENSE_CASES } from "./dense-cases";
import { JOIN_CASES } from "./join-cases";

const train = joinCase("train");
const joins = joinCase("joins");
// With three rows that remain there is something to compete for.
const competing = joinCase("superseded");

/** Every step of one join, each with its own act, and a step that all joins take side by side. */
const STEP_CASES: readonly Scenario[] = [
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

/** All that the gallery shows, and that its visual tests look at. */
export const CASES: readonly Scenario[] = [...STEP_CASES, ...JOIN_CASES, ...DENSE_CASES];

/** The slice that a case opens at. Costs O(rows); whoever asks again keeps it. */
export function caseSlice(one: Scenario): EntitySlice {
  const slice = scenarioSlice(one, one.start?.row ?? 0, generatedColumns);
  return one.start?.together || !STEP_CASES.includes(one) ? slice : amongOthers(slice);
}

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
