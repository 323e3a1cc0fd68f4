import type { EntitySlice } from "../../microfs/core";
import { PHASE_TERMS } from "../../terms/phases";
import { takesPart } from "../../terms/phases-of";
import { VERDICT_TERMS } from "../../terms/verdicts";
import { formatNumber } from "../../ui/format-number";
import { firstWrite } from "../slice-index/slice-index";
import type { Coordinate } from "../step/coordinate";
import { exactOnes, type RulingVerdict } from "./ruling-clauses";
import { count, inWords, type SentencePart, text } from "./sentence-parts";
import { type ChosenFacts, type StepFacts, stepFacts } from "./step-facts";

/** What happens at a step that all joins take side by side: the counts and the values of each, in one sentence. */
export function togetherSentence(slice: EntitySlice, at: Coordinate): SentencePart[] {
  const all = slice.joins.map((_, join) => stepFacts(slice, { ...at, join }));
  const verdict = PHASE_TERMS[at.phase].rulesOut;
  if (verdict !== null)
    return ruledTogether(
      verdict,
      all.filter(({ rule }) => takesPart(rule, at.phase)),
    );
  if (at.phase === "find_entity") return foundTogether(all);
  return at.phase === "keep_latest" ? keptTogether(all) : writtenTogether(all);
}

function foundTogether(all: readonly StepFacts[]): SentencePart[] {
  const found = all.filter((facts) => facts.all > 0);
  const empty = all.filter((facts) => facts.all === 0);
  if (found.length === 0)
    return [text(`${namesOf(empty)} ${empty.length === 1 ? "holds" : "hold"} nothing of it.`)];
  const rows = found.reduce((sum, facts) => sum + facts.all, 0);
  return [
    ...listed(found.map((facts) => [count("undecided", facts.all), text(` ${nounFor(facts, facts.all)}`)])),
    text(` ${rows === 1 ? "waits" : "wait"} to be judged.`),
    ...(empty.length === 0
      ? []
      : [text(` ${namesOf(empty)} ${empty.length === 1 ? "holds" : "hold"} nothing of it.`)]),
  ];
}

function ruledTogether(verdict: RulingVerdict, all: readonly StepFacts[]): SentencePart[] {
  const ruled = all.filter((facts) => facts.counts[verdict] > 0);
  if (ruled.length === 0)
    return [text(`${VERDICT_TERMS[verdict].clause.together.nothing}: nothing to rule out in any join.`)];
  const rows = ruled.reduce((sum, facts) => sum + facts.counts[verdict], 0);
  const clauses = ruled.map((facts) => [
    count(verdict, facts.counts[verdict]),
    text(` of ${formatNumber(facts.all)} ${nounFor(facts, facts.all)}`),
  ]);
  return [...listed(clauses), text(` ${clauseFor(verdict, rows, ruled)}.`)];
}

/** True of every row it is said of, whichever of the joins' rules ruled it out. */
function clauseFor(verdict: RulingVerdict, rows: number, ruled: readonly StepFacts[]): string {
  const { together } = VERDICT_TERMS[verdict].clause;
  const isPastToo = verdict === "future" && ruled.some((facts) => exactOnes("future", facts) > 0);
  if (isPastToo) return `${rows === 1 ? "does" : "do"} not lie before that moment`;
  return rows === 1 ? together.one : together.many;
}

function keptTogether(all: readonly StepFacts[]): SentencePart[] {
  const empty = all.filter((facts) => facts.chosen === null);
  const winners = winnersOf(all);
  if (winners.length === 0) return [text("In no join a row remains to choose from.")];
  const clauses = winners.map(({ facts, chosen }, i) => [
    text(`${facts.join.fgName}${i === 0 ? " keeps" : ""} `),
    chosenValue(chosen),
  ]);
  return [
    ...listed(clauses),
    text("."),
    ...(empty.length === 0 ? [] : [text(` Nothing remains in ${namesOf(empty)}.`)]),
  ];
}

function writtenTogether(all: readonly StepFacts[]): SentencePart[] {
  const empty = all.filter((facts) => facts.chosen === null);
  const winners = winnersOf(all);
  const stays = `${inWords(empty.map(cellOf))} ${empty.length === 1 ? "stays" : "stay"} empty.`;
  if (winners.length === 0) return [text(stays)];
  const clauses = winners.map(({ facts, chosen }, i) => [
    text(`${cellOf(facts)}${i === 0 ? " gets" : ""} `),
    chosenValue(chosen),
    ...(chosen.isLeak ? [text(" (a leak)")] : []),
  ]);
  return [...listed(clauses), text("."), ...(empty.length === 0 ? [] : [text(` ${stays}`)])];
}

function winnersOf(all: readonly StepFacts[]): { facts: StepFacts; chosen: ChosenFacts }[] {
  return all.flatMap((facts) => (facts.chosen === null ? [] : [{ facts, chosen: facts.chosen }]));
}

/** The cell that is spoken of; the group, where its join writes none. */
function cellOf({ join }: StepFacts): string {
  return firstWrite(join)?.as ?? join.fgName;
}

function chosenValue(chosen: ChosenFacts): SentencePart {
  const state = chosen.isLeak ? "leak" : "chosen";
  if (chosen.value === null) return { kind: "value", state, text: `row ${chosen.row.row}`, exact: null };
  return {
    kind: "value",
    state,
    text: chosen.isNull ? "null" : chosen.value.text,
    exact: chosen.value.exact,
  };
}

function namesOf(all: readonly StepFacts[]): string {
  return inWords(all.map(({ join }) => join.fgName));
}

function nounFor({ noun }: StepFacts, rows: number): string {
  return rows === 1 ? noun.one : noun.many;
}

/** Clauses one after another: `a, b and c`. */
function listed(clauses: readonly (readonly SentencePart[])[]): SentencePart[] {
  return clauses.flatMap((clause, i) => {
    const between = i === 0 ? "" : i === clauses.length - 1 ? " and " : ", ";
    return between === "" ? clause : [text(between), ...clause];
  });
}
