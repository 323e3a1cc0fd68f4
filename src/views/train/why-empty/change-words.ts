import { parseDuration } from "../../../microfs/core";
import type { ColumnChange } from "../../../scenario/edits/column-change";
import { EMPTY_REASON_TERMS } from "../../../terms/empty-reasons";
import { roughDuration } from "../../../timeline/words/duration-in-words";
import { formatClock, formatDay } from "../../../timeline/words/format-moment";
import { countOf, formatNumber } from "../../../ui/format-number";
import type { Cause } from "../../../why-empty/candidate";
import type { Change } from "../../../why-empty/changed-sides";
import type { Offer } from "../../../why-empty/why-empty";
import type { JustMissed, WhyEmptyLine, WhyEmptySummary } from "../../../worker/why-empty/why-empty-results";
import { valueWords } from "./missed-lane";

const DAY_US = parseDuration("1d", "day");

/** A duration at a glance, which does not break over lines: `16 d 2 h`, `20 098 d 1 h`. */
export function shortDuration(us: bigint): string {
  return roughDuration(us)
    .replace(/\d{4,}/g, (digits) => formatNumber(Number(digits)))
    .replaceAll(" ", "\u00a0");
}

/** How far apart two moments lie, where that need not be exact: `2 d 2 h`, `55 years`. */
export function spanWords(us: bigint): string {
  const size = us < 0n ? -us : us;
  if (size < 730n * DAY_US) return shortDuration(size);
  return `${formatNumber(Math.round(Number(size) / (365.25 * Number(DAY_US))))}\u00a0years`;
}

/** What there is to know of a view to name a change of it. */
export interface ChangeContext {
  /** The group that the line's join is with, and the one of the predictions. */
  readonly fgName: string;
  readonly labelFg: string;
  /** The join's TTL and delay as they are, microseconds. */
  readonly ttlUs: bigint | null;
  readonly delayUs: bigint;
  /** The time of day of all predictions; `null` where they differ. */
  readonly clockUs: number | null;
}

/** A change in words. */
export interface ChangeWords {
  /** On its button. */
  readonly label: string;
  /** After `would not be, if`. */
  readonly clause: string;
  /** Beside the button: what may have happened, or what must be so for the change to be true; "" for nothing. */
  readonly note: string;
  /** The group that it is of, where the label does not say it. */
  readonly of: string | null;
}

const NOTHING: ChangeWords = { label: "Change it", clause: "it were changed", note: "", of: null };

/** What a change is called. Durations are written with their two largest units, which is exact where they were rounded up. */
export function changeWords(change: Change, context: ChangeContext): ChangeWords {
  const { fgName, labelFg, ttlUs, delayUs, clockUs } = context;
  if (change.kind === "mapping") {
    const [[left, right] = ["", ""]] = change.on;
    return {
      label: `Join on ${left} = ${right}`,
      clause: `${fgName} were joined on ${left === right ? left : `${left} = ${right}`}`,
      note: "",
      of: fgName,
    };
  }
  const [edit] = change.edits;
  if (edit?.kind === "rule") {
    if (edit.allowExactMatches === true)
      return {
        label: "Take rows at the very moment",
        clause: "a row at the very moment counted",
        note: "≤ in the place of <",
        of: fgName,
      };
    if (edit.delayUs !== undefined) {
      const own = shortDuration(BigInt(edit.delayUs));
      return {
        label: `Delay ${shortDuration(delayUs)} → ${own}`,
        clause: `the delay were ${fgName}’s own ${own}`,
        note: "the group’s own",
        of: fgName,
      };
    }
    const ttl = edit.ttlUs == null ? "any age" : shortDuration(BigInt(edit.ttlUs));
    return {
      label: `TTL ${ttlUs === null ? "any age" : shortDuration(ttlUs)} → ${ttl}`,
      clause:
        edit.ttlUs == null ? `rows of ${fgName} counted at any age` : `the TTL of ${fgName} were ${ttl}`,
      note: "",
      of: fgName,
    };
  }
  if (edit?.kind !== "column") return NOTHING;
  if (edit.change.kind === "shift" && edit.group === labelFg && edit.group !== fgName)
    return laterWords(BigInt(edit.change.byUs), clockUs);
  const groups = new Set(change.edits.flatMap((one) => (one.kind === "column" ? [one.group] : [])));
  return columnWords(edit.change, edit.column, edit.group, [...groups].join(" and "));
}

function laterWords(byUs: bigint, clockUs: number | null): ChangeWords {
  const by = shortDuration(byUs);
  const later = clockUs === null ? null : BigInt(clockUs) + byUs;
  const isSameDay = later !== null && later < DAY_US;
  return {
    label:
      later !== null && isSameDay && clockUs !== null
        ? `Predict at ${formatClock(later)}, not ${formatClock(BigInt(clockUs))}`
        : `Predict ${by} later`,
    clause: `predictions were made ${by} later`,
    note: "moves all predictions",
    of: null,
  };
}

function columnWords(change: ColumnChange, column: string, group: string, of: string): ChangeWords {
  switch (change.kind) {
    case "trim":
      return { label: `Read ${column} without blanks`, clause: `${column} were trimmed`, note: "", of };
    case "lower_case":
      return {
        label: `Read ${column} in small letters`,
        clause: `${column} were in small letters`,
        note: "",
        of,
      };
    case "pad_zeros":
      return {
        label: `Write ${column} with ${change.width} digits`,
        clause: `${column} had ${change.width} digits`,
        note: "zeros lost in a spreadsheet?",
        of,
      };
    case "strip_zeros":
      return {
        label: `Read ${column} without leading zeros`,
        clause: `${column} had no leading zeros`,
        note: "",
        of,
      };
    case "shift": {
      const us = BigInt(change.byUs);
      const by = shortDuration(us);
      return {
        label: `All times of ${group} ${us < 0n ? "−" : "+"} ${by}`,
        clause: `the times of ${group} were ${by} ${us < 0n ? "earlier" : "later"}`,
        note: "only if its clock was wrong",
        of: null,
      };
    }
    case "scale":
      return {
        label: `Times of ${group} × ${formatNumber(Number(change.by))}`,
        clause: `the times of ${group} were ${formatNumber(Number(change.by))} times as late`,
        note: `only if seconds were read as ${change.by === "1000" ? "ms" : "µs"}`,
        of: null,
      };
  }
}

/** What a cell would be under the change of its line, and what else is known of the row that it missed. */
export interface WouldBeWords {
  /** The value; `null` where no change fills it. */
  readonly value: string | null;
  readonly clause: string;
  readonly sub: string;
}

/** What stands beside a cell that only just missed. */
export function wouldBeWords(line: WhyEmptyLine, missed: JustMissed, context: ChangeContext): WouldBeWords {
  const { cell, rows } = missed;
  const nearest = rows.find(({ row }) => row === cell.nearest?.row);
  const sub = subWords(
    missed,
    line.offer?.change.kind !== "edits" || !line.offer.change.edits.every(({ kind }) => kind === "rule"),
  );
  if (line.offer === null || nearest === undefined)
    return { value: null, clause: noChangeWords(line.cause), sub };
  return {
    value: valueWords(nearest.value, missed.column.type),
    clause: `if ${changeWords(line.offer.change, context).clause}`,
    sub,
  };
}

/** @param isLeakHere - Whether the row would still be ahead of the line as it stands: not where a rule alone is what keeps it out. */
function subWords({ cell, rows, missedAs }: JustMissed, isLeakHere: boolean): string {
  const { nearest, timeUs } = cell;
  if (nearest === null) return "";
  const happened = happenedWords(nearest.eventUs, timeUs);
  if (missedAs === "not_yet_known")
    return isLeakHere ? `${happened}; taken there, it would be a leak` : happened;
  const next = missedAs === "expired" && rows.find(({ eventUs }) => eventUs > timeUs);
  return next ? `${happened}; the next comes on ${formatDay(next.eventUs)}` : happened;
}

function happenedWords(eventUs: bigint, lineUs: bigint): string {
  if (eventUs === lineUs) return "it happened at the line";
  return `it happened ${spanWords(lineUs - eventUs)} ${eventUs > lineUs ? "after" : "before"} the line`;
}

/** Why nothing is offered. */
const NONE: Readonly<Record<Cause, string>> = {
  ttl_too_short: "none that fills more than it empties",
  known_later: "none: it was not known by then",
  delay_longer_than_needed: "none that fills more than it empties",
  exact_match: "none: it was not known by then",
  shifted_hours: "none that fills more than it empties",
  other_unit: "none that fills more than it empties",
  unit_too_small: "none: read that file’s times again, in a smaller unit",
  before_first_row: "none: nothing had happened yet",
  key_trim: "none that fills more than it empties",
  key_lower_case: "none that fills more than it empties",
  key_pad_zeros: "none that fills more than it empties",
  key_strip_zeros: "none that fills more than it empties",
  other_column: "none that fills more than it empties",
  no_such_key: "none: no other spelling is there either",
  no_rows: "none: insert its rows first",
  null_key: "none: there is nobody to look up",
  null_value: "none: a row is chosen, not a value",
  wrong_side: "none: the join does not look there",
};

export function noChangeWords(cause: Cause): string {
  return NONE[cause];
}

/** What a whole page says: how many cells are empty, how many of them one change would fill, and which. */
export interface Headline {
  readonly empty: string;
  /** The number that is filled, and what follows it; `null` where nothing is offered. */
  readonly filled: { readonly count: string; readonly rest: string } | null;
  readonly sub: string;
}

/** @param best - The line whose change fills most; `null` where none has one. */
export function headline(
  { emptyCells, lines }: WhyEmptySummary,
  best: WhyEmptyLine | null,
  clause: string,
): Headline {
  if (emptyCells === 0)
    return {
      empty: "No cell is empty.",
      filled: null,
      sub: "Every join found a value for every prediction.",
    };
  const empty = `${countOf(emptyCells, "cell is", "cells are")} empty`;
  const { offer } = best ?? {};
  if (offer == null)
    return {
      empty: `${empty}.`,
      filled: null,
      sub: "No change would fill one without seeing past its line.",
    };
  const isAll = offer.filled === emptyCells;
  const isOne = offer.filled === 1;
  return {
    empty: `${empty}.`,
    filled: isAll
      ? {
          count: isOne ? "It" : "All",
          rest: isOne ? ` would not be, if ${clause}.` : ` of them would not be, if ${clause}.`,
        }
      : { count: formatNumber(offer.filled), rest: ` of them would not be, if ${clause}.` },
    sub: [filledInWords(offer.filledIn, lines), emptiedWords(offer.emptied)].filter(Boolean).join(" "),
  };
}

/** Where empty cells come from: `2 086 times a join found no row, 118 cells are null in the row that was found`. */
export function whereWords(lines: readonly Pick<WhyEmptyLine, "reason" | "rows" | "cells">[]): string {
  const isNull = ({ reason }: Pick<WhyEmptyLine, "reason">) => reason === "null_value";
  const without = lines.reduce((sum, line) => sum + (isNull(line) ? 0 : line.rows), 0);
  const nulls = lines.reduce((sum, line) => sum + (isNull(line) ? line.cells : 0), 0);
  const parts = [
    `${countOf(without, "time", "times")} a join found no row`,
    ...(nulls === 0 ? [] : [`${countOf(nulls, "cell is", "cells are")} null in the row that was found`]),
  ];
  return parts.join(", ");
}

/** Which cells a change fills: `Now 3 754 find no such entity; 76 have only future rows.` Of one reason its row says it: "". */
function filledInWords(filledIn: readonly number[], lines: readonly WhyEmptyLine[]): string {
  const byReason = new Map<WhyEmptyLine["reason"], number>();
  for (const line of lines)
    byReason.set(line.reason, (byReason.get(line.reason) ?? 0) + (filledIn[line.number] ?? 0));
  const parts = [...byReason].flatMap(([reason, count]) => {
    if (count === 0) return [];
    const [one, many] = EMPTY_REASON_TERMS[reason].clause;
    return [`${formatNumber(count)} ${count === 1 ? one : many}`];
  });
  return parts.length < 2 ? "" : `Now ${parts.join("; ")}.`;
}

/** What a change takes, too; "" where it takes nothing. */
export function emptiedWords(emptied: number): string {
  if (emptied === 0) return "";
  return `${countOf(emptied, "cell", "cells")} that ${emptied === 1 ? "has" : "have"} a value now would be empty then.`;
}

/** How many cells a change fills: of its line, and of all where that is another number. */
export function fillCount(here: number, filled: number): string {
  if (here === filled) return formatNumber(filled);
  return `${formatNumber(here)} here, ${formatNumber(filled)} in all`;
}

/** What a change would do, of all cells: `fills 197`, `fills 197, empties 3`. */
export function fillsWords({ filled, emptied }: Pick<Offer, "filled" | "emptied">): string {
  return `fills ${formatNumber(filled)}${emptied === 0 ? "" : `, empties ${formatNumber(emptied)}`}`;
}

/** What a change has done: `3 754 cells are filled now.` */
export function doneWords(filled: number, emptied: number): string {
  const filledWords = `${countOf(filled, "cell is", "cells are")} filled now`;
  return emptied === 0 ? `${filledWords}.` : `${filledWords}, and ${formatNumber(emptied)} emptied.`;
}
