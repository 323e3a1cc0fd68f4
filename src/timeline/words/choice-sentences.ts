import type { Direction } from "../../microfs/core";
import { formatNumber } from "../../ui/format-number";
import { durationInWords } from "./duration-in-words";
import { formatMoment } from "./format-moment";
import { leakClause } from "./leak-words";
import { stayEmpty } from "./null-key-sentences";
import { RULINGS, rulingClause, wholeClause } from "./ruling-clauses";
import { count, type SentencePart, text } from "./sentence-parts";
import type { ChosenFacts, StepFacts } from "./step-facts";

const BETTER: Record<Direction, { of2: string; ofMore: string; losers: string }> = {
  backward: { of2: "later", ofMore: "latest", losers: "earlier" },
  forward: { of2: "earlier", ofMore: "earliest", losers: "later" },
  nearest: { of2: "nearer", ofMore: "nearest", losers: "farther" },
  latest: { of2: "last", ofMore: "last", losers: "earlier" },
};

/** `keep_latest`: the rows that remain compete and one wins. */
export function keptSentence(facts: StepFacts): SentencePart[] {
  // `latest` picks before it asks the age: at this step a row is picked even if it expires later.
  if (facts.rule.direction === "latest" && facts.chosen === null && facts.all > 0)
    return pickedThenExpired(facts);
  const { chosen } = facts;
  if (chosen === null)
    return [
      text(
        facts.all === 0 ? "There is nothing to choose from." : `No ${facts.noun.one} remains to choose from.`,
      ),
    ];
  const of = formatMoment(chosen.row.eventTime, facts.style);
  if (facts.remaining === 1) {
    return [
      text(`${winner(facts)}, `),
      ...valuePart(chosen),
      text(` from ${of}, is chosen: nothing competes with it.`),
    ];
  }
  const losers = facts.counts.superseded;
  return [
    text(`${winner(facts)}, `),
    ...valuePart(chosen),
    text(` from ${of}, supersedes `),
    count("superseded", losers),
    text(` ${losers === 1 ? "other" : "others"}.${tieWords(chosen, facts.remaining)}`),
  ];
}

/** `write_cell`: the whole story, and what the cell gets. */
export function writtenSentence(facts: StepFacts): SentencePart[] {
  if (facts.all === 0)
    return [text(`${facts.join.fgName} holds nothing of ${facts.entity}, so ${stayEmpty(facts.join)}.`)];
  const ruled = ruledOutParts(facts);
  if (facts.chosen === null) {
    const oneReason =
      facts.rule.direction === "latest" || RULINGS.some((verdict) => facts.counts[verdict] === facts.all);
    const words = stayEmpty(facts.join);
    return [
      ...ruled,
      text(oneReason ? ` ${words[0]?.toUpperCase()}${words.slice(1)}.` : ` None remains: ${words}.`),
    ];
  }
  return [...ruled, ...(ruled.length > 0 ? [text(" ")] : []), ...outcome(facts, facts.chosen)];
}

function ruledOutParts(facts: StepFacts): SentencePart[] {
  const verdicts = RULINGS.filter((verdict) => facts.counts[verdict] > 0);
  const [only] = verdicts;
  if (only === undefined) return [];
  if (facts.rule.direction === "latest") {
    const subject =
      facts.all === 1
        ? `The only ${facts.noun.one}`
        : `The last of ${formatNumber(facts.all)} ${facts.noun.many}`;
    return [count(only, 1, subject), text(` ${rulingClause(only, 1, facts)}.`)];
  }
  if (facts.counts[only] === facts.all) {
    const whole = wholeClause(only, facts);
    return [count(only, facts.all, whole.subject), text(`${whole.rest}.`)];
  }
  const clauses = verdicts.flatMap((verdict, i) => [
    text(i === 0 ? "" : ", "),
    count(verdict, facts.counts[verdict]),
    text(` ${rulingClause(verdict, facts.counts[verdict], facts)}`),
  ]);
  return [
    text(`Of ${formatNumber(facts.all)} ${facts.noun.many} `),
    ...clauses.filter((part) => part.text !== ""),
    text("."),
  ];
}

function outcome(facts: StepFacts, chosen: ChosenFacts): SentencePart[] {
  const subject = winner(facts);
  const more = moreWords(chosen.moreColumns);
  if (chosen.value === null) return [text(`${subject} is chosen; this join writes no column.`)];
  if (chosen.isNull) {
    return [
      text(`${subject} holds `),
      { kind: "value", state: stateOfChosen(chosen), text: "null", exact: null },
      text(", so null goes into the row: no older value is dug up for it."),
      ...leakParts(facts, chosen),
    ];
  }
  return [
    text(`${subject}, `),
    ...valuePart(chosen),
    text(`, goes into the row${more}.${tieWords(chosen, facts.remaining)}`),
    ...leakParts(facts, chosen),
  ];
}

/** The chosen row as the subject of a sentence: `The later of the 2 that remain`. */
function winner(facts: StepFacts): string {
  const { all, remaining, noun, rule, chosen } = facts;
  if (remaining === 1) return all === 1 ? `The only ${noun.one}` : "The one that remains";
  const of =
    remaining === all ? `${formatNumber(all)} ${noun.many}` : `the ${formatNumber(remaining)} that remain`;
  if (chosen !== null && chosen.tie.sharers === remaining) {
    const last = chosen.tie.brokenBy === "insertion" ? "inserted" : "known";
    return `Of ${of}, ${remaining === 2 ? "both" : "all"} of one moment, the one ${last} last`;
  }
  if (chosen?.tie.isEquallyFar && remaining === 2) return `Of ${of}, both equally near, the past one`;
  return `The ${remaining === 2 ? BETTER[rule.direction].of2 : BETTER[rule.direction].ofMore} of ${of}`;
}

/** What decided where the order alone did not. Where all are tied the subject has said so already. */
function tieWords(chosen: ChosenFacts, remaining: number): string {
  if (chosen.tie.isEquallyFar) return remaining === 2 ? "" : " Of two equally near, the past one wins.";
  if (chosen.tie.sharers === 1 || chosen.tie.sharers === remaining) return "";
  const last = chosen.tie.brokenBy === "insertion" ? "inserted" : "known";
  return ` ${formatNumber(chosen.tie.sharers)} share that moment; the one ${last} last wins.`;
}

function valuePart(chosen: ChosenFacts): SentencePart[] {
  if (chosen.value === null)
    return [{ kind: "value", state: stateOfChosen(chosen), text: `row ${chosen.row.row}`, exact: null }];
  return [
    { kind: "value", state: stateOfChosen(chosen), text: chosen.value.text, exact: chosen.value.exact },
  ];
}

function stateOfChosen(chosen: ChosenFacts): "chosen" | "leak" {
  return chosen.isLeak ? "leak" : "chosen";
}

function leakParts({ join, tUs }: StepFacts, chosen: ChosenFacts): SentencePart[] {
  if (!chosen.isLeak) return [];
  return [text(` That is a leak: ${leakClause(chosen.row, join.groupClock, tUs, "it")}.`)];
}

function pickedThenExpired(facts: StepFacts): SentencePart[] {
  const picked = facts.verdicts.at(facts.verdicts.firstOf("expired"));
  const of = picked === undefined ? "" : ` of ${formatMoment(picked.eventTime, facts.style)}`;
  if (facts.all === 1) return [text(`The only ${facts.noun.one}${of} is picked, whatever the moment.`)];
  const ttl =
    facts.rule.ttlUs === null ? "" : ` Its age against ${durationInWords(facts.rule.ttlUs)} is asked next.`;
  return [
    text(
      `The last of ${formatNumber(facts.all)} ${facts.noun.many},${of.slice(0)}, supersedes `.replace(
        ",,",
        ",",
      ),
    ),
    count("superseded", facts.counts.superseded),
    text(` ${facts.counts.superseded === 1 ? "other" : "others"}.${ttl}`),
  ];
}

/** What else goes into the row, by its name where that is one. */
function moreWords(columns: readonly string[]): string {
  if (columns.length > 1) return ` with ${columns.length} more values`;
  return columns.map((name) => ` with its ${name}`).join("");
}
