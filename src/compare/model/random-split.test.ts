import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { seededRandom } from "../../scenario/random";
import type { ComparedView } from "../compared-view";
import { toEnd } from "../testing/to-end";
import { randomSplit } from "./random-split";
import { comparedStore } from "./testing/compared-store";

const REQUEST = { label: null, features: null, folds: 1, seed: 1 };

/** 200 rows an hour apart, each with a fact a minute before it. */
function told(factOf: (left: boolean, chance: () => number) => number): Promise<ComparedView> {
  const { next } = seededRandom(3);
  const group = { primaryKeys: ["user"], eventTime: "t" };
  const rows = Array.from({ length: 200 }, (_, row) => ({ row, left: next() < 0.4 }));
  return comparedStore(
    [
      {
        ...group,
        name: "asks",
        schema: { user: "int64", left: "bool", t: "timestamp" },
        rows: rows.map(({ row, left }) => ({ user: row % 20, left, t: row * 3_600_000 })),
      },
      {
        ...group,
        name: "facts",
        schema: { user: "int64", fact: "float64", t: "timestamp" },
        rows: rows.map(({ row, left }) => ({
          user: row % 20,
          fact: factOf(left, next),
          t: row * 3_600_000 - 60_000,
        })),
      },
    ],
    { name: "view", labelFg: "asks", label: "left", joins: [{ fgName: "facts", on: ["user"] }] },
  );
}

test("a fact that tells the outcome apart is learned from any half; one that says nothing from none", async () => {
  const telling = toEnd(randomSplit(await told((left, chance) => Number(left) + chance() / 2), REQUEST));
  expect(telling).toEqual({ mean: 1, low: 1, high: 1 });
  const blind = toEnd(randomSplit(await told((_, chance) => chance()), REQUEST));
  if ("kind" in blind) throw new Error("there must be something to learn");
  expect(Math.abs(blind.mean - 0.5)).toBeLessThan(0.05);
  expect(blind.low).toBeLessThan(blind.mean);
  expect(blind.high).toBeGreaterThan(blind.mean);
});

test("the same request draws the same halves, another seed others", async () => {
  const data = await told((left, chance) => Number(left) + 3 * chance());
  const of = (seed: number) => toEnd(randomSplit(data, { ...REQUEST, seed }));
  expect(of(1)).toEqual(of(1));
  expect(of(2)).not.toEqual(of(1));
});

test("it says how far it is, and what cannot be learned", async () => {
  const data = await told((left) => Number(left));
  const far: number[] = [];
  const work = randomSplit(data, REQUEST);
  for (let step = work.next(); step.done !== true; step = work.next())
    far.push(step.value.done / step.value.total);
  expect(far).toEqual(far.toSorted((a, b) => a - b));
  expect(far.at(-1)).toBe(1);
  expect(toEnd(randomSplit(data, { ...REQUEST, label: "gone" }))).toEqual({ kind: "no_label" });
  expect(toEnd(randomSplit(data, { ...REQUEST, features: [] }))).toEqual({ kind: "no_features" });
});
