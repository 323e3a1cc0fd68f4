import type { FeatureGroup } from "../microfs";
import type { ColumnChange } from "../scenario/edits/column-change";
import type { ColumnEdit, RuleEdit } from "../scenario/edits/edit";
import type { Candidate } from "./candidate";
import type { Change } from "./changed-sides";
import type { EmptyRows } from "./empty-lines";
import type { JoinedView, JoinParts } from "./joined-view";
import { DAY_US, HOUR_US, knee, MOST_ZONE_HOURS, roundedUp, scheduled } from "./knee";
import type { Misses } from "./misses";

/** What could fill cells that are too old for the TTL: a longer one, and no longer than pays. */
export function ttlChange({ number, join: { rule } }: JoinParts, needs: Float64Array): Candidate | null {
  if (rule.ttlUs === null) return null;
  const ttlUs = Number(rule.ttlUs);
  // Up to as long again; a TTL of 0 has no length to compare with.
  const needUs = knee(needs, ttlUs > 0 ? ttlUs : (needs.at(-1) ?? 1));
  return needUs === null ? null : ttlLonger(number, rule.ttlUs, needUs);
}

/** The longest TTL that some cells need and that is longer by no more than another change moves times: nothing has to be wrong for it. */
export function ttlChangeWithin(
  { number, join: { rule } }: JoinParts,
  needs: Float64Array,
  limitUs: number,
): Candidate | null {
  const needUs = needs.findLast((need) => need <= limitUs);
  return rule.ttlUs === null || needUs === undefined ? null : ttlLonger(number, rule.ttlUs, needUs);
}

/** Ten years: beyond that a TTL is lifted. */
const LONGEST_TTL_US = 10n * 365n * 86_400_000_000n;

function ttlLonger(join: number, ttlUs: bigint, needUs: number): Candidate | null {
  if (!Number.isSafeInteger(needUs)) return null;
  const byUs = roundedUp(needUs);
  const longerUs = ttlUs + BigInt(byUs);
  // What is true since long ago has no age that anybody would write down.
  const edit: RuleEdit = { kind: "rule", join, ttlUs: longerUs > LONGEST_TTL_US ? null : String(longerUs) };
  return { cause: "ttl_too_short", byUs, onlyOwnRows: true, change: { kind: "edits", edits: [edit] } };
}

/** Rows at the very moment may be taken: each was known by then, or it would not fill the cell. */
export function exactChange({ number }: JoinParts): Candidate {
  const edit: RuleEdit = { kind: "rule", join: number, allowExactMatches: true };
  return { cause: "exact_match", byUs: null, onlyOwnRows: false, change: { kind: "edits", edits: [edit] } };
}

/** A delay that is longer than the group's own hides what was known: nothing leaks without it. */
export function ownDelayChange({ number, join: { rule }, sides }: JoinParts): Candidate | null {
  if (rule.direction !== "backward" || rule.delayUs <= sides.groupClock.delayUs) return null;
  const edit: RuleEdit = { kind: "rule", join: number, delayUs: String(sides.groupClock.delayUs) };
  return {
    cause: "delay_longer_than_needed",
    byUs: Number(rule.delayUs - sides.groupClock.delayUs),
    onlyOwnRows: false,
    change: { kind: "edits", edits: [edit] },
  };
}

/** A prediction is not put off for longer than that. */
const MOST_LATER_US = 7 * DAY_US;

/** All predictions made later, by whole hours: what becomes known in between is then known. Never after the label is. */
export function laterChange({ spine, view }: JoinedView, needs: Float64Array): Candidate | null {
  const horizonUs = view.labelHorizonUs === null ? MOST_LATER_US : Number(view.labelHorizonUs);
  const needUs = knee(needs, DAY_US);
  if (needUs === null || !Number.isFinite(needUs)) return null;
  const byUs = scheduled(needUs);
  if (byUs > MOST_LATER_US || byUs >= horizonUs) return null;
  return {
    cause: "known_later",
    byUs,
    onlyOwnRows: false,
    change: { kind: "edits", edits: [shift(spine, spine.eventTime, byUs)] },
  };
}

/** A zone moves all rows of a group: where fewer of the cells are within reach, there was just nothing yet. */
const LEAST_SHARE = 0.25;

/**
 * All times of the group a few whole hours earlier, as if they had been written in a zone east of the one they were read in.
 * Of the hours the knee: a zone's cells all miss by less than its offset.
 */
export function zoneChange({ group }: JoinParts, { rows }: EmptyRows, needs: Float64Array): Candidate | null {
  const limitUs = MOST_ZONE_HOURS * HOUR_US;
  const near = needs.filter((need) => need <= limitUs);
  if (near.length === 0 || near.length < LEAST_SHARE * rows.length) return null;
  const hours = knee(
    near.map((need) => Math.ceil(need / HOUR_US)),
    MOST_ZONE_HOURS,
  );
  if (hours === null) return null;
  const within = near.filter((need) => need <= hours * HOUR_US);
  if (within.length < LEAST_SHARE * rows.length) return null;
  const earlier = (by: number): Change => ({
    kind: "edits",
    edits: timesOf(group).map((column) => shift(group, column, -by * HOUR_US)),
  });
  const change = earlier(hours);
  return {
    cause: "shifted_hours",
    byUs: hours * HOUR_US,
    onlyOwnRows: false,
    change,
    ...(hours < MOST_ZONE_HOURS && { oneMore: earlier(hours + 1) }),
  };
}

const YEAR_US = 365 * DAY_US;
/** Whatever was counted in a larger unit than it was read in lies near 1970. */
const UNIT_MISTAKEN_BEFORE_US = 2 * YEAR_US;
const FACTORS = [1000, 1_000_000];

/** Times of one side that lie in 1970 and, 1000 or 1 000 000 times as late, meet the other side's. */
export function unitChange({ spine }: JoinedView, { group }: JoinParts): Candidate | null {
  if (group.numRows === 0 || spine.numRows === 0 || group.name === spine.name) return null;
  const [asked, known] = [extentOf(spine), extentOf(group)];
  const wrong =
    isNear1970(known) && !isNear1970(asked) ? group : isNear1970(asked) && !isNear1970(known) ? spine : null;
  if (wrong === null) return null;
  const [small, large] = wrong === group ? [known, asked] : [asked, known];
  const by = FACTORS.find(
    (factor) => small.last * factor >= large.first - YEAR_US && small.first * factor <= large.last + YEAR_US,
  );
  if (by === undefined) return null;
  const change: ColumnChange = { kind: "scale", by: String(by) };
  const columns = timesOf(wrong).filter((column) => isNear1970(extentOf(wrong, column)));
  const edits = columns.map((column): ColumnEdit => ({ kind: "column", group: wrong.name, column, change }));
  return { cause: "other_unit", byUs: null, onlyOwnRows: false, change: { kind: "edits", edits } };
}

/** The years 5138 and 2286: whatever was counted in a smaller unit than it was read in lies after the one, dates before the other. */
const [MISTAKEN_AFTER_US, REAL_BEFORE_US] = [1e17, 1e16];

/** Times of one side that lie a thousand times too late. No edit divides: the file is to be read again. */
export function isUnitTooSmall({ spine }: JoinedView, { group }: JoinParts): boolean {
  if (group.numRows === 0 || spine.numRows === 0) return false;
  const [asked, known] = [extentOf(spine), extentOf(group)];
  const isMistaken = (one: Extent, other: Extent) =>
    one.first > MISTAKEN_AFTER_US && other.last < REAL_BEFORE_US;
  return isMistaken(asked, known) || isMistaken(known, asked);
}

interface Extent {
  readonly first: number;
  readonly last: number;
}

function extentOf({ index, eventTime }: FeatureGroup, column = eventTime): Extent {
  if (column === eventTime) {
    const { firstUs, lastUs } = index.extent();
    return { first: Number(firstUs ?? 0n), last: Number(lastUs ?? 0n) };
  }
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const times = index.times(column);
  for (let row = 0; row < times.length; row++) {
    const us = Number(times[row]);
    if (us < first) first = us;
    if (us > last) last = us;
  }
  return { first, last };
}

function isNear1970({ first, last }: Extent): boolean {
  return first >= 0 && last < UNIT_MISTAKEN_BEFORE_US;
}

/** A group's columns that say when: the event time, and the created time where it has one. */
function timesOf({ eventTime, createdTime }: FeatureGroup): string[] {
  return createdTime === undefined || createdTime === eventTime ? [eventTime] : [eventTime, createdTime];
}

function shift(group: FeatureGroup, column: string, byUs: number): ColumnEdit {
  return { kind: "column", group: group.name, column, change: { kind: "shift", byUs: String(byUs) } };
}

/** How much the cells need, ascending; without those that no amount would help. */
export function needsOf(misses: Misses | null): Float64Array {
  return (misses?.byUs ?? new Float64Array()).filter((us) => us > 0 && Number.isFinite(us)).sort();
}
