import type { ReactionKnobs } from "../scenario/reaction/reaction-knobs";
import { reactionScenario } from "../scenario/reaction/reaction-scenario";
import type { VariantName } from "../terms/variants";
import { consequence } from "./model/consequence";
import type { Band, ModelProblem } from "./model/model-results";
import { scenarioView } from "./scenario-view";
import { viewVariant } from "./variant";

/** The joins that the curve is drawn of. The view's own is what the others are seen against. */
export const CURVE_VARIANTS = ["own", "event_time", "latest"] as const satisfies readonly VariantName[];
export type CurveVariant = (typeof CURVE_VARIANTS)[number];

/** Areas under the ROC curve of one join's model: on its own table, on what was known, and by how much they differ. */
export interface CurveScores {
  readonly offline: Band;
  readonly production: Band;
  readonly gap: Band;
}

/** What each join gains, and keeps, on data of one reaction. */
export interface CurvePoint {
  readonly reaction: number;
  /** `null` where there is nothing to learn, and then why not. */
  readonly scores: Readonly<Record<CurveVariant, CurveScores>> | null;
  readonly problem: ModelProblem | null;
}

/** Where the curve is asked about: closer where it rises. */
const REACTIONS = [0, 0.1, 0.2, 0.4, 0.6, 0.8, 1];
const FOLDS = 3;

/** The reactions that the curve of some knobs has points at, ascending: its own among them. */
export function curveReactions({ reaction }: Pick<ReactionKnobs, "reaction">): number[] {
  return [...new Set([...REACTIONS, reaction])].sort((a, b) => a - b);
}

/**
 * The gap between offline and production against the reaction of the data, all other knobs as they stand: data is made and
 * models are trained for every point. Of the same seed are the customers, and all that is drawn. O(points × a model).
 * Yields how far it is, every few milliseconds.
 */
export function* reactionCurve(
  seed: number,
  knobs: ReactionKnobs,
): Generator<{ done: number; total: number }, CurvePoint[]> {
  const reactions = curveReactions(knobs);
  const points: CurvePoint[] = [];
  for (const [i, reaction] of reactions.entries()) {
    const work = pointAt(reaction, seed, knobs);
    for (let step = work.next(); ; step = work.next()) {
      if (step.done === true) {
        points.push(step.value);
        break;
      }
      yield { done: i + step.value, total: reactions.length };
    }
  }
  return points;
}

/** Yields which part of a point is done. */
function* pointAt(reaction: number, seed: number, knobs: ReactionKnobs): Generator<number, CurvePoint> {
  yield 0;
  const data = scenarioView(reactionScenario(seed, { ...knobs, reaction }));
  yield 0;
  const rules = data.joins.map(({ join }) => join.rule);
  const variants = CURVE_VARIANTS.map((name) => viewVariant(name, rules));
  const request = { label: null, features: null, folds: FOLDS, seed };
  const models = consequence(data, variants, request);
  for (let step = models.next(); ; step = models.next()) {
    if (step.done !== true) {
      yield step.value.done / step.value.total;
      continue;
    }
    const found = step.value;
    if ("kind" in found) return { reaction, scores: null, problem: found };
    const scoresOf = (name: CurveVariant): CurveScores => {
      const model = found.variants.find((one) => one.name === name);
      const { offline, production } = { offline: model?.offline.auc, production: model?.production.auc };
      if (model === undefined || offline === undefined || production === undefined)
        throw new TypeError(`the model of ${name} must have an AUC`);
      return { offline, production, gap: model.gap };
    };
    const scores = { own: scoresOf("own"), event_time: scoresOf("event_time"), latest: scoresOf("latest") };
    return { reaction, scores, problem: null };
  }
}
