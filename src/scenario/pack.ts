import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";

/** The first letter says how the rest is packed, so that old links can be read for ever. */
const VERSION = "1";
/** Nobody's link is longer; a bomb in a link unpacks to no more. */
const MOST_BYTES = 4_000_000;

/** A JSON value as text for an address: deflated, and in the letters that need no escaping there. */
export function pack(value: unknown): string {
  const bytes = deflateSync(strToU8(JSON.stringify(value)), { level: 9 });
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return VERSION + btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** The value that was packed, of unknown shape; `undefined` where the text is damaged or of an unknown version. */
export function unpack(text: string): unknown {
  if (!text.startsWith(VERSION)) return undefined;
  try {
    const binary = atob(text.slice(1).replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = inflateSync(
      Uint8Array.from(binary, (letter) => letter.charCodeAt(0)),
      { out: new Uint8Array(MOST_BYTES) },
    );
    return JSON.parse(strFromU8(bytes));
  } catch {
    // Whatever is wrong with it, it is the same to the reader: the link is damaged.
    return undefined;
  }
}
