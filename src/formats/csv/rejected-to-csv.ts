import type { RejectedRow } from "./csv-plan";
import { quoteSafeCell } from "./quote-cell";

/** The rejected rows as CSV for a download: line, column, value, reason. Texts are safe to open in a spreadsheet. */
export function rejectedToCsv(rejected: Iterable<RejectedRow>): string {
  const lines = ["line,column,value,reason"];
  for (const { line, column, value, reason } of rejected) {
    lines.push([String(line), ...[column, value, reason].map((text) => quoteSafeCell(text, ","))].join(","));
  }
  return `${lines.join("\r\n")}\r\n`;
}
