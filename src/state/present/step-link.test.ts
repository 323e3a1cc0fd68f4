import { expect, test } from "vitest";
import type { PlanStep } from "../../present/plan";
import { prepareStep } from "../../present/prepare-step";
import { loadReadyPlan, READY_PLANS } from "../../present/ready-plans";
import { CASES } from "../../scenario/cases/cases";
import { readUrl } from "../route/url";
import { reader } from "../testing/link-reader";
import { stepLink } from "./step-link";

const at = { row: 0, join: 0, phase: "keep_latest" } as const;
const everyPicture: Omit<Extract<PlanStep, { kind: "picture" }>, "of"> = {
  kind: "picture",
  minutes: 1,
  at,
  edits: [],
  rule: "as-of",
  walks: false,
};

const STEPS: readonly [what: string, step: PlanStep, route: object][] = [
  [
    "a question leads to the part of its lesson that asks it",
    { kind: "question", minutes: 1, lesson: "look-left", question: "first", variant: 0, votes: 1 },
    { page: "learn", lesson: "look-left", part: "predict" },
  ],
  [
    "a case leads to the case, at its step",
    { ...everyPicture, of: { kind: "case", name: "side-by-side" } },
    { page: "cases", case: "side-by-side", ...at },
  ],
  [
    "a sample leads to Train, with the tempting join where that is shown",
    { ...everyPicture, of: { kind: "sample", name: "demo" }, rule: "latest" },
    { page: "lab", stage: "train", rule: "latest", row: 0, join: 0 },
  ],
  [
    "words lead where they say",
    { kind: "words", minutes: 1, text: "Go on at home.", link: "/learn" },
    { page: "learn", lesson: null },
  ],
];

test.each(STEPS)("%s", async (_, step, route) => {
  const { url, rows } = await stepLink(await prepareStep(step));
  const read = readUrl(url, reader);
  expect(read).toMatchObject({ route, problems: [] });
  expect(rows).toBe(0);
});

test("data that only the plan has travel in the link, counted", async () => {
  const scenario = CASES.find(({ name }) => name === "side-by-side");
  if (scenario === undefined) throw new Error("there is no such case");
  const { url, rows } = await stepLink(
    await prepareStep({ ...everyPicture, of: { kind: "scenario", scenario } }),
  );
  const inline = scenario.groups.map((group) => (group.rows.kind === "inline" ? group.rows.rows.length : 0));
  expect(rows).toBe(inline.reduce((sum, count) => sum + count, 0));
  expect(readUrl(url, reader)).toMatchObject({ dataset: { kind: "scenario", scenario }, route: at });
});

test.each(READY_PLANS)("every step of the plan %s leads to a place that is there", async (name) => {
  const { steps } = await loadReadyPlan(name);
  for (const step of steps) {
    const { url } = await stepLink(await prepareStep(step));
    const { problems, route } = readUrl(url, reader);
    expect(problems).toEqual([]);
    if (step.kind === "question") expect(route).toMatchObject({ page: "learn", part: expect.any(String) });
  }
});
