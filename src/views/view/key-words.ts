import type { ColumnChange } from "../../scenario/edits/column-change";
import { formatNumber } from "../../ui/format-number";
import type { KeyMend } from "../../why-empty/keys/compare-keys";
import type { KeyCheck } from "../../worker/check-keys";

/** What a join finds that finds little: `0 of 20 000 rows find their user_id in payments: “2743” is written “00002743” there.` */
export function littleWords(check: KeyCheck, mend: KeyMend | undefined): string {
  const { request, pair, askedRows, foundRows } = check;
  const found = `${rowsOf(foundRows, askedRows)} their ${pair.spineColumn} in ${request.group}`;
  const example = mend?.found.example;
  if (example) return `${found}: ${quoted(example.asked)} is written ${quoted(example.there)} there.`;
  if (foundRows === 0 && mend === undefined && check.mapping === null)
    return `${found}. Blanks, capitals and zeros are not why, and no other column holds it.`;
  return `${found}.`;
}

/** `0 of 20 000 rows find`, `1 of 3 rows finds`. */
function rowsOf(found: number, asked: number): string {
  return `${formatNumber(found)} of ${formatNumber(asked)} rows ${found === 1 ? "finds" : "find"}`;
}

/** A key between quotes in which the blanks around it can be seen. */
function quoted(text: string): string {
  const shown = text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
  return `“${shown.replace(/^\s+|\s+$/g, (blanks) => "␣".repeat(blanks.length))}”`;
}

const MOST_SHOWN = 40;

/** What a press on the change does. */
export function changeWords(change: ColumnChange): string {
  switch (change.kind) {
    case "trim":
      return "Take the blanks off";
    case "lower_case":
      return "Write it in small letters";
    case "pad_zeros":
      return `Write it with ${change.width} digits`;
    case "strip_zeros":
      return "Take the zeros off";
    default:
      return "Change it";
  }
}

/** What a cast makes of a column: `text`, `text of 8 digits`, `whole numbers`. */
export function typeWords(to: string, width: number | null): string {
  if (to === "int64") return "whole numbers";
  if (to === "float64") return "numbers";
  if (to === "timestamp") return "times";
  if (to === "bool") return "true or false";
  return width === null ? "text" : `text of ${width} digits`;
}

/** So many rows would find their key. */
export function wouldFind(rows: number, asked: number): string {
  return rows === asked ? `all ${formatNumber(asked)} rows would` : `${formatNumber(rows)} rows would`;
}
