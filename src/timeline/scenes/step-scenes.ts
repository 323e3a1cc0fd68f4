import type { EntitySlice } from "../../microfs/entity-slice";
import { seededRandom } from "../../scenario/random";
import { phasesOf } from "../step/phases-of";
import { type Scene, sceneNamed } from "./scenes";

const TITLES = {
  find_entity: "The entity's rows come forward from among all others",
  rule_out_future: "What lies right of the line does not exist",
  rule_out_not_yet_known: "It has happened, and nobody knows",
  rule_out_wrong_side: "",
  rule_out_expired: "Too old to be believed",
  keep_latest: "Those that remain compete, and the latest wins",
  write_cell: "Its value goes into the row",
} as const;

const NAMES = {
  find_entity: "step-1-find",
  rule_out_future: "step-2-future",
  rule_out_not_yet_known: "step-3-not-yet-known",
  rule_out_wrong_side: "step-wrong-side",
  rule_out_expired: "step-4-expired",
  keep_latest: "step-5-latest",
  write_cell: "step-6-write",
} as const;

const SEED = 20_251_105;
const OTHERS = 160;

const train = sceneNamed("train");
const joins = sceneNamed("joins");
const competing = sceneNamed("superseded");

/** Every step of one join, each with its own act, and a step that all joins take side by side. */
export const STEP_SCENES: readonly Scene[] = [
  ...phasesOf({ direction: "backward", allowExactMatches: true }).map((phase): Scene => {
    // With three rows that remain there is something to compete for.
    const scene = phase === "keep_latest" ? competing : train;
    return {
      name: NAMES[phase],
      title: TITLES[phase],
      slice: among(scene.slice),
      at: { ...scene.at, phase },
    };
  }),
  {
    name: "side-by-side",
    title: "Four joins take the last step together",
    slice: joins.slice,
    at: { ...joins.at, phase: "write_cell", together: true },
  },
];

/** The slice among made-up rows of other entities, the same ones on every machine. */
function among(slice: EntitySlice): EntitySlice {
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
