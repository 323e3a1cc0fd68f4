import { expect, test } from "vitest";
import type { FeatureViewDefinition } from "../../microfs/core";
import { changeWords } from "./change-words";

const A = { fgName: "payments", on: "user" };
const B = { fgName: "tickets", on: "user" };
const VIEW: FeatureViewDefinition = { name: "v", labelFg: "asked", joins: [A, B], label: "churned" };

test.each<[string, Partial<FeatureViewDefinition> | null]>([
  ["The view v was deleted.", null],
  ["The rows to predict are those of payments now.", { labelFg: "payments", joins: [] }],
  ["tickets is no longer joined.", { joins: [A] }],
  ["plans is joined now.", { joins: [A, B, { fgName: "plans", on: "user" }] }],
  ["The label is left now.", { label: "left" }],
  ["The view has no label now.", { label: undefined }],
  ["When the label is known was changed.", { labelHorizon: "30d" }],
  ["The join with tickets was changed.", { joins: [A, { ...B, ttl: "1d" }] }],
])("%s", (words, change) => {
  expect(changeWords("v", VIEW, change && { ...VIEW, ...change })).toBe(words);
});
