import { expect, test } from "vitest";
import type { HandedIn } from "../../../learn/handed-in/handed-in";
import { resultsCsv } from "./results-csv";

const handedIn: HandedIn = {
  format: "microfs-handed-in",
  version: 1,
  name: "Ada",
  savedOn: "2026-11-28",
  answers: [
    {
      at: "review",
      lesson: "look-left",
      question: '=HYPERLINK("x")',
      variant: 1,
      option: "row:2",
      isRight: false,
      belief: "closest",
      sure: null,
    },
  ],
  practice: [{ practised: "latest", isRight: true, belief: null, sure: "certain" }],
};

test("each answer is a line; what a spreadsheet would run is text; a name is what it is called on the screen", () => {
  const csv = resultsCsv([{ number: 1, name: "Ada", handedIn }], ({ number, name }) => `${name}, ${number}`);
  expect(csv.split("\r\n")).toEqual([
    "student,where,lesson,question,form,answer,right,stands for,how sure",
    `"Ada, 1",review,look-left,"'=HYPERLINK(""x"")",2,row:2,no,closest,`,
    '"Ada, 1",practice,,latest,,,yes,,certain',
    "",
  ]);
});
