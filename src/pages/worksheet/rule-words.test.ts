import { expect, test } from "vitest";
import { scenarioSliceNamed } from "../../timeline/scenario-slices";
import { ruleWords } from "./rule-words";

test.each([
  [
    "train",
    "It takes the latest payment of the last 4 days that was usable by then. A payment can be used 6 hours after it happened.",
  ],
  [
    "ttl-edge",
    "It takes the latest payment of the last 4 days that had happened by then. One of exactly that age still counts.",
  ],
  [
    "exact-match-off",
    "It takes the latest payment from before then. A payment of that very moment does not count.",
  ],
  [
    "created-time",
    "It takes the latest payment that was known by then. A payment is known once it was created.",
  ],
  [
    "tie",
    "It takes the latest payment that had happened by then. Of two of the same time the one further down in the list wins.",
  ],
  ["nearest", "It takes the nearest payment, before or after."],
])("ruleWords of the case %s say all that decides", (name, words) => {
  const { slice } = scenarioSliceNamed(name);
  const [join] = slice.joins;
  expect(join && ruleWords(slice, join)).toBe(words);
});
