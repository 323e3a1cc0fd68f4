import { expect, test } from "vitest";
import { pack } from "../../scenario/packed";
import { DEMO_SAMPLE } from "../../scenario/samples/demo-sample";
import * as reader from "./read-link";
import { bringsData, OWN, scenarioOf, storeNameOf, takeSource, withSource } from "./source";

test("an address without a source is the reader's own data", () => {
  expect(takeSource("/lab/train?row=3", null)).toEqual({
    source: OWN,
    rest: "/lab/train?row=3",
    problems: [],
  });
  expect(withSource("/lab/train?row=3", OWN)).toBe("/lab/train?row=3");
  expect(storeNameOf(OWN)).toBe("microfs");
});

test("a sample is named in the address and has a store of its own", () => {
  const { source, rest } = takeSource("/lab/train?row=3&sample=churn", reader);
  expect(rest).toBe("/lab/train?row=3");
  expect(withSource(rest, source)).toBe("/lab/train?row=3&sample=churn");
  expect(storeNameOf(source)).toBe("microfs sample churn");
  expect(scenarioOf(source)?.name).toBe("churn");
});

test("a scenario travels in the address whole, and another one has another store", () => {
  const packed = pack(DEMO_SAMPLE);
  const { source, rest } = takeSource(withSource("/lab/train", { kind: "scenario", packed }), reader);
  expect(rest).toBe("/lab/train");
  expect(scenarioOf(source)).toEqual(DEMO_SAMPLE);
  const other = { kind: "scenario", packed: pack({ ...DEMO_SAMPLE, title: "another" }) } as const;
  expect(storeNameOf(source)).not.toBe(storeNameOf(other));
});

test.each([
  ["/lab?sample=nothing", "There is no sample “nothing”; there are demo and churn."],
  ["/lab?scenario=garbage", "The data that it carries is damaged: ask for the link again."],
  [`/lab?scenario=${pack({ version: 1 })}`, "The data that it carries makes no sense:"],
])("a bad source is the reader's own, and is said: %s", (address, problem) => {
  const { source, problems } = takeSource(address, reader);
  expect(source).toBe(OWN);
  expect(problems).toContain(problem);
});

test.each([
  ["/", false],
  ["/lab/train?row=3&phase=write_cell", false],
  ["/lab/train?sample=churn", true],
  ["/lab/train?row=3&scenario=1abc", true],
  ["/lab/train?edits=1abc", true],
])("whether %s brings data or edits: %s", (address, brings) => {
  expect(bringsData(address)).toBe(brings);
});
