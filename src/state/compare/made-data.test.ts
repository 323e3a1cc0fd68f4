import { expect, test } from "vitest";
import { goTo } from "../route/go-to";
import { eventually } from "../testing/eventually";
import { DEMO, inOwnBrowser, openApp } from "../testing/open-app";
import { followMadeData, isCurveOfOther, madeDataStore } from "./made-data";

inOwnBrowser();

const knobsOf = (reaction: number) => `reaction-${reaction}_entities-50`;

test("of a knob that is slid a curve is made where it comes to rest, and until then the one before is of others", async () => {
  const app = await openApp(DEMO, "compare");
  goTo(app, { show: "data", knobs: knobsOf(0) });
  const made = app.part(madeDataStore);
  const asked: (string | null)[] = [];
  made.subscribe(({ curve }, before) => {
    if (curve.status === "fetching" && curve !== before.curve) asked.push(curve.key.knobs);
  });
  const stop = followMadeData(app);
  const isReady = (reaction: number) =>
    eventually(() => {
      const { curve } = made.getState();
      expect(curve.status === "ready" && curve.data.reaction).toBe(reaction);
    });
  await isReady(0);
  for (const reaction of [0.05, 0.1, 0.15]) goTo(app, { knobs: knobsOf(reaction) }, "replace");
  expect(isCurveOfOther(made.getState(), knobsOf(0.15))).toBe(true);
  await isReady(0.15);
  expect(isCurveOfOther(made.getState(), knobsOf(0.15))).toBe(false);
  expect(asked).toEqual([knobsOf(0), knobsOf(0.15)]);
  stop();
});
