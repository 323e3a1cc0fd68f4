import { expect, test } from "vitest";
import { freeName, groupNameOf } from "./group-name";

test.each([
  ["payments.csv", "payments"],
  ["User Payments (1).csv", "user_payments_1"],
  ["2025-11.tsv", "2025_11"],
  ["archive.csv.txt", "archive"],
  ["Zahlungen für März.CSV", "zahlungen_für_märz"],
  ["支払い.csv", "支払い"],
  [".csv", "rows"],
  ["???", "rows"],
])("the file %s makes the group %s", (file, group) => {
  expect(groupNameOf(file)).toBe(group);
});

test("a name that is taken gets the first number that is free", () => {
  expect(freeName("a", new Set())).toBe("a");
  expect(freeName("a", new Set(["a"]))).toBe("a_2");
  expect(freeName("a", new Set(["a", "a_2", "a_3"]))).toBe("a_4");
});
