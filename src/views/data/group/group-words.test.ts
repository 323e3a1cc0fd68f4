import { expect, test } from "vitest";
import { PAYMENTS_GROUP } from "../../../state/imports/testing/draft-of";
import { definitionFacts, groupSentence } from "./group-words";

const texts = (definition: Partial<(typeof PAYMENTS_GROUP)["definition"]>) =>
  definitionFacts({ ...PAYMENTS_GROUP, definition: { ...PAYMENTS_GROUP.definition, ...definition } }).map(
    ({ text }) => text,
  );

test("a group is one sentence of rows, entities and days", () => {
  const days = { firstUs: 1_761_955_200_000_000n, lastUs: 1_762_387_200_000_000n };
  expect(groupSentence({ ...PAYMENTS_GROUP, ...days })).toBe(
    "payments has 2 rows of 1 entity, from 1 Nov 2025 to 6 Nov 2025.",
  );
  expect(groupSentence({ ...PAYMENTS_GROUP, ...days, lastUs: days.firstUs + 1n })).toBe(
    "payments has 2 rows of 1 entity, all of 1 Nov 2025.",
  );
  expect(groupSentence({ ...PAYMENTS_GROUP, numRows: 0, firstUs: null, lastUs: null })).toBe(
    "payments has no rows yet.",
  );
});

test("its definition is said in words: key, when it happened, when it was known, how long it counts", () => {
  expect(texts({})).toEqual(["user_id", "at at", "as soon as it happened", "at any age"]);
  expect(texts({ createdTime: "made_at", ttl: "36h" })).toEqual([
    "user_id",
    "at at",
    "at made_at",
    "until it is 1 d 12 h old",
  ]);
  expect(texts({ delay: "2h" })[2]).toBe("2 h after it happened");
  expect(texts({ createdTime: "made_at", delay: "2h" })[2]).toBe("2 h after made_at");
});
