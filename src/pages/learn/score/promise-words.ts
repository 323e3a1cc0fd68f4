import type { Band } from "../../../compare/model/model-results";
import { say, WORDS } from "../../../learn/words";
import type { TableScore } from "../../../worker/learn/score-results";
import { scoreText } from "./score-axis";

/** Whether a difference lies above what chance makes, below it, or within. */
export function sideOf({ low, high }: Band): "above" | "below" | "within" {
  if (low > 0) return "above";
  return high < 0 ? "below" : "within";
}

/** What a table's model promises, and what it keeps. @param way - What was done to the table. */
export function promiseWords(way: string, { offline, production, gap }: TableScore): string {
  const values = { way, offline: scoreText(offline.value), production: scoreText(production.value) };
  if (values.offline === values.production) return say(WORDS.score.keeps, values);
  return say(sideOf(gap) === "above" ? WORDS.score.promisesMore : WORDS.score.promisesLess, values);
}
