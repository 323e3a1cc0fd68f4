import { describe, expect, test } from "vitest";
import { variantOfRule } from "../../compare/variant";
import { LANGUAGES } from "../../terms/languages";
import { LADDER_RULE } from "../rule";
import { LADDER_PROGRAMS } from "./ladder-programs";
import type { LineId } from "./line-parts";
import { meaningOf, meaningOfParts, whatIsMissing } from "./meaning";
import type { Misconception } from "./misconceptions";
import { withLine, withoutLine } from "./places";

describe.each(LANGUAGES.map((language) => LADDER_PROGRAMS[language]))("$language", (program) => {
  const { right } = program;

  test("the right program is the rule of the engine", () => {
    expect(meaningOf(program, right)).toEqual({ variant: variantOfRule(LADDER_RULE), misconceptions: [] });
  });

  test.each<[LineId, Misconception]>([
    ["greatest_of_each", "greatest_of_each_column"],
    ["happened_before", "strictly_before"],
    ["same_date", "same_date"],
    ["earliest", "earliest"],
  ])("with the line %s it is %s", (line, misconception) => {
    expect(meaningOf(program, withLine(program, right, line))?.misconceptions).toEqual([misconception]);
  });

  test.each<[LineId, Misconception]>([
    ["same_user", "no_key"],
    ["happened", "no_time"],
    ["known", "created_forgotten"],
    ["fresh", "any_age"],
  ])("without the line %s it is %s", (line, misconception) => {
    expect(meaningOf(program, withoutLine(program, right, line))?.misconceptions).toEqual([misconception]);
  });

  test("without the line that says what is taken, or in which order, it is no join, and says which", () => {
    const noCell = withoutLine(program, right, "own_row");
    expect(meaningOf(program, noCell)).toBe(null);
    expect(whatIsMissing(program, noCell)?.line).toBe("what is taken");
    const noOrder = withoutLine(program, right, "latest");
    expect(meaningOf(program, noOrder)).toBe(null);
    expect(whatIsMissing(program, noOrder)?.line).toBe("the order");
    expect(whatIsMissing(program, right.slice(1))?.sentence).toBe(
      "A line is missing that every program has.",
    );
  });

  test("the greatest of each column needs no order", () => {
    const noOrder = withoutLine(program, withLine(program, right, "greatest_of_each"), "latest");
    expect(whatIsMissing(program, noOrder)).toBe(null);
    expect(meaningOf(program, noOrder)?.misconceptions).toEqual(["greatest_of_each_column"]);
  });

  test("several things wrong: the gravest comes first", () => {
    const none = withoutLine(program, withoutLine(program, right, "happened"), "same_user");
    expect(meaningOf(program, withLine(program, none, "earliest"))?.misconceptions).toEqual([
      "no_key",
      "no_time",
      "earliest",
    ]);
  });
});

test("what would run without an order is not said to be unable to", () => {
  const said = LANGUAGES.map((language) => {
    const program = LADDER_PROGRAMS[language];
    return whatIsMissing(program, withoutLine(program, program.right, "latest"))?.sentence;
  });
  const last = "It would take the payment that was created last. Put in the line that orders them.";
  expect(said).toEqual([
    expect.stringMatching(/^It would run, but .* the database may give any one\.$/),
    last,
    last,
  ]);
});

test("what is of the same date is never too old, and of the greatest of each column none is the first", () => {
  const wrong = meaningOfParts({
    byKey: true,
    happened: "same_date",
    known: "<=",
    fresh: null,
    cell: "greatest_of_each",
    order: "earliest",
  });
  expect(wrong.misconceptions).toEqual(["greatest_of_each_column", "same_date"]);
});
