import { FeatureStore } from "../../src/microfs";
import "fake-indexeddb/auto";
import {
  makeData as arrowData,
  Dictionary,
  Float64,
  Int32,
  Table,
  Utf8,
  Vector,
  vectorFromArray,
} from "apache-arrow";
import { entityText, integers, type MadeData, type Side, times } from "../made-data";
import type { Outcome, Task } from "../task";

const NAME = "bench";

/** microFS through its public verbs, in this process; IndexedDB is the tests' stand-in, in memory. */
export class MicrofsContender {
  static async load(task: Task, data: MadeData): Promise<MicrofsContender> {
    const store = await FeatureStore.open({ name: NAME });
    const groups = { spine: data.spine, features: data.features };
    for (const [name, side] of Object.entries(groups)) {
      const isSpine = name === "spine";
      const sequence = isSpine ? "row_id" : "sequence";
      await store.createFeatureGroup({
        name,
        schema: isSpine
          ? { user_id: task.key, row_id: "int64", ts: "timestamp" }
          : { user_id: task.key, sequence: "int64", ts: "timestamp", amount: "float64" },
        primaryKeys: [isSpine ? "row_id" : "user_id"],
        eventTime: "ts",
      });
      const report = await store.insert(name, arrowTable(task, side, sequence, !isSpine));
      if (report.inserted !== side.entities.length)
        throw new RangeError(`every row must be inserted: ${report.inserted}`);
    }
    await store.createFeatureView({
      name: "training",
      labelFg: "spine",
      joins: [{ fgName: "features", on: ["user_id"] }],
    });
    return new MicrofsContender(store);
  }

  #store: FeatureStore;
  #outcome: Outcome | null = null;

  get store(): FeatureStore {
    return this.#store;
  }

  private constructor(store: FeatureStore) {
    this.#store = store;
  }

  /** Drops the indexes and key codes that a store keeps, by opening it again from what is stored. */
  async reopen(): Promise<void> {
    this.#store.close();
    this.#store = await FeatureStore.open({ name: NAME });
  }

  /** The training table with its provenance: the same join, and reason, leak, stale and peek of every row beside it. */
  async run(): Promise<void> {
    const { table } = await this.#store.getTrainingData("training");
    this.#outcome = null;
    this.#read = () => outcomeOf(table);
  }

  #read: () => Outcome = () => {
    throw new RangeError("the join must have run");
  };

  outcome(): Outcome {
    this.#outcome ??= this.#read();
    return this.#outcome;
  }

  async close(): Promise<void> {
    await this.#store.clear();
    this.#store.close();
  }
}

function arrowTable(task: Task, side: Side, sequence: string, amounts: boolean): Table {
  const length = side.entities.length;
  return new Table({
    user_id:
      task.key === "string"
        ? textKeys(side.entities, task.entities)
        : integers(BigInt64Array.from(side.entities, BigInt)),
    [sequence]: integers(side.sequence),
    ts: times(side.timesUs),
    ...(amounts
      ? { amount: new Vector([arrowData({ type: new Float64(), length, data: side.amounts })]) }
      : {}),
  });
}

function textKeys(entities: Int32Array, count: number): Vector {
  const dictionary = vectorFromArray(
    Array.from({ length: count }, (_, entity) => entityText(entity)),
    new Utf8(),
  );
  const type = new Dictionary(new Utf8(), new Int32());
  return new Vector([arrowData({ type, length: entities.length, data: entities, dictionary })]);
}

function outcomeOf(table: Table): Outcome {
  const sequence = table.getChild("sequence");
  const amount = table.getChild("amount");
  if (sequence === null || amount === null) throw new RangeError("the training table must have the features");
  let matched = 0;
  let sequenceSum = 0n;
  let amountSum = 0;
  for (let row = 0; row < table.numRows; row++) {
    const chosen: bigint | null = sequence.get(row);
    if (chosen === null) continue;
    matched++;
    sequenceSum += chosen;
    amountSum += amount.get(row);
  }
  const types = table.schema.fields.map(
    ({ name, type }) => `${name} ${TYPES.get(String(type)) ?? String(type)}`,
  );
  return { rows: table.numRows, matched, types: types.join(", "), sequenceSum, amountSum };
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ["Int64", "int64"],
  ["Float64", "float64"],
  ["Dictionary<Int32, Utf8>", "string"],
  ["Timestamp<MICROSECOND, UTC>", "timestamp"],
]);
