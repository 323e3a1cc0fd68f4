import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Edit, FIRST_ADDED_ROW } from "../scenario/edits/edit";
import { DEMO_SAMPLE } from "../scenario/samples/demo-sample";
import type { App } from "./app";
import { offlineChanged, storeOf } from "./connection";
import { OWN } from "./document";
import { makeEdit } from "./editing";
import { goTo } from "./route/go-to";
import type { Hideable } from "./route/route";
import { readUrl } from "./route/url";
import { linkTo, type Share, shareLink } from "./share";
import { reader } from "./testing/link-reader";
import { DEMO, inOwnBrowser, openApp, openOwn } from "./testing/open-app";

inOwnBrowser();

beforeEach(() => void vi.stubGlobal("window", { location: { href: "https://lab.example/x/#/lab/data" } }));
afterEach(() => void vi.unstubAllGlobals());

const DELETED: Edit = { kind: "delete", group: "user_payments", row: 1 };

function shared(share: Share) {
  if (share.kind !== "link") throw new Error(share.kind);
  return share;
}

/** What a reader of the link gets. */
async function read(app: App, hide: readonly Hideable[] = []) {
  const link = linkTo(app, shared(await shareLink(app)).dataset, hide);
  return readUrl(link.replace(/^.*?#/s, ""), reader);
}

test("a link begins with the page's own address, without what stood behind its #", async () => {
  const app = await openApp(DEMO);
  expect(linkTo(app, DEMO, [])).toBe("https://lab.example/x/#/lab/data?sample=demo");
});

test("a link to a sample names it, and carries no rows", async () => {
  const app = await openApp(DEMO);
  expect(await shareLink(app)).toEqual({ kind: "link", dataset: DEMO, rows: 0 });
});

test("a link carries the step, the window and the edits", async () => {
  const app = await openApp(DEMO);
  makeEdit(app, DELETED);
  const step = {
    stage: "train",
    row: 3,
    join: 0,
    phase: "keep_latest",
    from: 1_000_000,
    to: 2_000_000,
  } as const;
  goTo(app, step);
  expect(await read(app)).toMatchObject({ route: step, dataset: DEMO, edits: [DELETED], problems: [] });
});

test("a link carries no edit of another view's rule", async () => {
  const app = await openApp(DEMO);
  makeEdit(app, { kind: "rule", view: "other", join: 0, ttlUs: "1" });
  makeEdit(app, DELETED);
  expect((await read(app)).edits).toEqual([DELETED]);
});

test("a link hides what it is told to hide, and the app itself goes on showing it", async () => {
  const app = await openApp(DEMO);
  expect((await read(app, ["stages", "table"])).route.hide).toEqual(["stages", "table"]);
  expect(app.state.getState().route.hide).toEqual([]);
});

test("the reader's own data travels in the link: the groups of the view, every row, and the view", async () => {
  const app = await openOwn(DEMO_SAMPLE);
  await storeOf(app).createFeatureGroup({
    name: "unused",
    schema: { user_id: "int64", at: "timestamp" },
    primaryKeys: ["user_id"],
    eventTime: "at",
  });
  await offlineChanged(app);
  const share = shared(await shareLink(app));
  expect(share.rows).toBe(6);
  const { dataset, problems } = await read(app);
  expect(problems).toEqual([]);
  expect(dataset).toEqual(share.dataset);
  if (dataset.kind !== "scenario") throw new Error(dataset.kind);
  const { scenario } = dataset;
  expect(scenario.title).toBe("Shared: activity_payment_fv");
  expect(scenario.groups).toEqual(DEMO_SAMPLE.groups);
  expect(scenario.view).toEqual(DEMO_SAMPLE.view);
});

test("edits of the reader's own data travel beside its rows, which are as stored", async () => {
  const app = await openOwn(DEMO_SAMPLE);
  const added: Edit = {
    kind: "add",
    group: "user_payments",
    row: FIRST_ADDED_ROW,
    values: { user_id: "2", total_spend: 7, timestamp: "2025-11-02T12:00:00Z" },
  };
  for (const edit of [DELETED, added]) makeEdit(app, edit);
  expect(shared(await shareLink(app)).rows).toBe(6);
  expect((await read(app)).edits).toEqual([DELETED, added]);
});

test("values that JSON has no number for, and nulls, arrive as they are", async () => {
  const app = await openOwn(DEMO_SAMPLE);
  const at = "2025-11-07";
  await storeOf(app).insert("user_payments", [
    { user_id: 9_007_199_254_740_993n, total_spend: Number.NaN, timestamp: at },
    { user_id: 3n, total_spend: null, timestamp: at },
  ]);
  await offlineChanged(app);
  const { dataset } = await read(app);
  if (dataset.kind !== "scenario") throw new Error(dataset.kind);
  const rows = dataset.scenario.groups[1]?.rows;
  expect(rows?.kind === "inline" && rows.rows.slice(2)).toEqual([
    { user_id: "9007199254740993", total_spend: "NaN", timestamp: "2025-11-07T00:00:00Z" },
    { user_id: "3", total_spend: null, timestamp: "2025-11-07T00:00:00Z" },
  ]);
});

test("300 rows go into a link, and one more does not", async () => {
  const app = await openOwn(DEMO_SAMPLE);
  const insert = async (from: number, to: number) => {
    const row = (i: number) => ({ user_id: BigInt(i), total_spend: i, timestamp: "2025-11-07" });
    await storeOf(app).insert(
      "user_payments",
      Array.from({ length: to - from }, (_, i) => row(from + i)),
    );
    await offlineChanged(app);
  };
  await insert(6, 300);
  expect(await shareLink(app)).toMatchObject({ kind: "link", rows: 300 });
  await insert(300, 301);
  expect(await shareLink(app)).toEqual({ kind: "too_many_rows", rows: 301 });
});

test("rows that are longer than a link can carry do not go into one", async () => {
  const app = await openOwn(DEMO_SAMPLE);
  await storeOf(app).createFeatureGroup({
    name: "letters",
    schema: { user_id: "int64", text: "string", at: "timestamp" },
    primaryKeys: ["user_id"],
    eventTime: "at",
  });
  await storeOf(app).insert("letters", [{ user_id: 1n, text: "x".repeat(1_000_000), at: "2025-11-07" }]);
  await storeOf(app).createFeatureView({ name: "letters_view", labelFg: "letters", joins: [] }, {});
  await offlineChanged(app);
  goTo(app, { view: "letters_view" });
  expect(await shareLink(app)).toEqual({ kind: "too_large" });
});

test("where the reader's own data has no view there is no link", async () => {
  const app = await openApp(OWN);
  expect(await shareLink(app)).toEqual({ kind: "no_view" });
});

test("a link is written for a projector where the reader has chosen so, and not where the reader has not", async () => {
  const app = await openApp(DEMO);
  expect((await read(app)).route.size).toBeNull();
  app.state.setState({ size: "large" });
  expect((await read(app)).route.size).toBe("large");
});

test("a link keeps the order of columns whose names are whole numbers", async () => {
  const app = await openApp(OWN);
  const columns = ["region", "day", "2024", "2023"];
  await storeOf(app).createFeatureGroup({
    name: "sales",
    schema: { region: "string", day: "timestamp", "2024": "float64", "2023": "float64" },
    columns,
    primaryKeys: ["region"],
    eventTime: "day",
  });
  await storeOf(app).insert("sales", [{ region: "north", day: "2024-01-01", "2023": 1.5, "2024": 2.5 }]);
  await storeOf(app).createFeatureView({ name: "v", labelFg: "sales", joins: [] }, {});
  await offlineChanged(app);
  const { dataset } = await read(app);
  expect(dataset.kind === "scenario" && dataset.scenario.groups[0]?.definition.columns).toEqual(columns);
});

test("data that knobs make is shared by its knobs, also where a reader has data of their own, which stays", async () => {
  const app = await openOwn(DEMO_SAMPLE);
  makeEdit(app, DELETED);
  goTo(app, { stage: "compare", show: "data", knobs: "reaction-0.5" });
  expect(shared(await shareLink(app))).toEqual({ kind: "link", dataset: OWN, rows: 0 });
  expect(await read(app)).toMatchObject({ route: { show: "data", knobs: "reaction-0.5" }, edits: [] });
});
