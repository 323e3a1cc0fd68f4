import { expect, test } from "vitest";
import type { App } from "../app";
import { offlineChanged, storeOf } from "../connection";
import { OWN } from "../document";
import { undoEdit } from "../editing";
import { latestData } from "../query";
import { goTo } from "../route/go-to";
import { eventually } from "../testing/eventually";
import { inOwnBrowser, openApp } from "../testing/open-app";
import { checkOf, findsLittle, followKeyChecks, keyChecks, mapKeys, mendKeys } from "./key-checks";

inOwnBrowser();

/** Two rows to predict of user 7, who is 007 in payments, and 7 in their column payer. */
async function openShop(): Promise<App> {
  const app = await openApp(OWN);
  const store = storeOf(app);
  const time = { eventTime: "ts" };
  await store.createFeatureGroup({
    name: "asks",
    schema: { user: "string", ts: "timestamp" },
    primaryKeys: ["user"],
    ...time,
  });
  await store.createFeatureGroup({
    name: "pays",
    schema: { user: "string", payer: "string", amount: "float64", ts: "timestamp" },
    primaryKeys: ["user"],
    ...time,
  });
  await store.createFeatureGroup({
    name: "plans",
    schema: { user: "int64", ts: "timestamp" },
    primaryKeys: ["user"],
    ...time,
  });
  await store.insert(
    "asks",
    [1n, 2n].map((ts) => ({ user: "7", ts })),
  );
  await store.insert("pays", [{ user: "007", payer: "7", amount: 5, ts: 0n }]);
  await store.insert("plans", [{ user: 7n, ts: 0n }]);
  await store.createFeatureView({ name: "v", labelFg: "asks", joins: [{ fgName: "pays", on: "user" }] }, {});
  await offlineChanged(app);
  goTo(app, { page: "lab", stage: "view", view: "v" });
  followKeyChecks(app);
  return app;
}

const checked = (app: App, group: string) => checkOf(app.part(keyChecks).getState(), group);

test("a join that finds nothing is mended by an edit, which can be undone; the check follows", async () => {
  const app = await openShop();
  await eventually(() => expect(checked(app, "pays")).toMatchObject({ askedRows: 2, foundRows: 0 }));
  const check = checked(app, "pays");
  const [mend] = check?.mends ?? [];
  if (check === null || mend?.kind !== "change") throw new Error("zeros would mend it");
  expect(findsLittle(check)).toBe(true);
  mendKeys(app, check, mend);
  expect(app.state.getState().document.edits).toEqual([
    { kind: "column", group: "asks", column: "user", change: { kind: "pad_zeros", width: 3 } },
  ]);
  await eventually(() => expect(checked(app, "pays")).toMatchObject({ foundRows: 2 }));
  undoEdit(app);
  await eventually(() => expect(checked(app, "pays")).toMatchObject({ foundRows: 0 }));
});

test("or by another column, which is a change of the view", async () => {
  const app = await openShop();
  await eventually(() => expect(checked(app, "pays")?.mapping).toMatchObject({ foundRows: 2 }));
  const pair = checked(app, "pays")?.mapping?.pair;
  const stored = app.state.getState().overview?.views[0]?.definition;
  if (pair === undefined || stored === undefined) throw new Error("payer would find more");
  await mapKeys(app, stored, 0, pair);
  await eventually(() => expect(checked(app, "pays")).toMatchObject({ foundRows: 2, mends: [] }));
});

test("a group that cannot be joined for its key's type is tried as either", async () => {
  const app = await openShop();
  await eventually(() => expect(latestData(app.part(keyChecks).getState().checks)).toHaveLength(2));
  expect(checked(app, "plans")?.mends.map((mend) => [mend.kind, mend.found.rows])).toEqual([
    ["cast", 2],
    ["cast", 2],
  ]);
});
