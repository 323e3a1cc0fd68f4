import { QUOTE } from "./byte-at";
import { type CsvTokenizer, ESCAPED } from "./tokenize-csv";

// Lenient: what is shown of a cell that is not UTF-8 must still be shown.
const decoder = new TextDecoder("utf-8");
const SHOWN_CHARACTERS = 200;

/** The bytes of cell `cell` with doubled quotes made single. A copy only where there are some. */
export function cellBytes(cells: CsvTokenizer, cell: number, bytes: Uint8Array): Uint8Array {
  const raw = bytes.subarray(cells.starts[cell], cells.ends[cell]);
  return (cells.flags[cell] ?? 0) & ESCAPED ? withoutDoubledQuotes(raw) : raw;
}

/** The text of cell `cell`. */
export function cellText(cells: CsvTokenizer, cell: number, bytes: Uint8Array): string {
  return decoder.decode(cellBytes(cells, cell, bytes));
}

/** Text as reports show it: what fits, and whether there was more. */
export function shownText(bytes: Uint8Array): string {
  const text = decoder.decode(bytes.subarray(0, 4 * SHOWN_CHARACTERS));
  return text.length > SHOWN_CHARACTERS || bytes.length > 4 * SHOWN_CHARACTERS
    ? `${text.slice(0, SHOWN_CHARACTERS)}…`
    : text;
}

function withoutDoubledQuotes(raw: Uint8Array): Uint8Array {
  const out = new Uint8Array(raw.length);
  let to = 0;
  for (let at = 0; at < raw.length; at++) {
    out[to++] = raw[at] ?? 0;
    if (raw[at] === QUOTE) at++;
  }
  return out.subarray(0, to);
}
