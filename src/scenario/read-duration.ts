import { type Duration, parseDuration } from "../microfs/duration";
import { MicroFSError } from "../microfs/errors";
import { type JsonReader, shown } from "./json-reader";

/** A duration as it was written, once the engine has said that it can read it. */
export function readDuration(reader: JsonReader, value: unknown, path: string): Duration | undefined {
  if (typeof value !== "string" && typeof value !== "number") {
    return reader.refuse(path, `is ${shown(value)}, where a duration like "7d" or "1h30m" is needed.`);
  }
  try {
    parseDuration(value, path);
    return value;
  } catch (error) {
    if (!(error instanceof MicroFSError)) throw error;
    return reader.refuse(path, `is ${shown(value)}, which is not a duration. Write "7d", "90m" or "1h30m".`);
  }
}

/** Likewise, or `null` for none. */
export function readDurationOrNull(
  reader: JsonReader,
  value: unknown,
  path: string,
): Duration | null | undefined {
  return value === null ? null : readDuration(reader, value, path);
}
