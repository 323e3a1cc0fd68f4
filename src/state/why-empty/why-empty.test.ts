import { expect, test } from "vitest";
import { DEMO_SAMPLE } from "../../scenario/samples/demo-sample";
import type { Offer } from "../../why-empty/why-empty";
import type { App } from "../app";
import { storeOf } from "../connection";
import { undoEdit } from "../editing";
import { latestData } from "../query";
import { goTo } from "../route/go-to";
import { eventually } from "../testing/eventually";
import { DEMO, inOwnBrowser, openApp } from "../testing/open-app";
import { applyOffer, followWhyEmpty, takeBackMapping, takeBackOffer, whyEmptyStore } from "./why-empty";

inOwnBrowser();

const VIEW = DEMO_SAMPLE.view.name;
const offer = (change: Offer["change"]): Offer => ({
  change,
  byUs: null,
  assumes: null,
  isAtLeast: false,
  fills: 1,
  filled: 1,
  filledIn: [1],
  emptied: 0,
});
const TWO_EDITS = offer({
  kind: "edits",
  edits: [
    { kind: "rule", join: 0, ttlUs: "1" },
    { kind: "rule", join: 0, delayUs: "2" },
  ],
});
const editsOf = (app: App) => app.state.getState().document.edits;
const applied = (app: App) => app.part(whyEmptyStore).getState().applied;

test("a change of two edits is one step, and undo takes it back whole", async () => {
  const app = await openApp(DEMO, "train");
  const stop = followWhyEmpty(app);
  applyOffer(app, TWO_EDITS);
  expect(editsOf(app)).toEqual([
    { kind: "rule", view: VIEW, join: 0, ttlUs: "1" },
    { kind: "rule", view: VIEW, join: 0, delayUs: "2" },
  ]);
  expect(applied(app)?.offer).toBe(TWO_EDITS);
  undoEdit(app);
  expect(editsOf(app)).toEqual([]);
  // It is not the last change any more.
  expect(applied(app)).toBeNull();
  stop();
});

test("other columns to join on are a change of the view, and taken back as one", async () => {
  const app = await openApp(DEMO, "train");
  const join = async () => (await storeOf(app).overview()).views[0]?.definition.joins[0]?.on;
  const before = await join();
  applyOffer(app, offer({ kind: "mapping", join: 0, on: [["activity_count", "user_id"]] }));
  await eventually(async () => expect(await join()).toEqual({ activity_count: "user_id" }));
  expect(editsOf(app)).toEqual([]);
  expect(takeBackMapping(app)).toBe(true);
  await eventually(async () => expect(await join()).toEqual(before));
  applyOffer(app, TWO_EDITS);
  expect(takeBackMapping(app)).toBe(false);
  takeBackOffer(app);
  expect(editsOf(app)).toEqual([]);
});

test("the page is counted only while it is looked at, and anew when something was edited", async () => {
  const app = await openApp(DEMO, "train");
  const stop = followWhyEmpty(app);
  const { summary } = app.part(whyEmptyStore).getState();
  expect(summary.status).toBe("idle");
  goTo(app, { empty: true });
  const emptyCells = () => latestData(app.part(whyEmptyStore).getState().summary)?.emptyCells;
  await eventually(() => expect(emptyCells()).toBeDefined());
  const before = emptyCells();
  applyOffer(app, offer({ kind: "edits", edits: [{ kind: "rule", join: 0, ttlUs: "1" }] }));
  await eventually(() => expect(emptyCells()).not.toBe(before));
  stop();
});
