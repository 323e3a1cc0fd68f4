import { formatNumber } from "../../ui/format-number";

/** Says how many own rows something carries, before it does. */
export function carriesWords(what: string, rows: number): string {
  return `${what} carries ${rowsOfYours(rows)}. Whoever gets it has them.`;
}

/** `12 rows of your data`. */
export function rowsOfYours(rows: number): string {
  return `${formatNumber(rows)} ${rows === 1 ? "row" : "rows"} of your data`;
}
