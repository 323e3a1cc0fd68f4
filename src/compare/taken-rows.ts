import {
  asofJoin,
  featureIndex,
  floorDivide,
  type JoinRule,
  type JoinSides,
  lowerBound,
} from "../microfs/core";
import type { JoinTaken, TakenRows } from "./lineage";
import { type ColumnOrder, scanCandidates } from "./scan-candidates";
import type { JoinVariant } from "./variant";

/**
 * The rows that one join takes under a variant. What is a rule of the engine the kernel decides, and nobody else; every row of
 * an entity, or of its calendar date, is a stretch of the index; any other variant looks at all candidates.
 *
 * @param rule - The variant as a rule; `null` where no rule says it.
 * @param columns - The columns that are written, for a pick that looks at values.
 * @returns O(n log m) and O(rows of the group); O(n × candidates) for a variant that is neither a rule nor whole stretches.
 */
export function takenRows(
  sides: JoinSides,
  variant: JoinVariant,
  rule: JoinRule | null,
  columns: readonly ColumnOrder[],
): JoinTaken {
  const { key, filters, pick } = variant;
  if (rule !== null) {
    const { index } = asofJoin(sides.spine, sides.features, rule);
    return { rows: { kind: "one", index }, byColumn: null };
  }
  const candidates = key === "none" || key === "date" ? everybody(sides) : sides;
  const whole =
    key === "entity_and_date" || key === "date" ? rowsOfDate(candidates) : rowsOfEntity(candidates);
  if (pick === "each" && filters.length === 0) return { rows: whole, byColumn: null };
  return scanCandidates(candidates, whole, variant, columns);
}

/** The same sides without a key: every row of the group is a candidate of every spine row, null keys too. */
function everybody(sides: JoinSides): JoinSides {
  const { spine, eventTimes, createdTimes } = sides;
  const keys = new Int32Array(spine.keys.length);
  const features = featureIndex(new Int32Array(eventTimes.length), 1, eventTimes, createdTimes);
  return { ...sides, spine: { ...spine, keys }, features };
}

/** All rows of the entity: the index as it is. */
function rowsOfEntity({ spine, features: { starts, rows } }: JoinSides): TakenRows & { kind: "lists" } {
  // A key that is null or unknown is negative, and so names no list.
  return { kind: "lists", listOf: spine.keys, lists: { offsets: starts, rows } };
}

/** The entity's rows of the same date: its stretch of the index, cut where the date changes. */
function rowsOfDate({ spine, features }: JoinSides): TakenRows & { kind: "lists" } {
  const { starts, rows, eventTimes } = features;
  const listAt = new Int32Array(rows.length);
  let lists = 0;
  for (let entity = 0; entity + 1 < starts.length; entity++) {
    let end: number | bigint = 0;
    const start = starts[entity] ?? 0;
    for (let at = start; at < (starts[entity + 1] ?? 0); at++) {
      const time = eventTimes[at] ?? 0;
      if (at === start || time >= end) {
        end = startOfDate(time, 1);
        lists++;
      }
      listAt[at] = lists - 1;
    }
  }
  const offsets = new Int32Array(lists + 1).fill(rows.length);
  for (let at = rows.length - 1; at >= 0; at--) offsets[listAt[at] ?? 0] = at;
  const listOf = new Int32Array(spine.keys.length).fill(-1);
  for (let row = 0; row < listOf.length; row++) {
    const key = spine.keys[row] ?? -1;
    if (key < 0) continue;
    const time = spine.times[row] ?? 0;
    const end = starts[key + 1] ?? 0;
    const first = lowerBound(eventTimes, starts[key] ?? 0, end, startOfDate(time, 0));
    if (first < end && (eventTimes[first] ?? 0) < startOfDate(time, 1)) listOf[row] = listAt[first] ?? -1;
  }
  return { kind: "lists", listOf, lists: { offsets, rows } };
}

/** A date in UTC: no clock changes, no leap seconds. */
const DATE_US = 86_400_000_000;

/**
 * The midnight (UTC) at which a moment's date begins, or so many dates later. Exact: in the kind of number that it is given.
 *
 * @param us - Microseconds since 1970.
 */
function startOfDate(us: number | bigint, datesLater: number): number | bigint {
  if (typeof us === "bigint")
    return (floorDivide(us, BigInt(DATE_US)) + BigInt(datesLater)) * BigInt(DATE_US);
  const sinceMidnight = us % DATE_US;
  return us - (sinceMidnight < 0 ? sinceMidnight + DATE_US : sinceMidnight) + datesLater * DATE_US;
}
