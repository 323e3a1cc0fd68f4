import { expect, test } from "vitest";
import type { Consequence, VariantModel } from "../../../compare/model/model-results";
import { drawnWords, triedWords } from "./how-tried";

const FOUND: Consequence = {
  request: { label: null, features: null, folds: 3, seed: 7 },
  label: "churned",
  task: "class",
  positive: "true",
  metrics: ["auc"],
  features: ["amount", "topic"],
  leftOut: [],
  spineRows: { used: 6013, of: 6013 },
  entities: 1446,
  bands: { by: "entities", count: 1446 },
  baseRate: 0.0931,
  splits: [],
  variants: [],
  noSignal: false,
};
const plain = (words: string) => words.replaceAll("\u00a0", " ");

test("it is said what learns, from what, and how often the answer is yes", () => {
  expect(plain(triedWords(FOUND))).toMatch(
    /^Logistic regression predicts churned = true, true of 9\.3 % of rows, from 2 features\. It sees 6 013 rows of 1 446 entities\./,
  );
  const number = { ...FOUND, task: "number", positive: null, baseRate: 12.5 } as const;
  expect(triedWords(number)).toMatch(/^Ridge regression predicts churned, 12\.50 on average, from/);
});

test("bands are said to be of what they are drawn by", () => {
  expect(triedWords(FOUND)).toMatch(/drawing entities again, each with all its rows\.$/);
  const one = { ...FOUND, bands: { by: "stretches", count: 12 } } as const;
  expect(triedWords(one)).toMatch(/drawing stretches of time again\.$/);
});

test("a sample is called one, with the seed that it follows from", () => {
  const sampled = { ...FOUND, spineRows: { used: 20_000, of: 1_000_000 } };
  expect(plain(triedWords(sampled))).toContain("It sees 20 000 of 1 000 000 rows, drawn by seed 7, of 1 446");
  const model = (used: number, of: number) => ({ rows: { used, of } }) as VariantModel;
  expect(plain(drawnWords(model(20_000, 4_103_495), "ordinary join"))).toBe(
    "Of the 4 103 495 rows of ordinary join, 20 000 are drawn.",
  );
  expect(drawnWords(model(5, 5), "as of")).toBe("");
});
