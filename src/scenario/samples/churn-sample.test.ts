import type { FeatureStore, TrainingSet } from "../../microfs";
import { Reason } from "../../microfs/core";
import "fake-indexeddb/auto";
import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { GeneratedColumn } from "../generated-columns";
import { columnOf } from "../testing/column-of";
import { leakExperiment } from "../testing/leak-experiment";
import { loadScenario } from "../testing/load-scenario";
import { generateChurn } from "./churn/generate-churn";
import { CHURN_SAMPLE, CHURN_SEED } from "./churn-sample";

const HOUR_US = 3_600_000_000n;
const histories = generateChurn(CHURN_SEED);

/** All that a column holds, in bytes, nulls included. */
function bytesOf(column: GeneratedColumn): Uint8Array[] {
  const values = column.type === "string" ? column.codes : column.values;
  const texts = column.type === "string" ? [Buffer.from(JSON.stringify(column.dictionary))] : [];
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return [bytes, ...texts, column.valid ?? new Uint8Array()];
}

test("the same seed gives the same bytes, on every platform and for ever", () => {
  const hash = createHash("sha256");
  for (const [group, { columns }] of Object.entries(generateChurn(CHURN_SEED))) {
    for (const [name, column] of columns) {
      hash.update(`${group}.${name}`);
      for (const bytes of bytesOf(column)) hash.update(bytes);
    }
  }
  expect(hash.digest("hex")).toBe("8506481b029debcad5d0b47a3cd9e40a03c391f8341165efe349275c2b8eb48a");
});

test("another seed gives other subscribers", () => {
  expect(generateChurn(CHURN_SEED + 1).payments).not.toEqual(histories.payments);
});

test("it has tens of thousands of rows, in the order in which they became known", () => {
  const counts = Object.entries(histories).map(([name, { numRows }]) => [name, numRows]);
  expect(Object.fromEntries(counts)).toEqual({
    predictions: 6_013,
    payments: 7_426,
    support_tickets: 1_542,
    usage: 28_442,
    plan_changes: 2_466,
  });
  for (const [history, time] of [
    [histories.predictions, "predicted_at"],
    [histories.payments, "recorded_at"],
    [histories.support_tickets, "opened_at"],
    [histories.usage, "counted_at"],
    [histories.plan_changes, "changed_at"],
  ] as const) {
    const { values } = columnOf(history, time, "timestamp");
    expect(values).toEqual(values.toSorted());
    expect(values[0]).toBeGreaterThanOrEqual(BigInt(Date.UTC(2025, 0)) * 1000n);
    expect(values.at(-1)).toBeLessThan(BigInt(Date.UTC(2026, 0)) * 1000n);
  }
});

test("no payment is recorded before it is made, at least one in twenty hours to days later, and some are corrected", () => {
  const users = columnOf(histories.payments, "user_id", "int64").values;
  const paid = columnOf(histories.payments, "paid_at", "timestamp").values;
  const recorded = columnOf(histories.payments, "recorded_at", "timestamp").values;
  const amounts = columnOf(histories.payments, "amount", "float64");
  const delays = Array.from(paid, (time, row) => (recorded[row] ?? 0n) - time);
  expect(delays.every((delay) => delay > 0n)).toBe(true);

  const firstOf = new Map<string, number>();
  const late: bigint[] = [];
  let corrections = 0;
  delays.forEach((delay, row) => {
    const key = `${users[row]} ${paid[row]}`;
    const first = firstOf.get(key);
    if (first === undefined) {
      firstOf.set(key, row);
      if (delay > HOUR_US) late.push(delay);
    } else {
      const isNull = amounts.valid?.[row] === 0;
      if (isNull || amounts.values[row] !== amounts.values[first]) corrections++;
    }
  });
  // Corrections are late by nature; these shares leave them out.
  expect(late.length / firstOf.size).toBeGreaterThan(0.05);
  expect(late.some((delay) => delay > 5n * 24n * HOUR_US)).toBe(true);
  expect(corrections).toBeGreaterThan(500);
});

test("there are nulls in amounts, satisfaction, minutes, plans and the spine's account", () => {
  const withNulls = Object.entries(histories).flatMap(([group, { columns }]) =>
    [...columns].filter(([, column]) => column.valid?.includes(0)).map(([name]) => `${group}.${name}`),
  );
  expect(withNulls).toEqual([
    "predictions.account_id",
    "payments.amount",
    "support_tickets.satisfaction",
    "usage.minutes_7d",
    "plan_changes.plan",
    "plan_changes.monthly_price",
    "plan_changes.discount_pct",
  ]);
});

test("account ids cannot be told apart as doubles", () => {
  const ids = columnOf(histories.plan_changes, "account_id", "int64").values;
  expect(new Set(Array.from(ids, Number)).size).toBeLessThan(new Set(ids).size);
});

let store: FeatureStore;
let training: TrainingSet;

beforeAll(async () => {
  const loaded = await loadScenario(CHURN_SAMPLE, "churn-sample");
  for (const report of loaded.reports.values()) {
    expect(report).toMatchObject({ duplicates: 0, rejected: [] });
  }
  store = loaded.store;
  training = await store.getTrainingData(CHURN_SAMPLE.view.name);
});

test("the store takes every row, and the training table has every reason of a backward join", () => {
  const codes = new Set(training.joins.flatMap((join) => [...join.reason]));
  const { wrong_side: ofOtherDirections, ...backward } = Reason;
  expect([...codes].sort()).toEqual(Object.values(backward).sort());
  expect(codes).not.toContain(ofOtherDirections);
});

test("joined as of the prediction nothing leaks", () => {
  for (const join of training.joins) expect(join.leak.includes(1)).toBe(false);
});

test("it opens where somebody who is about to leave has paid, and the refund is not yet known", async () => {
  const start = CHURN_SAMPLE.start;
  const row = training.spineIndex.indexOf(start?.row ?? -1);
  expect(training.table.getChild("churned")?.get(row)).toBe(true);
  const joins = await store.explain(CHURN_SAMPLE.view.name, row);
  const seen = joins.map(({ fgName, candidates }) => [
    fgName,
    ...new Set(candidates.map(({ verdict }) => verdict)),
  ]);
  expect(seen).toEqual([
    ["payments", "expired", "superseded", "chosen", "not_yet_known"],
    ["support_tickets", "chosen", "future"],
    ["usage", "expired", "chosen", "not_yet_known", "future"],
    ["plan_changes", "chosen", "future"],
  ]);
  const refund = joins[0]?.candidates.find(({ verdict }) => verdict === "not_yet_known");
  const status = store.featureGroups.get("payments")?.table.getChild("status");
  expect(status?.get(refund?.row ?? -1)).toBe("refunded");
});

test("a wrong join gains offline and loses in production", () => {
  const honest = leakExperiment(CHURN_SAMPLE, histories, {});
  const eventTime = leakExperiment(CHURN_SAMPLE, histories, { asOf: "event_time" });
  const nearest = leakExperiment(CHURN_SAMPLE, histories, { direction: "nearest" });
  const latest = leakExperiment(CHURN_SAMPLE, histories, { direction: "latest" });

  expect(honest.production).toBe(honest.offline);
  expect(honest.production).toBeGreaterThan(0.68);

  expect(eventTime.offline).toBeGreaterThan(honest.offline + 0.08);
  expect(eventTime.production).toBeLessThan(honest.production - 0.005);
  for (const leaked of [nearest, latest]) {
    expect(leaked.offline).toBeGreaterThan(honest.offline + 0.2);
    expect(leaked.production).toBeLessThan(honest.production - 0.1);
  }
});
