import { expect, test } from "vitest";
import { packPlan, readPackedPlan, readPlanFile } from "./packed-plan";
import { type Plan, validatePlan } from "./plan";
import { planExcess } from "./plan-limits";

const STEP = { kind: "words", minutes: 1, text: "Look left." } as const;

function planOf(steps: number, rest: Partial<Plan> = {}): Plan {
  return {
    version: 1,
    name: "my-class",
    title: "my class",
    steps: Array.from({ length: steps }, () => STEP),
    ...rest,
  };
}

test("as many steps and letters as there may be are read, and one more is refused in one sentence", () => {
  expect(validatePlan(planOf(200)).ok).toBe(true);
  expect(validatePlan(planOf(201))).toEqual({
    ok: false,
    problems: ["A plan has 200 steps at most, and this one has 201. Make two plans of it."],
  });
  const noted = (letters: number) => planOf(0, { steps: [STEP, { ...STEP, notes: "n".repeat(letters) }] });
  expect(validatePlan(noted(20_000)).ok).toBe(true);
  expect(planExcess(noted(20_001))).toMatch(
    /^The notes of step 2 can have .* letters at most, and there are .*1\. Make it shorter\.$/,
  );
});

test.each<[string, Partial<Plan>]>([
  ["The title of the plan", { title: "t".repeat(301) }],
  ["The title of step 1", { steps: [{ ...STEP, title: "t".repeat(301) }] }],
  ["The sentence of step 1", { steps: [{ ...STEP, text: "t".repeat(2_001) }] }],
  ["The link of step 1", { steps: [{ ...STEP, link: `/${"t".repeat(100_000)}` }] }],
])("%s has an end", (words, rest) => {
  expect(planExcess(planOf(0, rest))?.startsWith(words)).toBe(true);
});

test("a file and a link are refused by the same limits", () => {
  const long = planOf(10_000);
  expect(readPlanFile("long.json", JSON.stringify(long))).toMatchObject({
    ok: false,
    problems: [
      expect.stringMatching(/^“long.json” cannot be opened as a plan. A plan has 200 steps at most/),
    ],
  });
  const packed = packPlan(planOf(201));
  expect(readPackedPlan(packed.kind === "packed" ? packed.packed : "")).toMatchObject({ ok: false });
});

test("a file that is larger than a plan is not looked into", () => {
  expect(readPlanFile("huge.json", `"${"x".repeat(10_000_000)}"`)).toEqual({
    ok: false,
    problems: [
      "“huge.json” cannot be opened as a plan. A plan has 10 MB at most, and this one has 10.1 MB. Make two plans of it.",
    ],
  });
});

test.each([null, 5, [], {}, { steps: 5 }, { title: 5, steps: [null, 5] }])(
  "what is no plan is not for the limits to refuse: %j",
  (value) => {
    expect(planExcess(value)).toBeNull();
  },
);
