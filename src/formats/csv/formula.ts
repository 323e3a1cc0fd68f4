import { APOSTROPHE, byteAt, CR, MINUS, PLUS, TAB } from "./bytes";

/*
 * A spreadsheet runs a cell that begins with = + - @, a tab or a carriage return as a formula (OWASP, "CSV injection").
 * So a text that begins with any number of apostrophes and then one of these is written with one apostrophe more,
 * which a spreadsheet takes for "this is text". Reading can take it off again: the apostrophes before it are why
 * no two texts are written alike. Numbers and times are never changed: they cannot hold a formula.
 */
const FORMULA = /^'*[=+\-@\t\r]/;

/** Whether a spreadsheet would run the text, or take off an apostrophe that stands before such a text. */
export function isFormula(text: string): boolean {
  return FORMULA.test(text);
}

/** The text as it is safe to open in a spreadsheet: `=1+1` → `'=1+1`, `'=1+1` → `''=1+1`, `'tis` stays. */
export function escapeFormula(text: string): string {
  return isFormula(text) ? `'${text}` : text;
}

/** The text that {@link escapeFormula} was given. */
export function unescapeFormula(text: string): string {
  return text.startsWith("'") && isFormula(text) ? text.slice(1) : text;
}

/** The same question on bytes: apostrophes, or none, and then a character that begins a formula. */
export function startsFormula(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && bytes[at] === APOSTROPHE) at++;
  if (at === end) return false;
  const byte = byteAt(bytes, at);
  return byte === EQUALS || byte === PLUS || byte === MINUS || byte === AT || byte === TAB || byte === CR;
}

const EQUALS = 61;
const AT = 64;
