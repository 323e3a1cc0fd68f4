import { describe, expect, test } from "vitest";
import type { JoinDefinition } from "../microfs/core";
import { DEMO_SAMPLE } from "../scenario/samples/demo-sample";
import type { GroupSummary, ViewSummary } from "../worker/results";
import { offlineChanged, storeOf } from "./connection";
import { changeSpine, deleteView, proposeJoin, startView } from "./edit-view";
import { inOwnBrowser, openOwn } from "./testing/open-app";
import { conversionHere, convertBack, convertKey, joinsOn, lastConversion } from "./view/convert-key";

inOwnBrowser();

const VIEW = "activity_payment_fv";
const PAYMENTS = { fgName: "user_payments", on: ["user_id"] };

describe("the join that suggests itself", () => {
  const group = (name: string, keys: Record<string, "int64" | "string">): GroupSummary => ({
    definition: { name, schema: keys, primaryKeys: Object.keys(keys), eventTime: "at" },
    columns: Object.entries(keys).map(([name, type]) => ({ name, type })),
    numRows: 0,
    numEntities: 0,
    firstUs: null,
    lastUs: null,
    lastKnownUs: null,
  });
  const keyed = group("spine", { user: "int64" });
  const spine = { ...keyed, columns: [...keyed.columns, { name: "seen", type: "timestamp" as const }] };

  test.each([
    ["is on the key of the same name and type", { user: "int64" }, { fgName: "other", on: ["user"] }],
    ["is on the only key of the same type", { id: "int64" }, { fgName: "other", on: { user: "id" } }],
    ["is none where the types differ", { user: "string" }, null],
    ["is none where the column of that name has another type, whatever others have", { seen: "int64" }, null],
    ["is none where a key has no partner", { user: "int64", day: "int64" }, null],
  ] as const)("%s", (_, keys, join) => {
    expect(proposeJoin(spine, group("other", keys))).toEqual(join);
  });
});

test("a first view joins the groups that share the spine's key, and is looked at until it is deleted", async () => {
  const app = await openOwn(DEMO_SAMPLE);
  await deleteView(app, VIEW);
  const { overview } = app.state.getState();
  const spine = overview?.groups[0];
  if (overview == null || spine === undefined) throw new Error("there is no group");
  await startView(app, overview, spine);
  const views = () => app.state.getState().overview?.views.map(({ definition }) => definition);
  expect(views()).toEqual([{ name: "user_activity_view", labelFg: "user_activity", joins: [PAYMENTS] }]);
  expect(app.state.getState().route.view).toBe("user_activity_view");
  await deleteView(app, "user_activity_view");
  expect(views()).toEqual([]);
  expect(app.state.getState().route.view).toBeNull();
});

test("a view is proposed the label that its spine's columns suggest, when it is made and when it is put on another spine", async () => {
  const app = await openOwn(DEMO_SAMPLE);
  await storeOf(app).createFeatureGroup({
    name: "asked",
    schema: { user_id: "int64", churned: "bool", at: "timestamp" },
    primaryKeys: ["user_id"],
    eventTime: "at",
  });
  await offlineChanged(app);
  const { overview } = app.state.getState();
  const spine = overview?.groups.find(({ definition }) => definition.name === "asked");
  if (overview == null || spine === undefined) throw new Error("there is no group");
  const labels = () => app.state.getState().overview?.views.map(({ label }) => label);
  await startView(app, overview, spine);
  expect(labels()).toEqual([[], ["churned"]]);
  await changeSpine(app, VIEW, overview, "asked");
  expect(labels()).toEqual([["churned"], ["churned"]]);
  await changeSpine(app, VIEW, overview, "user_activity");
  expect(labels()).toEqual([[], ["churned"]]);
});

test("a key column becomes text and what it was; what cannot be cast is reported", async () => {
  const app = await openOwn(DEMO_SAMPLE);
  await deleteView(app, VIEW);
  const asText = {
    fgName: "user_payments",
    column: "user_id",
    from: "int64",
    to: "string",
    width: 5,
  } as const;
  const userId = () => app.state.getState().overview?.groups[1]?.columns[0];
  await convertKey(app, asText);
  expect(userId()).toEqual({ name: "user_id", type: "string" });
  expect(conversionHere(app)(app.part(lastConversion).getState())).toEqual(asText);
  await convertBack(app);
  expect(userId()).toEqual({ name: "user_id", type: "int64" });
  await convertKey(app, { ...asText, column: "nope" });
  expect(app.state.getState().message).toMatchObject({ isError: true });
});

test("groups whose keys have other names are joined where most of the spine's keys are found, on the column that finds them", async () => {
  const app = await openOwn(DEMO_SAMPLE);
  await deleteView(app, VIEW);
  const store = storeOf(app);
  const make = async (name: string, csv: string, primaryKeys: string[]) => {
    const file = new File([csv], `${name}.csv`);
    const { plan } = await store.sniff(file, {});
    const schema = Object.fromEntries(plan.columns.map((column) => [column.name, column.type]));
    const group = { name, schema, primaryKeys, eventTime: "at" };
    await store.importCsv(file, plan, group, [], () => undefined, new AbortController().signal);
  };
  await make("asked", "order,who,at\n91,1,2025-01-01\n92,2,2025-01-02\n93,1,2025-01-03\n", ["order"]);
  await make("visits", "customer,at\n1,2025-01-01\n2,2025-01-01\n", ["customer"]);
  await make("machines", "machine,at\n7001,2025-01-01\n7002,2025-01-01\n", ["machine"]);
  await offlineChanged(app);
  const { overview } = app.state.getState();
  const spine = overview?.groups.find(({ definition }) => definition.name === "asked");
  if (overview == null || spine === undefined) throw new Error("there is no group");
  await startView(app, overview, spine);
  const view = app.state.getState().overview?.views.find(({ definition }) => definition.labelFg === "asked");
  expect(view?.definition.joins).toContainEqual({ fgName: "visits", on: { who: "customer" } });
  expect(view?.definition.joins.map(({ fgName }) => fgName)).not.toContain("machines");
});

test("a column that a join is on keeps its type: which joins, is named", () => {
  const view = (name: string, on: JoinDefinition["on"]) => ({
    definition: { name, labelFg: "asked", joins: [{ fgName: "visits", on }] },
  });
  const views = [view("a", ["user"]), view("b", { who: "user" })] as unknown as ViewSummary[];
  expect(joinsOn(views, "asked", "user")).toEqual(["a: visits"]);
  expect(joinsOn(views, "visits", "user")).toEqual(["a: visits", "b: visits"]);
  expect(joinsOn(views, "visits", "who")).toEqual([]);
});
