import {
  type Candidate,
  candidateAt,
  type FeatureIndex,
  lowerBound,
  type SliceJoin,
  sliceFeatures,
  type Times,
  upperBound,
} from "../../microfs/core";

/** The first and the last of some times, both inclusive, microseconds. */
export interface Extent {
  readonly firstUs: bigint;
  readonly lastUs: bigint;
}

/**
 * What follows from a join's rows, whatever its rule. A row has three numbers: its own in the group's table, its position
 * in the slice's arrays, and its place in the order of time. Makes an object only of a row that is asked for.
 */
export class CandidateIndex {
  /** What the kernel asks. Its positions are places, its rows are positions in the slice. */
  readonly features: FeatureIndex;
  /** Shape [m], by place: event times as doubles, rounded where those are not exact. For drawing. */
  readonly eventUs: Float64Array;
  /** Shape [m], by place: created times likewise; `null` where the group has none. */
  readonly createdUs: Float64Array | null;
  readonly #rows: Int32Array;
  readonly #eventTimesUs: BigInt64Array;
  readonly #createdTimesUs: BigInt64Array | null;
  #extent: Extent | null = null;

  /** O(m) where the rows come in time order, O(m log m) where they do not. */
  constructor(join: SliceJoin) {
    this.features = sliceFeatures(join);
    this.eventUs = doubles(this.features.eventTimes);
    this.createdUs = this.features.createdTimes && doubles(this.features.createdTimes);
    this.#rows = join.rows;
    this.#eventTimesUs = join.eventTimesUs;
    this.#createdTimesUs = join.createdTimesUs;
  }

  /** Whether it was made of the rows of this join, which may since have got another rule. */
  isOf({ rows, createdTimesUs }: SliceJoin): boolean {
    return rows === this.#rows && createdTimesUs === this.#createdTimesUs;
  }

  /** The row at a place, as `explain` takes it: `row` is its number in the group's table. The place must be one. */
  at(place: number): Candidate {
    const { eventTime, createdTime } = candidateAt(this.features, place);
    return { row: this.rowAt(place), eventTime, createdTime };
  }

  /** The number of the row at a place. */
  rowAt(place: number): number {
    return this.#rows[this.features.rows[place] ?? -1] ?? -1;
  }

  /** Where a row of the group's table stands in the slice's arrays; −1 where it does not. O(log m). */
  positionOf(row: number): number {
    const position = firstNotBefore(this.#rows, row);
    // Rows stand in the order of insertion. Should their numbers not, one is looked for among all.
    return this.#rows[position] === row ? position : this.#rows.indexOf(row);
  }

  /** Where a row of the group's table stands in the order of time; −1 where it does not. O(log m) and the rows of its moment. */
  placeOf(row: number): number {
    const position = this.positionOf(row);
    const us = this.#eventTimesUs[position];
    if (us === undefined) return -1;
    const { from, to } = this.placesAt(us);
    const there = this.features.rows.subarray(from, to).indexOf(position);
    return there === -1 ? -1 : from + there;
  }

  /** The places [from, to) of the rows of one moment. Exact, O(log m). */
  placesAt(us: bigint): { from: number; to: number } {
    const { eventTimes } = this.features;
    const to = upperBound(eventTimes, 0, eventTimes.length, us);
    return { from: lowerBound(eventTimes, 0, to, us), to };
  }

  /** From the first to the last time of any kind; `null` where there are no rows. O(m) once where there are created times. */
  get extent(): Extent | null {
    this.#extent ??= extentOf(this.features);
    return this.#extent;
  }
}

/** Times as doubles. The same array where it is one. */
export function doubles(times: Times): Float64Array {
  return times instanceof Float64Array ? times : Float64Array.from(times, Number);
}

function firstNotBefore(rows: Int32Array, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle] ?? row) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

function extentOf({ eventTimes, createdTimes }: FeatureIndex): Extent | null {
  const [firstEvent, lastEvent] = [eventTimes[0], eventTimes.at(-1)];
  if (firstEvent === undefined || lastEvent === undefined) return null;
  let [first, last] = [firstEvent, lastEvent];
  for (let i = 0; createdTimes !== null && i < createdTimes.length; i++) {
    const created = createdTimes[i] ?? first;
    if (created < first) first = created;
    if (created > last) last = created;
  }
  return { firstUs: BigInt(first), lastUs: BigInt(last) };
}
