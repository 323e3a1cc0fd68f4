import { expect, test } from "vitest";
import { pack } from "../scenario/pack";
import { isPackedPlan, packPlan, planFileText, readPackedPlan, readPlanFile } from "./packed-plan";
import type { Plan } from "./plan";
import { loadReadyPlan, READY_PLANS } from "./ready-plans";

const SHORT: Plan = {
  version: 1,
  name: "my-class",
  title: "my class",
  steps: [{ kind: "words", minutes: 1, text: "Look left.", notes: "Say it: “look left” 👈 </script>" }],
};

function packed(plan: Plan): string {
  const made = packPlan(plan);
  if (made.kind !== "packed") throw new Error(made.kind);
  return made.packed;
}

/** The plan with so many rows to predict for in it. */
function withRows(numRows: number, filler = ""): Plan {
  const rows = Array.from({ length: numRows }, (_, i) => ({ user: `${filler}${i}`, at: "2025-11-05" }));
  const definition = {
    name: "asked",
    schema: { user: "string", at: "timestamp" },
    primaryKeys: ["user"],
    eventTime: "at",
  } as const;
  return {
    ...SHORT,
    steps: [
      {
        kind: "picture",
        minutes: 1,
        of: {
          kind: "scenario",
          scenario: {
            version: 1,
            name: "entity",
            title: "one",
            groups: [
              {
                definition: { ...definition, primaryKeys: ["user"] },
                rows: { kind: "inline", rows },
              },
            ],
            view: { name: "v", labelFg: "asked", joins: [] },
          },
        },
        edits: [],
        at: { row: 0, join: 0, phase: "write_cell" },
        rule: "as-of",
        walks: false,
      },
    ],
  };
}

test("every ready plan, and one with odd letters, comes out of a link as it went in", async () => {
  const plans = [SHORT, withRows(3), ...(await Promise.all(READY_PLANS.map(loadReadyPlan)))];
  for (const plan of plans) {
    expect(readPackedPlan(packed(plan))).toEqual({ ok: true, plan });
    expect(readPlanFile("p.json", planFileText(plan))).toEqual({ ok: true, plan });
  }
});

test("a packed plan is no name of a plan, and no name is a packed plan", () => {
  expect(isPackedPlan(packed(SHORT))).toBe(true);
  for (const name of [...READY_PLANS, "my-class", "in-this-file"]) expect(isPackedPlan(name)).toBe(false);
});

test("a link says how many rows it carries, and carries no more than a link can", () => {
  expect(packPlan(withRows(12))).toMatchObject({ kind: "packed", rows: 12 });
  expect(packPlan(withRows(301))).toEqual({ kind: "too_many_rows", rows: 301 });
  expect(packPlan(withRows(200, "x".repeat(6_000)))).toEqual({ kind: "too_large" });
});

test.each([
  ["cut off", packed(SHORT).slice(0, -9), "damaged"],
  ["of another version", `9${packed(SHORT).slice(1)}`, "damaged"],
  ["no plan", pack({ version: 1 }), "makes no sense"],
  ["too many values", pack({ ...SHORT, steps: Array(60_000).fill(1) }), "more than a link can"],
])("a link that is %s is a sentence with a way out", (_, text, words) => {
  const read = readPackedPlan(text);
  const said = read.ok ? "" : read.problems.join(" ");
  expect(said).toContain(words);
  expect(said).toMatch(/Ask for the (link again|plan as a file)/);
});

test("a file that is no plan is named, with the place and what would work", () => {
  const noJson = readPlanFile("notes.txt", "Monday: joins");
  expect(noJson).toEqual({
    ok: false,
    problems: ["“notes.txt” is no plan: it is not JSON. Open a file that was saved from Present."],
  });
  const steps = Array(5).fill({ kind: "words", minutes: "two", text: "x" });
  const wrong = readPlanFile("plan.json", JSON.stringify({ ...SHORT, steps }));
  const problems = wrong.ok ? [] : wrong.problems;
  expect(problems[0]).toContain("“plan.json” cannot be opened as a plan");
  expect(problems[1]).toBe(
    'plan.steps[0].minutes is "two", where a number of minutes from 0 to 240 is needed.',
  );
  expect(problems.at(-1)).toBe("And 2 more of the kind.");
});
