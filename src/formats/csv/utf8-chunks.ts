import { FormatError } from "../format-error";
import type { CsvEncoding } from "./csv-plan";

const CHUNK_BYTES = 2 ** 20;

export interface ReadOptions {
  /** Told after each piece: bytes of the file read so far, and in all. */
  onProgress?: (bytesRead: number, bytesTotal: number) => void;
  /** Stops reading before the next piece; the generator then throws the signal's reason. */
  signal?: AbortSignal;
}

/** The file's text as UTF-8 bytes, a megabyte at a time, without a byte order mark. Holds two pieces at a time. */
export async function* utf8Chunks(
  file: Blob,
  encoding: CsvEncoding,
  { onProgress, signal }: ReadOptions = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  const toUtf8 = utf8Converter(encoding);
  signal?.throwIfAborted();
  let next = readAhead(file, 0);
  for (let from = 0; from < file.size; from += CHUNK_BYTES) {
    const to = Math.min(from + CHUNK_BYTES, file.size);
    const bytes = await next;
    signal?.throwIfAborted();
    // The browser reads the next piece while this one is made rows of.
    if (to < file.size) next = readAhead(file, to);
    onProgress?.(to, file.size);
    yield toUtf8(bytes, to === file.size);
  }
}

function readAhead(file: Blob, from: number): Promise<Uint8Array<ArrayBuffer>> {
  const piece = readBytes(file, from, Math.min(from + CHUNK_BYTES, file.size));
  // Whoever waits for the piece meets the error; nobody does where reading is given up before.
  piece.catch(() => undefined);
  return piece;
}

/**
 * The bytes [`from`, `to`) of the file, fewer where it ends before.
 *
 * @throws FormatError `unreadable_file` where the browser no longer gets at it.
 */
export async function readBytes(file: Blob, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.slice(from, to).arrayBuffer());
  } catch (cause) {
    // Browsers name it NotReadableError or NotFoundError: the file was changed, moved or locked since it was chosen.
    if (!(cause instanceof DOMException)) throw cause;
    throw new FormatError(
      "unreadable_file",
      "The file cannot be read any more: it was changed or moved since it was chosen, or another program holds it. Choose it again.",
      { cause },
    );
  }
}

/** The first `bytes` of the file as UTF-8, without a byte order mark; a character cut in two is left out. */
export function headAsUtf8(head: Uint8Array, encoding: CsvEncoding): Uint8Array {
  return utf8Converter(encoding)(head, false);
}

/** A function that turns piece after piece of a file into UTF-8. UTF-8 itself passes untouched. */
function utf8Converter(encoding: CsvEncoding): (bytes: Uint8Array, isLast: boolean) => Uint8Array {
  let isFirst = true;
  if (encoding === "utf-8") {
    return (bytes) => {
      const hasBom = isFirst && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
      isFirst = false;
      return hasBom ? bytes.subarray(3) : bytes;
    };
  }
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  return (bytes, isLast) => encoder.encode(decoder.decode(bytes, { stream: !isLast }));
}
