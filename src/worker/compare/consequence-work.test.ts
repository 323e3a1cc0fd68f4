import "fake-indexeddb/auto";
import { beforeAll, expect, test } from "vitest";
import type { ModelRequest } from "../../compare/model/model-results";
import type { FeatureStore } from "../../microfs";
import { openFresh } from "../../microfs/testing/open-fresh";
import type { Edit } from "../../scenario/edits/edit";
import { StoreApi } from "../store-api";
import type { CompareProgress } from "./compare-results";

const HOUR = 3_600_000;
const REQUEST: ModelRequest = { label: null, features: null, folds: 1, seed: 1 };

let store: FeatureStore;
let api: StoreApi;

/** 200 spine rows an hour apart; the fact before each says nothing, the fact after it gives the outcome away. */
beforeAll(async () => {
  store = await openFresh();
  const group = { primaryKeys: ["user"], eventTime: "t" };
  await store.createFeatureGroup({
    ...group,
    name: "asks",
    schema: { user: "int64", outcome: "bool", t: "timestamp" },
  });
  await store.createFeatureGroup({
    ...group,
    name: "facts",
    schema: { user: "int64", fact: "float64", t: "timestamp" },
  });
  const rows = Array.from({ length: 200 }, (_, row) => ({ row, outcome: (row * row) % 7 < 3 }));
  await store.insert(
    "asks",
    rows.map(({ row, outcome }) => ({ user: row % 20, outcome, t: row * HOUR })),
  );
  await store.insert(
    "facts",
    rows.flatMap(({ row, outcome }) => [
      { user: row % 20, fact: (row * 31) % 17, t: row * HOUR - 60_000 },
      { user: row % 20, fact: Number(outcome) * 9, t: row * HOUR + 60_000 },
    ]),
  );
  await store.createFeatureView({
    name: "view",
    labelFg: "asks",
    label: "outcome",
    joins: [{ fgName: "facts", on: ["user"] }],
  });
  api = new StoreApi(store);
});

async function ask(edits: readonly Edit[] = [], request = REQUEST, signal = new AbortController().signal) {
  const told: CompareProgress[] = [];
  const question = { kind: "consequence", request } as const;
  const answer = await api.compare("view", edits, question, (progress) => told.push(progress), signal);
  if (answer.kind !== "consequence") throw new Error(`asked for a consequence: ${answer.kind}`);
  return { result: answer.result, told };
}

test("every variant of the view is answered, with how far it is in between", async () => {
  const { result, told } = await ask();
  expect(result).toMatchObject({
    label: "outcome",
    variants: ["own", "strict", "nearest", "forward", "latest", "calendar_date", "ordinary"].map((name) => ({
      name,
    })),
  });
  expect(told.length).toBeGreaterThan(10);
  expect(told.length).toBeLessThanOrEqual(101 + 8);
  expect(new Set(told.map(({ variant }) => variant)).size).toBe(8);
});

test("it survives the way to the page", async () => {
  const { result } = await ask();
  expect(structuredClone(result)).toEqual(result);
});

test("the same question again is not worked on again; another is", async () => {
  const first = await ask([], { ...REQUEST, seed: 5 });
  const again = await ask([], { ...REQUEST, seed: 5 });
  expect(again.result).toBe(first.result);
  expect(again.told).toEqual([]);
  const other = await ask([], { ...REQUEST, seed: 6 });
  expect(other.result).not.toEqual(first.result);
});

test("edits count: a view whose own join is made forward has a gap of its own", async () => {
  const forward: Edit = { kind: "rule", join: 0, direction: "forward" };
  const { result } = await ask([forward]);
  const own = "variants" in result ? result.variants[0] : undefined;
  expect(own?.offline.auc?.value).toBe(1);
  expect(own?.gap.low).toBeGreaterThan(0.1);
});

test("a cancel ends it", async () => {
  const controller = new AbortController();
  const asked = ask([], { ...REQUEST, seed: 99 }, controller.signal);
  controller.abort(new DOMException("enough", "AbortError"));
  await expect(asked).rejects.toThrow("enough");
});
