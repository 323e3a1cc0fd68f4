import { describe, expect, test } from "vitest";
import type { App } from "../app";
import { latestData } from "../query";
import { goTo } from "../route/go-to";
import { eventually } from "../testing/eventually";
import { formatEntity } from "./entity-text";
import { materialize } from "./materializing";
import { ensureOnlineRow, onlineRowAt, servingStore } from "./serving";
import { lookUpAgain, suggestEntities } from "./serving-queries";
import { FIRST_US, GROUPS, openServe } from "./testing/open-serve";

const DAY_US = 86_400_000_000n;

const entityOf = (userId: string) => formatEntity({ user_id: userId });

/** Looks a user up at a moment, and waits for all that is said of it. */
async function lookUp(app: App, userId: string, now: string) {
  goTo(app, { entity: entityOf(userId), now });
  const serving = app.part(servingStore);
  await eventually(() => {
    const { onlineRevision, revision } = app.state.getState();
    const of = { entity: entityOf(userId) };
    expect(serving.getState()).toMatchObject({
      lookUp: { status: "ready", key: { ...of, now, onlineRevision } },
      trained: { status: "ready", key: { ...of, revision } },
      latestRow: { status: "ready", key: { ...of, revision } },
    });
  });
  const { lookUp, trained, latestRow } = serving.getState();
  return {
    served: latestData(lookUp),
    trained: latestData(trained)?.values,
    latest: latestData(latestRow)?.values,
  };
}

/** A training row of user 2: its activity, so many days after the first, with the payment known by then. */
const training = (activity: bigint, day: bigint, spend: number | null) => [
  2n,
  activity,
  FIRST_US + day * DAY_US,
  spend,
];

describe("a look-up", () => {
  test("serves the latest row of each group, as in the entity's latest training row", async () => {
    const { app } = await openServe();
    await materialize(app, GROUPS, null);
    const { served, trained, latest } = await lookUp(app, "2", "2025-11-06T12:00:00Z");
    expect(served?.nowUs).toBe(FIRST_US + 5n * DAY_US);
    expect(served?.values).toMatchObject({ user_id: 2n, activity_count: 15n, total_spend: 50 });
    expect([trained, latest]).toEqual([training(15n, 3n, 50), training(15n, 3n, 50)]);
  });

  test("at an earlier moment is compared with the training row of then, not with the latest", async () => {
    const { app } = await openServe();
    await materialize(app, GROUPS, null);
    const { served, trained, latest } = await lookUp(app, "2", "2025-11-02");
    expect([served?.spine?.status, served?.joins[0]?.status]).toEqual(["future", "future"]);
    expect([trained, latest]).toEqual([training(5n, 0n, null), training(15n, 3n, 50)]);
  });

  test("of an entity that was never heard of finds nothing, and no training row", async () => {
    const { app } = await openServe();
    await materialize(app, GROUPS, null);
    const { served, trained, latest } = await lookUp(app, "7", "2025-11-06");
    expect(served?.values).toMatchObject({ user_id: 7n, activity_count: null, total_spend: null });
    expect([served?.spine?.status, served?.joins[0]?.status]).toEqual(["not_found", "not_found"]);
    expect([trained, latest]).toEqual([undefined, undefined]);
  });

  test("of an entity that cannot be read is not made", async () => {
    const { app, worker, serving } = await openServe();
    goTo(app, { entity: entityOf("two") });
    expect(serving().lookUp.status).toBe("idle");
    expect(worker.calls).not.toContain("lookUp");
  });

  test("keeps the entity's values while they are asked for again, and drops those of another entity", async () => {
    const { app, serving } = await openServe();
    await materialize(app, GROUPS, null);
    await lookUp(app, "2", "2025-11-06");
    lookUpAgain(app);
    expect(serving().lookUp).toMatchObject({
      status: "fetching",
      latest: { values: { activity_count: 15n } },
    });
    goTo(app, { entity: entityOf("1") });
    expect(serving().lookUp).toMatchObject({ status: "fetching", latest: null });
  });
});

test("the keys of a group's first online rows are suggested for a look-up", async () => {
  const { app, serving } = await openServe();
  await materialize(app, ["user_payments"], null);
  ensureOnlineRow(app, "user_payments", 0, app.state.getState().onlineRevision);
  await eventually(() =>
    expect(onlineRowAt(serving().pages, "user_payments", 1)?.values).toMatchObject({ total_spend: 50 }),
  );
  suggestEntities(app, "user_payments");
  await eventually(() => expect(latestData(serving().suggested)).toHaveLength(2));
  expect(latestData(serving().suggested)?.map(({ key, values }) => [key, values.get("user_id")])).toEqual([
    ["[1]", 1n],
    ["[2]", 2n],
  ]);
});

test("a view that can be served has no problem", async () => {
  const { serving } = await openServe();
  await eventually(() => expect(serving().problem).toMatchObject({ status: "ready", data: null }));
});
