import type { EntitySlice, SliceColumn } from "../../microfs/core";
import { isOfType, shown } from "../inline-value";
import { type ColumnChange, type Refusal, refusals } from "./column-change";
import type { ColumnEdit, Edit } from "./edit";
import { groupColumns } from "./edit-slice";

/**
 * What of a list of edits does not fit the data that it is laid on, as sentences: a link may carry edits of other data.
 * They are passed over where they are applied; here it is said. Whether a row exists is not asked: it may be another
 * entity's.
 */
export function invalidEdits(slice: EntitySlice, edits: readonly Edit[]): string[] {
  const columnsOf = new Map<string, readonly SliceColumn[]>([
    ...slice.joins.map((join): [string, readonly SliceColumn[]] => [join.fgName, join.columns]),
    [slice.spine.fgName, slice.spine.columns],
  ]);
  const refused = refusals(edits, groupColumns(slice));
  return edits.flatMap((edit) => {
    if (edit.kind === "rule") {
      const join = slice.joins[edit.join];
      if (join === undefined)
        return [`It changes join ${edit.join + 1}, and the view has ${slice.joins.length}.`];
      return edit.clock === "created_time" && join.createdTime === null
        ? [`It asks for the created time of ${join.fgName}, which has none.`]
        : [];
    }
    const columns = columnsOf.get(edit.group);
    if (columns === undefined) return [`It changes “${edit.group}”, which this view does not use.`];
    if (edit.kind === "delete") return [];
    if (edit.kind === "column") {
      const refusal = refused.get(edit);
      return refusal === undefined ? [] : [refusalWords(edit, refusal)];
    }
    return Object.entries(edit.values).flatMap(([name, value]) => {
      const column = columns.find((one) => one.name === name);
      if (column === undefined) return [`It changes “${name}”, which ${edit.group} does not have.`];
      if (isOfType(value, column.type)) return [];
      return [`It puts ${shown(value)} into ${name} of ${edit.group}, which is ${column.type}.`];
    });
  });
}

function refusalWords({ group, column, change }: ColumnEdit, refusal: Refusal): string {
  switch (refusal.kind) {
    case "no_column":
      return `It changes “${column}”, which ${group} does not have.`;
    case "other_type":
      return `It ${VERBS[change.kind]} ${column} of ${group}, which is ${refusal.type}.`;
    case "out_of_range":
      return `It moves times of ${column} of ${group} beyond the years -271821 to 275760.`;
  }
}

const VERBS: Readonly<Record<ColumnChange["kind"], string>> = {
  trim: "trims the texts of",
  lower_case: "writes in small letters",
  pad_zeros: "writes zeros before",
  strip_zeros: "takes zeros off",
  shift: "moves the times of",
  scale: "multiplies the times of",
};
