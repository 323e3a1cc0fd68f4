import { FeatureStore, trainingSet } from "../src/microfs";
import { whyEmpty } from "../src/why-empty/why-empty";
import "fake-indexeddb/auto";
import { deepStrictEqual } from "node:assert";
import { makeData as arrowData, Dictionary, Int32, Table, Utf8, Vector, vectorFromArray } from "apache-arrow";
import { entityText, integers, makeData, type Side, type Sizes, times } from "./made-data";

export const WHY_EMPTY_TITLE = "why a million cells are empty";

const NAME = "bench of empty cells";
const RUNS = 7;

const SIZES: Sizes = {
  spineRows: 1_000_000,
  featureRows: 1_000_000,
  entities: 20_000,
  order: "in time order",
};

/**
 * Seconds of finding why cells are empty, and what would fill them, against those of the join alone, of the same store. One
 * key in ten has no features, and one in twenty is written with a blank; the TTL is ten days. Throws where the change that is
 * found is not the planted one.
 */
export async function measureWhyEmpty(): Promise<Record<string, number[]>> {
  const store = await filled();
  const view = await store.checkedView("training");
  const groupNamed = (name: string) => {
    const group = store.featureGroups.get(name);
    if (group === undefined) throw new RangeError(`there must be a group ${name}`);
    return group;
  };
  const seconds: Record<string, number[]> = { "the join": [], "why cells are empty": [] };
  const measured = <T>(way: string, work: () => T): T => {
    const start = performance.now();
    const done = work();
    seconds[way]?.push((performance.now() - start) / 1000);
    return done;
  };
  for (let run = 0; run < RUNS; run++) {
    const { joins } = measured("the join", () => trainingSet(view, groupNamed));
    const why = measured("why cells are empty", () => toEnd(whyEmpty(view, groupNamed)));
    const empty = joins.reduce(
      (sum, { index }) => sum + index.reduce((all, row) => all + Number(row < 0), 0),
      0,
    );
    deepStrictEqual(why.joinedCells, SIZES.spineRows, "there must be a million cells");
    deepStrictEqual(why.emptyCells, empty, "as many must be empty as the join left empty");
    deepStrictEqual(
      why.lines.find(({ reason }) => reason === "no_entity")?.cause,
      "key_trim",
      "the planted blanks must be found",
    );
  }
  store.close();
  return seconds;
}

function toEnd<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

async function filled(): Promise<FeatureStore> {
  const { spine, features } = makeData(SIZES);
  const store = await FeatureStore.open({ name: NAME });
  for (const [name, side] of Object.entries({ spine, features })) {
    await store.createFeatureGroup({
      name,
      schema: { user_id: "string", sequence: "int64", ts: "timestamp" },
      primaryKeys: [name === "spine" ? "sequence" : "user_id"],
      eventTime: "ts",
    });
    const columns = { user_id: keys(side, name === "features"), sequence: integers(side.sequence) };
    await store.insert(name, new Table({ ...columns, ts: times(side.timesUs) }));
  }
  await store.createFeatureView({
    name: "training",
    labelFg: "spine",
    joins: [{ fgName: "features", on: ["user_id"], features: ["sequence"], ttl: "10d" }],
  });
  return store;
}

function keys(side: Side, hasBlanks: boolean) {
  const texts = Array.from({ length: SIZES.entities }, (_, entity) =>
    hasBlanks && entity % 20 === 0 ? `${entityText(entity)} ` : entityText(entity),
  );
  const dictionary = vectorFromArray(texts, new Utf8());
  const type = new Dictionary(new Utf8(), new Int32(), 1);
  return new Vector([arrowData({ type, length: side.entities.length, data: side.entities, dictionary })]);
}
