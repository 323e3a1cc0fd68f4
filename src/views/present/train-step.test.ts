import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import type { EntitySlice } from "../../microfs/core";
import { carriedRows } from "../../present/plan";
import { prepareStep } from "../../present/prepare-step";
import { DEMO_SAMPLE } from "../../scenario/samples/demo-sample";
import type { Scenario } from "../../scenario/scenario";
import type { App } from "../../state/app";
import { makeEdit } from "../../state/editing";
import { goTo } from "../../state/route/go-to";
import { eventually } from "../../state/testing/eventually";
import { DEMO, inOwnBrowser, openApp, openOwn } from "../../state/testing/open-app";
import { currentStep } from "../train/steps/current-step";
import { trainStep } from "./train-step";

inOwnBrowser();

/** What of a picture does not depend on how rows are numbered. */
function drawn({ entity, spine, joins }: EntitySlice) {
  return {
    entity,
    times: [...spine.timesUs],
    values: spine.columns.map(({ name, values }) => [name, values]),
    joins: joins.map((join) => ({
      times: [...join.eventTimesUs],
      rule: join.rule,
      values: join.columns.map(({ name, values }) => [name, values]),
    })),
  };
}

async function onScreen(app: App) {
  await eventually(() => expect(app.part(currentStep)(app.state.getState())).not.toBeNull());
  const step = app.part(currentStep)(app.state.getState());
  if (step === null) throw new Error("no step is on the screen");
  return step;
}

/** Makes a step of what Train shows, and prepares it as a reader of the plan would. */
async function made(app: App) {
  const shown = await onScreen(app);
  const { step, rows } = (await trainStep(app)) ?? {};
  if (step?.kind !== "picture") throw new Error("no picture was made");
  const prepared = await prepareStep(JSON.parse(JSON.stringify(step)));
  expect(prepared.problem).toBeNull();
  const picture = prepared.picture;
  if (picture === null) throw new Error("it has no picture");
  return { shown, step, rows, picture };
}

const AT = { row: 2, join: 0, phase: "keep_latest" } as const;

test("a sample is named, and nothing of it is carried", async () => {
  const app = await openApp(DEMO, "train");
  goTo(app, { ...AT, from: 1_762_000_000_000_000, to: 1_763_000_000_000_000, column: "total_spend" });
  const { shown, step, rows, picture } = await made(app);
  expect(rows).toBe(0);
  expect(step).toMatchObject({ of: { kind: "sample", name: "demo" }, at: AT, rule: "as-of", walks: false });
  expect(drawn(picture.slice)).toEqual(drawn(shown.slice));
  expect(picture).toMatchObject({
    column: "total_spend",
    window: { fromUs: 1_762_000_000_000_000, toUs: 1_763_000_000_000_000 },
  });
});

test("the edits go along, and the latest value is a way of showing it", async () => {
  const app = await openApp(DEMO, "train");
  makeEdit(app, { kind: "rule", join: 0, delayUs: "3600000000" });
  makeEdit(app, { kind: "set", group: "user_payments", row: 0, values: { total_spend: 7 } });
  goTo(app, { ...AT, rule: "latest" });
  const { shown, step, picture } = await made(app);
  expect(step).toMatchObject({ of: { kind: "sample" }, rule: "latest" });
  expect(step.edits).toHaveLength(2);
  expect(drawn(picture.slice)).toEqual(drawn(shown.slice));
});

/** The demo with a payment that is the reader's own. */
const OWN_DATA: Scenario = {
  ...DEMO_SAMPLE,
  groups: DEMO_SAMPLE.groups.map((group) =>
    group.definition.name === "user_payments" && group.rows.kind === "inline"
      ? {
          ...group,
          rows: {
            ...group.rows,
            rows: [
              ...group.rows.rows,
              ...["1", "2"].map((user_id) => ({
                user_id,
                total_spend: 7,
                timestamp: "2025-11-02T09:00:00Z",
              })),
            ],
          },
        }
      : group,
  ),
};

test("a sample that was loaded among own data carries nothing of one's own", async () => {
  const app = await openOwn(DEMO_SAMPLE);
  goTo(app, { stage: "train", ...AT });
  const { shown, step, rows, picture } = await made(app);
  expect(rows).toBe(0);
  expect(step.of).toEqual({ kind: "sample", name: "demo" });
  expect(drawn(picture.slice)).toEqual(drawn(shown.slice));
});

test("of own data the entity on the screen travels, and nobody else, with its edits", async () => {
  const app = await openOwn(OWN_DATA);
  goTo(app, { stage: "train", ...AT });
  await onScreen(app);
  makeEdit(app, { kind: "rule", join: 0, delayUs: "3600000000" });
  const { shown, step, rows, picture } = await made(app);
  if (step.of.kind !== "scenario") throw new Error(step.of.kind);
  expect(drawn(picture.slice)).toEqual(drawn(shown.slice));
  const { slice } = shown;
  expect(rows).toBe(slice.spine.rows.length + (slice.joins[0]?.rows.length ?? 0));
  expect(carriedRows({ steps: [step] })).toBe(rows);
  const [user] = slice.entity;
  const users = step.of.scenario.groups.flatMap((group) =>
    group.rows.kind === "inline" ? group.rows.rows.map((row) => String(row.user_id)) : [],
  );
  expect(new Set(users)).toEqual(new Set([String(user?.value)]));
});
