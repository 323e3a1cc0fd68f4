import { makeData as arrowData, Int64, TimestampMicrosecond, Vector } from "apache-arrow";
import type { Task } from "./task";

/** One side's columns. Times are microseconds. The spine has `sequence` too, as its primary key. */
export interface Side {
  entities: Int32Array<ArrayBuffer>;
  sequence: BigInt64Array<ArrayBuffer>;
  timesUs: BigInt64Array<ArrayBuffer>;
  /** Multiples of 1/8, so that sums are exact. */
  amounts: Float64Array<ArrayBuffer>;
}

export interface MadeData {
  spine: Side;
  features: Side;
}

/** How many rows of how many entities, and how they lie. */
export type Sizes = Pick<Task, "spineRows" | "featureRows" | "entities" | "order">;

const START_US = 1_735_689_600_000_000n; // 2025-01-01
const YEAR_US = 31_536_000_000_000;

/**
 * Rows of one year, the same for every run. Feature times are all different, so that no tie can be broken
 * in two ways; one entity in ten has no features.
 */
export function makeData(task: Sizes, seed = 20251105): MadeData {
  const random = mulberry32(seed);
  return {
    spine: makeSide(task.spineRows, task.entities, false, random),
    features: makeSide(task.featureRows, Math.floor(task.entities * 0.9), task.order === "shuffled", random),
  };
}

function makeSide(rows: number, entities: number, shuffled: boolean, random: () => number): Side {
  const side: Side = {
    entities: new Int32Array(rows),
    sequence: new BigInt64Array(rows),
    timesUs: new BigInt64Array(rows),
    amounts: new Float64Array(rows),
  };
  const step = Math.floor(YEAR_US / rows);
  for (let row = 0; row < rows; row++) {
    side.entities[row] = Math.floor(random() * entities);
    side.sequence[row] = BigInt(row);
    side.timesUs[row] = START_US + BigInt(row * step + Math.floor(random() * step));
    side.amounts[row] = Math.floor(random() * 8_000) / 8;
  }
  if (shuffled) shuffle(side.timesUs, random);
  return side;
}

function shuffle(values: BigInt64Array, random: () => number): void {
  for (let last = values.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const value = values[last] ?? 0n;
    values[last] = values[other] ?? 0n;
    values[other] = value;
  }
}

/** A small seeded generator of numbers in [0, 1). */
export function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The text of an entity where a task's keys are text. */
export function entityText(entity: number): string {
  return `user ${entity}`;
}

/** The Arrow columns that every side has. */
export function keysAndTimes({ entities, timesUs }: Side) {
  return { user_id: integers(BigInt64Array.from(entities, BigInt)), ts: times(timesUs) };
}

export function integers(data: BigInt64Array) {
  return new Vector([arrowData({ type: new Int64(), length: data.length, data })]);
}

export function times(data: BigInt64Array) {
  const type = new TimestampMicrosecond("UTC");
  return new Vector([arrowData({ type, length: data.length, data })]);
}
