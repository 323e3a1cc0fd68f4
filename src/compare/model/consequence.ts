import type { VariantName } from "../../terms/variants";
import type { ComparedView } from "../compared-view";
import type { ViewVariant } from "../variant";
import {
  type Experiment,
  experimentOf,
  MOST_ROWS,
  type ModelProgress,
  reported,
  type TriedVariant,
  tryVariant,
} from "./experiment";
import { type Input, inputsOf, unknownFeatures } from "./inputs";
import { type Target, targetOf } from "./label";
import type {
  Coefficient,
  Consequence,
  ModelProblem,
  ModelRequest,
  Reliance,
  TableName,
} from "./model-results";
import { type ModelTable, variantModelTable } from "./model-table";
import { bandOf, difference, RESAMPLINGS, type Resampled, resample } from "./resampling";
import { type Origin, rollingOrigins, takeTimes } from "./rolling-origins";
import { chanceFor, sampleOf } from "./sampling";
import { calibrationOf } from "./tried";

/** Fewer rows than these are not learned from, or not tried on. */
const FEWEST_TRAINED = 50;
const FEWEST_TRIED = 20;
/** Origins that can be asked for. */
const MOST_ORIGINS = 10;
/** A model's part of the progress, in resamplings. */
const MODEL_WORK = 20;

/**
 * What each variant's join does to a model: for each, one is trained on the variant's own table, tried on later rows of that
 * table (offline), and tried on what was known of the same spine rows at their moments (production): one as-of row per spine
 * row, by each group's own clock and delay and the join's own TTL. How it is split is told at {@link rollingOrigins}, how
 * columns become numbers at {@link learnEncoding}, and bands at {@link resample}. Where even the whole has too few rows, or one
 * class, it says so and draws nothing.
 *
 * The same data, variants and request give the same answer. O(variants × folds × rows × inputs²), of at most 20 thousand rows.
 * Pauses every few milliseconds.
 *
 * @param variants - The first is what the others are compared with: the view's own join. At least one.
 */
export function consequence(
  data: ComparedView,
  variants: readonly ViewVariant[],
  request: ModelRequest,
): Generator<ModelProgress, Consequence | ModelProblem> {
  return tablesConsequence<VariantName>(data, variants.map(variantModelTable), request);
}

/** The same for tables that are made in whatever way: see {@link consequence}. */
export function* tablesConsequence<Name extends TableName>(
  data: ComparedView,
  variants: readonly ModelTable<Name>[],
  request: ModelRequest,
): Generator<ModelProgress<Name>, Consequence<Name> | ModelProblem> {
  const start: ModelProgress<Name> = { done: 0, total: 1, variant: null };
  const found = yield* reported(targetOf(data, request), start);
  if ("kind" in found) return found;
  const unknown = unknownFeatures(data, request);
  if (unknown.length > 0) return { kind: "unknown_features", features: unknown };
  const { inputs, leftOut } = inputsOf(data, request, found.label);
  if (inputs.length === 0) return { kind: "no_features" };
  const target = sampledTarget(found, request.seed);
  const usable = usableOrigins(data, target, request.folds);
  if ("kind" in usable) return usable;
  const origins = usable.origins;

  const preparing = experimentOf(data, inputs, target, origins, request.seed);
  const experiment = yield* reported(preparing, start);
  const total = variants.length * origins.length * MODEL_WORK + RESAMPLINGS;
  const tried: TriedVariant<Name>[] = [];
  for (const [number, variant] of variants.entries()) {
    const before = number * origins.length;
    tried.push(
      yield* tryVariant(experiment, variant, (origin) => ({
        done: (before + origin) * MODEL_WORK,
        total,
        variant: variant.name,
      })),
    );
  }

  const blocks = tried.flatMap(({ offline, production }) => [offline, production]);
  const scoring = resample(blocks, experiment.bands.count, chanceFor("entities", request.seed));
  let step = scoring.next();
  for (let done = total - RESAMPLINGS; step.done !== true; step = scoring.next(), done++)
    yield { done: Math.min(done, total), total, variant: null };

  const isUsed = (input: number) => tried.some(({ columns }) => columns.has(input));
  const used = inputs.filter((_, input) => isUsed(input));
  if (used.length === 0) return { kind: "no_features" };
  return resultOf(experiment, request, tried, step.value, {
    features: used.map(({ feature }) => feature),
    leftOut: [
      ...leftOut,
      ...inputs
        .filter((_, input) => !isUsed(input))
        .map(({ feature }) => ({ feature, reason: "one_value" as const })),
    ],
    spineRows: { used: target.trainingRows.length, of: found.trainingRows.length },
    origins: { asked: usable.asked, cut: usable.cut, possible: usable.possible },
  });
}

function sampledTarget(target: Target, seed: number): Target {
  const drawn = sampleOf(target.trainingRows.length, MOST_ROWS, chanceFor("spine", seed));
  return {
    ...target,
    trainingRows: Int32Array.from(drawn, (i) => target.trainingRows[i] ?? 0),
    values: drawn.map((i) => target.values[i] ?? 0),
  };
}

/** The rolling origins that are tried, and how many were and can be asked for. */
interface UsableOrigins {
  readonly origins: readonly Origin[];
  readonly asked: number;
  readonly cut: number;
  readonly possible: readonly number[];
}

/** The rolling origins that have enough rows to be trained and tried on, and more than one value of the label in both. */
function usableOrigins(data: ComparedView, target: Target, folds: number): UsableOrigins | ModelProblem {
  const { trainingRows, values, task, label, positive, negative } = target;
  const { spine, order } = data;
  const rows = trainingRows.map((trainingRow) => order[trainingRow] ?? 0);
  const times = takeTimes(spine.index.times(spine.eventTime), rows);
  const cutInto = (count: number) => rollingOrigins(times, data.view.labelHorizonUs, count);
  const asked = Math.max(1, Math.floor(folds));
  const varies = (part: Float64Array) => part.some((value) => value !== part[0]);
  const isUsable = (origin: Origin) =>
    hasEnough(origin) &&
    varies(values.subarray(0, origin.trainTo)) &&
    varies(values.subarray(origin.testFrom, origin.testTo));
  // Parts that are all too small for what was asked may be large enough where they are fewer.
  for (let count = asked; count > 0; count--) {
    const origins = cutInto(count).filter(isUsable);
    if (origins.length === 0) continue;
    const counts = Array.from({ length: MOST_ORIGINS }, (_, i) => i + 1);
    const possible = counts.filter((one) => cutInto(one).filter(isUsable).length === one);
    return { origins, asked, cut: cutInto(asked).length, possible };
  }
  const whole = cutInto(1);
  if (!whole.some(hasEnough)) {
    const rows = Math.max(0, ...whole.map(({ trainTo }) => trainTo));
    return trainingRows.length < 2 * FEWEST_TRAINED
      ? { kind: "too_few_rows", rows: trainingRows.length, needed: 2 * FEWEST_TRAINED }
      : { kind: "too_few_rows", rows, needed: FEWEST_TRAINED };
  }
  // Blocks that have one value each need not have the same: the commoner of two, the last of many.
  const positives = values.reduce((sum, value) => sum + value, 0);
  const common = 2 * positives > values.length ? positive : negative;
  return { kind: "one_class", label, value: String(task === "class" ? common : values.at(-1)) };
}

function hasEnough({ trainTo, testFrom, testTo }: Origin): boolean {
  return trainTo >= FEWEST_TRAINED && testTo - testFrom >= FEWEST_TRIED;
}

function resultOf<Name extends TableName>(
  experiment: Experiment,
  request: ModelRequest,
  tried: readonly TriedVariant<Name>[],
  scores: readonly [Resampled, Resampled][],
  rest: Pick<Consequence, "features" | "leftOut" | "spineRows" | "origins">,
): Consequence<Name> {
  const { data, target, inputs, origins } = experiment;
  const { label, task, positive, values } = target;
  const metrics = task === "class" ? (["auc", "log_loss"] as const) : (["r2", "mae"] as const);
  const none: [Resampled, Resampled] = [new Float64Array(1), new Float64Array(1)];
  const reference = { offline: scores[0] ?? none, production: scores[1] ?? none };
  const variants = tried.map(({ name, offline, production, models, losses, rows }, number) => {
    const [scored, served] = [scores[2 * number] ?? none, scores[2 * number + 1] ?? none];
    const bands = (of: [Resampled, Resampled]) =>
      Object.fromEntries(metrics.map((metric, i) => [metric, bandOf(of[i] ?? none[0])]));
    return {
      name,
      offline: bands(scored),
      production: bands(served),
      gap: bandOf(difference(scored[0], served[0])),
      overReference:
        number === 0
          ? null
          : {
              offline: bandOf(difference(scored[0], reference.offline[0])),
              production: bandOf(difference(served[0], reference.production[0])),
            },
      calibration: { offline: calibrationOf(offline), production: calibrationOf(production) },
      coefficients: coefficientsOf(inputs, models),
      reliance: relianceOf(inputs, losses),
      rows,
    };
  });
  const times = takeTimes(data.spine.index.times(data.spine.eventTime), data.order);
  const timeAt = (i: number) => BigInt(times[i] ?? 0);
  const chance = task === "class" ? 0.5 : 0;
  return {
    request,
    label,
    task,
    positive,
    metrics,
    ...rest,
    entities: experiment.entities,
    bands: experiment.bands,
    baseRate: values.reduce((sum, value) => sum + value, 0) / values.length,
    splits: origins.map(({ testFrom, testTo }, i) => ({
      trainBeforeUs: timeAt(testFrom) - (data.view.labelHorizonUs ?? 0n),
      testFromUs: timeAt(testFrom),
      testLastUs: timeAt(testTo - 1),
      ...(tried[0]?.counts[i] ?? { trained: 0, tested: 0 }),
    })),
    variants,
    noSignal: !(bandOf(reference.production[0]).low > chance),
  };
}

/**
 * Every input's weight, mean over the origins, 0 where one had no such column; the greatest first, ties in the table's order.
 * Inputs are the same where they were so in each origin.
 */
function coefficientsOf(inputs: readonly Input[], models: TriedVariant["models"]): Coefficient[] {
  interface Sum {
    readonly input: number;
    readonly of: Coefficient["of"];
    sum: number;
    /** Per origin the column that it is the same as, −1 where it has none. */
    readonly same: number[];
  }
  const sums = new Map<string, Sum>();
  for (const [origin, { columns, model, sameAs }] of models.entries()) {
    columns.forEach(({ input, of }, i) => {
      const key = JSON.stringify([input, of]);
      const known = sums.get(key) ?? { input, of, sum: 0, same: models.map(() => -1) };
      known.sum += model.weights[i] ?? 0;
      known.same[origin] = sameAs[i] ?? i;
      sums.set(key, known);
    });
  }
  const groups = new Map<string, number>();
  const groupOf = (same: readonly number[]) => {
    const key = same.join();
    const group = groups.get(key) ?? groups.size;
    groups.set(key, group);
    return group;
  };
  return [...sums.values()]
    .flatMap(({ input, of, sum, same }) => {
      const source = inputs[input];
      if (source === undefined) return [];
      const { feature, join, column } = source;
      return [{ feature, join, column, of, weight: sum / models.length, sameAs: groupOf(same) }];
    })
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

/** What each feature is worth, the greatest offline first. */
function relianceOf(inputs: readonly Input[], losses: TriedVariant["losses"]): Reliance[] {
  return losses
    .map(({ inputs: hidden, ...lost }) => ({
      features: hidden.flatMap((input) => inputs[input]?.feature ?? []),
      ...lost,
    }))
    .sort((a, b) => b.offline - a.offline);
}
