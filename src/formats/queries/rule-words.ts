import { formatDuration } from "../../microfs/duration";
import type { QueryJoin } from "./query-plan";

const WANTED = {
  backward: "the latest row",
  nearest: "the nearest row, past or future (this can leak)",
  forward: "the next row (this leaks)",
  latest: "the last row there is, whatever the moment (this can leak)",
} as const;

/** What a join asks for, as a comment says it: `payments: the latest row known, no older than 45 d`. */
export function ruleWords({ group, rule }: QueryJoin): string {
  const parts: string[] = [WANTED[rule.direction]];
  if (rule.direction === "backward") {
    if (rule.clock === "created_time") parts.push("by its created time");
    if (rule.delayUs > 0n) parts.push(`known for ${formatDuration(rule.delayUs)}`);
  }
  if (rule.ttlUs !== null)
    parts.push(rule.ttlUs === 0n ? "of the same instant" : `within ${formatDuration(rule.ttlUs)}`);
  if (!rule.allowExactMatches && rule.direction !== "latest") parts.push("never of the very same moment");
  return oneLine(`${group.name}: ${parts.join(", ")}`);
}

/** A text that can stand in a comment of one line, whatever is in it. */
export function oneLine(text: string): string {
  return text.replace(/\p{C}|[\u2028\u2029]/gu, " ");
}
