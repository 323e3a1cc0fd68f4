import "fake-indexeddb/auto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { comparedView } from "../../compare/compared-view";
import { variantsOf } from "../../compare/variant";
import type { FeatureStore } from "../../microfs";
import { joinCells } from "../../microfs/core";
import type { Edit } from "../../scenario/edits/edit";
import { CHURN_SAMPLE } from "../../scenario/samples/churn-sample";
import { loadScenario } from "../../scenario/testing/load-scenario";
import { planted } from "../../why-empty/testing/planted";
import { StoreApi } from "../store-api";
import type { CellsBehind, CompareAnswer, CompareQuestion, CompareSummary } from "./compare-results";

async function ask<Kind extends CompareQuestion["kind"]>(
  api: StoreApi,
  viewName: string,
  question: Extract<CompareQuestion, { kind: Kind }>,
  edits: readonly Edit[] = [],
) {
  const { signal } = new AbortController();
  const answer = await api.compare(viewName, edits, question, () => undefined, signal);
  return answer as Extract<CompareAnswer, { kind: Kind }>;
}

describe("the churn sample", () => {
  let store: FeatureStore;
  let api: StoreApi;
  let summary: CompareSummary;
  const view = CHURN_SAMPLE.view.name;
  beforeAll(async () => {
    ({ store } = await loadScenario(CHURN_SAMPLE, "compare of churn"));
    api = new StoreApi(store);
    summary = await ask(api, view, { kind: "summary" });
  });
  afterAll(() => api.close());

  const countsOf = (name: string) => {
    const counts = summary.variants.find((variant) => variant.name === name);
    if (counts === undefined) throw new RangeError(`${name} must be on the menu`);
    return counts;
  };

  test("an ordinary join makes 4 103 495 rows of 6 013", () => {
    expect(summary.spineRows).toBe(6_013);
    expect(countsOf("ordinary")).toMatchObject({ rows: 4_103_495, cells: 41_034_950 });
    expect(countsOf("calendar_date").rows).toBeLessThan(7_000);
  });

  test("of every variant that is a rule of the engine as many cells leak and are stale as the engine's vectors say", async () => {
    const data = comparedView(await store.checkedView(view), (name) => {
      const group = store.featureGroups.get(name);
      if (group === undefined) throw new RangeError(`there must be a group ${name}`);
      return group;
    });
    const rules = data.joins.map(({ join }) => join.rule);
    const expected = variantsOf(rules).flatMap(({ name, rules: changed }) => {
      const cells = data.joins.flatMap(({ sides, number, features }) => {
        const rule = changed[number];
        if (rule === null || rule === undefined) return [];
        const { leak, stale } = joinCells(sides, rule);
        const sum = (flags: Uint8Array) => flags.reduce((all, flag) => all + flag, 0);
        return features.map((feature) => ({ name: feature.name, leaked: sum(leak), stale: sum(stale) }));
      });
      return cells.length === 0 ? [] : [{ name, cells }];
    });
    const counted = summary.variants
      .filter(({ name }) => name !== "ordinary" && name !== "calendar_date")
      .map(({ name, features }) => ({
        name,
        cells: features.map((feature) => ({
          name: feature.name,
          leaked: feature.leaked,
          stale: feature.stale,
        })),
      }));
    expect(counted).toEqual(expected);
    expect(countsOf("latest").leaked).toBeGreaterThan(10_000);
  });

  test("the rows behind every number and every bar add up to it", async () => {
    const behind = async (cells: CellsBehind) =>
      (await ask(api, view, { kind: "behind", behind: cells, from: 0, to: 0 })).totalCells;
    for (const name of ["latest", "ordinary", "calendar_date"] as const) {
      const counts = countsOf(name);
      const all = { variant: name, feature: null, peekUs: null };
      for (const what of ["other", "leaked", "stale", "empty"] as const) {
        expect(await behind({ ...all, what })).toBe(counts[what]);
        const feature = counts.features[4];
        expect(await behind({ ...all, what, feature: feature?.name ?? "" })).toBe(feature?.[what]);
      }
      for (const [bin, count] of counts.peek.counts.entries()) {
        const [from = 0, to = 0] = counts.peek.edgesUs.slice(bin, bin + 2);
        expect(await behind({ ...all, what: "leaked", peekUs: { from, to } }), `${name}, ${from}`).toBe(
          count,
        );
      }
      const multiplied = { ...all, what: "multiplied" as const };
      expect((await ask(api, view, { kind: "behind", behind: multiplied, from: 0, to: 0 })).totalRows).toBe(
        counts.multipliedRows,
      );
    }
  });

  test("work that is cancelled stops, and answers the next time it is asked", async () => {
    const anew = new StoreApi(store);
    const cancel = new AbortController();
    cancel.abort();
    await expect(
      anew.compare(view, [], { kind: "summary" }, () => undefined, cancel.signal),
    ).rejects.toMatchObject({ name: "AbortError" });
    expect(await ask(anew, view, { kind: "summary" })).toEqual(summary);
  });
});

const HOUR_US = 3_600_000_000;

/** Two users. The second's rows come late, and are many on one day. */
const store = () =>
  planted({
    asks: [
      ["a", 30],
      ["b", 31],
      ["b", 60],
      [null, 61],
    ],
    usage: [
      ["a", 4, 7, 4],
      ["a", 40, 9, 50],
      ["b", 25, 7, 25],
      ["b", 26, null, 80],
      ["b", 62, 15, 62],
    ],
  });

test("behind a number stand its spine rows, the greatest peek first, with the first cell's value in both", async () => {
  const behind: CellsBehind = { variant: "latest", what: "leaked", feature: null, peekUs: null };
  const question = { kind: "behind", behind, from: 0, to: 10 } as const;
  const { totalRows, totalCells, rows } = await ask(new StoreApi(await store()), "view", question);
  expect({ totalRows, totalCells }).toEqual({ totalRows: 3, totalCells: 3 });
  expect(
    rows.map(({ spineRow, entity, own, value, peekUs }) => [spineRow, entity, own, value, peekUs]),
  ).toEqual([
    [1, ["b"], 7n, 15n, 31 * HOUR_US],
    [0, ["a"], 7n, 9n, 20 * HOUR_US],
    [2, ["b"], 7n, 15n, 2 * HOUR_US],
  ]);
});

test("differences are told by value, with the size of each, and by edited rows", async () => {
  const api = new StoreApi(await store());
  const question = { kind: "differences", above: "own", below: "ordinary", from: 0, to: 10 } as const;
  const before = await ask(api, "view", question);
  const shown = ({ rows }: typeof before) =>
    rows.map(({ spineRow, feature, before: own, after, size }) => [
      ...[spineRow, feature, own.values, own.leaks, after.rows, after.values, after.distinct, after.leaks],
      size,
    ]);
  expect(before).toMatchObject({ totalCells: 3, totalRows: 3, spineRows: 4, otherRowCells: 3 });
  // 7 7 7 7 7 7 9 15 15: the quartiles are 7 and 9.
  expect(shown(before)).toEqual([
    [1, "n", [7n], false, 3, [7n, null, 15n], 3, true, 4],
    [2, "n", [7n], false, 3, [7n, null, 15n], 3, true, 4],
    [0, "n", [7n], false, 2, [7n, 9n], 2, true, 1],
  ]);
  const edit: Edit = { kind: "set", group: "usage", row: 1, values: { n: "7" } };
  const edited = await ask(api, "view", question, [edit]);
  // Twice the same value is another cell than once.
  expect(shown(edited).at(-1)).toEqual([0, "n", [7n], false, 2, [7n], 1, true, 0]);
  const latest = await ask(api, "view", { ...question, below: "latest" }, [edit]);
  expect(latest).toMatchObject({ totalCells: 2, otherRowCells: 3 });
});

test("a row that leaks and holds what the view's own join writes too is told by when it happened", async () => {
  const api = new StoreApi(await store());
  const edit: Edit = { kind: "set", group: "usage", row: 1, values: { n: "7" } };
  const behind: CellsBehind = { variant: "latest", what: "leaked", feature: null, peekUs: null };
  const { rows } = await ask(api, "view", { kind: "behind", behind, from: 1, to: 2 }, [edit]);
  expect(rows).toMatchObject([{ spineRow: 0, own: 7n, value: 7n, isAhead: true }]);
});

test("what is multiplied is told by how often, the most first, beside both numbers of rows", async () => {
  const api = new StoreApi(await store());
  const behind: CellsBehind = { variant: "ordinary", what: "multiplied", feature: null, peekUs: null };
  const page = await ask(api, "view", { kind: "behind", behind, from: 0, to: 10 });
  expect(page).toMatchObject({ totalRows: 3, tableRows: 9, spineRows: 4 });
  expect(page.rows.map(({ spineRow, tableRows, rowsOfJoins }) => [spineRow, tableRows, rowsOfJoins])).toEqual(
    [
      [1, 3, [3]],
      [2, 3, [3]],
      [0, 2, [2]],
    ],
  );
});

test("rows of a variant's own table are those of the table written out, from the middle and from the end", async () => {
  const api = new StoreApi(await store());
  const rowsOf = async (from: number, to: number) => {
    const page = await ask(api, "view", { kind: "rows", variant: "ordinary", from, to });
    expect(page).toMatchObject({ totalRows: 9, spineRows: 4, features: ["n"], from });
    return page.rows.map(({ spineRow, entity, values, leaks }) => [spineRow, entity[0], values[0], leaks[0]]);
  };
  const table = [
    [0, "a", 7n, false],
    [0, "a", 9n, true],
    [1, "b", 7n, false],
    [1, "b", null, true],
    [1, "b", 15n, true],
    [2, "b", 7n, false],
    [2, "b", null, true],
    [2, "b", 15n, true],
    [3, null, null, false],
  ];
  expect(await rowsOf(0, 20)).toEqual(table);
  expect(await rowsOf(3, 6)).toEqual(table.slice(3, 6));
  expect(await rowsOf(8, 16)).toEqual(table.slice(8));
  expect(await rowsOf(9, 18)).toEqual([]);
});

test("the next difference is looked for on either side, and not around the ends", async () => {
  const api = new StoreApi(await store());
  const next = async (trainingRow: number, by: 1 | -1, below: "ordinary" | "strict" = "ordinary") =>
    (await ask(api, "view", { kind: "next", above: "own", below, trainingRow, by })).trainingRow;
  expect(await next(-1, 1)).toBe(0);
  expect(await next(0, 1)).toBe(1);
  expect(await next(2, 1)).toBe(null);
  expect(await next(3, -1)).toBe(2);
  expect(await next(0, -1)).toBe(null);
  expect(await next(-1, 1, "strict")).toBe(null);
});
