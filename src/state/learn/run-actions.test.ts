import { expect, test } from "vitest";
import { loadLesson } from "../../learn/load-lesson";
import { lessonScenario } from "../../learn/questions/ask";
import { servedRow } from "../../learn/questions/served";
import { FINDS, findOf, outcomeOf } from "../../learn/serving/actions-run";
import type { ScenarioAction } from "../../scenario/scenario";
import { scenarioSlice } from "../../scenario/scenario-slice";
import { OWN } from "../document";
import { inProcessWorker } from "../testing/in-process-worker";
import { appOn, inOwnBrowser } from "../testing/open-app";
import { runActions } from "./run-actions";

inOwnBrowser();

const { lesson } = await loadLesson("two-stores");
const SCENARIO = lessonScenario(lesson, "order");
const [LATE, LOOK_UP, MATERIALIZE, OLD, AGAIN] = SCENARIO.actions ?? [];
const at = (text: string) => BigInt(Date.parse(`2026-06-11T${text}:00Z`)) * 1000n;
const signal = () => new AbortController().signal;
const actions = (...list: (ScenarioAction | undefined)[]) => list.filter((one) => one !== undefined);

test("after each action it tells what is in the history, what is online, and what was looked up", async () => {
  const app = appOn(OWN, inProcessWorker());
  const { done, trained } = await runActions(
    app,
    SCENARIO,
    actions(MATERIALIZE, OLD, AGAIN, LATE, LOOK_UP),
    signal(),
  );
  expect(done.map(({ onlineUs }) => onlineUs)).toEqual(Array(5).fill(at("09:00")));
  expect(done.map(({ historyUs }) => historyUs.length)).toEqual([2, 3, 3, 4, 4]);
  expect(done.map(({ lookedUp }) => lookedUp?.status)).toEqual([
    ...[undefined, undefined, undefined, undefined],
    "found",
  ]);
  expect(trained).toMatchObject({ tUs: at("10:30"), eventTimeUs: at("10:00"), reason: "chosen" });
});

test("whatever the order, a look-up gives what the question's rule says; all that is to be found can be", async () => {
  const app = appOn(OWN, inProcessWorker());
  const finds = new Set<string>();
  for (const order of orders(SCENARIO.actions ?? []).filter((_, i) => i % 7 === 0)) {
    const run = await runActions(app, SCENARIO, order, signal());
    const outcome = outcomeOf(run);
    if (outcome !== null) finds.add(findOf(outcome));
    const scenario = { ...SCENARIO, actions: order };
    const { status, online } = servedRow({ scenario, edits: [], row: 0, join: 0 });
    const join = scenarioSlice(scenario, 0).joins[0];
    const eventTimeUs = online === null ? null : join?.eventTimesUs[join.rows.indexOf(online)];
    expect(run.done.flatMap(({ lookedUp }) => lookedUp ?? [])).toEqual([{ status, eventTimeUs }]);
  }
  expect([...finds].sort()).toEqual([...FINDS].sort());
});

test("its store is another than the reader's, and is gone afterwards, also when it fails or is stopped", async () => {
  const worker = inProcessWorker();
  const app = appOn(OWN, worker);
  const own = await worker.open("microfs", () => undefined);
  await own.loadScenario({ ...SCENARIO, actions: [] });
  const controller = new AbortController();
  await runActions(app, SCENARIO, SCENARIO.actions ?? [], signal());
  controller.abort();
  await expect(runActions(app, SCENARIO, SCENARIO.actions ?? [], controller.signal)).rejects.toThrow();
  await expect(runActions(app, SCENARIO, actions(MATERIALIZE), signal())).rejects.toThrow(RangeError);
  expect(await worker.storedNames()).toEqual(["microfs"]);
  const { groups } = await own.overview();
  expect(groups.map(({ numRows }) => numRows)).toEqual([1, 2]);
  await own.close();
});

test("what a tab that died has left goes with the next run, but not what another tab has open", async () => {
  const worker = inProcessWorker();
  const app = appOn(OWN, worker);
  const left = await worker.open("microfs lesson left", () => undefined);
  await left.close();
  const open = await worker.open("microfs lesson open", () => undefined);
  await runActions(app, SCENARIO, SCENARIO.actions ?? [], signal());
  expect(await worker.storedNames()).toEqual(["microfs lesson open"]);
  await open.close();
});

function orders<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, i) => orders(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));
}
