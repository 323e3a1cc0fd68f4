import { expect, test } from "vitest";
import { pack } from "../scenario/packed";
import { DEMO_SAMPLE } from "../scenario/samples/demo-sample";
import { datasetFor, OWN, scenarioOf, storeNameOf } from "./dataset";

function dataset(of: { sample?: string; scenario?: string }) {
  const read = datasetFor({ sample: of.sample ?? null, scenario: of.scenario ?? null });
  if (!read.ok) throw new Error(read.problems.join(" "));
  return read.dataset;
}

test("without a name it is the reader's own data", () => {
  expect(dataset({})).toBe(OWN);
  expect(storeNameOf(OWN)).toBe("microfs");
  expect(scenarioOf(OWN)).toBeNull();
});

test("a sample has a store of its own", () => {
  const churn = dataset({ sample: "churn" });
  expect(storeNameOf(churn)).toBe("microfs sample churn");
  expect(scenarioOf(churn)?.name).toBe("churn");
});

test("a scenario travels in the URL whole, and another one has another store", () => {
  const demo = dataset({ scenario: pack(DEMO_SAMPLE) });
  expect(scenarioOf(demo)).toEqual(DEMO_SAMPLE);
  const other = dataset({ scenario: pack({ ...DEMO_SAMPLE, title: "another" }) });
  expect(storeNameOf(demo)).not.toBe(storeNameOf(other));
});
