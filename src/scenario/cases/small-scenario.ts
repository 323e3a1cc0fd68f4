import type { ColumnType } from "../../microfs/core";
import type { InlineRow, InlineValue, JoinDefinition, Scenario, ScenarioGroup } from "../scenario";

/** A scenario of one entity as it is written by hand: times as `2025-11-05 14:00` (UTC), durations as `4d`. */
export interface SmallScenario {
  name?: string;
  title?: string;
  /** Column and value of the entity, an int64; a `null` value is a null key. */
  entity: readonly [column: string, value: InlineValue];
  spine: SmallSpine;
  joins: readonly SmallJoin[];
  /** Where it opens: at the first row's last step unless told. */
  start?: Scenario["start"];
}

export interface SmallSpine {
  group: string;
  /** Columns beside the entity's and the time, with their types. */
  columns?: Readonly<Record<string, ColumnType>>;
  /** Per row its time, and a value per column. */
  rows: readonly SmallRow[];
  label?: string;
  labelHorizon?: string;
}

export interface SmallJoin {
  group: string;
  columns: Readonly<Record<string, ColumnType>>;
  /** Per row its event time, and a value per column, in the order of insertion. */
  rows: readonly SmallRow[];
  /** Per row when it became known, where the group has a created time. */
  created?: readonly string[];
  /** The group's, which the join keeps. */
  ttl?: string;
  delay?: string;
  /** What the join says otherwise than its group. */
  rule?: Omit<JoinDefinition, "fgName" | "on" | "features">;
}

type SmallRow = readonly [time: string, ...values: InlineValue[]];

/** The scenario: every join is on the entity and takes all columns. Row numbers count from 0 in the order written. */
export function smallScenario({ name = "small", title = name, ...given }: SmallScenario): Scenario {
  const { entity, spine, joins } = given;
  const { label, labelHorizon } = spine;
  return {
    version: 1,
    name,
    title,
    groups: [spineGroup(spine, entity), ...joins.map((join) => joinedGroup(join, entity))],
    view: {
      name,
      labelFg: spine.group,
      joins: joins.map(({ group, columns, rule }) => ({
        fgName: group,
        on: [entity[0]],
        features: Object.keys(columns),
        ...rule,
      })),
      ...(label === undefined ? {} : { label }),
      ...(labelHorizon === undefined ? {} : { labelHorizon }),
    },
    start: given.start ?? { row: 0, join: joins.length - 1, phase: "write_cell" },
  };
}

/** Names a row whose entity is a null, which no primary key may be. */
const ROW_NUMBER = "row";

function spineGroup(
  { group, columns = {}, rows }: SmallSpine,
  [key, value]: SmallScenario["entity"],
): ScenarioGroup {
  const numbered = value === null;
  return {
    definition: {
      name: group,
      schema: {
        [key]: "int64",
        timestamp: "timestamp",
        ...columns,
        ...(numbered ? { [ROW_NUMBER]: "int64" } : {}),
      },
      primaryKeys: [numbered ? ROW_NUMBER : key],
      eventTime: "timestamp",
    },
    rows: {
      kind: "inline",
      rows: rows.map(([timestamp, ...values], i) => ({
        [key]: value,
        timestamp,
        ...cells(columns, values),
        ...(numbered ? { [ROW_NUMBER]: i } : {}),
      })),
    },
  };
}

function joinedGroup(join: SmallJoin, [key, value]: SmallScenario["entity"]): ScenarioGroup {
  const { group: name, columns, rows, created, ttl, delay } = join;
  return {
    definition: {
      name,
      schema: {
        [key]: "int64",
        timestamp: "timestamp",
        ...(created === undefined ? {} : { created: "timestamp" as const }),
        ...columns,
      },
      primaryKeys: [key],
      eventTime: "timestamp",
      ...(created === undefined ? {} : { createdTime: "created" }),
      ...(ttl === undefined ? {} : { ttl }),
      ...(delay === undefined ? {} : { delay }),
    },
    rows: {
      kind: "inline",
      rows: rows.map(([timestamp, ...values], i) => ({
        [key]: value,
        timestamp,
        ...(created === undefined ? {} : { created: created[i] ?? null }),
        ...cells(columns, values),
      })),
    },
  };
}

function cells(columns: Readonly<Record<string, ColumnType>>, values: readonly InlineValue[]): InlineRow {
  return Object.fromEntries(Object.keys(columns).map((column, i) => [column, values[i] ?? null]));
}
