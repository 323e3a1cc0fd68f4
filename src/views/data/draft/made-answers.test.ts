import { describe, expect, test } from "vitest";
import { type MadeAnswers, madeOf, madeProblem } from "./made-answers";

const ANSWERS: MadeAnswers = {
  kind: "entity",
  name: " site ",
  value: " Oslo ",
  since: "31 Jan 2024",
  date: "Date",
  timeOfDay: "Time",
};

describe("a made column", () => {
  test.each<[MadeAnswers["kind"], object]>([
    ["entity", { kind: "constant", name: "site", type: "string", value: "Oslo" }],
    ["since", { kind: "constant", name: "site", type: "timestamp", value: "2024-01-31T00:00:00Z" }],
    ["date_and_time", { kind: "date_and_time", name: "site", date: "Date", timeOfDay: "Time" }],
  ])("%s", (kind, made) => {
    expect(madeOf({ ...ANSWERS, kind })).toEqual(made);
    expect(madeProblem({ ...ANSWERS, kind }, new Set(["at"]))).toBeNull();
  });

  test.each<[Partial<MadeAnswers>, string]>([
    [{ name: " " }, "Give it a name."],
    [{ name: "at" }, "There is a column “at” already: give it another name."],
    [{ value: " " }, "Say what all rows are about."],
    [{ kind: "since", since: "" }, "Say since when."],
    [{ kind: "since", since: "soon" }, "“soon” is not a day or a time: write it like 2024-01-31."],
    [{ kind: "date_and_time", timeOfDay: "Date" }, "Choose two different columns."],
    [{ kind: "date_and_time", timeOfDay: "" }, "Choose two different columns."],
  ])("%j cannot be made: %s", (change, problem) => {
    expect(madeProblem({ ...ANSWERS, ...change }, new Set(["at"]))).toBe(problem);
  });
});
