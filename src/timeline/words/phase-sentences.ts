import { clockOf } from "../../microfs/core";
import { formatNumber } from "../../ui/format-number";
import { durationInWords } from "./duration-in-words";
import { formatMoment } from "./format-moment";
import {
  beyondTtl,
  exactOnes,
  RULINGS,
  type RulingVerdict,
  rulingClause,
  wholeClause,
} from "./ruling-clauses";
import { count, type SentencePart, text } from "./sentence-parts";
import type { StepFacts } from "./step-facts";

/** `find_entity`: how many rows there are, before any is judged. */
export function foundSentence(facts: StepFacts): SentencePart[] {
  const { all, noun, entity, join } = facts;
  if (all === 0) return [text(`${join.fgName} holds nothing of ${entity}.`)];
  if (all === 1) {
    return [
      text(`${join.fgName} holds `),
      count("undecided", 1),
      text(` ${noun.one} of ${entity}, not judged yet.`),
    ];
  }
  return [
    text(`${join.fgName} holds `),
    count("undecided", all),
    text(` ${noun.many} of ${entity}, none of them judged yet.`),
  ];
}

/** One of the phases that rule out: what it asks, and of how many rows it is true. */
export function rulingSentence(verdict: RulingVerdict, facts: StepFacts): SentencePart[] {
  const asked = facts.all - ruledOutBefore(verdict, facts);
  if (asked === 0)
    return [
      text(facts.all === 0 ? "There is no row to rule out." : `No ${facts.noun.one} remains to be judged.`),
    ];
  const n = facts.counts[verdict];
  const why = reasonClause(verdict, facts, n);
  if (n === 0) return [text(why)];
  const first = asked === facts.all;
  if (n === asked) {
    if (first) {
      const whole = wholeClause(verdict, facts);
      return [count(verdict, n, whole.subject), text(`${whole.rest}${why}`)];
    }
    const subject =
      n === 1 ? "The one that remains" : n === 2 ? "Both that remain" : `All ${formatNumber(n)} that remain`;
    return [count(verdict, n, subject), text(` ${rulingClause(verdict, n, facts)}${why}`)];
  }
  const of = first
    ? `Of ${formatNumber(asked)} ${facts.noun.many} `
    : `Of the ${formatNumber(asked)} that remain, `;
  return [text(of), count(verdict, n), text(` ${rulingClause(verdict, n, facts)}${why}`)];
}

/** How many rows an earlier phase has ruled out. */
function ruledOutBefore(verdict: RulingVerdict, facts: StepFacts): number {
  if (facts.rule.direction === "latest") return facts.counts.superseded;
  return RULINGS.slice(0, RULINGS.indexOf(verdict)).reduce((sum, earlier) => sum + facts.counts[earlier], 0);
}

/** What follows the clause: the reason, or, where nothing is ruled out, the whole sentence. */
function reasonClause(verdict: RulingVerdict, facts: StepFacts, n: number): string {
  switch (verdict) {
    case "future":
      return futureReason(facts, n);
    case "not_yet_known":
      return notKnownReason(facts, n);
    case "wrong_side":
      if (n > 0) return ".";
      return facts.rule.direction === "forward"
        ? `No ${facts.noun.one} lies before ${facts.moment}: nothing to rule out.`
        : `No ${facts.noun.one} falls on ${facts.moment} itself: nothing to rule out.`;
    case "expired":
      return expiredReason(facts, n);
  }
}

function futureReason(facts: StepFacts, n: number): string {
  const atMoment = facts.verdicts.countAt(facts.tUs);
  const counts = atMoment > 0 && facts.rule.allowExactMatches;
  const exact = counts
    ? ` ${atMoment === 1 ? "One lies" : `${atMoment} lie`} exactly at that moment and may be used.`
    : "";
  if (n === 0) return `No ${facts.noun.one} lies after ${facts.moment}: nothing to rule out.${exact}`;
  const onIt = exactOnes("future", facts);
  if (onIt > 0 && onIt < n) {
    const after = n - onIt;
    const falls = onIt === 1 ? "1 falls" : `${formatNumber(onIt)} fall`;
    return `: ${falls} on ${facts.moment} itself, which this join does not allow, and ${formatNumber(after)} ${after === 1 ? "lies" : "lie"} after it.`;
  }
  return onIt === n ? "." : `: ${n === 1 ? "it lies" : "they lie"} after ${facts.moment}.${exact}`;
}

function notKnownReason(facts: StepFacts, n: number): string {
  const { rule } = facts;
  const created = rule.clock === "created_time" && facts.join.createdTimesUs !== null;
  if (!created && rule.delayUs === 0n) {
    return facts.join.createdTimesUs === null
      ? "This join has no delay and no created time: what has happened can be used at once."
      : "This join does not ask when a row became known: what has happened is used at once.";
  }
  if (n === 0) return `No ${facts.noun.one} that has happened became known too late: nothing to rule out.`;
  const only = n === 1 ? facts.verdicts.at(facts.verdicts.firstOf("not_yet_known")) : undefined;
  const until = only === undefined ? "" : `, only from ${formatMoment(clockOf(only, rule), facts.style)} on`;
  if (!created) return `${until}: what happens can be used ${durationInWords(rule.delayUs)} later.`;
  const learned = `: ${n === 1 ? "it has" : "they have"} happened, but the store does not know ${n === 1 ? "it" : "them"} yet`;
  return `${until}${learned}${rule.delayUs > 0n ? `, or not for ${durationInWords(rule.delayUs)}` : ""}.`;
}

function expiredReason(facts: StepFacts, n: number): string {
  const { ttlUs, direction } = facts.rule;
  if (ttlUs === null) {
    const distance = direction === "nearest" || direction === "forward";
    return distance ? "No TTL: a row of any distance may be used." : "No TTL: a row of any age may be used.";
  }
  const freshAt = (us: bigint) => facts.verdicts.countAt(us, "chosen", "superseded");
  const edge = freshAt(facts.tUs - ttlUs) + freshAt(facts.tUs + ttlUs);
  const onEdge =
    edge === 0 || ttlUs === 0n
      ? ""
      : ` ${edge === 1 ? "One lies" : `${edge} lie`} exactly ${durationInWords(ttlUs)} away, which is still fresh.`;
  return n === 0 ? `No ${facts.noun.one} that remains is ${beyondTtl(facts)}.${onEdge}` : `.${onEdge}`;
}
