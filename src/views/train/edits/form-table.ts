import type { EntitySlice, SliceColumn } from "../../../microfs/entity-slice";
import { inlineOf } from "../../../scenario/edits/cell-of";
import type { InlineRow, InlineValue } from "../../../scenario/scenario";
import { nounOf } from "../../../timeline/words/nouns";

/** The rows of one group of an entity, as a form changes them. */
export interface FormTable {
  readonly fgName: string;
  /** What one of its rows is called. */
  readonly noun: string;
  readonly rows: Int32Array;
  readonly timesUs: BigInt64Array;
  readonly eventTime: string;
  readonly createdTime: string | null;
  /** All but the entity's key: that is its own and stays. */
  readonly columns: readonly SliceColumn[];
  /** The key's columns, for a new row. */
  readonly key: InlineRow;
}

/** The candidates of one of the slice's joins. */
export function candidatesTable(slice: EntitySlice, number: number): FormTable | null {
  const join = slice.joins[number];
  if (join === undefined) return null;
  const key = join.on.map(({ column, spineColumn }): [string, InlineValue] => {
    const part = slice.entity.find((entity) => entity.column === spineColumn);
    return [column, part === undefined ? null : inlineOf(part.value, part.type)];
  });
  return {
    fgName: join.fgName,
    noun: nounOf(slice, join).one,
    rows: join.rows,
    timesUs: join.eventTimesUs,
    eventTime: join.eventTime,
    createdTime: join.createdTime,
    ...split(join.columns, key),
  };
}

/** The rows to predict for. */
export function spineTable({ spine, entity }: EntitySlice): FormTable {
  const key = entity.map((part): [string, InlineValue] => [part.column, inlineOf(part.value, part.type)]);
  return {
    fgName: spine.fgName,
    noun: "row to predict",
    rows: spine.rows,
    timesUs: spine.timesUs,
    eventTime: spine.eventTime,
    createdTime: null,
    ...split(spine.columns, key),
  };
}

function split(columns: readonly SliceColumn[], key: readonly (readonly [string, InlineValue])[]) {
  const names = new Set(key.map(([name]) => name));
  return { columns: columns.filter(({ name }) => !names.has(name)), key: Object.fromEntries(key) };
}
