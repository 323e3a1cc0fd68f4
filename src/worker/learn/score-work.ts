import type { ComparedView } from "../../compare/compared-view";
import { tablesConsequence } from "../../compare/model/consequence";
import {
  type Band,
  type Consequence,
  type ModelProblem,
  type ModelRequest,
  NULL_TREATMENTS,
  type TableName,
} from "../../compare/model/model-results";
import { type ModelTable, nullTreatmentTable, variantModelTable } from "../../compare/model/model-table";
import { randomSplit } from "../../compare/model/random-split";
import { scenarioView } from "../../compare/scenario-view";
import { viewVariant } from "../../compare/variant";
import { asofJoin, joinCells, NO_MATCH } from "../../microfs/core";
import type { Scenario } from "../../scenario/scenario";
import type { VariantName } from "../../terms/variants";
import { inPieces } from "../in-pieces";
import type { ScoreAnswer, ScoreProgress, ScoreQuestion, SplitScore, TableScore } from "./score-results";

const REQUEST: ModelRequest = { label: null, features: null, folds: 3, seed: 1 };

/** Every message to the page costs more than a step: one a hundredth is enough. */
const MOST_REPORTS = 100;

/**
 * Answers a lesson's question, in pieces between which a cancel arrives. The same question has the same answer.
 *
 * @throws what `signal` was aborted with; RangeError where the scenario's rows are not generated.
 */
export function answerScore(
  question: ScoreQuestion,
  onProgress: (progress: ScoreProgress) => void,
  signal: AbortSignal,
): Promise<ScoreAnswer> {
  return inPieces(reported(scored(question), onProgress), signal);
}

/** Yields which share is done. */
type Work<Result> = Generator<number, Result>;

function* scored(question: ScoreQuestion): Work<ScoreAnswer> {
  yield 0;
  if (question.kind === "splits") return yield* splitsOf(question.scenario, question.seeds);
  const data = scenarioView(question.scenario);
  yield 0;
  switch (question.kind) {
    case "joins": {
      const tables = question.variants.map((name) => tableOf(data, name));
      return yield* tablesOf(data, tables, REQUEST);
    }
    case "nulls":
      return yield* tablesOf(data, NULL_TREATMENTS.map(nullTreatmentTable), REQUEST);
    case "features": {
      const request = { ...REQUEST, features: featuresOf(data, question.joins) };
      return yield* tablesOf(data, [tableOf(data, "own")], request);
    }
  }
}

function* tablesOf<Name extends TableName>(
  data: ComparedView,
  tables: readonly ModelTable<Name>[],
  request: ModelRequest,
): Work<ScoreAnswer> {
  const result = yield* modelsOf(data, tables, request);
  if ("kind" in result) return { kind: "problem", problem: result };
  const { entities, spineRows, variants } = result;
  const scores = variants.map(
    ({ name, offline, production, gap, overReference, rows }): TableScore => ({
      name,
      offline: bandOf(offline.auc),
      production: bandOf(production.auc),
      gap,
      overFirst: overReference,
      rows: rows.used,
    }),
  );
  return { kind: "tables", scores, entities, rows: spineRows.used, empty: emptyCells(data) };
}

function* modelsOf<Name extends TableName>(
  data: ComparedView,
  tables: readonly ModelTable<Name>[],
  request: ModelRequest,
): Work<Consequence<Name> | ModelProblem> {
  const models = tablesConsequence(data, tables, request);
  for (let step = models.next(); ; step = models.next()) {
    if (step.done === true) return step.value;
    yield step.value.done / step.value.total;
  }
}

/** The view with all of its joins for the first seed alone, and for every seed with those that leak nothing. */
function* splitsOf(scenario: Scenario, seeds: readonly number[]): Work<ScoreAnswer> {
  const asked = [
    ...seeds.map((seed) => ({ seed, hasLeaks: false })),
    ...seeds.slice(0, 1).map((seed) => ({ seed, hasLeaks: true })),
  ];
  const scores: SplitScore[] = [];
  for (const [number, { seed, hasLeaks }] of asked.entries()) {
    const work = splitOf(scenarioView(withSeed(scenario, seed)), hasLeaks);
    let step = work.next();
    for (; step.done !== true; step = work.next()) yield (number + step.value) / asked.length;
    if ("kind" in step.value) return { kind: "problem", problem: step.value };
    scores.push({ seed, hasLeaks, ...step.value });
  }
  return { kind: "splits", scores };
}

function* splitOf(
  data: ComparedView,
  hasLeaks: boolean,
): Work<Omit<SplitScore, "seed" | "hasLeaks"> | ModelProblem> {
  const joins = data.joins.flatMap(({ number }) => (hasLeaks || !leaks(data, number) ? [number] : []));
  const request = { ...REQUEST, features: featuresOf(data, joins) };
  const models = modelsOf(data, [tableOf(data, "own")], request);
  let step = models.next();
  for (; step.done !== true; step = models.next()) yield step.value / 4;
  const result = step.value;
  if ("kind" in result) return result;
  const halves = randomSplit(data, request);
  let half = halves.next();
  for (; half.done !== true; half = halves.next()) yield (1 + (3 * half.value.done) / half.value.total) / 4;
  if ("kind" in half.value) return half.value;
  const [model] = result.variants;
  return {
    byTime: bandOf(model?.offline.auc),
    production: bandOf(model?.production.auc),
    atRandom: half.value,
  };
}

/** The table of the view as one variant joins it. */
function tableOf({ joins }: ComparedView, variant: VariantName): ModelTable<VariantName> {
  const rules = joins.map(({ join }) => join.rule);
  return variantModelTable(viewVariant(variant, rules));
}

function withSeed(scenario: Scenario, seed: number): Scenario {
  const groups = scenario.groups.map((group) =>
    group.rows.kind === "generated" ? { ...group, rows: { ...group.rows, seed } } : group,
  );
  return { ...scenario, groups };
}

function featuresOf(data: ComparedView, joins: readonly number[]): string[] {
  return data.joins.flatMap(({ number, features }) =>
    joins.includes(number) ? features.map(({ name }) => name) : [],
  );
}

function leaks({ joins }: ComparedView, number: number): boolean {
  const found = joins[number];
  return found !== undefined && joinCells(found.sides, found.join.rule).leak.includes(1);
}

function emptyCells({ joins, order }: ComparedView): { cells: number; of: number } {
  const cells = joins.reduce((sum, { sides, join }) => {
    const { index } = asofJoin(sides.spine, sides.features, join.rule);
    return sum + index.filter((row) => row === NO_MATCH).length;
  }, 0);
  return { cells, of: joins.length * order.length };
}

function bandOf(band: Band | undefined): Band {
  if (band === undefined) throw new RangeError("a label of a lesson must be one of two values");
  return band;
}

/** The same work, which reports how far it is. */
function* reported<Result>(
  work: Work<Result>,
  onProgress: (progress: ScoreProgress) => void,
): Generator<void, Result> {
  let lastReported = -1;
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return step.value;
    const done = Math.floor(step.value * MOST_REPORTS);
    if (done > lastReported) onProgress({ done, total: MOST_REPORTS });
    lastReported = Math.max(lastReported, done);
    yield;
  }
}
