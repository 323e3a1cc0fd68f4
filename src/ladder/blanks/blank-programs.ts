import type { Language } from "../../terms/languages";
import { LADDER_PROGRAMS } from "../programs/ladder-programs";
import type { JoinParts } from "../programs/line-parts";
import type { Blank, BlankId, Filling } from "./blank";
import { type BlankProgram, type BlankSpot, blankProgram } from "./blank-program";

/** The right program of each language, with its blanks. */
export const BLANK_PROGRAMS: Readonly<Record<Language, BlankProgram>> = {
  sql: blankProgram(LADDER_PROGRAMS.sql, [
    key("p.user_id", "e.user_id"),
    happened("=", "<>"),
    known("e.created", "e.ts"),
    fresh(),
    order("text", { line: "latest", over: "DESC" }, "DESC", "ASC"),
  ]),
  python: blankProgram(LADDER_PROGRAMS.python, [
    key("p.user_id", "e.user_id"),
    happened("==", "!="),
    known("e.created", "e.ts"),
    fresh(),
    order(
      "text",
      { line: "latest", over: "False", lineText: "found.sort(key=lambda e: e.ts, reverse=False)" },
      "False",
      "True",
    ),
  ]),
  typescript: blankProgram(LADDER_PROGRAMS.typescript, [
    key("p.user", "e.user"),
    happened("===", "!=="),
    known("e.created", "e.ts"),
    fresh(),
    order("choice", { line: "latest", over: "a.ts - b.ts" }, "a.ts - b.ts", "b.ts - a.ts"),
  ]),
};

function key(own: string, any: string): BlankSpot {
  const fillings = [
    // A row’s own key is always its own: every row passes.
    { text: any, part: { byKey: false } },
    { text: own, part: { byKey: true } },
  ];
  return {
    line: "same_user",
    over: own,
    blank: blank("key", "choice", "what the user must equal", fillings),
  };
}

/**
 * @param equal - How the language writes that two times are the same.
 * @param other - And that they are not.
 */
function happened(equal: string, other: string): BlankSpot {
  const operators: readonly (readonly [string, JoinParts["happened"]])[] = [
    ["<=", "<="],
    ["<", "<"],
    [equal, "="],
    [other, "!="],
    [">=", ">="],
    [">", ">"],
  ];
  const fillings = operators.map(([text, operator]): Filling => ({ text, part: { happened: operator } }));
  return {
    line: "happened",
    over: "<=",
    blank: blank("happened", "text", "how the event time compares with the prediction’s", fillings),
  };
}

function known(created: string, event: string): BlankSpot {
  const fillings: Filling[] = [
    { text: event, part: { known: "event_time" } },
    { text: created, part: { known: "<=" } },
  ];
  return {
    line: "known",
    over: created,
    blank: blank("known", "choice", "the time that must have come", fillings),
  };
}

function fresh(): BlankSpot {
  const fillings: Filling[] = [
    { text: "<", part: { fresh: "<" } },
    { text: "<=", part: { fresh: "<=" } },
    { text: ">", part: { fresh: ">" } },
    { text: ">=", part: { fresh: ">=" } },
  ];
  return {
    line: "fresh",
    over: ">=",
    blank: blank("fresh", "text", "how the event time compares with the oldest that is fresh", fillings),
  };
}

function order(
  kind: Blank["kind"],
  spot: Omit<BlankSpot, "blank">,
  latest: string,
  earliest: string,
): BlankSpot {
  const fillings: Filling[] = [
    { text: earliest, part: { order: "earliest" } },
    { text: latest, part: { order: "latest" } },
  ];
  return { ...spot, blank: blank("order", kind, "in which order the payments stand", fillings) };
}

function blank(id: BlankId, kind: Blank["kind"], label: string, fillings: readonly Filling[]): Blank {
  return { id, kind, label, fillings };
}
