import type { Edit } from "../scenario/edits/edit";

/** What every value of a key or time column becomes. */
export type ColumnChange =
  | { readonly kind: "trim" }
  | { readonly kind: "lower_case" }
  | { readonly kind: "pad_zeros"; readonly width: number }
  | { readonly kind: "strip_zeros" }
  | { readonly kind: "shift"; readonly byUs: string }
  | { readonly kind: "scale"; readonly by: string };

/** An edit of all values of a group's column. */
export interface ColumnEdit {
  readonly kind: "column";
  readonly group: string;
  readonly column: string;
  readonly change: ColumnChange;
}

/** An edit that would fill cells. */
export type OfferedEdit = Edit | ColumnEdit;

/** The edits of columns among some edits. */
export function columnEdits(edits: readonly OfferedEdit[]): readonly ColumnEdit[] {
  return edits.filter((edit): edit is ColumnEdit => edit.kind === "column");
}

/** Edits that are offered, as the document keeps them. */
export function offeredEdits(edits: readonly OfferedEdit[]): readonly Edit[] {
  return edits as readonly Edit[];
}

/** A key's text once it is changed; as it was where the change is one of times. */
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

const DIGITS = /^\d+$/;
