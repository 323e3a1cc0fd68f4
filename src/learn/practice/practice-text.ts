import type { BeliefName } from "../questions/beliefs";
import type { Block, Inline } from "../text/lesson-text";
import { readLessonText } from "../text/read-lesson-text";
import { say, WORDS } from "../words";
import type { PracticeItem } from "./practice-item";

/** What is said of an item: what the reader has to know, and the question. */
export interface PracticeText {
  readonly told: readonly Block[];
  readonly question: readonly Inline[];
}

type RuleWords = keyof typeof WORDS.practice.rules;

/** What has to be told of the join, by what an item is made for; its TTL and its clock are told by the item itself. */
const RULES: Readonly<Partial<Record<BeliefName, RuleWords>>> = {
  latest: "later",
  closest: "later",
  strictly_before: "at_or_before",
  at_counts: "strictly_before",
  any_age: "today",
  ttl_from_now: "today",
  multiplies: "asked_often",
  any_of_tie: "tie",
  happened_is_known: "known",
  no_delay: "delay",
  harmless: "features",
  online_follows: "stores",
  last_written: "stores",
  table_as_of: "one_query",
};

/** The words of an item: its story, what has to be known of the join, and the question, as a lesson's text. */
export function practiceText({ story, belief, asked, plan }: PracticeItem): PracticeText {
  const { stories, rules, questions } = WORDS.practice;
  const { tells, item, items } = stories[story.name];
  const [group] = plan.groups;
  const { kind } = asked.question;
  const rule = RULES[belief];
  const isKnownLate = belief !== "harmless" && group?.rows.some(({ known }) => known !== undefined);
  const told = [
    tells,
    ...(rule === undefined ? [] : [rules[rule]]),
    ...(group?.ttl === undefined ? [] : [rules.ttl]),
    ...(isKnownLate && rule === undefined ? [rules.known] : []),
  ].join(" ");
  const isOneOfMany = kind === "row" && plan.spine.length > 1;
  const question = isOneOfMany ? questions.row_of : kind === "rule" ? questions.row : questions[kind];
  const [part] = readLessonText(
    `## Practice\n\n${say(told, { item, items })}\n\n${say(question, { item })}\n`,
  );
  const blocks = part?.blocks ?? [];
  const last = blocks.at(-1);
  if (last?.kind !== "paragraph") throw new RangeError(`${belief} has no question in words`);
  return { told: blocks.slice(0, -1), question: last.inlines };
}
