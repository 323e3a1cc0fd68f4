import { safeParse } from "valibot";
import { describe, expect, test } from "vitest";
import minutes from "../lessons/minutes.json";
import { type EntitySlice, explainSlice } from "../microfs/core";
import { editSlice } from "../scenario/edits/edit-slice";
import type { InlineRow, Scenario } from "../scenario/scenario";
import { scenarioSlice } from "../scenario/scenario-slice";
import { PHASES, type Phase } from "../terms/phases";
import type { Lesson, Question } from "./lesson";
import { LessonSchema } from "./lesson";
import { type Asked, ask, variantCount } from "./questions/ask";
import { BELIEF_NAMES } from "./questions/beliefs";
import { BELIEF_TEXTS, EVERY_LESSON, LESSON_DATA } from "./testing/every-lesson";
import type { Block, Directive } from "./text/lesson-text";
import { directivesOf, inlinesOf, readingMinutes, saidBy } from "./text/walk-text";

/** Every question in every variant. */
const EVERY_QUESTION = EVERY_LESSON.flatMap(({ name: of, lesson }) =>
  Object.entries(lesson.questions).flatMap(([name, question]) =>
    Array.from({ length: variantCount(question) }, (_, variant) => ({ of, lesson, name, question, variant })),
  ),
);

describe.each(EVERY_LESSON)("$name", ({ name, lesson, parts }) => {
  const directives = directivesOf(parts);

  test("is what the schema says", () => {
    expect(safeParse(LessonSchema, LESSON_DATA[name]).issues).toBeUndefined();
  });

  test("has a section for each part, and a short path that ends within", () => {
    expect(parts).toHaveLength(lesson.parts.length);
    expect(new Set(lesson.parts).size).toBe(lesson.parts.length);
    expect(lesson.shortParts).toBeGreaterThan(0);
    expect(lesson.shortParts).toBeLessThanOrEqual(lesson.parts.length);
    for (const { title, blocks } of parts) expect([title, blocks.length > 0]).toEqual([title, true]);
  });

  test("speaks only of scenarios, questions, joins and steps that it has", () => {
    for (const directive of directives)
      expect([directive, missingIn(directive, lesson)]).toEqual([directive, null]);
    for (const question of Object.values(lesson.questions))
      expect(lesson.scenarios).toHaveProperty(question.scenario);
    for (const review of lesson.review) expect(lesson.questions).toHaveProperty(review);
  });

  test("asks every question that it has, and asks one before it shows the answer", () => {
    const asked = directives.flatMap(({ attributes }) => attributes.question ?? []);
    for (const question of Object.keys(lesson.questions)) expect(asked).toContain(question);
    directives.forEach(({ attributes }, at) => {
      const { answers } = attributes;
      if (answers === undefined) return;
      const before = directives.slice(0, at).filter((one) => one.name === "predict");
      expect(before.map((one) => one.attributes.question)).toContain(answers);
    });
  });

  test("draws ten events and three entities at most", () => {
    for (const scenario of Object.values(lesson.scenarios)) {
      if (!scenario.groups.every(({ rows }) => rows.kind === "inline")) continue;
      const events = scenario.view.joins.flatMap(({ fgName }) => writtenRows(scenario, fgName));
      const keys = scenario.groups.find(({ definition }) => definition.name === scenario.view.labelFg)
        ?.definition.primaryKeys;
      const entities = new Set(
        writtenRows(scenario, scenario.view.labelFg).map((row) =>
          JSON.stringify(keys?.map((key) => row[key])),
        ),
      );
      expect(events.length).toBeLessThanOrEqual(10);
      expect(entities.size).toBeLessThanOrEqual(3);
    }
  });

  test("what is asked twice has another answer the second time, in some variant", () => {
    const again = directives.filter(({ attributes }) => attributes.variant === "new");
    for (const question of [...lesson.review, ...again.map(({ attributes }) => attributes.question ?? "")]) {
      const count = variantCount(lesson.questions[question] ?? { variants: [] });
      const rights = Array.from({ length: count }, (_, variant) => ask(lesson, question, variant).right);
      expect([question, count >= 2 && new Set(rights).size >= 2]).toEqual([question, true]);
    }
  });

  test("sets its trap in every form of the question that it opens with", () => {
    const first = directives.find((one) => one.name === "predict")?.attributes.question ?? "";
    const question = lesson.questions[first];
    if (question?.kind !== "row") return;
    for (let variant = 0; variant < variantCount(question); variant++)
      expect([variant, [...ask(lesson, first, variant).beliefs.values()]]).toEqual([
        variant,
        expect.arrayContaining(question.beliefs.slice(0, 1)),
      ]);
  });

  test("writes no number by hand", () => {
    for (const { title, blocks } of parts) expect([title, numbersIn(blocks)]).toEqual([title, []]);
  });

  test("can be read and done in the minutes that it gives", () => {
    const { minutes: whole, shortMinutes } = minutes[name];
    expect(readingMinutes(parts)).toBeLessThanOrEqual(whole);
    expect(readingMinutes(parts.slice(0, lesson.shortParts))).toBeLessThanOrEqual(shortMinutes);
  });
});

describe.each(EVERY_QUESTION)(
  "$of, question $name, variant $variant",
  ({ lesson, name, question, variant }) => {
    const asked = ask(lesson, name, variant);

    test("has one right option, and a belief with a text behind each wrong one", () => {
      const ids = asked.options.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => id === asked.right)).toHaveLength(1);
      expect(ids.length).toBeGreaterThanOrEqual(2);
      expect([...asked.beliefs.keys()].sort()).toEqual(ids.filter((id) => id !== asked.right).sort());
      for (const belief of asked.beliefs.values())
        expect(BELIEF_TEXTS.map(({ title }) => title)).toContain(belief);
    });

    test("is answered alike by another way", () => {
      const again = answeredAgain(lesson, question, asked);
      if (again !== null) expect(asked.right).toBe(again);
    });
  },
);

test("each belief has a text, and each text a belief", () => {
  expect(BELIEF_TEXTS.map(({ title }) => title).sort()).toEqual([...BELIEF_NAMES].sort());
  for (const { title, blocks } of BELIEF_TEXTS) expect([title, numbersIn(blocks)]).toEqual([title, []]);
});

test("numbers that were written by hand are found", () => {
  const said: Block = { kind: "paragraph", inlines: [{ kind: "text", text: "Seven rows, 4 of them late" }] };
  expect(numbersIn([said])).toEqual(["Seven", "4"]);
});

const DRAGS = ["prediction", "rows", "ttl", "delay", "created"];
const ADDS = ["duplicate", "correction", "tie"];
const TASKS = ["data", "leaks", "smallest", "query"];

/** What a directive names that is not there; `null` where all is. */
function missingIn({ attributes }: Directive, lesson: Lesson): string | null {
  const { question, answers, scenario, many, join = "0", row, phase, drag, add, task, variant } = attributes;
  for (const one of [question, answers])
    if (one !== undefined && lesson.questions[one] === undefined) return one;
  for (const one of [scenario, many])
    if (one !== undefined && lesson.scenarios[one] === undefined) return one;
  const shown = lesson.scenarios[scenario ?? lesson.questions[answers ?? ""]?.scenario ?? ""];
  if (shown !== undefined && shown.view.joins[Number(join)] === undefined) return `join ${join}`;
  if (shown !== undefined && row !== undefined && scenarioSlice(shown, Number(row)) === undefined)
    return `row ${row}`;
  if (phase !== undefined && !PHASES.some((one) => one === phase)) return phase;
  const like = lesson.questions[variant ?? ""];
  if (
    like !== undefined &&
    JSON.stringify(like.variants) !== JSON.stringify(lesson.questions[question ?? ""]?.variants)
  )
    return `variants of ${variant}`;
  if (variant !== undefined && variant !== "new" && like === undefined && !(Number(variant) >= 0))
    return `variant ${variant}`;
  if (task !== undefined && !TASKS.includes(task)) return task;
  return (
    words(drag).find((one) => !DRAGS.includes(one)) ?? words(add).find((one) => !ADDS.includes(one)) ?? null
  );
}

const words = (text = "") => text.split(/\s+/).filter((word) => word !== "");

// “One” and “two” are words like others: “one of them”, “both of the two stores”.
const NUMBERS =
  /\d+|\b(three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million)\b/gi;

/** The numbers that a text says and that nothing computed. */
function numbersIn(blocks: readonly Block[]): string[] {
  return inlinesOf(blocks).flatMap((inline) => saidBy(inline).match(NUMBERS) ?? []);
}

/** A scenario's rows as they are written, without those that are there twice. */
function writtenRows(scenario: Scenario, group: string): InlineRow[] {
  const rows = scenario.groups.find(({ definition }) => definition.name === group)?.rows;
  if (rows?.kind !== "inline") throw new TypeError(`${group} is not written out`);
  const seen = new Set(rows.rows.map((row) => JSON.stringify(Object.entries(row).sort())));
  return [...seen].map((row) => Object.fromEntries(JSON.parse(row)) as InlineRow);
}

/** The id of the right option by a way of its own; `null` where another test asks the real store. */
function answeredAgain(lesson: Lesson, question: Question, asked: Asked): string | null {
  switch (question.kind) {
    case "row": {
      const { slice, at } = asked;
      const join = joinOf(slice, at.join);
      const { candidates } = explainSlice(slice, join, slice.spine.rows.indexOf(at.spineRow));
      const chosen = candidates.find(({ verdict }) => verdict === "chosen");
      return chosen === undefined ? "none" : `row:${chosen.row}`;
    }
    case "rule":
      return decidingPhase(asked, question.of);
    case "rows":
      return `count:${naiveTableRows(lesson, question, asked)}`;
    case "feature":
      return naiveLeaks(lesson, question, asked).join();
    case "served":
      return null;
  }
}

/** Which step decides about a row, told from its times alone. */
function decidingPhase({ slice, at }: Asked, row: number): Phase {
  const { rule, rows, eventTimesUs, createdTimesUs } = joinOf(slice, at.join);
  expect(rule.direction).toBe("backward");
  const t = slice.spine.timesUs[slice.spine.rows.indexOf(at.spineRow)] ?? 0n;
  const happened = eventTimesUs[rows.indexOf(row)] ?? 0n;
  const heard = (rule.clock === "created_time" ? createdTimesUs?.[rows.indexOf(row)] : undefined) ?? happened;
  if (happened > t || (happened === t && !rule.allowExactMatches)) return "rule_out_future";
  if (heard + rule.delayUs > t) return "rule_out_not_yet_known";
  if (rule.ttlUs !== null && t - happened > rule.ttlUs) return "rule_out_expired";
  return "keep_latest";
}

/** Counts pairs of rows with equal keys, as they are written and edited. */
function naiveTableRows(
  lesson: Lesson,
  question: Extract<Question, { kind: "rows" }>,
  { variant }: Asked,
): number {
  const scenario = scenarioOf(lesson, question);
  const edits = variant === 0 ? [] : (question.variants[variant - 1] ?? []);
  const rowsOf = (group: string) => {
    const rows = new Map(writtenRows(scenario, group).entries());
    for (const edit of edits) {
      if (edit.kind === "rule" || edit.kind === "column" || edit.group !== group) continue;
      if (edit.kind === "delete") rows.delete(edit.row);
      else rows.set(edit.row, { ...rows.get(edit.row), ...edit.values });
    }
    return [...rows.values()];
  };
  const spine = rowsOf(scenario.view.labelFg);
  if (question.variant === "own") return spine.length;
  expect(question.variant).toBe("ordinary");
  return spine
    .map((row) =>
      scenario.view.joins
        .map(({ fgName, on }) => {
          const keys = typeof on === "string" ? [on] : Array.isArray(on) ? on : Object.keys(on);
          const columns = typeof on === "string" || Array.isArray(on) ? keys : Object.values(on);
          return rowsOf(fgName).filter((one) => keys.every((key, i) => row[key] === one[columns[i] ?? ""]))
            .length;
        })
        .reduce((made, found) => made * Math.max(1, found), 1),
    )
    .reduce((sum, made) => sum + made, 0);
}

/** The joins that take, for some row, one that its group did not know yet. */
function naiveLeaks(lesson: Lesson, question: Question, { variant }: Asked): string[] {
  const scenario = scenarioOf(lesson, question);
  const edits = [...(scenario.edits ?? []), ...(question.variants[variant - 1] ?? [])];
  return scenario.view.joins.flatMap((_, number) => {
    const leaks = writtenRows(scenario, scenario.view.labelFg).some((__, row) => {
      const slice = editSlice(scenarioSlice(scenario, row), edits);
      const join = joinOf(slice, number);
      const position = slice.spine.rows.indexOf(row);
      const chosen = explainSlice(slice, join, position).candidates.find(
        ({ verdict }) => verdict === "chosen",
      );
      if (chosen === undefined) return false;
      const known = (chosen.createdTime ?? chosen.eventTime) + join.groupClock.delayUs;
      const t = slice.spine.timesUs[position] ?? 0n;
      return known > t || chosen.eventTime > t;
    });
    return leaks ? [`join:${number}`] : [];
  });
}

function scenarioOf(lesson: Lesson, { scenario }: Question): Scenario {
  const found = lesson.scenarios[scenario];
  if (found === undefined) throw new RangeError(`there is no scenario ${scenario}`);
  return found;
}

function joinOf({ joins }: EntitySlice, number: number) {
  const join = joins[number];
  if (join === undefined) throw new RangeError(`there is no join ${number}`);
  return join;
}
