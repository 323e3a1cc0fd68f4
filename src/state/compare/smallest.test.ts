import { expect, test } from "vitest";
import { CHURN_SAMPLE } from "../../scenario/samples/churn-sample";
import type { SmallestExample } from "../../worker/compare/compare-results";
import type { App } from "../app";
import { makeEdit } from "../editing";
import { goTo } from "../route/go-to";
import { readLink } from "../route/read-link";
import { readUrl } from "../route/url";
import { eventually } from "../testing/eventually";
import { inProcessWorker } from "../testing/in-process-worker";
import { DEMO, inOwnBrowser, openApp, sampleOf } from "../testing/open-app";
import { chooseBlur, exampleUrl, followSmallest, smallestRows, smallestStore } from "./smallest";

inOwnBrowser();

async function exampleOf(app: App): Promise<SmallestExample | null> {
  let found: SmallestExample | null = null;
  await eventually(() => {
    const { example } = app.part(smallestStore).getState();
    if (example.status !== "ready") throw new Error(`not ready: ${example.status}`);
    found = example.data;
  });
  return found;
}

test("the example follows the row, the two joins, the edits and the blur", async () => {
  const app = await openApp(DEMO, "compare");
  const stop = followSmallest(app);
  // User 1 on 1 November: the one payment is of the 3rd.
  goTo(app, { row: 0 });
  const first = await exampleOf(app);
  expect([first?.above.values, first?.below.values, first?.rows]).toEqual([[null], [100.5], 2]);
  goTo(app, { smallest: true });
  chooseBlur(app, true);
  const below = (values: readonly number[]) => () => {
    const { example } = app.part(smallestStore).getState();
    expect(example.status === "ready" && example.data?.below.values).toEqual(values);
  };
  await eventually(below([1]));
  // Closed, and opened again, it is as it is.
  goTo(app, { smallest: false });
  await eventually(below([100.5]));
  goTo(app, { smallest: true });
  expect(app.part(smallestStore).getState().blur).toBe(false);
  goTo(app, { below: "own", smallest: false });
  await eventually(() => {
    const { example } = app.part(smallestStore).getState();
    expect(example.status === "ready" && example.data).toBeNull();
  });
  expect(smallestRows(app.part(smallestStore).getState())).toBeNull();
  stop();
});

test("an edit is in the example as if it were stored", async () => {
  const app = await openApp(DEMO, "compare");
  const stop = followSmallest(app);
  goTo(app, { row: 0 });
  await exampleOf(app);
  makeEdit(app, { kind: "set", group: "user_payments", row: 0, values: { total_spend: 77 } });
  await eventually(() => {
    const { example } = app.part(smallestStore).getState();
    expect(example.status === "ready" && example.data?.below.values).toEqual([77]);
  });
  stop();
});

test("a link to an example of the churn sample is under 2 kB, and opens on all of it in Compare", async () => {
  const app = await openApp(sampleOf(CHURN_SAMPLE), "compare");
  const stop = followSmallest(app);
  const made = await exampleOf(app);
  if (made === null) throw new Error("the first row must differ");
  const url = exampleUrl(made, { theme: null, size: null });
  expect(`https://example.org/microfs/#${url}`.length).toBeLessThan(2000);
  const reader = await readLink(async () => inProcessWorker(), url);
  const { route, dataset, problems } = readUrl(url, reader);
  expect(problems).toEqual([]);
  expect([route.stage, route.show, route.above, route.below]).toEqual(["compare", "row", "own", "latest"]);
  expect(dataset.kind === "scenario" && dataset.scenario).toEqual(made.scenario);
  stop();
});
