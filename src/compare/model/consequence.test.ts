import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import type { FeatureViewDefinition } from "../../microfs";
import { seededRandom } from "../../scenario/random";
import type { ComparedView } from "../compared-view";
import { toEnd } from "../testing/to-end";
import { variantsOf } from "../variant";
import { consequence } from "./consequence";
import type { ModelProgress } from "./experiment";
import type { Consequence, ModelProblem, ModelRequest } from "./model-results";
import { comparedStore, type StoredGroup } from "./testing/compared-store";

const REQUEST: ModelRequest = { label: null, features: null, folds: 2, seed: 1 };
const HOUR = 3_600_000;

/** What a spine row's outcome was, and what each feature row says of it. */
interface Story {
  readonly rows?: number;
  readonly users?: number;
  readonly label?: (row: number, chance: () => number) => unknown;
  readonly labelType?: "bool" | "int64" | "float64" | "string";
  /** What is known before the moment, and what becomes known after it: of the outcome as a number. */
  readonly before?: (outcome: number, chance: () => number) => unknown;
  readonly after?: (outcome: number, chance: () => number) => unknown;
  readonly view?: Partial<FeatureViewDefinition>;
}

/** Spine rows an hour apart, of the users in turn; a feature row a minute before each, and one a minute after. */
function told(story: Story): Promise<ComparedView> {
  const { rows = 400, users = 40, label = (_row, chance) => chance() < 0.4, labelType = "bool" } = story;
  const { next } = seededRandom(5);
  const spine: Record<string, unknown>[] = [];
  const facts: Record<string, unknown>[] = [];
  for (let row = 0; row < rows; row++) {
    const outcome = label(row, next);
    const user = row % users;
    spine.push({ user, outcome, t: row * HOUR });
    facts.push({ user, fact: story.before?.(Number(outcome), next) ?? next(), t: row * HOUR - 60_000 });
    if (story.after !== undefined)
      facts.push({ user, fact: story.after(Number(outcome), next), t: row * HOUR + 60_000 });
  }
  const groups: StoredGroup[] = [
    {
      name: "spine",
      schema: { user: "int64", outcome: labelType, t: "timestamp" },
      primaryKeys: ["user"],
      eventTime: "t",
      rows: spine,
    },
    {
      name: "facts",
      schema: { user: "int64", fact: "float64", t: "timestamp" },
      primaryKeys: ["user"],
      eventTime: "t",
      rows: facts,
    },
  ];
  return comparedStore(groups, {
    name: "view",
    labelFg: "spine",
    label: "outcome",
    joins: [{ fgName: "facts", on: ["user"] }],
    ...story.view,
  });
}

function ask(data: ComparedView, request: Partial<ModelRequest> = {}): Consequence | ModelProblem {
  const variants = variantsOf(data.joins.map(({ join }) => join.rule));
  return toEnd(consequence(data, variants, { ...REQUEST, ...request }));
}

function learned(data: ComparedView, request: Partial<ModelRequest> = {}): Consequence {
  const result = ask(data, request);
  if ("kind" in result) throw new Error(`there must be something to learn: ${result.kind}`);
  return result;
}

const variantOf = ({ variants }: Consequence, name: string) => {
  const found = variants.find((variant) => variant.name === name);
  if (found === undefined) throw new RangeError(`there must be a variant ${name}`);
  return found;
};

const noisy = (outcome: number, chance: () => number) => outcome + 3 * chance();
const blind = (_outcome: number, chance: () => number) => chance();
const telling = (outcome: number, chance: () => number) => outcome + 0.5 * chance();

test("a fact that comes after the outcome makes a join that takes it shine offline, and in production it is gone", async () => {
  const result = learned(await told({ before: noisy, after: telling }));
  const { offline, production, gap, overReference } = variantOf(result, "forward");
  expect(offline.auc?.value).toBe(1);
  expect(production.auc?.value).toBeLessThan(0.8);
  expect(gap.value).toBeCloseTo((offline.auc?.value ?? 0) - (production.auc?.value ?? 0), 12);
  expect(gap.low).toBeGreaterThan(0.1);
  expect(overReference?.offline.low).toBeGreaterThan(0.1);
  expect(result.noSignal).toBe(false);
});

test("a leak that says nothing of the outcome does no harm, and that is what is found", async () => {
  const result = learned(await told({ before: noisy, after: noisy }));
  const { gap } = variantOf(result, "forward");
  expect(gap.low).toBeLessThan(0);
  expect(gap.high).toBeGreaterThan(0);
});

test("with nothing to be learned, it says so", async () => {
  const result = learned(await told({ before: blind, after: blind }));
  expect(result.noSignal).toBe(true);
});

test("a number is predicted as such: R² and the mean absolute error", async () => {
  const result = learned(
    await told({
      labelType: "float64",
      label: (_row, chance) => chance() * 10,
      before: noisy,
      after: (outcome, chance) => outcome + 0.1 * chance(),
    }),
  );
  expect(result).toMatchObject({ task: "number", positive: null, metrics: ["r2", "mae"] });
  const own = variantOf(result, "own");
  expect(own.offline.r2?.value).toBeGreaterThan(0.7);
  expect(own.calibration).toEqual({ offline: [], production: [] });
  expect(variantOf(result, "forward").offline.mae?.value).toBeLessThan(0.1);
  expect(variantOf(result, "forward").gap.low).toBeGreaterThan(0);
});

test("the same question has the same answer; another seed draws other bands about the same scores", async () => {
  const data = await told({ before: noisy, after: telling });
  const [one, again, other] = [learned(data), learned(data), learned(data, { seed: 2 })];
  expect(again).toEqual(one);
  const auc = (result: Consequence) => variantOf(result, "own").production.auc;
  expect(auc(other)?.value).toBe(auc(one)?.value);
  expect(auc(other)?.low).not.toBe(auc(one)?.low);
});

test("the later half is cut into blocks, and a label is not learned from before it was known", async () => {
  const data = await told({ view: { labelHorizon: "10h" } });
  const { splits, spineRows, entities } = learned(data);
  // The label of an hour is known ten hours after: at hour 200 those of hours 0 to 190 are.
  expect(splits.map(({ trained, tested }) => [trained, tested])).toEqual([
    [191, 100],
    [291, 100],
  ]);
  const hours = (us: bigint | undefined) => Number(us) / 1000 / HOUR;
  expect(splits.map(({ trainBeforeUs, testFromUs }) => [hours(trainBeforeUs), hours(testFromUs)])).toEqual([
    [190, 200],
    [290, 300],
  ]);
  expect(splits.map(({ testLastUs }) => hours(testLastUs))).toEqual([299, 399]);
  expect({ spineRows, entities }).toEqual({ spineRows: { used: 400, of: 400 }, entities: 40 });
});

test("an ordinary join has every fact, and one row of its table for each", async () => {
  const result = learned(await told({ before: noisy }));
  // 40 entities, each with 10 spine rows and 10 facts.
  expect(variantOf(result, "ordinary").rows).toEqual({ used: 4000, of: 4000 });
});

test("what cannot be learned is said, and nothing is drawn", async () => {
  expect(ask(await told({ view: { label: undefined } }))).toEqual({ kind: "no_label" });
  expect(ask(await told({}), { label: "gone" })).toEqual({ kind: "no_label" });
  expect(ask(await told({ rows: 60 }))).toEqual({ kind: "too_few_rows", rows: 60, needed: 100 });
  expect(ask(await told({ view: { labelHorizon: "400h" } }))).toEqual({
    kind: "too_few_rows",
    rows: 0,
    needed: 50,
  });
  expect(ask(await told({ label: () => true }))).toEqual({
    kind: "one_class",
    label: "outcome",
    value: "true",
  });
  // Both classes are there, but only before anything is tried.
  expect(ask(await told({ label: (row) => row < 40 }))).toEqual({
    kind: "one_class",
    label: "outcome",
    value: "false",
  });
  const flat = await told({ labelType: "float64", label: (row) => Math.min(row, 150) });
  expect(ask(flat)).toEqual({ kind: "one_class", label: "outcome", value: "150" });
  const texts = await told({ labelType: "string", label: (row) => "abc"[row % 3] });
  expect(ask(texts)).toEqual({ kind: "label_cannot_be_predicted", label: "outcome", values: 3 });
  expect(ask(await told({}), { features: ["user"] })).toEqual({ kind: "no_features" });
  expect(ask(await told({}), { features: ["fact", "fcat", "outcome "] })).toEqual({
    kind: "unknown_features",
    features: ["fcat", "outcome "],
  });
  expect(ask(await told({ before: () => 1, after: () => 1 }))).toEqual({ kind: "no_features" });
});

test("keys, times and what is to be predicted are no features, and it says why", async () => {
  const data = await told({ before: noisy });
  const { features, leftOut } = learned(data, {
    features: ["user", "outcome", "t", "fact"],
  });
  expect(features).toEqual(["fact"]);
  expect(leftOut).toEqual([
    { feature: "user", reason: "is_key" },
    { feature: "outcome", reason: "is_label" },
    { feature: "t", reason: "time" },
  ]);
});

test("of two values the one that says yes counts as 1, else the rarer", async () => {
  const positiveOf = async (labelType: Story["labelType"], label: Story["label"]) =>
    learned(await told({ labelType, label })).positive;
  expect(await positiveOf("string", (row) => (row % 3 === 0 ? "no" : "Yes"))).toBe("Yes");
  expect(await positiveOf("string", (row) => (row % 3 === 0 ? "late" : "on time"))).toBe("late");
  expect(await positiveOf("string", (row) => (row % 2 === 0 ? "a" : "b"))).toBe("b");
  expect(await positiveOf("int64", (row) => (row % 3 === 0 ? 0 : 1))).toBe("1");
  expect(await positiveOf("int64", (row) => (row % 3 === 0 ? 7 : 9))).toBe("7");
});

test("it pauses often, and says how far it is", async () => {
  const data = await told({ before: noisy, after: telling });
  const variants = variantsOf(data.joins.map(({ join }) => join.rule));
  const work = consequence(data, variants, REQUEST);
  const seen: ModelProgress[] = [];
  for (let step = work.next(); step.done !== true; step = work.next()) seen.push(step.value);
  expect(seen.map(({ done }) => done)).toEqual(seen.map(({ done }) => done).toSorted((a, b) => a - b));
  expect(new Set(seen.map(({ variant }) => variant))).toEqual(
    new Set([...variants.map(({ name }) => name), null]),
  );
  expect(seen.every(({ done, total }) => done <= total)).toBe(true);
  expect(seen.length).toBeGreaterThan(200);
});

test("bands come of entities; of one or two it would be none, and so their time is cut into stretches", async () => {
  expect(learned(await told({ before: noisy })).bands).toEqual({ by: "entities", count: 40 });
  const one = learned(await told({ users: 1, before: noisy }));
  expect(one.entities).toBe(1);
  expect(one.bands).toEqual({ by: "stretches", count: 40 });
  const { low, value, high } = variantOf(one, "own").production.auc ?? { low: 0, value: 0, high: 0 };
  expect(high - value).toBeGreaterThan(0.01);
  expect(value - low).toBeGreaterThan(0.01);
});

test("fewer origins than were asked for are made where more cannot be, and which numbers can be is said", async () => {
  // Ten parts of the later 200 rows have 20 each, as many as are needed.
  expect(learned(await told({ before: noisy }), { folds: 3 }).origins).toEqual({
    ...{ asked: 3, cut: 3, possible: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] },
  });
  // Of 110 rows two parts of 27 and 28 can be tried, three of 18 not: two are made of ten.
  const small = learned(await told({ rows: 110, before: noisy }), { folds: 10 });
  expect(small.origins).toEqual({ asked: 10, cut: 10, possible: [1, 2] });
  expect(small.splits.map(({ tested }) => tested)).toEqual([28, 27]);
});

test("a feature is worth what the model loses without it", async () => {
  const some = (outcome: number, chance: () => number) => (chance() < 0.3 ? null : noisy(outcome, chance));
  const { reliance, offline, production } = variantOf(learned(await told({ before: some })), "own");
  expect(reliance.map(({ features }) => features)).toEqual([["fact"]]);
  // Without its only feature a model says the same of all rows: its AUC is one half.
  expect(reliance[0]?.offline).toBeCloseTo((offline.auc?.value ?? 0) - 0.5, 12);
  expect(reliance[0]?.production).toBeCloseTo((production.auc?.value ?? 0) - 0.5, 12);
});
