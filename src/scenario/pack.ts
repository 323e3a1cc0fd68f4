import { deflateSync, Inflate, strFromU8, strToU8 } from "fflate";
import { MOST_BYTES_IN_A_LINK } from "./link-limits";

/** The first letter says how the rest is packed, so that old links can be read for ever. */
const VERSION = "1";
/** What does not deflate at all grows by a third in base64. */
const MOST_LETTERS = Math.ceil((MOST_BYTES_IN_A_LINK * 4) / 3) + 1_000;
/** So much is unpacked before the size is looked at again: deflate makes a thousandfold of it at most. */
const PIECE_BYTES = 1_024;

/** A JSON value as text for an address: deflated, and in the letters that need no escaping there. */
export function pack(value: unknown): string {
  const bytes = deflateSync(strToU8(JSON.stringify(value)), { level: 9 });
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return VERSION + btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** A value of unknown shape that was packed; or that the text is damaged, or of an unknown version; or that it is too large. */
export type Unpacked = { kind: "value"; value: unknown } | { kind: "damaged" } | { kind: "too_large" };

/** Unpacks a text of unknown origin. What is too large for a link is left where that shows: it costs no more than what is not. */
export function unpack(text: string): Unpacked {
  if (text.length > MOST_LETTERS) return { kind: "too_large" };
  if (!text.startsWith(VERSION)) return { kind: "damaged" };
  try {
    const binary = atob(text.slice(1).replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = inflate(Uint8Array.from(binary, (letter) => letter.charCodeAt(0)));
    if (bytes === null) return { kind: "too_large" };
    return { kind: "value", value: JSON.parse(strFromU8(bytes)) as unknown };
  } catch {
    // Whatever is wrong with it, it is the same to the reader: the link is damaged.
    return { kind: "damaged" };
  }
}

/** What was deflated; `null` as soon as it turns out to be larger than a link may be. */
function inflate(packed: Uint8Array): Uint8Array | null {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let isDone = false;
  const stream = new Inflate((piece, isLast) => {
    pieces.push(piece);
    size += piece.length;
    isDone ||= isLast;
  });
  for (let from = 0; from < packed.length; from += PIECE_BYTES) {
    const to = from + PIECE_BYTES;
    stream.push(packed.subarray(from, to), to >= packed.length);
    if (size > MOST_BYTES_IN_A_LINK) return null;
  }
  if (!isDone) throw new RangeError("the text ends too early");
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
