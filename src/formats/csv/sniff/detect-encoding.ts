import { FormatError } from "../../format-error";
import type { CsvEncoding } from "../csv-plan";

/** What the first bytes of a file say about how it is written. */
export interface DetectedEncoding {
  encoding: CsvEncoding;
  hasBom: boolean;
}

/**
 * The encoding of a file by its first bytes: its byte order mark, else the zero bytes that UTF-16 puts
 * beside every ASCII letter, else UTF-8 where the bytes are valid UTF-8, else windows-1252 (which is
 * Latin-1 and the curly quotes), in which every byte is valid.
 *
 * @param asked - What a person chose. UTF-16 is believed: without a mark and without ASCII it looks like anything.
 * @throws FormatError `empty_file`, `binary_content` or `nul_bytes`.
 */
export function detectEncoding(head: Uint8Array, asked?: CsvEncoding): DetectedEncoding {
  if (head.length === 0) throw emptyFile();
  for (const { encoding, mark } of MARKS) if (startsWith(head, mark)) return { encoding, hasBom: true };
  const kind = SIGNATURES.find(({ bytes }) => startsWith(head, bytes));
  if (kind !== undefined) throw binary(`It is ${kind.what}`, kind.instead);
  if (asked === "utf-16le" || asked === "utf-16be") return { encoding: asked, hasBom: false };
  const zeros = zerosByParity(head);
  if (zeros.even + zeros.odd > 0) {
    const pairs = head.length / 2;
    if (zeros.odd > 0.3 * pairs && zeros.even < 0.05 * pairs) return { encoding: "utf-16le", hasBom: false };
    if (zeros.even > 0.3 * pairs && zeros.odd < 0.05 * pairs) return { encoding: "utf-16be", hasBom: false };
  }
  if (controlShare(head) > 0.02)
    throw binary("It holds bytes that no text has", "Export the table as CSV first");
  if (zeros.even + zeros.odd > 0) throw nulBytes(head);
  return { encoding: isUtf8(head) ? "utf-8" : "windows-1252", hasBom: false };
}

const MARKS: ReadonlyArray<{ encoding: CsvEncoding; mark: readonly number[] }> = [
  { encoding: "utf-8", mark: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", mark: [0xff, 0xfe] },
  { encoding: "utf-16be", mark: [0xfe, 0xff] },
];

const PICTURE = "Choose the file that has the table";
const SIGNATURES: ReadonlyArray<{ bytes: readonly number[]; what: string; instead: string }> = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: "a PNG picture", instead: PICTURE },
  { bytes: [0xff, 0xd8, 0xff], what: "a JPEG picture", instead: PICTURE },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: "a GIF picture", instead: PICTURE },
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], what: "a PDF document", instead: PICTURE },
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    what: "a ZIP archive, or an Excel workbook",
    instead: "Unpack it, or save the sheet as CSV",
  },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: "an old Excel workbook", instead: "Save the sheet as CSV" },
  { bytes: [0x1f, 0x8b], what: "a gzip archive", instead: "Unpack it first" },
  { bytes: [0x50, 0x41, 0x52, 0x31], what: "a Parquet file", instead: "Export the table as CSV first" },
  {
    bytes: [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31],
    what: "an Arrow file",
    instead: "Export the table as CSV first",
  },
  {
    bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20],
    what: "an SQLite database",
    instead: "Export the table as CSV first",
  },
];

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => head[at] === byte);
}

function zerosByParity(head: Uint8Array): { even: number; odd: number } {
  const zeros = { even: 0, odd: 0 };
  for (let at = head.indexOf(0); at !== -1; at = head.indexOf(0, at + 1))
    zeros[at % 2 === 0 ? "even" : "odd"]++;
  return zeros;
}

/** The share of bytes below the space that are no tab, line end, form feed or escape. */
function controlShare(head: Uint8Array): number {
  let count = 0;
  for (const byte of head) if (byte < 0x20 && (byte < 9 || byte > 13) && byte !== 0x1b) count++;
  return count / head.length;
}

function isUtf8(head: Uint8Array): boolean {
  try {
    // stream: the head may end in the middle of a character.
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The error for a file in which nothing is written. */
export function emptyFile(): FormatError {
  return new FormatError(
    "empty_file",
    "The file is empty. Choose a CSV file with a line of column names and rows below it.",
  );
}

function binary(what: string, instead: string): FormatError {
  return new FormatError("binary_content", `This is not a CSV file, whatever its name. ${what}. ${instead}.`);
}

function nulBytes(head: Uint8Array): FormatError {
  const at = head.indexOf(0);
  const line = head.subarray(0, at).filter((byte) => byte === 10).length + 1;
  return new FormatError(
    "nul_bytes",
    `Line ${line} holds a NUL byte, which text never has. The file may be damaged, or half written: export it again.`,
  );
}
