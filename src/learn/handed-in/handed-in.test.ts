import { expect, test } from "vitest";
import { NO_PROGRESS, type Progress } from "../progress";
import { handedInOf, MOST_HANDED_IN, shownName } from "./handed-in";
import { handedInExcess, readHandedIn } from "./read-handed-in";

const PROGRESS: Progress = {
  ...NO_PROGRESS,
  seed: 4711,
  pace: "short",
  lessons: { "look-left": { parts: 6, shortDone: 1, done: 1, made: { cells: ["my own cell"] } } },
  answers: [
    {
      lesson: "look-left",
      question: "first",
      variant: 1,
      option: "row:2",
      isRight: false,
      belief: "closest",
      confidence: "certain",
      at: "lesson",
      time: 1_795_860_123_456,
    },
  ],
  practice: [
    {
      round: 815,
      item: 3,
      misconception: "closest",
      belief: "closest",
      option: "row:1",
      took: null,
      isRight: true,
      confidence: "fairly",
      time: 1_795_860_123_999,
    },
  ],
};

const written = (name = "Ada") =>
  handedInOf(PROGRESS, { name, savedOn: "2026-11-28", beliefOf: ({ belief }) => belief ?? null });

/** The file with a change, as it might come from anywhere. */
function read(change: (file: Record<string, unknown>) => unknown) {
  return readHandedIn(JSON.stringify(change(JSON.parse(JSON.stringify(written())))));
}
const why = (change: (file: Record<string, unknown>) => unknown) => {
  const answer = read(change);
  return answer.ok ? "" : answer.why;
};

test("what is handed in holds the name, the day and the answers, and nothing else: no time, no seed, nothing that was made", () => {
  expect(written()).toEqual({
    format: "microfs-handed-in",
    version: 1,
    name: "Ada",
    savedOn: "2026-11-28",
    answers: [
      {
        at: "lesson",
        lesson: "look-left",
        question: "first",
        variant: 1,
        option: "row:2",
        isRight: false,
        belief: "closest",
        sure: "certain",
      },
    ],
    practice: [{ practised: "closest", isRight: true, belief: null, sure: "fairly" }],
  });
  const text = JSON.stringify(written());
  for (const kept of ["4711", "815", "17958", "my own cell", "short"]) expect(text).not.toContain(kept);
});

test("what was written is read as it was", () => {
  expect(readHandedIn(JSON.stringify(written()))).toEqual({ ok: true, handedIn: written() });
});

test.each<{ what: string; change: (file: Record<string, unknown>) => unknown; says: string }>([
  { what: "saved progress", change: () => PROGRESS, says: "choose “Hand in”" },
  { what: "another JSON", change: () => ({ hello: 1 }), says: "no answers that were handed in" },
  { what: "a list", change: () => [], says: "holds no answers" },
  { what: "a later version", change: (file) => ({ ...file, version: 7 }), says: "version 7" },
  { what: "a version that is text", change: (file) => ({ ...file, version: "<b>1" }), says: "does not say" },
  { what: "no name", change: ({ name, ...file }) => file, says: "“name”" },
  { what: "a name of nothing", change: (file) => ({ ...file, name: "\u202e \u0000" }), says: "no letter" },
  {
    what: "a name without end",
    change: (file) => ({ ...file, name: "a".repeat(201) }),
    says: "Its name has more than 200 letters. Ask for",
  },
  {
    what: "too many answers",
    change: (file) => ({ ...file, practice: Array(MOST_HANDED_IN.answers + 1).fill(written().practice[0]) }),
    says: "It has more than 4,000 answers in “practice”.",
  },
  {
    what: "an answer that is none",
    change: (file) => ({ ...file, answers: [{ ...written().answers[0], isRight: "yes" }] }),
    says: "“answers.0.isRight”",
  },
])("$what is refused, with a reason and a way out", ({ change, says }) => {
  expect(why(change)).toContain(says);
});

test("what is no JSON, and what is too large, is refused before it is looked into", () => {
  expect(readHandedIn("{")).toMatchObject({ ok: false });
  expect(handedInExcess(MOST_HANDED_IN.bytes)).toBeNull();
  expect(handedInExcess(2_500_000)).toBe("It has 2.5 MB; a file of answers has 1 MB at most.");
  expect(readHandedIn(" ".repeat(MOST_HANDED_IN.bytes + 1))).toMatchObject({
    ok: false,
    why: expect.stringContaining("MB at most"),
  });
});

test("names that objects have by themselves are taken for text and change nothing", () => {
  const text = JSON.stringify(written()).replace(
    '"name"',
    '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"name"',
  );
  const answer = readHandedIn(text);
  expect(answer.ok && Object.keys(answer.handedIn).sort()).toEqual(Object.keys(written()).sort());
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test.each([
  ["<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"],
  ["  Ada \n Lovelace ", "Ada Lovelace"],
  ["Ada\u202egpj.exe", "Ada gpj.exe"],
  ["e\u0301", "é"],
  [`Z${"\u0337".repeat(50)}`, `Z${"\u0337".repeat(3)}`],
  ["x".repeat(60), `${"x".repeat(39)}…`],
])("the name %j is shown as %j", (name, shown) => {
  expect(shownName(name)).toBe(shown);
});
