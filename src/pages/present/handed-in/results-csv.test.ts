import { expect, test } from "vitest";
import type { HandedIn, HandedInAnswer } from "../../../learn/handed-in/handed-in";
import { loadQuestions } from "../../../learn/handed-in/load-questions";
import { resultsCsv } from "./results-csv";

const first: HandedInAnswer = {
  at: "lesson",
  lesson: "look-left",
  question: "first",
  variant: 0,
  option: "row:2",
  // What a file says of it is not believed.
  isRight: true,
  belief: "latest",
  sure: "certain",
};
const handedIn: HandedIn = {
  format: "microfs-handed-in",
  version: 1,
  name: "Ada",
  savedOn: "2026-11-28",
  answers: [
    { ...first, at: "review", question: '=HYPERLINK("x")', variant: 1, sure: null },
    first,
    { ...first, at: "review", option: "row:1", isRight: false, sure: null },
  ],
  practice: [
    { practised: "latest", isRight: true, belief: null, sure: "certain" },
    { practised: "gone", isRight: false, belief: null, sure: null },
  ],
};

test("each answer is a line, in names and in words; right is what the engine says; what is not counted says so; what a spreadsheet would run is text", async () => {
  const questions = await loadQuestions(handedIn.answers);
  const csv = resultsCsv(
    [{ number: 1, name: "Ada", handedIn }],
    ({ number, name }) => `${name}, ${number}`,
    questions,
  );
  const asked = "Which report goes into the row of 10:07?";
  const title = '"Look left, take the last"';
  expect(csv.split("\r\n")).toEqual([
    "student,where,lesson,title,question,asked,form,option,answer,right,belief,stands for,how sure,counted",
    `"Ada, 1",review,look-left,${title},"'=HYPERLINK(""x"")",,2,row:2,,,,,,no: this version does not ask it`,
    `"Ada, 1",lesson,look-left,${title},first,${asked},1,row:2,10:08 · 58,no,closest,"The nearest row wins, before or after.",certain,as answered first`,
    `"Ada, 1",review,look-left,${title},first,${asked},1,row:1,10:05 · 61,yes,,,,as asked again`,
    '"Ada, 1",practice,,,latest,"What the table says today, it said then.",,,,yes,,,certain,as practice',
    '"Ada, 1",practice,,,gone,,,,,,,,,no: this version does not ask it',
    "",
  ]);
});
