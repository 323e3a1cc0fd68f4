import type { Verdict } from "../../microfs/core";
import { VERDICT_TERMS } from "../../terms/verdicts";
import { formatNumber } from "../../ui/format-number";
import { durationInWords } from "./duration-in-words";
import type { StepFacts } from "./step-facts";

export type RulingVerdict = Exclude<Verdict, "chosen" | "superseded">;

/** In the order in which a join asks. */
export const RULINGS: readonly RulingVerdict[] = ["future", "not_yet_known", "wrong_side", "expired"];

const THAT_MOMENT = "on that very moment, which this join does not allow";

/** What is said of `n` rows that got a verdict: the verb and all, in the singular or the plural of `n`. */
export function rulingClause(verdict: RulingVerdict, n: number, facts: StepFacts): string {
  const one = n === 1;
  const exact = exactOnes(verdict, facts);
  if (exact > 0 && exact === n) return `${one ? "falls" : "fall"} ${THAT_MOMENT}`;
  if (exact > 0)
    return `${one ? "does" : "do"} not lie ${verdict === "future" ? "before" : "after"} that moment`;
  const { clause } = VERDICT_TERMS[verdict];
  return (one ? clause.one : clause.many).replace("{beyond the TTL}", beyondTtl(facts));
}

/** The same of all rows at once, with its own subject: `None of the 3 payments has happened yet`. */
export function wholeClause(verdict: RulingVerdict, facts: StepFacts): { subject: string; rest: string } {
  const n = facts.all;
  if (n === 1) return { subject: `The only ${facts.noun.one}`, rest: ` ${rulingClause(verdict, 1, facts)}` };
  const none = `${n === 2 ? "Neither" : "None"} of the ${formatNumber(n)} ${facts.noun.many}`;
  const exact = exactOnes(verdict, facts);
  if (exact > 0 && exact < n)
    return { subject: none, rest: ` lies ${verdict === "future" ? "before" : "after"} that moment` };
  const ofNone = VERDICT_TERMS[verdict].clause.none;
  if (ofNone !== null && exact === 0) return { subject: none, rest: ` ${ofNone}` };
  return {
    subject: n === 2 ? `Both ${facts.noun.many}` : `All ${formatNumber(n)} ${facts.noun.many}`,
    rest: ` ${rulingClause(verdict, n, facts)}`,
  };
}

/** How many rows of a verdict lie at the very moment: they are ruled out only because exact matches are off. */
export function exactOnes(verdict: Verdict, facts: StepFacts): number {
  return verdict === "future" || verdict === "wrong_side" ? facts.verdicts.countAt(facts.tUs, verdict) : 0;
}

/** `older than 4 days`, and what a TTL says in the other directions. */
export function beyondTtl(facts: StepFacts): string {
  const ttlUs = facts.rule.ttlUs ?? 0n;
  if (ttlUs === 0n) return "not of that very moment";
  const ttl = durationInWords(ttlUs);
  if (facts.rule.direction === "nearest") return `more than ${ttl} away`;
  if (facts.rule.direction === "forward") return `more than ${ttl} ahead`;
  return `older than ${ttl}`;
}
