import { expect, test } from "vitest";
import { CASE_GROUPS } from "../../scenario/cases/cases";
import { caseName, filteredGroups } from "./case-words";

const found = (text: string) =>
  filteredGroups(CASE_GROUPS, text).flatMap(({ entries }) => entries.map(({ scenario }) => scenario.name));

test.each([
  ["ttl-edge", "TTL edge"],
  ["step-1-find", "Step 1: find"],
  ["no-entity", "No entity"],
])("%s is called %s", (name, words) => {
  expect(caseName({ name })).toBe(words);
});

test.each<[string, string[]]>([
  ["ttl", ["ttl-edge", "ttl-zero", "expired"]],
  ["TTL edge", ["ttl-edge"]],
  // What it is about, whatever it is called.
  ["happened delay", ["not-yet-known"]],
  ["directions leak", ["nearest", "nearest-tie", "forward", "latest", "latest-expired"]],
  ["  null   key ", ["null-key"]],
  ["no such words", []],
])("“%s” finds the cases that say it", (text, names) => {
  expect(found(text).sort()).toEqual(names.sort());
});

test("without words there are all", () => {
  expect(filteredGroups(CASE_GROUPS, " ")).toEqual(CASE_GROUPS);
});
