/**
 * A join variant as its words read, with no thought of speed: every spine row looks at every row, filter by filter. The
 * oracle of the variants; it shares no code with them, on purpose.
 */

/** A row of a group: its place in the list is the order of insertion. Times are microseconds. */
export interface PlainRow {
  readonly key: bigint | null;
  readonly event: bigint;
  readonly created: bigint | null;
  readonly values: readonly (number | null)[];
}

export interface PlainSpineRow {
  readonly key: bigint | null;
  readonly t: bigint;
}

export interface PlainFilter {
  readonly kind: "happened" | "ahead" | "not_at" | "known" | "age" | "distance";
  readonly allowExactMatches?: boolean;
  readonly clock?: "created_time" | "event_time";
  readonly delayUs?: bigint;
  readonly ttlUs?: bigint;
}

export interface PlainVariant {
  readonly key: "entity" | "none" | "entity_and_date" | "date";
  readonly filters: readonly PlainFilter[];
  readonly pick: "last" | "first" | "nearest" | "each" | "greatest_of_each_column";
}

/** What is taken of one group for one spine row: places in the list, in time order; and of which of them each column's cell is made. */
export interface PlainTaken {
  readonly rows: readonly number[];
  readonly byColumn: readonly (readonly number[])[];
}

export function naiveTaken(
  asked: PlainSpineRow,
  rows: readonly PlainRow[],
  variant: PlainVariant,
): PlainTaken {
  const places = [...rows.keys()].filter((place) => {
    const row = at(rows, place);
    if (variant.key === "none") return true;
    if (variant.key === "date") return dateOf(row.event) === dateOf(asked.t);
    if (asked.key === null || row.key !== asked.key) return false;
    return variant.key === "entity" || dateOf(row.event) === dateOf(asked.t);
  });
  const passing = places
    .filter((place) => variant.filters.every((filter) => passes(at(rows, place), asked.t, filter)))
    .sort((a, b) => timeOrder(rows, a, b));
  const columns = rows[0]?.values ?? [];
  const all = (taken: readonly number[]) => ({ rows: taken, byColumn: columns.map(() => taken) });
  const sameTime = (place: number | undefined) =>
    place === undefined ? [] : passing.filter((other) => at(rows, other).event === at(rows, place).event);
  const away = (place: number) => {
    const by = at(rows, place).event - asked.t;
    return by < 0n ? -by : by;
  };
  switch (variant.pick) {
    case "each":
      return all(passing);
    case "last":
      return all(passing.slice(-1));
    case "first":
      return all(sameTime(passing[0]).slice(-1));
    case "nearest": {
      const least = passing.map(away).reduce<bigint | null>((a, b) => (a !== null && a < b ? a : b), null);
      const nearest = passing.filter((place) => away(place) === least);
      return all(sameTime(nearest[0]).slice(-1));
    }
    case "greatest_of_each_column": {
      const byColumn = columns.map((_, column) => {
        const written = passing.filter((place) => at(rows, place).values[column] !== null);
        const greatest = Math.max(...written.map((place) => at(rows, place).values[column] ?? Number.NaN));
        return written.filter((place) => at(rows, place).values[column] === greatest);
      });
      return { rows: passing.filter((place) => byColumn.some((taken) => taken.includes(place))), byColumn };
    }
  }
}

function passes({ event, created }: PlainRow, t: bigint, filter: PlainFilter): boolean {
  switch (filter.kind) {
    case "happened":
      return event < t || (event === t && filter.allowExactMatches === true);
    case "ahead":
      return event > t || (event === t && filter.allowExactMatches === true);
    case "not_at":
      return event !== t;
    case "known": {
      const clock = filter.clock === "created_time" ? created : event;
      return (clock ?? event) + (filter.delayUs ?? 0n) <= t;
    }
    case "age":
      return t - event <= (filter.ttlUs ?? 0n);
    case "distance":
      return t - event <= (filter.ttlUs ?? 0n) && event - t <= (filter.ttlUs ?? 0n);
  }
}

/** The date as people write it. */
function dateOf(us: bigint): string {
  const ms = us >= 0n || us % 1000n === 0n ? us / 1000n : us / 1000n - 1n;
  return new Date(Number(ms)).toISOString().split("T")[0] ?? "";
}

function timeOrder(rows: readonly PlainRow[], a: number, b: number): number {
  const [one, other] = [at(rows, a), at(rows, b)];
  if (one.event !== other.event) return one.event < other.event ? -1 : 1;
  const [created, otherCreated] = [one.created ?? 0n, other.created ?? 0n];
  if (created !== otherCreated) return created < otherCreated ? -1 : 1;
  return a - b;
}

/** When a row can first be used, by the group's own clock and delay. */
export function naiveKnownAt({ event, created }: PlainRow, delayUs: bigint): bigint {
  const known = (created ?? event) + delayUs;
  return known > event ? known : event;
}

/** Whether the row at one place comes later than the one at another. */
export function isLaterRow(rows: readonly PlainRow[], place: number, than: number): boolean {
  return timeOrder(rows, place, than) > 0;
}

function at(rows: readonly PlainRow[], place: number): PlainRow {
  const row = rows[place];
  if (row === undefined) throw new RangeError(`there must be a row ${place}`);
  return row;
}
