import { expect, test } from "vitest";
import { scenarioSliceNamed } from "../scenario-slices";
import { entityName, entityWord, groupNoun } from "./nouns";

test.each([
  ["user_id", "user"],
  ["customerId", "customer"],
  ["store code", "store"],
  ["country", "country"],
  ["id", "id"],
  ["__proto__", "proto"],
  ["_", "_"],
])("the key column %s names a %s", (column, word) => {
  expect(entityWord(column)).toBe(word);
});

test.each([
  ["user_payments", "payment", "payments"],
  ["support_tickets", "support ticket", "support tickets"],
  ["deliveries", "delivery", "deliveries"],
  ["purchases", "purchase", "purchases"],
  ["batches", "batch", "batches"],
  ["user_activity", "row of user_activity", "rows of user_activity"],
  ["usage", "row of usage", "rows of usage"],
  ["status", "row of status", "rows of status"],
  ["user_series", "row of user_series", "rows of user_series"],
  ["address", "row of address", "rows of address"],
  ["users", "user", "users"],
  ["user", "row of user", "rows of user"],
  ["gps", "row of gps", "rows of gps"],
  ["платежи", "row of платежи", "rows of платежи"],
  ["constructor", "row of constructor", "rows of constructor"],
])("a row of %s is a %s", (group, one, many) => {
  expect(groupNoun(group, ["user"])).toEqual({ one, many });
});

test("the entity is named by all its keys", () => {
  const { slice } = scenarioSliceNamed("train");
  expect(entityName(slice)).toBe("user 2");
  expect(
    entityName({ ...slice, entity: [...slice.entity, { column: "store_id", type: "string", value: "A7" }] }),
  ).toBe("user 2, store A7");
});
