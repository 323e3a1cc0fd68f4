import { escapeFormula } from "./formula";

/**
 * A text as one cell, by RFC 4180: in quotes where it holds the delimiter, a quote or a line end, or is empty
 * (a null is a blank cell without quotes), or begins or ends with a space, which some readers drop.
 */
export function quoteCell(text: string, delimiter: string): string {
  const needsQuotes = text === "" || text.includes(delimiter) || /["\r\n]|^\s|\s$/.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The same, made safe to open in a spreadsheet: see `formula.ts`. */
export function quoteSafeCell(text: string, delimiter: string): string {
  return quoteCell(escapeFormula(text), delimiter);
}
