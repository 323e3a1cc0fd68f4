import { expect, test } from "vitest";
import type { Consequence, VariantModel } from "../../../compare/model/model-results";
import { daysWords, drawnWords, horizonWords, triedWords } from "./how-tried";

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
  origins: { asked: 3, cut: 3, possible: [1, 2, 3] },
  variants: [],
  noSignal: false,
};
const plain = (words: string) => words.replaceAll("\u00a0", " ");

test("it is said what learns, from what, and how often the answer is yes", () => {
  expect(plain(triedWords(FOUND))).toMatch(
    /^Logistic regression predicts churned = true, true of 9\.3 % of rows, from 2 features\. It sees 6 013 rows of 1 446 entities\./,
  );
  const number = { ...FOUND, task: "number", positive: null, baseRate: 12.5 } as const;
  expect(triedWords(number)).toMatch(/^Ridge regression predicts churned, 12\.500 on average, from/);
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

const DAY_US = 86_400_000_000n;

test("rows whose labels were not known yet are said not to be learned from", () => {
  expect(horizonWords(30n * DAY_US)).toBe(
    "Each part is predicted from the rows whose label was known when it began. A label is known 30 d after its row’s moment, so that the last 30 d before each part are not learned from.",
  );
  expect(horizonWords(0n)).toMatch(/when it began: those before it\.$/);
});

test("a part of one day is that day", () => {
  expect(daysWords(0n, DAY_US / 2n)).toBe("1 Jan 1970");
  expect(daysWords(0n, DAY_US)).toBe("1 Jan 1970 to 2 Jan 1970");
});
