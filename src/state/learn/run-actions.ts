import type { ActionDone, ActionsRun } from "../../learn/serving/actions-run";
import { formatTime, type ReasonName, readTimeText } from "../../microfs/core";
import { insertableRows } from "../../scenario/inline-value";
import type { InlineRow, Scenario, ScenarioAction } from "../../scenario/scenario";
import type { StoreHandle, WorkerHandle } from "../../worker/worker-handle";
import { type App, newDocumentId } from "../app";

/** Stores of lessons: they live as long as a run, and are never the reader's own nor those of a link. */
const OF_LESSONS = "microfs lesson ";

/**
 * Does a scenario's actions on a real store in the worker, in the order in which they are given, and looks after each what
 * there is of the entity that is looked up. The store is opened for it alone, and is gone afterwards; what a tab that died has
 * left is deleted where nobody has it open.
 *
 * @param scenario - Of one join, with one look-up among its actions, at a moment.
 * @throws MicroFSError; RangeError where nothing is looked up; the signal's reason once it is aborted.
 */
export async function runActions(
  app: App,
  scenario: Scenario,
  actions: readonly ScenarioAction[],
  signal: AbortSignal,
): Promise<ActionsRun> {
  const worker = await app.worker();
  await deleteLeft(worker);
  const name = `${OF_LESSONS}${newDocumentId()}`;
  const store = await worker.open(name, () => undefined);
  try {
    const { actions: _, ...before } = scenario;
    await store.loadScenario(before);
    return await doAll(store, scenario, actions, signal);
  } finally {
    await store.close();
    await worker.deleteStored(name);
  }
}

async function deleteLeft(worker: WorkerHandle): Promise<void> {
  const names = (await worker.storedNames()) ?? [];
  for (const name of names) if (name.startsWith(OF_LESSONS)) await worker.deleteUnused(name);
}

async function doAll(
  store: StoreHandle,
  scenario: Scenario,
  actions: readonly ScenarioAction[],
  signal: AbortSignal,
): Promise<ActionsRun> {
  const lookUp = actions.findLast((action) => action.kind === "lookUp");
  const now = lookUp?.now === undefined ? null : readTimeText(lookUp.now);
  if (lookUp === undefined || now === null || !now.ok)
    throw new RangeError(`the scenario ${scenario.name} must look an entity up at a moment`);
  const of: LookedAt = { view: scenario.view.name, entity: lookUp.entity, nowUs: now.value };
  const done: ActionDone[] = [];
  for (const action of actions) {
    signal.throwIfAborted();
    const lookedUp = await carryOut(store, scenario, action);
    done.push({ ...(await lookAt(store, scenario, of, signal)), lookedUp });
  }
  return { done, trained: await trainedAt(store, of, signal) };
}

interface LookedAt {
  readonly view: string;
  readonly entity: InlineRow;
  readonly nowUs: bigint;
}

async function carryOut(
  store: StoreHandle,
  { groups, view }: Scenario,
  action: ScenarioAction,
): Promise<ActionDone["lookedUp"]> {
  switch (action.kind) {
    case "materialize":
      await store.materialize(action.group, action.asOf === undefined ? {} : { asOf: action.asOf });
      return null;
    case "write": {
      const group = groups.find(({ definition }) => definition.name === action.group);
      await store.insert(action.group, insertableRows(action.rows, group?.definition.schema ?? {}));
      return null;
    }
    case "lookUp": {
      const { joins } = await store.lookUp(view.name, { ...action.entity }, action.now);
      const [join] = joins;
      return join === undefined ? null : { status: join.status, eventTimeUs: join.eventTime };
    }
  }
}

/** What is in both stores, whatever is looked up: a look-up at the end of time sees what is online. */
async function lookAt(
  store: StoreHandle,
  { view }: Scenario,
  { entity, nowUs }: LookedAt,
  signal: AbortSignal,
): Promise<Omit<ActionDone, "lookedUp">> {
  const row = await store.latestTrainingRow(view.name, entity, nowUs, signal);
  const [explained] = row === null ? [] : await store.explain(view.name, row.trainingRow);
  const online = await store.lookUp(view.name, { ...entity }, formatTime(nowUs));
  return {
    historyUs: (explained?.candidates ?? []).map(({ eventTime }) => eventTime),
    onlineUs: online.joins[0]?.eventTime ?? null,
  };
}

async function trainedAt(
  store: StoreHandle,
  { view, entity, nowUs }: LookedAt,
  signal: AbortSignal,
): Promise<ActionsRun["trained"]> {
  const row = await store.latestTrainingRow(view, entity, nowUs, signal);
  const join = row?.joins[0];
  const reason: ReasonName = join?.reason ?? "no_entity";
  return { tUs: nowUs, eventTimeUs: join?.eventTimeUs ?? null, reason };
}
