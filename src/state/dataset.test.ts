import { expect, test } from "vitest";
import { pack } from "../scenario/packed";
import { DEMO_SAMPLE } from "../scenario/samples/demo-sample";
import { type Dataset, OWN, scenarioOf, storeNameOf } from "./dataset";
import { type ReadDataset, readPackedScenario, readSample } from "./route/read-link";

function dataset(read: ReadDataset): Dataset {
  if (!read.ok) throw new Error(read.problems.join(" "));
  return read.dataset;
}

test("the reader's own data has the app's own store", () => {
  expect(storeNameOf(OWN)).toBe("microfs");
  expect(scenarioOf(OWN)).toBeNull();
});

test("a sample has a store of its own", () => {
  const churn = dataset(readSample("churn"));
  expect(storeNameOf(churn)).toBe("microfs sample churn");
  expect(scenarioOf(churn)?.name).toBe("churn");
});

test("a scenario travels in the URL whole, and another one has another store", () => {
  const demo = dataset(readPackedScenario(pack(DEMO_SAMPLE)));
  expect(scenarioOf(demo)).toEqual(DEMO_SAMPLE);
  const other = dataset(readPackedScenario(pack({ ...DEMO_SAMPLE, title: "another" })));
  expect(storeNameOf(demo)).not.toBe(storeNameOf(other));
});
