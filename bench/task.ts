/** One join to measure: how many rows, of how many entities, and how they lie. */
export interface Task {
  title: string;
  spineRows: number;
  featureRows: number;
  entities: number;
  /** Text keys are `user 0`, `user 1` …; else 64-bit integers. */
  key: "int64" | "string";
  /** Whether the feature rows come in time order, as a log does, or in any order. */
  order: "in time order" | "shuffled";
  /** How often each contender runs. */
  runs: number;
  /** Mebibytes of free memory it takes. */
  needsMiB: number;
}

export const TASKS: readonly Task[] = [
  {
    title: "100 k × 1 M",
    spineRows: 100_000,
    featureRows: 1_000_000,
    entities: 20_000,
    key: "int64",
    order: "in time order",
    runs: 7,
    needsMiB: 1_000,
  },
  {
    title: "100 k × 1 M",
    spineRows: 100_000,
    featureRows: 1_000_000,
    entities: 20_000,
    key: "int64",
    order: "shuffled",
    runs: 7,
    needsMiB: 1_000,
  },
  {
    title: "100 k × 1 M",
    spineRows: 100_000,
    featureRows: 1_000_000,
    entities: 20_000,
    key: "string",
    order: "in time order",
    runs: 7,
    needsMiB: 1_000,
  },
  {
    title: "1 M × 10 M",
    spineRows: 1_000_000,
    featureRows: 10_000_000,
    entities: 200_000,
    key: "int64",
    order: "in time order",
    runs: 3,
    needsMiB: 8_000,
  },
  {
    title: "1 M × 10 M",
    spineRows: 1_000_000,
    featureRows: 10_000_000,
    entities: 200_000,
    key: "int64",
    order: "shuffled",
    runs: 3,
    needsMiB: 8_000,
  },
];

/** What every contender must come to, so that the same work is compared. */
export interface Outcome {
  rows: number;
  matched: number;
  /** Column → type, in the spelling of microFS. */
  types: string;
  /** Sum of the chosen rows' numbers: which rows were chosen. */
  sequenceSum: bigint;
  /** Sum of the chosen values, eighths: exact in any order of adding. */
  amountSum: number;
}

/** What one task came to. */
export interface Measured {
  /** By contender. */
  outcomes: Record<string, Outcome>;
  /** Seconds per run, by the way a contender was asked. */
  seconds: Record<string, number[]>;
}
