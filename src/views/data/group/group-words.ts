import { formatDuration, parseDuration } from "../../../microfs/core";
import { formatDay } from "../../../timeline/words/format-moment";
import { countOf } from "../../../ui/format-number";
import type { GroupSummary } from "../../../worker/results";

/** A group in one sentence: how many rows of how many entities, and from when to when. */
export function groupSentence({ definition, numRows, numEntities, firstUs, lastUs }: GroupSummary): string {
  if (numRows === 0 || firstUs === null || lastUs === null) return `${definition.name} has no rows yet.`;
  const rows = `${definition.name} has ${countOf(numRows, "row")} of ${countOf(numEntities, "entity", "entities")}`;
  const [first, last] = [formatDay(firstUs, { year: true }), formatDay(lastUs, { year: true })];
  return first === last ? `${rows}, all of ${first}.` : `${rows}, from ${first} to ${last}.`;
}

export interface DefinitionFact {
  readonly term: string;
  /** Its entry in the glossary. */
  readonly of: string;
  readonly text: string;
}

/** What was declared, in words. */
export function definitionFacts({ definition }: GroupSummary): DefinitionFact[] {
  const { primaryKeys, eventTime, createdTime, ttl, delay } = definition;
  const delayUs = delay == null ? 0n : parseDuration(delay, "delay");
  const known = createdTime == null ? "as soon as it happened" : `at ${createdTime}`;
  return [
    { term: "Entity key", of: "entity key", text: primaryKeys.join(", ") },
    { term: "A row happened", of: "event time", text: `at ${eventTime}` },
    {
      term: "It was known",
      of: "known at",
      text:
        delayUs === 0n
          ? known
          : `${formatDuration(delayUs)} after ${createdTime == null ? "it happened" : createdTime}`,
    },
    {
      term: "It counts",
      of: "TTL",
      text: ttl == null ? "at any age" : `until it is ${formatDuration(parseDuration(ttl, "ttl"))} old`,
    },
  ];
}
