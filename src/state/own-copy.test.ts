import { expect, test } from "vitest";
import { DEMO_SAMPLE } from "../scenario/samples/demo-sample";
import type { App } from "./app";
import { editedSlice, makeEdit, redoEdit, resetEdits, undoEdit } from "./editing";
import { isCopied, isOriginalShown, showOriginal } from "./own-copy";
import { latestData } from "./query";
import { goTo } from "./route/go-to";
import { eventually } from "./testing/eventually";
import { DEMO, inOwnBrowser, openApp, openOwn } from "./testing/open-app";

inOwnBrowser();

const WITHOUT_PAYMENT = { kind: "delete", group: "user_payments", row: 1 } as const;

/** Per training row of the demo the payment that it takes, −1 for none: in the table and, of the row looked at, in the picture. */
async function shows(app: App, expected: readonly number[], candidates: number) {
  await eventually(() => {
    const { training } = app.state.getState();
    expect(training.status).toBe("ready");
    expect([...(latestData(training)?.joins[0]?.index ?? [])]).toEqual(expected);
    expect(app.part(editedSlice)(app.state.getState())?.joins[0]?.rows).toHaveLength(candidates);
  });
}

async function openChanged(): Promise<App> {
  const app = await openApp(DEMO, "train");
  goTo(app, { row: 3 });
  await shows(app, [-1, -1, 1, 0], 1);
  makeEdit(app, WITHOUT_PAYMENT);
  await shows(app, [-1, -1, -1, 0], 0);
  return app;
}

test("the original is looked at in table and picture, and left again; the changes are kept all the while", async () => {
  const app = await openChanged();
  const { document } = app.state.getState();
  showOriginal(app, true);
  await shows(app, [-1, -1, 1, 0], 1);
  expect(app.state.getState().document).toBe(document);
  showOriginal(app, false);
  await shows(app, [-1, -1, -1, 0], 0);
});

test("starting over is one step that undo takes back, and leads to what was changed", async () => {
  const app = await openChanged();
  makeEdit(app, { kind: "rule", join: 0, ttlUs: "0" });
  showOriginal(app, true);
  resetEdits(app);
  expect(isOriginalShown(app.state.getState())).toBe(false);
  await shows(app, [-1, -1, 1, 0], 1);
  undoEdit(app);
  expect(app.state.getState().document.edits).toHaveLength(2);
  await shows(app, [-1, -1, -1, -1], 0);
});

test("any change leads back to the copy", async () => {
  const app = await openChanged();
  for (const change of [
    undoEdit,
    redoEdit,
    (of: App) => makeEdit(of, { kind: "rule", join: 0, ttlUs: "0" }),
  ]) {
    showOriginal(app, true);
    change(app);
    expect(isOriginalShown(app.state.getState())).toBe(false);
  }
});

test("a stage that does not say which of the two it shows, shows the copy", async () => {
  const app = await openChanged();
  showOriginal(app, true);
  goTo(app, { stage: "compare" });
  expect(isOriginalShown(app.state.getState())).toBe(false);
  goTo(app, { stage: "train" });
  expect(isOriginalShown(app.state.getState())).toBe(true);
});

test("what is a reader's own is no copy", async () => {
  expect(isCopied((await openApp(DEMO)).state.getState())).toBe(true);
  expect(isCopied((await openOwn(DEMO_SAMPLE)).state.getState())).toBe(false);
});
