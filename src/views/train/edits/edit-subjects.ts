import { createStore, type StoreApi } from "zustand/vanilla";
import type { EntitySlice, SliceColumn } from "../../../microfs/core";
import { inlineOf } from "../../../scenario/inline-value";
import type { InlineRow, InlineValue } from "../../../scenario/scenario";
import type { App } from "../../../state/app";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { momentOf } from "../../../timeline/step/step-verdicts";
import { formatMoment } from "../../../timeline/words/format-moment";
import { nounOf } from "../../../timeline/words/nouns";

/** What the form is opened for: the moment of the prediction, a join's rule, a row that is there, or a new one. */
export type EditSubject =
  | { readonly kind: "moment" }
  | { readonly kind: "rule"; readonly join: number }
  /** `join: null` stands for the spine; `row: null` for a new row. */
  | {
      readonly kind: "row";
      readonly join: number | null;
      readonly row: number | null;
      /** Where a new row begins, microseconds; by default at the moment of the prediction. */
      readonly startUs?: bigint;
    };

/** What an app's form stands open for; `null` where it is closed. */
export function editForm(_app: App): StoreApi<{ subject: EditSubject | null }> {
  return createStore<{ subject: EditSubject | null }>()(() => ({ subject: null }));
}

/** Opens the form; `null` closes it. */
export function openEditForm(app: App, subject: EditSubject | null): void {
  app.part(editForm).setState({ subject });
}

/** A longer list is no help: any row can be opened from its mark. */
const MOST_LISTED = 200;

/** What the form offers to change: the moment, a join's rule, new rows, and the rows that are there. */
export function subjectsOf(
  slice: EntitySlice,
  coordinate: Coordinate,
  join: number,
  current: EditSubject,
): { subject: EditSubject; label: string }[] {
  const spine = spineTable(slice);
  const candidates = candidatesTable(slice, join);
  const momentUs = momentOf(slice, coordinate.spineRow);
  return [
    { subject: { kind: "moment" }, label: "the moment of the prediction" },
    ...(candidates === null
      ? []
      : [
          { subject: { kind: "rule" as const, join }, label: `the rule of ${candidates.fgName}` },
          { subject: { kind: "row" as const, join, row: null }, label: `a new ${candidates.noun}` },
        ]),
    { subject: { kind: "row", join: null, row: null }, label: `a new ${spine.noun}` },
    ...rowsOf(spine, null, momentUs, current),
    ...(candidates === null ? [] : rowsOf(candidates, join, momentUs, current)),
  ];
}

/** Tells subjects apart. A moment is no part of what a subject is, and JSON has no bigint. */
export function keyOf(subject: EditSubject): string {
  return JSON.stringify(subject, (name, value) => (name === "startUs" ? undefined : value));
}

/** The rows of a table, in time order; of many, those nearest to the moment, and the one that is being changed. */
function rowsOf(
  table: FormTable,
  join: number | null,
  momentUs: bigint,
  current: EditSubject,
): { subject: EditSubject; label: string }[] {
  const rows = Array.from(table.rows, (row, position) => ({ row, us: table.timesUs[position] ?? 0n }));
  const isCurrent = (row: number) => current.kind === "row" && current.join === join && current.row === row;
  const far = (us: bigint) => (us > momentUs ? us - momentUs : momentUs - us);
  const listed =
    rows.length <= MOST_LISTED
      ? rows
      : rows
          .sort(
            (a, b) => Number(isCurrent(b.row)) - Number(isCurrent(a.row)) || Number(far(a.us) - far(b.us)),
          )
          .slice(0, MOST_LISTED);
  return listed
    .sort((a, b) => Number(a.us - b.us) || a.row - b.row)
    .map(({ row, us }) => ({
      subject: { kind: "row", join, row },
      label: `the ${table.noun} of ${formatMoment(us, { year: true })}`,
    }));
}

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
