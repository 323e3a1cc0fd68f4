import "fake-indexeddb/auto";
import { deepStrictEqual, ok } from "node:assert";
import { Table } from "apache-arrow";
import { comparedView } from "../src/compare/compared-view";
import { smallestCut } from "../src/compare/smallest/cut";
import type { ComparedTable } from "../src/compare/smallest/difference";
import { variantTableOf } from "../src/compare/smallest/variant-cell";
import { viewVariant } from "../src/compare/variant";
import { FeatureStore } from "../src/microfs";
import { asofJoin, type JoinRule } from "../src/microfs/core";
import type { VariantName } from "../src/terms/variants";
import { integers, keysAndTimes, type MadeData, makeData } from "./made-data";

export const SMALLEST_TITLE = "the smallest example, from 2 M rows";

const ROWS = 1_000_000;
const RUNS = 5;
/** So many rows at most are left. */
const MOST_ROWS = 6;

/**
 * Seconds that it takes to cut 1 M spine rows and 1 M rows of features to the fewest on which a join still differs from the
 * view's own, beside one as-of join of all of them: rows of 20 000 entities, and all of one. Throws where more rows are left.
 */
export async function measureSmallest(): Promise<Record<string, number[]>> {
  const seconds: Record<string, number[]> = {};
  for (const entities of [20_000, 1]) {
    const whose = entities === 1 ? "all of one entity" : "of 20 k entities";
    const data = await storedView(
      makeData({
        spineRows: ROWS,
        featureRows: ROWS,
        entities: entities === 1 ? 2 : entities,
        order: "in time order",
      }),
      entities === 1,
    );
    const note = (way: string, start: number) => {
      const name = `${way}, ${whose}`;
      seconds[name] = [...(seconds[name] ?? []), (performance.now() - start) / 1000];
    };
    const [joined] = data.joins;
    if (joined === undefined) throw new RangeError("the view must have a join");
    for (let run = 0; run < RUNS; run++) {
      const joining = performance.now();
      asofJoin(joined.sides.spine, joined.sides.features, joined.join.rule);
      note("one as-of join", joining);
      for (const below of ["latest", "ordinary"] as const) {
        const cutting = performance.now();
        cut(data, variant("own"), variant(below));
        note(below, cutting);
      }
      const blind = performance.now();
      cut(data, withoutLineage(variant("own")), withoutLineage(variant("latest")));
      note("latest, without lineage", blind);
    }
  }
  return seconds;
}

function cut(data: ReturnType<typeof comparedView>, above: ComparedTable, below: ComparedTable): void {
  const trainingRow = ROWS / 2;
  const work = smallestCut({
    data,
    trainingRow,
    feature: null,
    join: 0,
    above,
    below,
    blur: false,
    title: "bench",
  });
  let step = work.next();
  while (step.done !== true) step = work.next();
  const rows = step.value?.scenario.groups.map((group) =>
    group.rows.kind === "inline" ? group.rows.rows.length : 0,
  );
  ok(rows !== undefined && rows.reduce((sum, count) => sum + count, 0) <= MOST_ROWS, `${rows} rows are left`);
  deepStrictEqual(rows[0], 1);
}

const variant = (name: VariantName) =>
  variantTableOf((rules: readonly JoinRule[]) => viewVariant(name, rules));

function withoutLineage(table: ComparedTable): ComparedTable {
  return (cell) => ({ ...table(cell), origin: null });
}

async function storedView({ spine, features }: MadeData, isOneEntity: boolean) {
  const store = await FeatureStore.open({ name: `bench of the smallest example ${isOneEntity}` });
  for (const [name, side] of [["spine", spine] as const, ["features", features] as const]) {
    if (isOneEntity) side.entities.fill(1);
    await store.createFeatureGroup({
      name,
      schema: { user_id: "int64", sequence: "int64", ts: "timestamp" },
      primaryKeys: ["user_id"],
      eventTime: "ts",
    });
    await store.insert(name, new Table({ ...keysAndTimes(side), sequence: integers(side.sequence) }));
  }
  await store.createFeatureView({
    name: "view",
    labelFg: "spine",
    joins: [{ fgName: "features", on: ["user_id"], features: ["sequence"] }],
  });
  const view = store.featureViews.get("view");
  if (view === undefined) throw new RangeError("the store must have the view");
  const data = comparedView(view.checked, (name) => {
    const group = store.featureGroups.get(name);
    if (group === undefined) throw new RangeError(`the store must have the group ${name}`);
    return group;
  });
  return data;
}
