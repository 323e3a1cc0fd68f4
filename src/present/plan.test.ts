import { expect, test } from "vitest";
import { carriedRows, type Plan, planMinutes, validatePlan } from "./plan";

const WORDS = { kind: "words", minutes: 1, text: "Look left." } as const;
const BASE = { version: 1, name: "my-class", title: "my class" } as const;

/** A picture that carries a row to predict for, and so many payments. */
function carrying(payments: number): Plan["steps"][number] {
  return {
    kind: "picture",
    minutes: 2,
    of: {
      kind: "scenario",
      scenario: {
        version: 1,
        name: "entity",
        title: "user 2",
        groups: [
          {
            definition: {
              name: "asked",
              schema: { user: "int64", at: "timestamp" },
              primaryKeys: ["user"],
              eventTime: "at",
            },
            rows: { kind: "inline", rows: [{ user: "2", at: "2025-11-05" }] },
          },
          {
            definition: {
              name: "payments",
              schema: { user: "int64", at: "timestamp", spent: "int64" },
              primaryKeys: ["user"],
              eventTime: "at",
            },
            rows: {
              kind: "inline",
              rows: Array.from({ length: payments }, (_, spent) => ({
                user: "2",
                at: "2025-11-01",
                spent: String(spent),
              })),
            },
          },
        ],
        view: { name: "spend", labelFg: "asked", joins: [{ fgName: "payments", on: ["user"] }] },
      },
    },
    edits: [],
    at: { row: 0, join: 0, phase: "write_cell" },
    rule: "as-of",
    walks: false,
  };
}

test("a plan is the same after it was written and read", () => {
  const plan: Plan = { ...BASE, length: 20, steps: [WORDS, carrying(3)] };
  expect(validatePlan(JSON.parse(JSON.stringify(plan)))).toEqual({ ok: true, plan });
});

test.each([
  [null, "plan is null, where an object is needed."],
  [{ ...BASE, steps: {} }, "plan.steps is an object, where a list is needed."],
  [{ ...BASE, version: 2, steps: [] }, "plan.version is 2. It can be 1."],
  [{ ...BASE, name: "My class", steps: [] }, "plan.name is no short name such as my-class."],
  [{ ...BASE, steps: [], colour: "red" }, "plan.colour is not known here."],
  [{ ...BASE, steps: [{ ...WORDS, kind: "song" }] }, 'plan.steps[0].kind is "song". It can be "question"'],
  [{ ...BASE, steps: [{ ...WORDS, minutes: -1 }] }, "plan.steps[0].minutes is -1, where a number of minutes"],
  [{ ...BASE, steps: [{ ...WORDS, text: "" }] }, 'plan.steps[0].text is "", where text is needed.'],
  [
    { ...BASE, steps: [{ ...WORDS, link: "http://x" }] },
    'plan.steps[0].link is "http://x", where the part of an address',
  ],
  [
    { ...BASE, steps: [{ ...carrying(1), of: { kind: "scenario", scenario: { version: 1 } } }] },
    "plan.steps[0].of.scenario.name",
  ],
])("what is no plan is refused with the place and what would work (%#)", (value, problem) => {
  const read = validatePlan(value);
  expect(read.ok ? [] : read.problems).toEqual(expect.arrayContaining([expect.stringContaining(problem)]));
});

test("what a step names may be gone: the plan can be opened all the same", () => {
  const steps = [{ kind: "question", minutes: 1, lesson: "gone", question: "first", variant: 0, votes: 1 }];
  expect(validatePlan({ ...BASE, steps }).ok).toBe(true);
});

test("a plan carries the rows of its own scenarios, the same ones once", () => {
  expect(carriedRows({ steps: [WORDS] })).toBe(0);
  expect(carriedRows({ steps: [carrying(3), WORDS, carrying(3)] })).toBe(4);
  expect(carriedRows({ steps: [carrying(3), carrying(5)] })).toBe(10);
});

test("a plan takes what its steps take", () => {
  expect(planMinutes({ steps: [WORDS, { ...WORDS, minutes: 0.5 }] })).toBe(1.5);
});
