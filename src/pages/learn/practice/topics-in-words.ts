import type { Misconception } from "../../../learn/practice/misconceptions";
import { WORDS } from "../../../learn/words";

/** What is practised, one after another: `the boundary, empty cells and what is closest`. */
export function topicsInWords(names: readonly Misconception[]): string {
  const { misconceptions, comma, and } = WORDS.practice;
  const topics = names.map((name) => misconceptions[name].topic);
  const last = topics.at(-1) ?? "";
  return topics.length < 2 ? last : topics.slice(0, -1).join(comma) + and + last;
}
