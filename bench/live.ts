import { deepStrictEqual } from "node:assert";
import { tableToIPC } from "apache-arrow";
import { type FeatureStore, trainingSet } from "../src/microfs";
import { formatTime } from "../src/microfs/core";
import { type Edit, FIRST_ADDED_ROW } from "../src/scenario/edits/edit";
import { editedRule } from "../src/scenario/edits/edit-slice";
import { LiveTrainingSet } from "../src/worker/live/live-training-set";
import { liveTraining, trainingPage } from "../src/worker/live/training-results";
import { editedGroups } from "../src/worker/store-edits";
import { MicrofsContender } from "./contenders/microfs";
import { makeData } from "./made-data";
import { TASKS } from "./task";

export const LIVE_TITLE = "an edit in a live training set of 100 k × 1 M";

const EDITS = 15;
const PAGE_ROWS = 200;
const HOUR_US = 3_600_000_000n;

/**
 * Seconds per edit until the patched arrays and a patched page are there; first, what it takes to copy the edited group and
 * to join and write everything anew. Throws where both do not come to the same rows.
 */
export async function measureLive(): Promise<Record<string, number[]>> {
  const [task] = TASKS;
  if (task === undefined) throw new Error("there must be a task");
  const contender = await MicrofsContender.load(task, makeData(task));
  const { store } = contender;
  const live = new LiveTrainingSet(store, "training");
  const seconds: Record<string, number[]> = {};
  const measured = async <T>(way: string, work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const done = await work();
    seconds[way] = [...(seconds[way] ?? []), (performance.now() - start) / 1000];
    return done;
  };
  const patched = async (edits: readonly Edit[]) => {
    const state = await live.state(edits);
    const training = liveTraining(state);
    trainingPage(state, 1000, 1000 + PAGE_ROWS);
    return training;
  };
  await live.state([]);
  for (const edit of Object.values(editsOf(store, 0))) {
    const { joins, spineIndex } = await patched([edit]);
    const anew = await joinedAnew(store, [edit]);
    deepStrictEqual(joins[0]?.index, anew.index, `${JSON.stringify(edit)}: patched must be joined anew`);
    deepStrictEqual(spineIndex, anew.spineIndex, `${JSON.stringify(edit)}: both must come to the same order`);
  }
  // First all of these: the next to run would pay for clearing away what they leave.
  for (let i = 0; i < EDITS; i++) {
    const edit = editsOf(store, i)["a row moved"];
    await measured("a row moved: copied, joined and sent anew", () => joinedAnew(store, [edit]));
  }
  for (let i = 0; i < EDITS; i++) {
    const edits = editsOf(store, i);
    for (const [kind, edit] of Object.entries(edits)) await measured(kind, () => patched([edit]));
    const many = Array.from({ length: 50 }, (_, n) => moved(store, "features", 1000 * i + n, HOUR_US));
    await measured("50 rows moved", () => patched(many));
  }
  await contender.close();
  return seconds;
}

/** One edit of each kind, another one in each run. */
function editsOf(store: FeatureStore, run: number) {
  const feature = 1000 + 60_000 * run;
  return {
    "a row moved": moved(store, "features", feature, HOUR_US),
    "a row given to another entity": set("features", feature + 1, { user_id: "7" }),
    "a row added": {
      kind: "add",
      group: "features",
      row: FIRST_ADDED_ROW,
      values: { user_id: String(run), sequence: "1", ts: formatTime(timeOf(store, "features", feature)) },
    },
    "a row to predict for moved": moved(store, "spine", 100 + 6000 * run, 24n * HOUR_US),
    "every feature moved": {
      kind: "column",
      group: "features",
      column: "ts",
      change: { kind: "shift", byUs: String(HOUR_US + BigInt(run)) },
    },
    "a TTL changed": { kind: "rule", join: 0, ttlUs: String(HOUR_US * BigInt(24 + run)) },
  } satisfies Record<string, Edit>;
}

/** As it was done before there was a live training set. */
async function joinedAnew(store: FeatureStore, edits: readonly Edit[]) {
  const stored = await store.checkedView("training");
  const rule = (join: (typeof stored.joins)[number], number: number) => editedRule(join.rule, number, edits);
  const view = {
    ...stored,
    joins: stored.joins.map((join, number) => ({ ...join, rule: rule(join, number) })),
  };
  const groups = editedGroups(store, edits);
  const { table, joins, spineIndex } = trainingSet(view, (name) => groups(name).group);
  tableToIPC(table, "stream");
  const ids = (name: string, rows: Int32Array) => rows.map((row) => groups(name).ids[row] ?? -1);
  return {
    index: ids("features", joins[0]?.index ?? new Int32Array()),
    spineIndex: ids("spine", spineIndex),
  };
}

function set(group: string, row: number, values: Record<string, string>): Edit {
  return { kind: "set", group, row, values };
}

function moved(store: FeatureStore, group: string, row: number, byUs: bigint): Edit {
  return set(group, row, { ts: formatTime(timeOf(store, group, row) + byUs) });
}

function timeOf(store: FeatureStore, group: string, row: number): bigint {
  return BigInt(store.featureGroups.get(group)?.column("ts").values[row] ?? 0);
}
