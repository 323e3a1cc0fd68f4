import { expect, test } from "vitest";
import { CellFlag } from "../microfs/core";
import type { App } from "./app";
import { editedSlice, makeEdit } from "./editing";
import { latestData } from "./query";
import { goTo } from "./route/go-to";
import { eventually } from "./testing/eventually";
import { DEMO, inOwnBrowser, openApp } from "./testing/open-app";
import type { Training } from "./training";

inOwnBrowser();

/** Per training row of the demo the payment that it takes, −1 for none; a leak with a "!". */
function taken({ joins }: Training): string[] {
  const [payments] = joins;
  return Array.from(payments?.index ?? [], (row, at) =>
    ((payments?.flags[at] ?? 0) & CellFlag.leak) === 0 ? String(row) : `${row}!`,
  );
}

async function shows(app: App, expected: readonly string[]) {
  await eventually(() => {
    const { training } = app.state.getState();
    expect(training.status).toBe("ready");
    const data = latestData(training);
    expect(data && taken(data)).toEqual(expected);
  });
}

const AS_OF = ["-1", "-1", "1", "0"];
const LATEST = ["0!", "1!", "1", "0"];

test("looking at the latest value shows what it would leak, in the table and in the picture", async () => {
  const app = await openApp(DEMO, "train");
  await shows(app, AS_OF);
  goTo(app, { rule: "latest" });
  await shows(app, LATEST);
  expect(latestData(app.state.getState().training)?.totals.leaks).toBe(2);
  const slice = app.part(editedSlice)(app.state.getState());
  expect(slice?.joins.map(({ rule }) => [rule.direction, rule.ttlUs])).toEqual([["latest", null]]);
  goTo(app, { rule: "as-of" });
  await shows(app, AS_OF);
});

test("it is a way of looking: there is no edit, nothing to undo, and other stages have the view's own join", async () => {
  const app = await openApp(DEMO, "train");
  goTo(app, { rule: "latest" });
  await shows(app, LATEST);
  expect(app.state.getState().document).toMatchObject({ edits: [], earlier: [] });
  goTo(app, { stage: "code" });
  await shows(app, AS_OF);
});

test("edits lie under it", async () => {
  const app = await openApp(DEMO, "train");
  goTo(app, { rule: "latest" });
  makeEdit(app, { kind: "delete", group: "user_payments", row: 1 });
  await shows(app, ["0!", "-1", "-1", "0"]);
});
