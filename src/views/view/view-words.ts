import {
  type ClockName,
  DIRECTIONS,
  type Direction,
  type JoinRule,
  type ViewColumn,
} from "../../microfs/core";
import { DIRECTION_TERMS } from "../../terms/directions";
import { durationInWords } from "../../timeline/words/duration-in-words";
import { entityWord, groupNoun, type Noun } from "../../timeline/words/nouns";
import { formatNumber } from "../../ui/format-number";
import type { GroupSummary, StoreOverview, ViewSummary } from "../../worker/results";

/** A view in one sentence: what its joins bring to each row, in the order in which they do. */
export function viewSentence(view: ViewSummary, overview: StoreOverview): string {
  const spine = overview.groups.find(({ definition }) => definition.name === view.definition.labelFg);
  const rows = spine?.numRows ?? 0;
  const start =
    rows === 1
      ? `For the one row of ${view.definition.labelFg}`
      : `For each of ${formatNumber(rows)} rows of ${view.definition.labelFg}`;
  if (view.definition.joins.length === 0) return `${start}, no features yet: join a group.`;
  const parts = view.definition.joins.map((join, i) =>
    joinPhrase(nounOfGroup(join.fgName, spine), view.rules[i]),
  );
  return `${start}, ${listed(parts)}.`;
}

function nounOfGroup(fgName: string, spine: GroupSummary | undefined): Noun {
  return groupNoun(fgName, (spine?.definition.primaryKeys ?? []).map(entityWord));
}

/** What one join takes: `the latest payment of the last 4 days that was known by then`. */
export function joinPhrase(noun: Noun, rule: JoinRule | undefined): string {
  if (rule === undefined) return `a ${noun.one}`;
  const age = rule.ttlUs === null ? "" : ` at most ${durationInWords(rule.ttlUs)}`;
  switch (rule.direction) {
    case "backward": {
      const past =
        rule.ttlUs === null
          ? ""
          : rule.ttlUs === 0n
            ? " of that very moment"
            : ` of the last ${durationInWords(rule.ttlUs).replace(/^1 /, "")}`;
      return `the latest ${noun.one}${past} ${known(rule)}`;
    }
    case "nearest":
      return `the nearest ${noun.one}, before or after${age && `,${age} away`}`;
    case "forward":
      return `the next ${noun.one} from then on${age && `,${age} away`}`;
    case "latest":
      return `the very last ${noun.one} of all${age && `,${age} old`}`;
  }
}

function known(rule: JoinRule): string {
  if (rule.delayUs > 0n) return "that was usable by then";
  if (rule.clock === "created_time") return "that was known by then";
  return rule.allowExactMatches ? "that had happened by then" : "from before then";
}

function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")}, and ${parts.at(-1)}`;
}

/** What is served although its name says that it is to be predicted. */
export function servedLabelWords({ name, join }: ViewColumn, { definition }: ViewSummary): string {
  const from = join < 0 ? "" : ` from ${definition.joins[join]?.fgName ?? ""}`;
  return `${name}${from} looks like what is to be predicted, and is served as a feature.`;
}

/** The directions, as answers to: which way? */
export const DIRECTION_CHOICES: readonly { value: Direction; label: string }[] = DIRECTIONS.map((value) => ({
  value,
  label: DIRECTION_TERMS[value].choice,
}));

/** The clocks, as answers to: known by which? */
export const CLOCK_CHOICES: readonly { value: ClockName; label: string }[] = [
  { value: "created_time", label: "created time" },
  { value: "event_time", label: "event time" },
];

/** As answers to: does a row at the very same moment count? */
export const EXACT_CHOICES = [
  { value: "yes", label: "counts (≤)" },
  { value: "no", label: "does not count (<)" },
] as const;
