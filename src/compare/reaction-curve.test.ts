import { describe, expect, test } from "vitest";
import { DEFAULT_KNOBS } from "../scenario/reaction/reaction-knobs";
import { reactionScenario } from "../scenario/reaction/reaction-scenario";
import { consequence } from "./model/consequence";
import type { Band, VariantModel } from "./model/model-results";
import { curveReactions, reactionCurve } from "./reaction-curve";
import { scenarioView } from "./scenario-view";
import { viewVariant } from "./variant";

function toEnd<Result>(work: Generator<unknown, Result>): Result {
  for (let step = work.next(); ; step = work.next()) if (step.done === true) return step.value;
}

/** The models of the default’s data with a seed and a reaction: of the as-of join, and of the latest value. */
function modelsOf(seed: number, reaction: number): { asOf: VariantModel; latest: VariantModel } {
  const data = scenarioView(reactionScenario(seed, { ...DEFAULT_KNOBS, reaction }));
  const rules = data.joins.map(({ join }) => join.rule);
  const variants = [viewVariant("own", rules), viewVariant("latest", rules)];
  const request = { label: null, features: null, folds: 3, seed };
  const found = toEnd(consequence(data, variants, request));
  if ("kind" in found) throw new Error(found.kind);
  const [asOf, latest] = found.variants;
  if (asOf === undefined || latest === undefined) throw new Error("two variants were asked for");
  return { asOf, latest };
}

const auc = (scores: { readonly auc?: Band }): Band => scores.auc ?? { value: 0, low: 0, high: 0 };
const holds = ({ low, high }: Band, value: number) => low <= value && value <= high;
const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);

describe("over 20 seeds", () => {
  test.each(SEEDS)(
    "as the knobs come, the latest value gains at least 0.1 AUC offline, and in production is no better than as of beyond the band: seed %i",
    (seed) => {
      const { asOf, latest } = modelsOf(seed, DEFAULT_KNOBS.reaction);
      expect(auc(latest.offline).value - auc(asOf.offline).value).toBeGreaterThanOrEqual(0.1);
      expect(latest.overReference?.production.low).toBeLessThanOrEqual(0);
      expect(latest.gap.low).toBeGreaterThan(0);
    },
  );

  test("with a reaction of zero the gap lies inside the band", () => {
    const gaps = SEEDS.map((seed) => {
      const { latest } = modelsOf(seed, 0);
      expect(holds(auc(latest.offline), auc(latest.production).value), `seed ${seed}`).toBe(true);
      return latest.gap;
    });
    // Of 95 % of resamplings: one of twenty may well miss it.
    expect(gaps.filter((gap) => holds(gap, 0)).length).toBeGreaterThanOrEqual(18);
    const mean = gaps.reduce((sum, { value }) => sum + value, 0) / gaps.length;
    expect(Math.abs(mean)).toBeLessThan(0.01);
  });
});

test("a curve has a point at the knob’s own reaction, rises from no gap, and says how far it is", () => {
  expect(curveReactions({ reaction: 0.35 })).toEqual([0, 0.1, 0.2, 0.35, 0.4, 0.6, 0.8, 1]);
  expect(curveReactions({ reaction: 1 })).toHaveLength(7);
  const work = reactionCurve(1, { ...DEFAULT_KNOBS, entities: 200, reaction: 1 });
  let last = 0;
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) {
      const points = step.value;
      expect(points.map(({ reaction }) => reaction)).toEqual([0, 0.1, 0.2, 0.4, 0.6, 0.8, 1]);
      const [first, end] = [points[0]?.scores?.latest.gap, points.at(-1)?.scores?.latest.gap];
      expect(first && holds(first, 0)).toBe(true);
      expect(end?.low).toBeGreaterThan(first?.high ?? 1);
      for (const { scores } of points) expect(scores?.own.gap.value).toBe(0);
      break;
    }
    const { done, total } = step.value;
    expect(total).toBe(7);
    expect(done).toBeGreaterThanOrEqual(last);
    last = done;
  }
  expect(last).toBeGreaterThan(6);
});
