import { type CellValue, type ColumnType, isTimeInRange, type TimeBounds } from "../../microfs/core";
import { cellOf, isOfType } from "../inline-value";
import type { ColumnEdit, Edit } from "./edit";

/** What becomes of every value of a column. `ColumnChangeSchema` says what each kind means. */
export type ColumnChange = ColumnEdit["change"];

/** One value as a change leaves it: a null stays null, and so does a value of a type that the change is not for. */
export function changeValue(change: ColumnChange, value: CellValue): CellValue {
  if (typeof value === "string") return changeText(change, value);
  return typeof value === "bigint" ? changeTime(change, value) : value;
}

/** The type of the columns that a change is for. */
export function changedType({ kind }: ColumnChange): ColumnType {
  return kind === "shift" || kind === "scale" ? "timestamp" : "string";
}

const DIGITS = /^\d+$/;

/** A text as a change leaves it; as it was where the change is one of times. */
export function changeText(change: ColumnChange, text: string): string {
  switch (change.kind) {
    case "trim":
      return text.trim();
    case "lower_case":
      return text.toLowerCase();
    case "pad_zeros":
      return DIGITS.test(text) ? text.padStart(change.width, "0") : text;
    case "strip_zeros":
      return DIGITS.test(text) ? text.replace(/^0+(?=\d)/, "") : text;
    default:
      return text;
  }
}

function changeTime(change: ColumnChange, us: bigint): bigint {
  if (change.kind === "shift") return us + BigInt(change.byUs);
  return change.kind === "scale" ? us * BigInt(change.by) : us;
}

/** What is asked of a group to tell whether a change fits it. */
export interface ChangedColumns {
  typeOf(column: string): ColumnType | undefined;
  /** Of what is stored of a time column; `null` where it has no values. */
  boundsOf(column: string): TimeBounds | null;
}

/** Why an edit of a column is refused. */
export type Refusal =
  | { readonly kind: "no_column" }
  | { readonly kind: "other_type"; readonly type: ColumnType }
  | { readonly kind: "out_of_range" };

/**
 * The edits of columns that do not fit, with the reason. One that some time of the whole column would leave the range of
 * times by is refused whole, whatever entity is looked at. The bounds take in every time that an edit has ever written,
 * also one that is gone: what is refused follows from the stored bounds and the list alone.
 *
 * @param groupNamed - `undefined` for a group that is not at hand: its edits are not asked about.
 */
export function refusals(
  edits: readonly Edit[],
  groupNamed: (name: string) => ChangedColumns | undefined,
): ReadonlyMap<Edit, Refusal> {
  const refused = new Map<Edit, Refusal>();
  if (!edits.some(({ kind }) => kind === "column")) return refused;
  const written = new Map<string, TimeBounds | null>();
  for (const edit of edits) {
    if (edit.kind === "rule" || edit.kind === "delete") continue;
    const group = groupNamed(edit.group);
    if (group === undefined) continue;
    const keyOf = (column: string) => JSON.stringify([edit.group, column]);
    const boundsOf = (column: string) => {
      const known = written.get(keyOf(column));
      return known === undefined ? group.boundsOf(column) : known;
    };
    if (edit.kind === "column") {
      const refusal = refusalOf(edit, group.typeOf(edit.column));
      const isOfTimes = refusal === null && changedType(edit.change) === "timestamp";
      const bounds = isOfTimes ? boundsOf(edit.column) : null;
      const next = bounds && {
        firstUs: changeTime(edit.change, bounds.firstUs),
        lastUs: changeTime(edit.change, bounds.lastUs),
      };
      if (refusal !== null) refused.set(edit, refusal);
      else if (next !== null && !(isTimeInRange(next.firstUs) && isTimeInRange(next.lastUs)))
        refused.set(edit, { kind: "out_of_range" });
      else if (next !== null) written.set(keyOf(edit.column), next);
      continue;
    }
    for (const [column, value] of Object.entries(edit.values)) {
      if (group.typeOf(column) !== "timestamp" || !isOfType(value, "timestamp")) continue;
      const us = cellOf(value, "timestamp");
      if (typeof us === "bigint") written.set(keyOf(column), widened(boundsOf(column), us));
    }
  }
  return refused;
}

function widened(bounds: TimeBounds | null, us: bigint): TimeBounds {
  if (bounds === null) return { firstUs: us, lastUs: us };
  const { firstUs, lastUs } = bounds;
  return { firstUs: us < firstUs ? us : firstUs, lastUs: us > lastUs ? us : lastUs };
}

function refusalOf({ change }: ColumnEdit, type: ColumnType | undefined): Refusal | null {
  if (type === undefined) return { kind: "no_column" };
  return changedType(change) === type ? null : { kind: "other_type", type };
}

/** The edits without those of columns that do not fit. The same array where all fit. */
export function withoutRefused(
  edits: readonly Edit[],
  groupNamed: (name: string) => ChangedColumns | undefined,
): readonly Edit[] {
  const refused = refusals(edits, groupNamed);
  return refused.size === 0 ? edits : edits.filter((edit) => !refused.has(edit));
}

/** The changes of a group's columns, column by column, each in order: what becomes of a value that no other edit writes. */
export function changesByColumn(
  edits: readonly Edit[],
  group: string,
): ReadonlyMap<string, (value: CellValue) => CellValue> {
  const changes = new Map<string, ColumnChange[]>();
  for (const edit of edits) {
    if (edit.kind !== "column" || edit.group !== group) continue;
    changes.set(edit.column, [...(changes.get(edit.column) ?? []), edit.change]);
  }
  return new Map(
    Array.from(changes, ([column, list]) => [
      column,
      (value: CellValue) => list.reduce((now: CellValue, change) => changeValue(change, now), value),
    ]),
  );
}
