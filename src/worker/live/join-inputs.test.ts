import "fake-indexeddb/auto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { CellFlag, NO_MATCH } from "../../microfs/core";
import { openFresh } from "../../microfs/testing/open-fresh";
import { propertyRuns } from "../../microfs/testing/property-runs";
import { HOUR, NOON, PAYMENTS, SPEND, VISITS } from "../../microfs/testing/shop";
import { type InputRequest, type JoinInputs, JoinInputWork } from "./join-inputs";
import { LiveTrainingSet } from "./live-training-set";
import { editedCase, storeOf } from "./testing/edited-cases";
import { joinedAnew } from "./testing/joined-anew";
import type { TrainingState } from "./training-state";

const ALL: Omit<InputRequest, "join" | "from"> = { mostEntities: 1000, mostRows: 100_000 };

/** The join as a reader would write it: the latest event among those known and fresh, the last of equals. */
function rightJoin(
  { predictionsUs, eventTimesUs, knownAtUs }: Inputs,
  ttlUs: bigint | null,
): (number | null)[] {
  return predictionsUs.map((at) => {
    let best: number | null = null;
    eventTimesUs.forEach((eventUs, row) => {
      const known = knownAtUs[row] ?? 0n;
      if (known > at || (ttlUs !== null && at - eventUs > ttlUs)) return;
      if (best === null || eventUs >= (eventTimesUs[best] ?? 0n)) best = row;
    });
    return best;
  });
}

/** One entity's. */
interface Inputs {
  trainingRows: number[];
  predictionsUs: bigint[];
  rows: number[];
  eventTimesUs: bigint[];
  knownAtUs: bigint[];
  leaksBeforeUs: bigint[];
}

function byEntity(given: JoinInputs): Inputs[] {
  const within = <T>(of: Iterable<T>, starts: Int32Array, at: number) =>
    [...of].slice(starts[at], starts[at + 1]);
  return Array.from({ length: given.to - given.from }, (_, at) => ({
    trainingRows: within(given.trainingRows, given.predictionStarts, at),
    predictionsUs: within(given.predictionsUs, given.predictionStarts, at),
    rows: within(given.rows, given.rowStarts, at),
    eventTimesUs: within(given.eventTimesUs, given.rowStarts, at),
    knownAtUs: within(given.knownAtUs, given.rowStarts, at),
    leaksBeforeUs: within(given.leaksBeforeUs, given.rowStarts, at),
  }));
}

/** All inputs of a join, by requests of a few entities each. */
function inputsOf(state: TrainingState, join: number, most: Omit<InputRequest, "join" | "from">): Inputs[] {
  const work = new JoinInputWork();
  const inputs: Inputs[] = [];
  for (;;) {
    const given = work.inputs(state, { join, from: inputs.length, ...most });
    inputs.push(...byEntity(given));
    if (given.to === given.entities) return inputs;
    // Each request brings the search nearer to its end.
    expect(given.to).toBeGreaterThan(given.from);
  }
}

test("a right join that is given an entity at a time takes what the engine takes, whatever was edited", async () => {
  await fc.assert(
    fc.asyncProperty(editedCase, fc.integer({ min: 1, max: 3 }), async (generated, mostEntities) => {
      const store = await storeOf(generated);
      const state = await new LiveTrainingSet(store, "view").state(generated.edits);
      const anew = await joinedAnew(store, "view", generated.edits);
      for (const [join, { rule }] of state.view.joins.entries()) {
        if (rule.direction !== "backward" || !rule.allowExactMatches) continue;
        const taken = new Map<number, number>();
        const leaks = new Map<number, boolean>();
        for (const inputs of inputsOf(state, join, { mostEntities, mostRows: 9 })) {
          rightJoin(inputs, rule.ttlUs).forEach((row, at) => {
            const trainingRow = inputs.trainingRows[at] ?? -1;
            taken.set(trainingRow, row === null ? NO_MATCH : (inputs.rows[row] ?? -9));
            leaks.set(
              trainingRow,
              row !== null && (inputs.leaksBeforeUs[row] ?? 0n) > (inputs.predictionsUs[at] ?? 0n),
            );
          });
        }
        const byRow = [...taken].sort(([a], [b]) => a - b);
        expect(byRow.map(([, row]) => row)).toEqual(anew.joins[join]?.index);
        const isLeak = anew.joins[join]?.flags.map((bits) => (bits & CellFlag.leak) !== 0);
        expect([...leaks].sort(([a], [b]) => a - b).map(([, leak]) => leak)).toEqual(isLeak);
      }
    }),
    propertyRuns(60),
  );
});

test("rows stand as they were created, equal ones as inserted, and are known by the join's clock, not the group's", async () => {
  const store = await openFresh();
  await store.createFeatureGroup(VISITS);
  await store.createFeatureGroup({
    ...PAYMENTS,
    schema: { ...PAYMENTS.schema, known: "timestamp" },
    createdTime: "known",
    delay: "1h",
  });
  await store.insert("visits", [
    { visit: 10, user: 1, bought: true, ts: NOON },
    { visit: 11, user: null, bought: true, ts: NOON + HOUR },
    { visit: 12, user: 2, bought: true, ts: NOON + HOUR },
    { visit: 13, user: 1, bought: true, ts: NOON + HOUR },
  ]);
  await store.insert("payments", [
    { user: 1, amount: 5, note: null, ts: NOON, known: NOON + 2n * HOUR },
    { user: 1, amount: 6, note: null, ts: NOON - HOUR, known: NOON },
    { user: 1, amount: 7, note: null, ts: NOON, known: NOON },
  ]);
  await store.createFeatureView({
    ...SPEND,
    joins: [{ fgName: "payments", on: ["user"], asOf: "event_time", delay: "2h" }],
  });
  const state = await new LiveTrainingSet(store, "spend").state([]);
  const given = new JoinInputWork().inputs(state, { join: 0, from: 0, ...ALL });
  expect(given).toMatchObject({
    entities: 3,
    from: 0,
    to: 3,
    keyColumns: ["user"],
    keys: [[1n], [null], [2n]],
  });
  expect(byEntity(given)).toEqual([
    {
      trainingRows: [0, 3],
      predictionsUs: [NOON, NOON + HOUR],
      rows: [1, 2, 0],
      eventTimesUs: [NOON - HOUR, NOON, NOON],
      knownAtUs: [NOON + HOUR, NOON + 2n * HOUR, NOON + 2n * HOUR],
      leaksBeforeUs: [NOON + HOUR, NOON + HOUR, NOON + 3n * HOUR],
    },
    // No key, and one that the group has not: neither has a row to take.
    {
      trainingRows: [1],
      predictionsUs: [NOON + HOUR],
      rows: [],
      eventTimesUs: [],
      knownAtUs: [],
      leaksBeforeUs: [],
    },
    {
      trainingRows: [2],
      predictionsUs: [NOON + HOUR],
      rows: [],
      eventTimesUs: [],
      knownAtUs: [],
      leaksBeforeUs: [],
    },
  ]);
});
