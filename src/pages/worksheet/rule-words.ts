import type { EntitySlice, SliceJoin } from "../../microfs/core";
import { durationInWords } from "../../timeline/words/duration-in-words";
import { nounOf } from "../../timeline/words/nouns";
import { joinPhrase } from "../../views/view/view-words";

/** All that a join's rule says, in sentences that a row can be decided by without the app. */
export function ruleWords(slice: EntitySlice, join: SliceJoin): string {
  const noun = nounOf(slice, join);
  const { rule } = join;
  const sentences = [`It takes ${joinPhrase(noun, rule)}.`];
  const one = `${/^[aeio]/i.test(noun.one) ? "An" : "A"} ${noun.one}`;
  if (rule.direction === "backward") {
    const clock = rule.clock === "created_time" ? "it was created" : "it happened";
    if (rule.delayUs > 0n)
      sentences.push(`${one} can be used ${durationInWords(rule.delayUs)} after ${clock}.`);
    else if (rule.clock === "created_time") sentences.push(`${one} is known once it was created.`);
    if (isAtTtlEdge(slice, join)) sentences.push("One of exactly that age still counts.");
  }
  if (rule.direction !== "latest" && (!rule.allowExactMatches || hasExactMatch(slice, join)))
    sentences.push(`${one} of that very moment ${rule.allowExactMatches ? "counts" : "does not count"}.`);
  if (hasTie(join)) {
    const last = join.createdTimesUs === null ? "further down in the list" : "created last";
    sentences.push(`Of two of the same time the one ${last} wins.`);
  }
  return sentences.join(" ");
}

function hasExactMatch({ spine }: EntitySlice, { eventTimesUs }: SliceJoin): boolean {
  return spine.timesUs.some((us) => eventTimesUs.includes(us));
}

function isAtTtlEdge({ spine }: EntitySlice, { eventTimesUs, rule: { ttlUs } }: SliceJoin): boolean {
  if (ttlUs === null || ttlUs === 0n) return false;
  return spine.timesUs.some((us) => eventTimesUs.includes(us - ttlUs));
}

function hasTie({ eventTimesUs }: SliceJoin): boolean {
  return new Set(eventTimesUs).size < eventTimesUs.length;
}
