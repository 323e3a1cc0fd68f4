import { columnsRead } from "../../formats/csv/csv-plan";
import { parseDuration } from "../../microfs/core";
import type { GroupSummary } from "../../worker/results";
import { latestData } from "../query";
import { compact, importTarget, listOf } from "./import-target";
import {
  type DraftContent,
  type GroupTexts,
  isBeingChecked,
  openLosses,
  openQuestions,
} from "./imports-store";

/** Why a draft cannot be stored as it is, in a sentence that says what to do; `null` where it can. */
export function storingObstacle(
  content: DraftContent,
  group: GroupTexts,
  groups: readonly GroupSummary[],
): string | null {
  return openChoice(content) ?? nameObstacle(content, group, groups) ?? rowObstacle(content);
}

/** What a person must still say about the file itself, in a sentence; `null` where nothing is open. */
export function openChoice(content: DraftContent): string | null {
  const { sniffed } = content;
  const question = openQuestions(content)[0];
  if (sniffed.rowsEstimated === 0 && checkedRows(content) === 0) return "There are no rows to store.";
  // A question that is about no one column says itself what it is about.
  if (question !== undefined && question.columns.length === 0) return "Answer the question first.";
  if (question !== undefined)
    return `Say how ${listOf(question.columns)} ${question.columns.length > 1 ? "are" : "is"} meant.`;
  return roleObstacle(content);
}

/** What is wrong with a duration as typed; `undefined` where nothing is, or nothing was typed. */
export function durationProblem(text: string, what: string): string | undefined {
  const duration = compact(text);
  if (duration === undefined) return undefined;
  try {
    parseDuration(duration, what);
    return undefined;
  } catch {
    // Any error of the parser means the same to whoever types: the words below say what would work.
    return `“${text.trim()}” is not a duration. Write 7d, 90m, 1h30m or 250ms, or leave it blank.`;
  }
}

function roleObstacle({ plan }: DraftContent): string | null {
  const { key, eventTime, createdTime } = plan;
  if (key.length === 0) return "Choose the entity key: the column that says whom or what a row is about.";
  if (eventTime === null) return "Choose the event time: the column that says when each row happened.";
  const roles = [...key, eventTime, ...(createdTime === null ? [] : [createdTime])];
  const twice = roles.filter((name, at) => roles.indexOf(name) !== at);
  if (twice.length > 0) return `${listOf(twice)} cannot be two things: choose another key or time.`;
  const included = new Map(columnsRead(plan).map(({ name, type }) => [name, type]));
  const left = roles.filter((name) => !included.has(name));
  if (left.length > 0) return `${listOf(left)} is needed and left out: read it too, or choose another.`;
  const words = [eventTime, createdTime].filter(
    (name) => name !== null && included.get(name) !== "timestamp",
  );
  if (words.length > 0) return `“${words[0]}” must be read as a timestamp to be a time.`;
  return null;
}

/** What is wrong with the group that a draft is meant for, in a sentence; `null` where nothing is. */
export function nameObstacle(
  { plan }: DraftContent,
  group: GroupTexts,
  groups: readonly GroupSummary[],
): string | null {
  if (group.name.trim() === "") return "Give the group a name.";
  const target = importTarget(plan, group.name, groups);
  if (target.kind === "clash") return `There is a group “${group.name.trim()}” of another shape.`;
  if (target.kind === "add") return null;
  const isDurationWrong =
    durationProblem(group.ttl, "ttl") !== undefined || durationProblem(group.delay, "delay") !== undefined;
  return isDurationWrong ? "The time to live or the delay is not a duration yet." : null;
}

function rowObstacle(content: DraftContent): string | null {
  const { check, plan } = content;
  if (check.status === "failed" && check.key === plan) return check.error.message;
  if (check.status === "ready" && check.data.readable === 0)
    return "No row can be read as it is set now: look at the reason under the table, and correct the columns.";
  if (isBeingChecked(content)) return "All rows are being looked at first.";
  const losing = [...new Set(openLosses(content).map(({ column }) => column))];
  if (losing.length === 0) return null;
  return `Say whether what ${listOf(losing)} ${losing.length === 1 ? "loses" : "lose"} may be lost.`;
}

function checkedRows({ check }: DraftContent): number {
  return latestData(check)?.rows ?? 0;
}
