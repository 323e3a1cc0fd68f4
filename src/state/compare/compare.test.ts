import { expect, test } from "vitest";
import { goTo } from "../route/go-to";
import { eventually } from "../testing/eventually";
import { inProcessWorker } from "../testing/in-process-worker";
import { DEMO, inOwnBrowser, openApp } from "../testing/open-app";
import { cancelConsequence, compareStore, followCompare, retryConsequence } from "./compare";

inOwnBrowser();

test("counts come first, then the models; stopped they stay so until they are asked for again", async () => {
  const worker = inProcessWorker();
  const app = await openApp(DEMO, "compare", worker);
  const state = () => app.part(compareStore).getState();
  const stopOnce = app.part(compareStore).subscribe(({ summary, consequence }) => {
    if (consequence.status !== "fetching") return;
    expect(summary.status).toBe("ready");
    stopOnce();
    cancelConsequence(app);
  });
  followCompare(app);
  await eventually(() => expect(state().consequence.status).toBe("failed"));
  expect(state().consequence).toMatchObject({ status: "failed", error: { name: "AbortError" } });
  const asked = worker.calls.length;
  goTo(app, { below: "nearest" });
  expect(worker.calls).toHaveLength(asked);

  retryConsequence(app);
  // Four rows teach nothing, and that is an answer.
  await eventually(() =>
    expect(state().consequence).toMatchObject({ status: "ready", data: { kind: expect.any(String) } }),
  );
});

test("another seed, label, or set of features is another question", async () => {
  const app = await openApp(DEMO, "compare");
  const state = () => app.part(compareStore).getState();
  followCompare(app);
  const request = () => {
    const { consequence } = state();
    return consequence.status === "idle" ? null : JSON.parse(consequence.key.request);
  };
  await eventually(() => expect(request()).toEqual({ label: null, features: null, folds: 3, seed: 1 }));
  goTo(app, { label: "activity_count", features: "total_spend", folds: 1, seed: 9 });
  expect(request()).toEqual({ label: "activity_count", features: ["total_spend"], folds: 1, seed: 9 });
});

test("another page, another join or coming back trains nothing again", async () => {
  const worker = inProcessWorker();
  const app = await openApp(DEMO, "compare", worker);
  const found = () => app.part(compareStore).getState().consequence;
  followCompare(app);
  await eventually(() => expect(found().status).toBe("ready"));
  const [first, asked] = [found(), worker.calls.filter((call) => call === "compare").length];
  goTo(app, { show: "cost", above: "nearest", below: "forward" });
  goTo(app, { stage: "train" });
  goTo(app, { stage: "compare", show: "differences" });
  expect(found()).toBe(first);
  expect(worker.calls.filter((call) => call === "compare")).toHaveLength(asked);
});
