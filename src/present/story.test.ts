import { describe, expect, test } from "vitest";
import { LESSON_NAMES } from "../learn/lesson-names";
import { loadLesson } from "../learn/load-lesson";
import type { Inline } from "../learn/text/lesson-text";
import { readLessonText } from "../learn/text/read-lesson-text";
import { actsOf } from "./frames";
import type { PlanStep } from "./plan";
import { prepareStep, restated } from "./prepare-step";
import { lessonStory, storyWords, writtenStory } from "./story";

/** What is told, facts by their names. */
const told = (inlines: readonly Inline[] | null): string | null =>
  inlines
    ?.map((one) => ("inlines" in one ? told(one.inlines) : "text" in one ? one.text : one.name))
    .join("") ?? null;

const LESSON = readLessonText(`## First

At :moment{scenario=a} an order comes. A model must say :term[in time]{of="late row"} whether it is late.

::timeline{scenario=a}

Mia rides a scooter.

It told [its battery](#/lab) four times. You write *the row* later. This is too much.

::predict[Which?]{question=one}

::check[Which now?]{question=bare}

## Again

Nothing that was told before.

::predict[Which?]{question=one variant=new}
`);

describe("the story of a question", () => {
  test("is what its lesson says since its last picture, three sentences of it", () => {
    expect(told(lessonStory(LESSON, "one"))).toBe(
      "Mia rides a scooter. It told its battery four times. You write the row later.",
    );
  });

  test("is nothing where the lesson asks without a word, or does not ask", () => {
    expect(lessonStory(LESSON, "bare")).toBeNull();
    expect(lessonStory(LESSON, "gone")).toBeNull();
  });

  test("has no words to point at, and facts and emphasis in their places", () => {
    const story = writtenStory("At :moment{row=2} it *was* :term[late]{of=x}. And `≤` counts.");
    expect(told(story)).toBe("At moment it was late. And ≤ counts.");
    expect(story?.map(({ kind }) => kind)).not.toContain("term");
    expect(storyWords(story ?? [])).toBe(7);
  });

  test("leaves out what the screen has no room for", () => {
    const long = `${"word ".repeat(60)}end.`;
    expect(told(writtenStory(`Short. ${long} ${long}`))).toBe(`Short. ${long}`);
    expect(told(writtenStory(long.repeat(3)))).not.toBeNull();
  });

  test("may be anything that somebody writes", () => {
    expect(writtenStory(" ")).toBeNull();
    expect(told(writtenStory("<b>bold</b> is no Markdown here."))).toBe("<b>bold</b> is no Markdown here.");
  });
});

test.each(LESSON_NAMES)("every question of %s that a class can be asked first has a story", async (name) => {
  const { lesson, parts } = await loadLesson(name);
  for (const question of Object.keys(lesson.questions).filter(
    (one) => one === "first" || one === "ordinary",
  )) {
    const story = told(lessonStory(parts, question)) ?? "";
    expect(story.split(/[.?!](?:\s|$)/).filter((sentence) => sentence !== "").length).toBeLessThanOrEqual(3);
    expect(story.length).toBeGreaterThan(40);
  }
});

const ASKED: PlanStep = {
  kind: "question",
  minutes: 2,
  lesson: "look-left",
  question: "first",
  variant: 0,
  votes: 0,
};

test("the story is the first act of a step that asks, and of no other", async () => {
  const acts = async (step: PlanStep) => {
    const { picture, story } = await prepareStep(step);
    return actsOf({ step, slice: picture?.slice ?? null, hasStory: story !== null }).map(({ kind }) => kind);
  };
  expect(await acts(ASKED)).toEqual(["story", "question", "reveal", "sentence"]);
  const picture: PlanStep = {
    kind: "picture",
    minutes: 2,
    of: { kind: "case", name: "latest" },
    edits: [],
    at: { row: 0, join: 0, phase: "write_cell" },
    rule: "as-of",
    walks: false,
  };
  expect(await acts({ ...picture, votes: 0 })).toEqual(["question", "reveal", "sentence"]);
  expect(await acts({ ...picture, votes: 0, story: "A shop asks." })).toContain("story");
  expect(await acts({ ...picture, story: "A shop asks." })).toEqual(["sentence"]);
});

test("a story that is written anew takes the place of the lesson's at once, and gives it back", async () => {
  const prepared = await prepareStep(ASKED);
  expect(told(prepared.story)).toMatch(/^At moment Mia gets an order\./);
  const own = restated(prepared, { ...ASKED, story: "Mia rides." });
  expect(told(own?.story ?? null)).toBe("Mia rides.");
  // Its lesson's is looked up again.
  expect(own && restated(own, ASKED)).toBeNull();
});
