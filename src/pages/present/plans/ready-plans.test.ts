import { describe, expect, test } from "vitest";
import type { Asked } from "../../../learn/questions/ask";
import type { Block, Inline } from "../../../learn/text/lesson-text";
import { readLessonText } from "../../../learn/text/read-lesson-text";
import { classAnswers, LETTERS } from "../../../present/answers";
import { neededMinutes } from "../../../present/needed-minutes";
import { type Plan, planMinutes } from "../../../present/plan";
import { type PreparedStep, prepareStep } from "../../../present/prepare-step";
import { loadReadyPlan, READY_PLANS, type ReadyPlanName } from "../../../present/ready-plans";
import { readUrl } from "../../../state/route/url";
import { factText } from "../../../views/lesson-text/fact-text";
import { storyInlines } from "../speaker/notes/note-blocks";

interface PreparedPlan {
  readonly name: string;
  readonly plan: Plan;
  readonly steps: readonly PreparedStep[];
}

async function prepare(name: ReadyPlanName): Promise<PreparedPlan> {
  const plan = await loadReadyPlan(name);
  const steps: PreparedStep[] = [];
  for (const step of plan.steps) steps.push(await prepareStep(step));
  return { name, plan, steps };
}

const PLANS: readonly PreparedPlan[] = await Promise.all(READY_PLANS.map(prepare));
const STEPS = PLANS.flatMap(({ name, steps }) =>
  steps.map((step, i): [string, PreparedStep] => [`${name}, step ${i + 1}: ${step.title}`, step]),
);

const inlinesIn = (blocks: readonly Block[]): readonly Inline[] =>
  blocks.flatMap((block) =>
    block.kind === "paragraph" ? block.inlines : block.kind === "list" ? block.items.flat() : block.label,
  );

function notesOf({ step }: PreparedStep) {
  return inlinesIn(readLessonText(`## Notes\n\n${step.notes ?? ""}`).flatMap(({ blocks }) => blocks));
}

test("the ready plans take just the minutes that they promise", () => {
  expect(PLANS.map(({ name, plan }) => [name, planMinutes(plan)])).toEqual([
    ["ten", 10],
    ["twenty", 20],
    ["fifty", 50],
  ]);
});

test("what the shorter plans teach, the longer ones teach too", () => {
  const titles = PLANS.map(({ plan }) => plan.steps.map((step) => step.title ?? ""));
  const [ten = [], twenty = [], fifty = []] = titles;
  expect(twenty).toEqual(expect.arrayContaining(ten));
  expect(fifty).toEqual(expect.arrayContaining(twenty));
});

describe("every step of the ready plans", () => {
  test.each(STEPS)("%s: can be shown, and is possible in its minutes", (_, step) => {
    expect(step.problem).toBeNull();
    expect(neededMinutes(step)).toBeLessThanOrEqual(step.step.minutes);
  });

  test.each(STEPS)("%s: has notes whose every fact is computed, and no number by hand", (_, step) => {
    const given = step.asked === null ? null : { asked: step.asked as Asked, option: step.asked.right };
    const written = notesOf(step).map((inline) => {
      expect(["text", "fact", "emphasis"]).toContain(inline.kind);
      if (inline.kind === "fact") return factText(step.lesson, inline, given);
      const text = inline.kind === "text" ? inline.text : "";
      expect(text).not.toMatch(/\d|\b(three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/i);
      return text;
    });
    const sentences = written.join("").split(/(?<=[.?!])\s*(?=[A-Z])/);
    expect(sentences.length).toBeGreaterThanOrEqual(2);
    expect(sentences.length).toBeLessThanOrEqual(4);
    expect(written.join("")).toContain("?");
  });

  test.each(STEPS.filter(([, { asked }]) => asked !== null))(
    "%s: tells who, what and why before it asks, all of it computed",
    (_, step) => {
      const told = (storyInlines(step) ?? []).map((one) => ("text" in one ? one.text : "")).join("");
      expect(told.length).toBeGreaterThan(60);
      expect(told.length).toBeLessThan(330);
      expect(told).toMatch(/[.?]$/);
      expect(told).not.toMatch(/\((?:moment|time|value|count|entity|ttl):/);
      // What is written by hand has no number.
      for (const one of step.story ?? []) if (one.kind === "text") expect(one.text).not.toMatch(/\d/);
    },
  );

  test.each(STEPS.filter(([, { asked }]) => asked !== null))(
    "%s: can be answered with four letters, and one wrong answer at least stands for a belief",
    (_, { asked }) => {
      const answers = asked === null ? [] : classAnswers(asked);
      expect(answers.length).toBeGreaterThan(2);
      expect(answers.length).toBeLessThanOrEqual(4);
      expect(answers.filter(({ isRight }) => isRight)).toHaveLength(1);
      expect(answers.some(({ option }) => asked?.beliefs.has(option.id))).toBe(true);
    },
  );

  test.each(STEPS)("%s: links to a page that there is", (_, { step }) => {
    const link = step.kind === "words" ? (step.link ?? "") : "/";
    expect(readUrl(link, null).problems).toEqual([]);
  });
});

test.each(PLANS.map((one) => [one.name, one] as const))(
  "%s: no letter is right three times in a row, or more than half of the time: a class would notice",
  (_, { steps }) => {
    const right = steps.flatMap(({ asked }) =>
      asked === null ? [] : classAnswers(asked).flatMap(({ isRight, letter }) => (isRight ? [letter] : [])),
    );
    expect(right.length).toBeGreaterThan(2);
    expect(right.join("")).not.toMatch(/(.)\1\1/);
    expect(new Set(right).size).toBeGreaterThan(1);
    if (right.length < 4) return;
    for (const letter of LETTERS)
      expect(right.filter((one) => one === letter).length).toBeLessThanOrEqual(right.length / 2);
  },
);

test("a ready plan ends with the way to the lessons, as an address that can be shown as a code", () => {
  for (const { plan } of PLANS) expect(plan.steps.at(-1)).toMatchObject({ kind: "words", link: "/learn" });
});

test("with more time there is more to say: hardly a note of the shorter plan is word for word in the longer", () => {
  const notes = PLANS.map(({ plan }) => plan.steps.slice(0, -1).map((step) => step.notes ?? ""));
  const [ten = [], twenty = [], fifty = []] = notes;
  const same = (shorter: readonly string[], longer: readonly string[]) =>
    shorter.filter((note) => longer.includes(note)).length;
  expect([same(ten, twenty), same(ten, fifty)]).toEqual([0, 0]);
  expect(same(twenty, fifty)).toBeLessThanOrEqual(2);
});

test("the boundary is not left with what leaks by itself: the next step shows the row that is wanted", () => {
  for (const { steps } of PLANS) {
    const at = steps.findIndex(({ step }) => step.kind === "question" && step.lesson === "boundary");
    if (at === -1) continue;
    const [asked, next] = [steps[at], steps[at + 1]];
    expect([asked, next].map((one) => one?.picture?.slice.joins[0]?.rule.allowExactMatches)).toEqual([
      true,
      false,
    ]);
    expect(next?.picture?.slice.spine.timesUs).toEqual(asked?.picture?.slice.spine.timesUs);
    expect((asked && storyInlines(asked))?.map((one) => ("text" in one ? one.text : "")).join("")).toContain(
      "≤",
    );
  }
});
