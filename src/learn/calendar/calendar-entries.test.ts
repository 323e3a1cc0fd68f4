import { expect, test } from "vitest";
import { type Answer, NO_PROGRESS } from "../progress";
import { calendarEntries } from "./calendar-entries";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const startOfDay = (ms: number) => ms - (ms % DAY);

function wrong(question: string, hours: number, rest: Partial<Answer> = {}): Answer {
  return {
    lesson: "look-left",
    question,
    variant: 0,
    option: "none",
    isRight: false,
    confidence: "certain",
    at: "lesson",
    time: hours * HOUR,
    ...rest,
  };
}

const entries = (nowMs: number, ...answers: readonly Answer[]) =>
  calendarEntries({ ...NO_PROGRESS, answers: [...answers] }, nowMs, startOfDay);

test("each day has one entry, five or more days after the answers, once all of that day has come back", () => {
  const found = entries(
    0,
    wrong("first", 10),
    wrong("later", 11.1),
    wrong("other", 10.5, { lesson: "boundary" }),
    wrong("next-day", 30),
  );
  expect(found).toEqual([
    {
      startMs: 5 * DAY + 11.25 * HOUR,
      lessons: [
        { lesson: "look-left", count: 2 },
        { lesson: "boundary", count: 1 },
      ],
    },
    { startMs: 5 * DAY + 30 * HOUR, lessons: [{ lesson: "look-left", count: 1 }] },
  ]);
});

test("what was not certain, and what has come back already, is not in it", () => {
  expect(entries(0, wrong("first", 10, { confidence: "fairly" }))).toEqual([]);
  expect(entries(5 * DAY + 10 * HOUR, wrong("first", 10))).toEqual([]);
});
