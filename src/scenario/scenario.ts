import type { Duration } from "../microfs/duration";
import type { ClockName, Direction } from "../microfs/join/join-rule";
import type { ColumnTypeName } from "../microfs/schema";
import type { Phase } from "./phases";

/**
 * What the app shows, as a plain JSON value: samples, shared links, saved work and tests are all scenarios.
 * Nothing in it is lost by `JSON.stringify` and `JSON.parse`.
 */
export interface Scenario {
  version: 1;
  /** Short, for addresses and storage: `churn`. */
  name: string;
  title: string;
  /** What the reader should know before looking. */
  text?: string;
  groups: ScenarioGroup[];
  view: ViewDefinition;
  start?: ScenarioStart;
  /** For whoever teaches with it. */
  notes?: string;
}

export interface ScenarioGroup {
  definition: GroupDefinition;
  rows: RowSource;
}

/** Where a group's rows come from: written out here, made by a seeded generator, or in this browser's store already. */
export type RowSource =
  | { kind: "inline"; rows: InlineRow[] }
  | { kind: "generated"; generator: GeneratorName; seed: number }
  | { kind: "stored" };

export const GENERATORS = ["churn"] as const;
export type GeneratorName = (typeof GENERATORS)[number];

/**
 * Column to value. An int64 is decimal text (or a number up to ±2^53), a time is ISO text, a float64 is a number
 * or `"NaN"`, `"Infinity"`, `"-Infinity"`, which JSON has no numbers for. A column left out is a null.
 */
export type InlineRow = Record<string, InlineValue>;
export type InlineValue = string | number | boolean | null;

/** What `store.createFeatureGroup` takes, as far as JSON goes. */
export interface GroupDefinition {
  name: string;
  schema: Record<string, ColumnTypeName>;
  primaryKeys: string[];
  eventTime: string;
  createdTime?: string | null;
  ttl?: Duration | null;
  delay?: Duration | null;
}

/** What `store.createFeatureView` takes, as far as JSON goes. */
export interface ViewDefinition {
  name: string;
  labelFg: string;
  joins: JoinDefinition[];
  label?: string | string[];
  labelHorizon?: Duration | null;
}

export interface JoinDefinition {
  fgName: string;
  on: string | string[] | Record<string, string>;
  /** `null` lifts the group's. */
  ttl?: Duration | null;
  delay?: Duration | null;
  allowExactMatches?: boolean;
  direction?: Direction;
  asOf?: ClockName;
  features?: string[];
}

/**
 * The step a scenario opens at. `row` is the spine row's own number in the label group's table (from 0, in
 * insertion order), not its rank in time; `join` counts the view's joins from 0.
 */
export interface ScenarioStart {
  row: number;
  join: number;
  phase: Phase;
}
