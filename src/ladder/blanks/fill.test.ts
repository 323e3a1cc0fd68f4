import { expect, test } from "vitest";
import { variantOfRule } from "../../compare/variant";
import { LANGUAGES, type Language } from "../../terms/languages";
import { LADDER_PROGRAMS } from "../programs/ladder-programs";
import { programText } from "../programs/program-text";
import { LADDER_RULE } from "../rule";
import type { BlankId, Filled } from "./blank";
import { blankOf } from "./blank-program";
import { BLANK_PROGRAMS } from "./blank-programs";
import { filledText, meaningOfFilled, readFilling } from "./fill";

const RIGHT: Readonly<Record<Language, Filled>> = {
  sql: { key: "p.user_id", happened: "<=", known: "e.created", fresh: ">=", order: "DESC" },
  python: { key: "p.user_id", happened: "<=", known: "e.created", fresh: ">=", order: "False" },
  typescript: { key: "p.user", happened: "<=", known: "e.created", fresh: ">=", order: "a.ts - b.ts" },
};

const wrong = (language: Language, filled: Filled) =>
  meaningOfFilled(BLANK_PROGRAMS[language], { ...RIGHT[language], ...filled })?.misconceptions;

test.each(LANGUAGES)(
  "%s: filled rightly it is the program of the first rung, and the rule of the engine",
  (language) => {
    const program = BLANK_PROGRAMS[language];
    const first = LADDER_PROGRAMS[language];
    expect(program.blanks.length).toBe(5);
    expect(filledText(program, RIGHT[language])).toBe(
      programText(first, first.right).replace("e: e.ts)", "e: e.ts, reverse=False)"),
    );
    expect(meaningOfFilled(program, RIGHT[language])).toEqual({
      variant: variantOfRule(LADDER_RULE),
      misconceptions: [],
    });
  },
);

test("what is filled in wrongly is named", () => {
  expect(wrong("sql", { key: "e.user_id" })).toEqual(["no_key"]);
  expect(wrong("sql", { happened: "<" })).toEqual(["strictly_before"]);
  expect(wrong("sql", { happened: "=" })).toEqual(["same_moment_only"]);
  expect(wrong("python", { happened: ">=" })).toEqual(["looks_ahead"]);
  expect(wrong("sql", { known: "e.ts" })).toEqual(["created_forgotten"]);
  expect(wrong("typescript", { fresh: ">" })).toEqual(["edge_too_old"]);
  expect(wrong("sql", { fresh: "<=" })).toEqual(["too_old_only"]);
  expect(wrong("typescript", { happened: "!==" })).toEqual(["other_moments_only"]);
  expect(wrong("sql", { order: "ASC" })).toEqual(["earliest"]);
  expect(wrong("python", { order: "True" })).toEqual(["earliest"]);
  expect(wrong("typescript", { order: "b.ts - a.ts" })).toEqual(["earliest"]);
});

test("a program means nothing while a blank is open, or holds what cannot stand there", () => {
  expect(meaningOfFilled(BLANK_PROGRAMS.sql, {})).toBe(null);
  expect(wrong("sql", { order: "  " })).toBe(undefined);
  expect(wrong("sql", { order: "sideways" })).toBe(undefined);
});

const read = (language: Language, id: BlankId, text: string) => {
  const program = BLANK_PROGRAMS[language];
  const found = readFilling(program, blankOf(program, id), text);
  return found.kind === "read" ? found.filling.text : found.kind === "refused" ? found.sentence : found.kind;
};

test("spaces do not matter, and in SQL neither does the case", () => {
  expect(read("sql", "order", " desc ")).toBe("DESC");
  expect(read("sql", "happened", " <= ")).toBe("<=");
  expect(read("typescript", "order", "a.ts-b.ts")).toBe("a.ts - b.ts");
  expect(read("sql", "happened", "!=")).toBe("<>");
  expect(read("python", "order", "")).toBe("open");
});

test("what cannot stand there is refused with what can", () => {
  expect(read("sql", "happened", "=<")).toBe("“At most” is written <=.");
  expect(read("sql", "happened", "≤")).toBe("“At most” is written <=.");
  expect(read("sql", "happened", "==")).toBe("SQL compares with =.");
  expect(read("python", "happened", "=")).toBe("Python compares with ==; = gives a name to a value.");
  expect(read("python", "order", "true")).toBe("Python writes True with a capital.");
  expect(read("typescript", "happened", "==")).toBe("TypeScript compares with ===.");
  expect(read("sql", "fresh", "near")).toBe("Here can stand <, <=, > or >=.");
  expect(read("sql", "fresh", "!=")).toBe(
    "This is SQL, but no join that is drawn here. Here can stand <, <=, > or >=.",
  );
  expect(read("sql", "happened", "near")).toBe("Here can stand <=, <, =, <>, >= or >.");
});
