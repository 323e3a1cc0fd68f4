import type { FeatureStore } from "../../microfs";
import { type CellValue, formatTime } from "../../microfs/core";
import { propertyRuns } from "../../microfs/testing/property-runs";
import type { PageColumn } from "../results";
import type { EntityOrder } from "./entity-list";
import { editedCase, insertRows, storeOf } from "./testing/edited-cases";
import { liveTraining, trainingPage, trainingTable } from "./training-results";
import "fake-indexeddb/auto";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { readTable } from "../../microfs/testing/read-table";
import { NOON, openShop } from "../../microfs/testing/shop";
import type { Edit } from "../../scenario/edits/edit";
import { LiveTrainingSet } from "./live-training-set";
import { StoredTraining } from "./stored-training";
import { joinedAnew } from "./testing/joined-anew";
import type { TrainingState } from "./training-state";

/** Lets something come in while the worker pauses next. */
function atNextPause(meanwhile: () => Promise<void>): void {
  const { setTimeout } = globalThis;
  const waiting = vi.spyOn(globalThis, "setTimeout").mockImplementation(((run: () => void) => {
    waiting.mockRestore();
    return setTimeout(() => void meanwhile().then(run));
  }) as typeof setTimeout);
}
afterEach(() => void vi.restoreAllMocks());

const cellOf = ({ type, values, valid, texts }: PageColumn, row: number): CellValue => {
  if (valid[row] !== 1) return null;
  const value = values[row] ?? null;
  if (texts !== null) return texts[Number(value)] ?? null;
  return type === "bool" ? value === 1 : value;
};
const rowsOf = (columns: readonly PageColumn[]) =>
  Array.from({ length: columns[0]?.valid.length ?? 0 }, (_, row) =>
    columns.map((column) => cellOf(column, row)),
  );

async function expectJoinedAnew(state: TrainingState, store: FeatureStore, edits: readonly Edit[]) {
  const anew = await joinedAnew(store, "view", edits);
  const stored = await joinedAnew(store, "view", []);
  const live = liveTraining(state);
  expect([...live.spineIndex]).toEqual(anew.spineIndex);
  expect([...live.timesUs]).toEqual(anew.timesUs);
  const joins = live.joins.map(({ fgName, index, reason, flags, eventTimesUs }) => ({
    fgName,
    index: [...index],
    reason: [...reason],
    flags: [...flags],
    eventTimesUs: [...eventTimesUs],
  }));
  expect(joins).toEqual(anew.joins);

  expect(live.totals.trainingRows).toBe(anew.rows.length);
  expect(live.totals.empty).toBe(anew.entities.reduce((sum, { unmatched }) => sum + unmatched, 0));
  expect(live.totals.leaks).toBe(anew.entities.reduce((sum, { leaks }) => sum + leaks, 0));

  expect(readTable(trainingTable(state)).rows).toEqual(anew.rows);
  for (const [from, to] of [
    [0, 3],
    [2, 1000],
  ] as const) {
    const page = trainingPage(state, from, to);
    expect(rowsOf(page.columns)).toEqual(anew.rows.slice(from, to));
    const changed = anew.spineIndex.flatMap((id, i) => {
      const before = stored.rows[stored.spineIndex.indexOf(id)];
      const isChanged = before?.some((value, c) => !Object.is(value, anew.rows[i]?.[c]));
      return i >= from && i < to && isChanged ? [{ i, before }] : [];
    });
    expect([...page.before.trainingRows]).toEqual(changed.map(({ i }) => i));
    expect(rowsOf(page.before.columns)).toEqual(changed.map(({ before }) => before));
  }
  for (const order of ["key", "rows", "leaks", "unmatched"] as const)
    expect(entitiesOf(state, order)).toEqual(sorted(anew.entities, order));
}

function entitiesOf(state: TrainingState, order: EntityOrder) {
  const { rows, features, leaks, unmatched, open } = state.entityList.find({
    search: "",
    order,
    from: 0,
    to: 1000,
  });
  return Array.from(open, (first, i) => [first, rows[i], features[i], leaks[i], unmatched[i]]);
}

type Entity = Awaited<ReturnType<typeof joinedAnew>>["entities"][number];

function sorted(entities: readonly Entity[], order: EntityOrder) {
  const most = {
    key: () => 0,
    rows: ofAllGroups,
    leaks: (e: Entity) => e.leaks,
    unmatched: (e: Entity) => e.unmatched,
  };
  const opened = {
    key: "firstRow",
    rows: "firstRow",
    leaks: "firstLeak",
    unmatched: "firstUnmatched",
  } as const;
  return [...entities]
    .sort((a, b) => most[order](b) - most[order](a) || compareKeys(a.key, b.key))
    .map((entity) => [entity[opened[order]], entity.rows, entity.features, entity.leaks, entity.unmatched]);
}

const ofAllGroups = ({ rows, features }: Entity) => rows + features;

/** What names nothing comes last. */
function compareKeys(a: readonly CellValue[], b: readonly CellValue[]): number {
  const rank = (part: CellValue) => (part === null || Number.isNaN(part) ? 1 : 0);
  for (const [i, part] of a.entries()) {
    const other = b[i] ?? null;
    const ranks = rank(part) - rank(other);
    if (ranks !== 0) return ranks;
    if (rank(part) === 1 || part === other || part === null || other === null) continue;
    return part < other ? -1 : 1;
  }
  return 0;
}

test("patched is joined anew, along any list of edits and back", async () => {
  await fc.assert(
    fc.asyncProperty(
      editedCase,
      fc.array(fc.nat(8), { minLength: 1, maxLength: 4 }),
      async (given, lengths) => {
        const store = await storeOf(given);
        const live = new LiveTrainingSet(store, "view");
        for (const length of [...lengths, given.edits.length]) {
          const edits = given.edits.slice(0, length);
          await expectJoinedAnew(await live.state(edits), store, edits);
        }
        await insertRows(store, given.late);
        await expectJoinedAnew(await live.state(given.edits), store, given.edits);
        store.close();
      },
    ),
    propertyRuns(80),
  );
});

const HOUR_US = 3_600_000_000n;

/** Visits at noon and at one o'clock of users 1 and 2, payments of user 1 at ten and eleven, as in the shop. */
async function shop() {
  const store = await openShop();
  return { store, live: new LiveTrainingSet(store, "spend") };
}
const amounts = (state: TrainingState) =>
  trainingPage(state, 0, 9).columns.flatMap((column) =>
    column.name === "amount" ? Array.from(column.valid, (_, row) => cellOf(column, row)) : [],
  );
const moved = (row: number, us: bigint): Edit => ({
  kind: "set",
  group: "payments",
  row,
  values: { ts: formatTime(us) },
});
const RULE: Edit = { kind: "rule", join: 0, ttlUs: String(HOUR_US - 1n) };

test("an edited row shows what it was before; undone, nothing is left of it", async () => {
  const { live } = await shop();
  const late = await live.state([moved(1, NOON + 1n)]);
  expect(amounts(late)).toEqual([5, null]);
  const { before } = trainingPage(late, 0, 9);
  expect([...before.trainingRows]).toEqual([0]);
  expect(before.columns.map((column) => cellOf(column, 0))).toEqual([10n, 1n, true, NOON, 7, null]);
  const undone = await live.state([]);
  expect(amounts(undone)).toEqual([7, null]);
  expect(trainingPage(undone, 0, 9).before.trainingRows).toHaveLength(0);
});

test("a row that is given to another user touches both", async () => {
  const { live } = await shop();
  const given = await live.state([{ kind: "set", group: "payments", row: 1, values: { user: "2" } }]);
  expect(amounts(given)).toEqual([5, 7]);
});

test("the same edits of the same data are answered by the same state", async () => {
  const { store, live } = await shop();
  const state = await live.state([RULE]);
  expect(await live.state([structuredClone(RULE)])).toBe(state);
  await store.insert("payments", [{ user: 2, amount: 9, note: null, ts: NOON }]);
  const fresh = await live.state([RULE]);
  expect(fresh).not.toBe(state);
  expect(amounts(fresh)).toEqual([null, null]);
  expect(amounts(await live.state([]))).toEqual([7, 9]);
});

test("newer edits do without what was being made for older ones, once nobody waits for that", async () => {
  const { live } = await shop();
  const controller = new AbortController();
  const older = live.state([RULE], controller.signal);
  const newer = live.state([moved(1, NOON + 1n)]);
  controller.abort();
  await expect(older).rejects.toMatchObject({ name: "AbortError" });
  expect(amounts(await newer)).toEqual([5, null]);
});

test("what somebody still waits for is made before what was asked for later", async () => {
  const { live } = await shop();
  const settled: string[] = [];
  const older = live.state([RULE]).then((state) => settled.push(String(amounts(state))));
  const newer = live.state([moved(1, NOON + 1n)]).then((state) => settled.push(String(amounts(state))));
  await Promise.all([older, newer]);
  expect(settled).toEqual([",", "5,"]);
});

test("a call that is aborted stops, and the next one is answered", async () => {
  const { live } = await shop();
  const controller = new AbortController();
  const stopped = live.state([RULE], controller.signal);
  controller.abort();
  await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
  await expect(async () => live.state([RULE], controller.signal)).rejects.toMatchObject({
    name: "AbortError",
  });
  expect(amounts(await live.state([RULE]))).toEqual([null, null]);
});

test("of two that wait for the same one may be aborted, and the other is answered", async () => {
  const { live } = await shop();
  const controller = new AbortController();
  const first = live.state([RULE], controller.signal);
  const second = live.state([RULE], new AbortController().signal);
  controller.abort();
  expect(amounts(await second)).toEqual([null, null]);
  expect(await first).toBe(await second);
});

test("what was just aborted can be asked for at once", async () => {
  const { live } = await shop();
  const controller = new AbortController();
  const stopped = live.state([RULE], controller.signal);
  controller.abort();
  expect(amounts(await live.state([RULE]))).toEqual([null, null]);
  await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
});

test("rows that come in during a pause are in what is answered after it", async () => {
  const { store, live } = await shop();
  atNextPause(
    async () => void (await store.insert("payments", [{ user: 2, amount: 9, note: null, ts: NOON }])),
  );
  expect(amounts(await live.state([]))).toEqual([7, 9]);
});

test("a join over many rows hears of a cancel between two pieces", async () => {
  const { store } = await shop();
  const visits = Array.from({ length: 60_000 }, (_, i) => ({
    visit: 100 + i,
    user: 1,
    bought: true,
    ts: NOON,
  }));
  await store.insert("visits", visits);
  const controller = new AbortController();
  const stored = await StoredTraining.of(store, "spend", controller.signal);
  const { rule } = stored.view.joins[0] ?? {};
  if (rule === undefined) throw new Error("the shop joins payments");
  atNextPause(async () => controller.abort());
  await expect(stored.make(0, rule, controller.signal)).rejects.toMatchObject({ name: "AbortError" });
  expect(() => stored.cells(0, rule)).toThrow(RangeError);
});

test("a view that is not there is said to be", async () => {
  const { store } = await shop();
  await expect(new LiveTrainingSet(store, "none").state([])).rejects.toMatchObject({
    code: "feature_view_not_found",
  });
});

test("totals count what each join found", async () => {
  const { live } = await shop();
  const { totals } = liveTraining(
    await live.state([{ kind: "rule", join: 0, direction: "latest" }, moved(1, NOON + 1n)]),
  );
  expect(totals).toMatchObject({ trainingRows: 2, empty: 1, leaks: 1 });
  expect(totals.joins).toMatchObject([
    { fgName: "payments", leaks: 1, reasons: { chosen: 1, no_entity: 1, expired: 0 } },
  ]);
});
