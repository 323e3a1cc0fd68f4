import { expect, test } from "vitest";
import type { FeatureViewDefinition } from "../../microfs/core";
import { takenBack } from "./taken-back";

const A = { fgName: "a", on: "user" };
const B = { fgName: "b", on: "user" };
const C = { fgName: "c", on: "user" };
const VIEW: FeatureViewDefinition = { name: "v", labelFg: "asked", joins: [A, B] };

test.each<[string, Partial<FeatureViewDefinition>]>([
  ["a join that was taken out, where it stood", { joins: [B] }],
  ["a join that was added", { joins: [A, B, C] }],
  ["a rule that was changed", { joins: [{ ...A, ttl: "1d" }, B] }],
  ["other columns", { joins: [{ ...A, on: { shop: "user" } }, B] }],
  ["a label", { label: "churned" }],
  ["another spine", { labelFg: "other", joins: [] }],
])("%s is taken back, to the very definition before", (_, change) => {
  const after = { ...VIEW, ...change };
  expect(takenBack(after, VIEW, after)).toEqual(VIEW);
});

test.each<
  [string, Partial<FeatureViewDefinition>, Partial<FeatureViewDefinition>, Partial<FeatureViewDefinition>]
>([
  [
    "a label, under a rule",
    { label: "churned" },
    { joins: [{ ...A, ttl: "1d" }, B] },
    { joins: [{ ...A, ttl: "1d" }, B] },
  ],
  [
    "a rule, under another part of it",
    { joins: [{ ...A, ttl: "1d" }, B] },
    { joins: [{ ...A, ttl: "1d", delay: "1h" }, B] },
    { joins: [{ ...A, delay: "1h" }, B] },
  ],
  ["a join that went, under one that came", { joins: [B] }, { joins: [B, C] }, { joins: [A, B, C] }],
  [
    "a rule of a join that is gone since",
    { joins: [{ ...A, ttl: "1d" }, B] },
    { joins: [B] },
    { joins: [B] },
  ],
])("%s is taken back, and what was changed since stays", (_, change, since, left) => {
  const after = { ...VIEW, ...change };
  expect(takenBack({ ...after, ...since }, VIEW, after)).toEqual({
    ...VIEW,
    ...change,
    ...left,
    label: undefined,
  });
});
