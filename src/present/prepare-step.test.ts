import { describe, expect, test } from "vitest";
import { explainSlice, joinSlice } from "../microfs/core";
import { CASES } from "../scenario/cases/cases";
import { classAnswers } from "./answers";
import { actsOf } from "./frames";
import type { PlanStep } from "./plan";
import { type PreparedStep, prepareStep, restated } from "./prepare-step";

type Picture = Extract<PlanStep, { kind: "picture" }>;

const QUESTION: PlanStep = {
  kind: "question",
  minutes: 2,
  lesson: "look-left",
  question: "first",
  variant: 0,
  votes: 1,
};
const PICTURE: Picture = {
  kind: "picture",
  minutes: 2,
  of: { kind: "case", name: "latest" },
  edits: [],
  at: { row: 0, join: 0, phase: "write_cell" },
  rule: "as-of",
  walks: false,
};

test("what most of a class have handed in has a letter, though the question would not offer it by itself", async () => {
  const step: PlanStep = { ...QUESTION, lesson: "too-old", question: "first" };
  const idsOf = ({ asked }: PreparedStep) =>
    asked === null ? [] : classAnswers(asked).map(({ option }) => option.id);
  const plain = await prepareStep(step);
  const left = plain.asked?.options.find(({ id }) => !idsOf(plain).includes(id))?.id ?? "";
  expect(left).not.toBe("");
  expect(idsOf(await prepareStep({ ...step, offers: left }))).toContain(left);
});

test.each(CASES.map((one) => [one.name, one] as const))(
  "the case %s can be presented where it opens",
  async (_, one) => {
    const { row = 0, join = 0, phase = "find_entity" as const } = one.start ?? {};
    const step: Picture = { ...PICTURE, of: { kind: "case", name: one.name }, at: { row, join, phase } };
    const { problem, picture, step: shown } = await prepareStep(step);
    expect(problem).toBeNull();
    expect(actsOf({ step: shown, slice: picture?.slice ?? null }).length).toBeGreaterThan(0);
  },
);

describe("a step that cannot be shown says what is wrong, with a way out", () => {
  test.each<[string, PlanStep, RegExp]>([
    ["a lesson", { ...QUESTION, lesson: "gone" }, /no lesson named “gone”.*Take this step out/],
    ["a question", { ...QUESTION, question: "gone" }, /no question in this lesson named “gone”/],
    ["a form", { ...QUESTION, variant: 9 }, /has 3 forms and none of number 10/],
    ["a case", { ...PICTURE, of: { kind: "case", name: "gone" } }, /no case named “gone”/],
    ["a sample", { ...PICTURE, of: { kind: "sample", name: "gone" } }, /no sample named “gone”/],
    [
      "a scenario",
      { ...PICTURE, of: { kind: "lesson", lesson: "too-old", scenario: "x" } },
      /no scenario in/,
    ],
    ["a row", { ...PICTURE, at: { ...PICTURE.at, row: 77 } }, /no row 78 to predict for/],
    ["a join", { ...PICTURE, at: { ...PICTURE.at, join: 5 } }, /no join of number 6/],
    [
      "a change",
      { ...PICTURE, edits: [{ kind: "delete", group: "gone", row: 0 }] },
      /It changes “gone”, which this view does not use/,
    ],
  ])("%s that is not there", async (_, step, words) => {
    const prepared = await prepareStep(step);
    expect(prepared.problem).toMatch(words);
    expect(prepared.picture).toBeNull();
    expect(actsOf({ step: prepared.step, slice: null })).toEqual([{ kind: "words" }]);
  });
});

test("a question about a store shows what was done to it, and what came of that", async () => {
  const { problem, served, asked } = await prepareStep({ ...QUESTION, lesson: "two-stores" });
  expect(problem).toBeNull();
  expect(served?.actions.map(({ kind }) => kind)).toEqual(["materialize", "write", "lookUp"]);
  const given = served?.run.done.at(-1)?.lookedUp;
  const [join] = asked?.slice.joins ?? [];
  const position = join?.eventTimesUs.indexOf(given?.eventTimeUs ?? 0n) ?? -1;
  expect(asked?.right).toBe(`row:${join?.rows[position]}`);
  expect((await prepareStep(QUESTION)).served).toBeNull();
});

test("under the latest value the picture leaks, and what is asked stays the step's own join", async () => {
  const step: Picture = {
    ...PICTURE,
    of: { kind: "lesson", lesson: "look-left", scenario: "battery" },
    rule: "latest",
    votes: 1,
  };
  const { picture, asked } = await prepareStep(step);
  const [join] = picture?.slice.joins ?? [];
  expect(picture && join && joinSlice(picture.slice, join).leak[0]).toBe(1);
  const [own] = asked?.slice.joins ?? [];
  const chosen =
    asked && own && explainSlice(asked.slice, own, 0).candidates.find(({ verdict }) => verdict === "chosen");
  expect(asked?.right).toBe(`row:${chosen?.row}`);
});

test("a phase that the join does not have gives way to the last before it", async () => {
  const at = { row: 0, join: 0, phase: "rule_out_wrong_side" } as const;
  const { step } = await prepareStep({ ...PICTURE, of: { kind: "case", name: "chosen" }, at });
  expect(step).toMatchObject({ at: { phase: "rule_out_not_yet_known" } });
});

test("a step shows the column and the part of time that it was made with", async () => {
  const window = { from: "2025-11-01T00:00:00Z", to: "2025-11-06T00:00:00Z" };
  const at = { ...PICTURE.at, column: "total_spend", window };
  const { picture } = await prepareStep({ ...PICTURE, at });
  expect(picture).toMatchObject({
    column: "total_spend",
    window: { fromUs: Date.parse(window.from) * 1000, toUs: Date.parse(window.to) * 1000 },
  });
});

test("other minutes, notes, titles and votes draw nothing anew", async () => {
  const prepared = await prepareStep(QUESTION);
  const changed = { ...QUESTION, minutes: 9, notes: "n", title: "t", votes: 2 } as const;
  expect(restated(prepared, changed)).toEqual({ ...prepared, step: changed, title: "t" });
  expect(restated(prepared, { ...QUESTION, variant: 1 })).toBeNull();
  const said = await prepareStep({ kind: "words", minutes: 1, text: "Look." });
  expect(restated(said, { ...said.step, kind: "words", text: "Look left." })).toMatchObject({
    title: "Look left.",
    problem: null,
  });
  const titled = await prepareStep(changed);
  // What it is called without a title was not asked.
  expect(restated(titled, QUESTION)).toBeNull();
});
