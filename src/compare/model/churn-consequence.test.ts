import "fake-indexeddb/auto";
import { beforeAll, expect, test } from "vitest";
import { CHURN_SAMPLE } from "../../scenario/samples/churn-sample";
import { loadScenario } from "../../scenario/testing/load-scenario";
import type { VariantName } from "../../terms/variants";
import { toEnd } from "../testing/to-end";
import { viewVariant } from "../variant";
import { consequence } from "./consequence";
import type { Consequence, VariantModel } from "./model-results";
import { comparedOf } from "./testing/compared-store";

const NAMES: readonly VariantName[] = ["own", "event_time", "no_delay", "latest", "ordinary"];

let result: Consequence;

beforeAll(async () => {
  const { store } = await loadScenario(CHURN_SAMPLE, "churn-consequence");
  const data = await comparedOf(store, CHURN_SAMPLE.view.name);
  const rules = data.joins.map(({ join }) => join.rule);
  const variants = NAMES.map((name) => viewVariant(name, rules));
  const found = toEnd(consequence(data, variants, { label: null, features: null, folds: 3, seed: 7 }));
  if ("kind" in found) throw new Error(`there must be something to learn: ${found.kind}`);
  result = found;
}, 60_000);

function modelOf(name: VariantName): VariantModel {
  const model = result.variants.find((variant) => variant.name === name);
  if (model === undefined) throw new RangeError(`there must be a variant ${name}`);
  return model;
}

test("the largest table is tried on a sample", () => {
  expect(modelOf("own").rows).toEqual({ used: 6_013, of: 6_013 });
  expect(modelOf("ordinary").rows).toEqual({ used: 20_000, of: 4_103_495 });
  expect(result).toMatchObject({ label: "churned", task: "class", positive: "true", noSignal: false });
});

test("the view's own join promises what it keeps", () => {
  const { offline, production, gap } = modelOf("own");
  expect(production).toEqual(offline);
  expect(gap).toEqual({ value: 0, low: 0, high: 0 });
});

test("latest gains at least 0.10 offline, and in production it is no better than the view's own", () => {
  const { overReference } = modelOf("latest");
  expect(overReference?.offline.low).toBeGreaterThan(0.1);
  expect(overReference?.production.low).toBeLessThan(0);
  expect(overReference?.production.high).toBeLessThan(0);
});

test("what was refunded later helps by the clock of event times, and is missed in production", () => {
  const { overReference, gap } = modelOf("event_time");
  expect(overReference?.offline.low).toBeGreaterThan(0.05);
  expect(gap.low).toBeGreaterThan(0.05);
  expect(overReference?.production.low).toBeLessThan(0);
});

test("a wrong join need not do harm: leaving out the delay gains nothing here, and loses nothing", () => {
  const { overReference } = modelOf("no_delay");
  expect(overReference?.offline.low).toBeLessThan(0);
  expect(overReference?.offline.high).toBeGreaterThan(0);
  expect(Math.abs(overReference?.production.value ?? 1)).toBeLessThan(0.01);
});

test("the model that leaks leans on the plan that ends with the subscription", () => {
  const [first] = modelOf("latest").coefficients;
  expect(first).toMatchObject({ of: { kind: "missing" }, join: 3 });
  expect(["plan", "monthly_price"]).toContain(first?.column);
});

test("features that are missing together are one input, and are blanked together", () => {
  const { coefficients, reliance, offline } = modelOf("latest");
  const missing = (column: string) =>
    coefficients.find((one) => one.column === column && one.of.kind === "missing")?.sameAs;
  expect(missing("plan")).toBe(missing("monthly_price"));
  expect(missing("plan")).not.toBe(missing("discount_pct"));
  const [most] = reliance;
  expect(most?.features).toEqual(["plan", "monthly_price"]);
  expect(most?.offline).toBeGreaterThan(0.05);
  expect(most?.offline).toBeLessThan(offline.auc?.value ?? 0);
});
