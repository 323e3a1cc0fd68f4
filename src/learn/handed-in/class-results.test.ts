import { expect, test } from "vitest";
import type { Answered } from "../questions/option";
import { classResults } from "./class-results";
import { HANDED_IN_FORMAT, type HandedIn, type HandedInAnswer, type HandedInPractice } from "./handed-in";
import type { QuestionName } from "./load-questions";
import { studentsOf } from "./students";

/** Of every question the first row is right; the second stands for the closest; nobody knows what the third stands for. */
const ASKED: Answered = {
  options: [0, 1, 2].map((row) => ({ id: `row:${row}`, kind: "row", row })),
  right: "row:0",
  beliefs: new Map([["row:1", "closest"]]),
};
const lookup = ({ question, variant }: QuestionName) => (question === "gone" || variant > 2 ? null : ASKED);

function answer(
  row: number,
  sure: HandedInAnswer["sure"],
  rest: Partial<HandedInAnswer> = {},
): HandedInAnswer {
  return {
    at: "lesson",
    lesson: "look-left",
    question: "first",
    variant: 0,
    option: `row:${row}`,
    // What a file says of it is not believed.
    isRight: true,
    belief: "latest",
    sure,
    ...rest,
  };
}

function file(name: string, answers: HandedInAnswer[], practice: HandedInPractice[] = []): HandedIn {
  return { format: HANDED_IN_FORMAT, version: 1, name, savedOn: "2026-11-28", answers, practice };
}

const results = (...files: readonly HandedIn[]) => classResults(studentsOf(files).students, lookup);

test("the wrong option that most took is one of the variant that most were asked", () => {
  const { questions } = results(
    file("Ada", [answer(2, "guessing")]),
    file("Bo", [answer(1, "guessing")]),
    file("Cy", [answer(2, "guessing")]),
    file("Di", [answer(1, "certain", { variant: 1 })]),
    file("Ed", [answer(1, "certain", { variant: 1 })]),
  );
  expect(questions).toEqual([expect.objectContaining({ variant: 0, mostTaken: "row:2" })]);
  expect(results(file("Ada", [answer(0, "certain")])).questions[0]?.mostTaken).toBeNull();
});

test("of each question it is counted who was right, who believed what, and who was sure of it, by the engine and the first answers", () => {
  const { questions, unknown } = results(
    file("Ada", [answer(1, "certain"), answer(0, "certain", { at: "review", variant: 1 })]),
    file("Bo", [answer(1, "guessing"), answer(1, "fairly", { at: "review" })]),
    file("Cy", [answer(0, "fairly")]),
    file("Di", [answer(2, null)]),
    file("Ed", [answer(0, "certain", { question: "gone" }), answer(9, "certain")]),
  );
  expect(questions).toHaveLength(1);
  const [first] = questions;
  expect(first).toMatchObject({ answered: 4, right: 1, sureAndWrong: 1, again: { asked: 2, right: 1 } });
  expect(
    first?.groups.map(({ kind, belief, answers }) => [
      kind,
      belief,
      answers.map(({ student, sure }) => `${student.name} ${sure}`),
    ]),
  ).toEqual([
    ["right", null, ["Cy fairly"]],
    ["belief", "closest", ["Ada certain", "Bo guessing"]],
    ["other", null, ["Di null"]],
  ]);
  expect(unknown).toBe(2);
});

test("what most were sure of and wrong about comes first, then what most were wrong about", () => {
  const { questions } = results(
    file("Ada", [answer(1, "certain"), answer(1, "fairly", { question: "many" })]),
    file("Bo", [answer(0, "certain"), answer(1, "fairly", { question: "many" })]),
    file("Cy", [answer(0, "certain"), answer(0, "certain", { question: "easy" })]),
  );
  expect(questions.map(({ question }) => question)).toEqual(["first", "many", "easy"]);
});

test("practice is told by belief: what was made for it, and whose wrong answers stood for it", () => {
  const one = (practised: string, belief: string | null, sure: HandedInPractice["sure"]) => ({
    practised,
    isRight: belief === null,
    belief,
    sure,
  });
  const { practice, unknown } = results(
    file("Ada", [], [one("closest", "closest", "certain"), one("closest", null, "fairly")]),
    file("Bo", [], [one("latest", "closest", "guessing"), one("no such belief", null, "fairly")]),
  );
  expect(practice).toMatchObject([
    {
      belief: "closest",
      asked: 2,
      right: 1,
      sureAndWrong: 1,
      holders: [
        { student: { name: "Ada" }, times: 1, certain: 1 },
        { student: { name: "Bo" }, times: 1, certain: 0 },
      ],
    },
    { belief: "latest", asked: 1, right: 0, holders: [] },
  ]);
  expect(unknown).toBe(1);
});

test("a file that goes on from another of the same name takes its place; two who chose one name are kept apart; both is said", () => {
  const [a, b] = [answer(1, "certain"), answer(0, "fairly", { question: "many" })];
  const { students, notes } = studentsOf([
    file("Ada", [a]),
    file("ada", [a, b]),
    file("Bo", [b]),
    file("Bo", [a, b]),
    file("Cy", [a]),
  ]);
  expect(students.map(({ number, name, handedIn }) => [number, name, handedIn.answers.length])).toEqual([
    [1, "Ada", 2],
    [2, "Bo", 2],
    [3, "Bo (2)", 1],
    [4, "Cy", 1],
  ]);
  expect(notes).toEqual([
    "“Ada” has handed in more than once: an earlier file is left out.",
    "2 students are called “Bo”: they are kept apart by a number.",
  ]);
});
