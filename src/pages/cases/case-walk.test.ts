import { expect, test } from "vitest";
import { CASE_SLICES, scenarioSliceNamed } from "../../timeline/scenario-slices";
import { type CaseStep, neighbourCase, walkCases } from "./case-walk";

const CASES = [
  ...["step-1-find", "step-2-future", "chosen", "side-by-side", "superseded"].map(scenarioSliceNamed),
];

const inWords = ({ name, at }: CaseStep) => `${name} ${at.phase}`;

function walked(from: CaseStep, by: 1 | -1): string[] {
  const steps: string[] = [];
  for (let step: CaseStep | null = from; step !== null; step = walkCases(CASES, step, by))
    steps.push(inWords(step));
  return steps;
}

const THERE = [
  "step-1-find find_entity",
  "step-2-future rule_out_future",
  ...["chosen", "side-by-side", "superseded"].flatMap((name) =>
    [
      ...["find_entity", "rule_out_future", "rule_out_not_yet_known"],
      ...["rule_out_expired", "keep_latest", "write_cell"],
    ].map((phase) => `${name} ${phase}`),
  ),
];

test("a clicker goes through every step of every case, and steps that are cases of their own once", () => {
  const [first] = CASES;
  if (first === undefined) throw new Error("there must be a case to begin at");
  expect(walked({ name: first.name, at: first.at }, 1)).toEqual(THERE);
});

test("and back the same way", () => {
  const last = scenarioSliceNamed("superseded");
  expect(walked({ name: last.name, at: last.at }, -1)).toEqual(THERE.toReversed());
});

test("joins that take their steps together are entered together", () => {
  const chosen = scenarioSliceNamed("chosen");
  expect(walkCases(CASES, { name: chosen.name, at: chosen.at }, 1)?.at.together).toBe(true);
});

test("beside each case stand the one before and the one after, at the ends none", () => {
  expect(neighbourCase(CASES, "chosen", 1)?.name).toBe("side-by-side");
  expect(neighbourCase(CASES, "chosen", -1)?.name).toBe("step-2-future");
  expect(neighbourCase(CASES, "step-1-find", -1)).toBeNull();
  expect(neighbourCase(CASES, "superseded", 1)).toBeNull();
  expect(neighbourCase(CASE_SLICES, "no such case", 1)).toBeNull();
});
