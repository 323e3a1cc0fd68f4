import { parseDuration } from "../../microfs/duration";
import type {
  CellValue,
  EntitySlice,
  SliceColumn,
  SliceColumnType,
  SliceJoin,
} from "../../microfs/entity-slice";
import type { JoinRule } from "../../microfs/join/join-rule";
import { readTimeText } from "../../microfs/time";

/** A small slice as it is written by hand: times as `2025-11-05 14:00` (UTC), durations as `4d`. */
export interface SceneSlice {
  /** Column and value of the entity; a `null` value is a null key. */
  entity: readonly [column: string, value: CellValue];
  spine: SceneSpine;
  joins: readonly SceneJoin[];
}

export interface SceneSpine {
  group: string;
  /** Feature columns, beside the entity's and the time, with their types. */
  columns?: Readonly<Record<string, SliceColumnType>>;
  /** Per row its time, and a value per column. */
  rows: readonly (readonly [time: string, ...values: CellValue[]])[];
  label?: string;
  labelHorizon?: string;
}

export interface SceneJoin {
  group: string;
  columns: Readonly<Record<string, SliceColumnType>>;
  /** Per row its event time, and a value per column, in the order of insertion. */
  rows: readonly (readonly [time: string, ...values: CellValue[]])[];
  /** Per row when it became known, where the group has a created time. */
  created?: readonly string[];
  ttl?: string;
  /** The group's delay, which the join keeps. */
  delay?: string;
  /** What the join asks that differs from the group's own. */
  rule?: Partial<JoinRule>;
}

/** Row numbers count from 0 in the order written. */
export function sceneSlice(scene: SceneSlice): EntitySlice {
  const [column, value] = scene.entity;
  const type = typeof value === "string" ? "string" : "int64";
  const times = scene.spine.rows.map(([time]) => timeUs(time));
  // The training table is in time order, whatever the order of insertion.
  const order = times.map((_, i) => i).sort((a, b) => Number((times[a] ?? 0n) - (times[b] ?? 0n)));
  const sorted = <T>(values: readonly T[]) => order.flatMap((i) => values.slice(i, i + 1));
  return {
    entity: [{ column, type, value }],
    spine: {
      fgName: scene.spine.group,
      trainingRows: Int32Array.from(order, (_, i) => i),
      rows: Int32Array.from(order),
      timesUs: BigInt64Array.from(sorted(times)),
      eventTime: "timestamp",
      columns: [
        { name: column, type, values: order.map(() => value) },
        { name: "timestamp", type: "timestamp", values: sorted(times) },
        ...columnsOf(scene.spine.columns ?? {}, sorted(scene.spine.rows)),
      ],
      label: scene.spine.label === undefined ? [] : [scene.spine.label],
      labelHorizonUs: scene.spine.labelHorizon === undefined ? null : durationUs(scene.spine.labelHorizon),
    },
    joins: scene.joins.map((join) => sceneJoin(join, scene.entity)),
  };
}

function sceneJoin(join: SceneJoin, [key, value]: SceneSlice["entity"]): SliceJoin {
  const rule: JoinRule = {
    direction: "backward",
    clock: join.created === undefined ? "event_time" : "created_time",
    delayUs: join.delay === undefined ? 0n : durationUs(join.delay),
    ttlUs: join.ttl === undefined ? null : durationUs(join.ttl),
    allowExactMatches: true,
  };
  const times = join.rows.map(([time]) => timeUs(time));
  return {
    fgName: join.group,
    rows: Int32Array.from(join.rows, (_, i) => i),
    eventTimesUs: BigInt64Array.from(times),
    createdTimesUs: join.created === undefined ? null : BigInt64Array.from(join.created, timeUs),
    eventTime: "timestamp",
    createdTime: join.created === undefined ? null : "created",
    on: [{ spineColumn: key, column: key }],
    columns: [
      { name: key, type: typeof value === "string" ? "string" : "int64", values: times.map(() => value) },
      { name: "timestamp", type: "timestamp", values: times },
      ...(join.created === undefined
        ? []
        : [{ name: "created", type: "timestamp" as const, values: join.created.map(timeUs) }]),
      ...columnsOf(join.columns, join.rows),
    ],
    writes: Object.keys(join.columns).map((name) => ({ column: name, as: name })),
    rule: { ...rule, ...join.rule },
    own: { clock: rule.clock, delayUs: rule.delayUs },
    keyIsNull: value === null,
  };
}

function columnsOf(
  types: Readonly<Record<string, SliceColumnType>>,
  rows: readonly (readonly [string, ...CellValue[]])[],
): SliceColumn[] {
  return Object.entries(types).map(([name, type], i) => ({
    name,
    type,
    values: rows.map((row) => row[i + 1] ?? null),
  }));
}

function timeUs(time: string): bigint {
  const read = readTimeText(time);
  if (!read.ok) throw new RangeError(`a scene's time ${read.reason}: ${time}`);
  return read.value;
}

function durationUs(duration: string): bigint {
  return parseDuration(duration, "scene's duration");
}
