import { expect, test } from "vitest";
import { type Comparison, expiryWords, whyDiffer } from "./why-differ";

// Times are small numbers; the training row stands at 10, where its join took the row of 5.
const base: Comparison = {
  status: "found",
  servedUs: 5n,
  nowUs: 20n,
  ttlUs: null,
  allowExactMatches: true,
  tUs: 10n,
  trainedUs: 5n,
  reason: "chosen",
  isLeak: false,
  direction: "backward",
};

test.each<[string, Partial<Comparison>]>([
  ["never materialized", { status: "not_found", servedUs: null }],
  ["expired since: 15 µs old now, 5 µs then; TTL 7 µs", { status: "expired", ttlUs: 7n }],
  ["a row of that very moment, 10: exact matches are off", { servedUs: 10n, allowExactMatches: false }],
  [
    "a row of that very moment, 10: exact matches are off",
    { servedUs: 10n, trainedUs: null, reason: "future_only", allowExactMatches: false },
  ],
  [
    "a row of that very moment, 10: exact matches are off",
    { servedUs: 10n, trainedUs: 12n, direction: "forward", allowExactMatches: false },
  ],
  ["a later row: 10, not known yet on 10", { servedUs: 10n }],
  ["the online row is from after now", { status: "future", servedUs: 99n }],
  ["a later row: 12, after 10", { servedUs: 12n }],
  ["a later row: 8, not known yet on 10", { servedUs: 8n }],
  ["the store is behind: 5 was never materialized", { servedUs: 3n }],
  ["corrected: same moment, known later", {}],
  ["happened 12, after 10", { servedUs: 12n, trainedUs: null, reason: "future_only" }],
  ["not known yet on 10", { trainedUs: null, reason: "not_yet_known" }],
  ["too old on 10, a newer row came since", { servedUs: 12n, trainedUs: null, reason: "expired" }],
  ["the training row’s key is null", { trainedUs: null, reason: "null_key" }],
  [
    "a leak: the “latest” join took what was not known on 10",
    { direction: "latest", isLeak: true, trainedUs: 12n },
  ],
  [
    "a leak: the training join took what was not known on 10",
    { isLeak: true, status: "expired", trainedUs: 12n },
  ],
])("%s", (words, change) => {
  expect(whyDiffer({ ...base, ...change }, String)).toBe(words);
});

test.each([
  [[], ""],
  [
    ["payments"],
    "payments has expired since: its age is counted from now here, from the row’s moment there.",
  ],
  [
    ["payments", "usage"],
    "payments and usage have expired since: an age is counted from now here, from the row’s moment there.",
  ],
])("an expiry is set against training: %j", (sources, words) => {
  expect(expiryWords(sources)).toBe(words);
});
