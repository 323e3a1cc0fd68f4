import { describe, expect, test } from "vitest";
import type { App } from "../app";
import { offlineChanged, storeOf } from "../connection";
import { latestData } from "../query";
import { eventually } from "../testing/eventually";
import { cancelMaterializing, isMaterializing, materialize, materializing, rewind } from "./materializing";
import { FIRST_US, GROUPS, openServe } from "./testing/open-serve";

/** What became of a group's last run; of one that is done, its report. */
function runOf(app: App, fgName: string) {
  const run = app.part(materializing).getState().runs.get(fgName);
  return run?.kind === "done" ? run.report : run?.kind;
}

describe("materializing", () => {
  test("copies the latest row of each entity, is counted, and writes nothing the second time", async () => {
    const { app, serving } = await openServe();
    const totals = () => [...(latestData(serving().totals) ?? [])];
    await eventually(() =>
      expect(totals()).toEqual([
        ["user_activity", 0],
        ["user_payments", 0],
      ]),
    );
    await materialize(app, ["user_activity"], null);
    expect(runOf(app, "user_activity")).toEqual({ written: 2, unchanged: 0, keptNewer: 0 });
    await eventually(() =>
      expect(totals()).toEqual([
        ["user_activity", 2],
        ["user_payments", 0],
      ]),
    );
    await materialize(app, ["user_activity"], null);
    expect(runOf(app, "user_activity")).toEqual({ written: 0, unchanged: 2, keptNewer: 0 });
  });

  test("as of a moment copies what was known by then, and later rows stay unless they are cleared", async () => {
    const { app } = await openServe();
    await materialize(app, GROUPS, FIRST_US);
    expect(GROUPS.map((name) => runOf(app, name))).toEqual([
      { written: 2, unchanged: 0, keptNewer: 0 },
      { written: 0, unchanged: 0, keptNewer: 0 },
    ]);
    await materialize(app, GROUPS, null);
    await materialize(app, GROUPS, FIRST_US);
    expect(runOf(app, "user_activity")).toEqual({ written: 0, unchanged: 0, keptNewer: 2 });
    await rewind(app, GROUPS, FIRST_US);
    expect(runOf(app, "user_activity")).toEqual({ written: 2, unchanged: 0, keptNewer: 0 });
    const { rows } = await storeOf(app).onlinePage("user_activity", 0, 2);
    expect(rows.map(({ values }) => values.activity_count)).toEqual([10n, 5n]);
  });

  test("of a group that fails says why, and the groups after it are materialized", async () => {
    const { app } = await openServe();
    await materialize(app, ["no_such_group", "user_payments"], null);
    expect(app.part(materializing).getState().runs.get("no_such_group")).toMatchObject({
      kind: "failed",
      error: { message: expect.stringContaining("no_such_group") },
    });
    expect(runOf(app, "user_payments")).toMatchObject({ written: 2 });
  });

  test("can be cancelled: neither the group under way nor the one that waits is materialized", async () => {
    const { app, worker, serving } = await openServe();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    worker.hold("materializeInSteps", held);
    const done = materialize(app, GROUPS, null);
    expect(GROUPS.map((name) => runOf(app, name))).toEqual(["running", "waiting"]);
    expect(isMaterializing(app.part(materializing).getState())).toBe(true);
    cancelMaterializing(app);
    release();
    await done;
    expect(GROUPS.map((name) => runOf(app, name))).toEqual(["cancelled", "cancelled"]);
    const { onlineRevision } = app.state.getState();
    await eventually(() =>
      expect(serving().totals).toMatchObject({ status: "ready", key: { onlineRevision } }),
    );
    expect([...(latestData(serving().totals)?.values() ?? [])]).toEqual([0, 0]);
  });

  test("after the data has changed forgets the runs of the data before", async () => {
    const { app } = await openServe();
    await materialize(app, ["user_activity"], null);
    await offlineChanged(app);
    await materialize(app, ["user_payments"], null);
    expect([...app.part(materializing).getState().runs.keys()]).toEqual(["user_payments"]);
  });
});
