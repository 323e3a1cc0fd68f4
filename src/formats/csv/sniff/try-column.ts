import type { BuiltColumn } from "../columns/built-column";
import { columnBuilder } from "../columns/column-builder";
import { TimestampColumn } from "../columns/timestamp-column";
import { ZoneClock } from "../columns/zone-clock";
import type { CsvColumn } from "../csv-plan";

/** How well a column's texts read in one way. */
export interface Trial {
  column: CsvColumn;
  /** Texts that are neither null nor unreadable. */
  readable: number;
  /** The texts that cannot be read, with their rows. */
  unreadable: Array<{ row: number; text: string }>;
  /** Times that are written without a zone. */
  withoutZone: number;
  /** The values, at the rows of the texts; null where there is none. */
  values: BuiltColumn;
}

/** Reads `texts` as `column` says, by the same code that will read the file. */
export function tryColumn(column: CsvColumn, texts: readonly string[], clock: ZoneClock = UTC): Trial {
  const builder = columnBuilder(column, texts.length, clock, {
    quotedBlankIsNull: true,
    unescapeFormulas: false,
  });
  const nulls = new Set(column.nulls);
  const unreadable: Trial["unreadable"] = [];
  let readable = 0;
  for (const [row, text] of texts.entries()) {
    const bytes = toUtf8(text);
    const end = bytes === scratch ? text.length : bytes.length;
    const fault = nulls.has(text) ? builder.setNull(row) : builder.read(bytes, 0, end, false, row);
    if (fault !== undefined) {
      unreadable.push({ row, text });
      builder.setNull(row);
    } else if (!builder.isNull(row)) readable++;
  }
  const withoutZone = builder instanceof TimestampColumn ? builder.withoutZone : 0;
  return { column, readable, unreadable, withoutZone, values: builder.finish(texts.length) };
}

/** How many different values the trial read. */
export function distinctOf({ values }: Trial): number {
  if (values.type === "string") return values.dictionary.length;
  const distinct = new Set<unknown>();
  const all = values.type === "timestamp" ? values.valuesUs : values.values;
  for (let row = 0; row < all.length; row++) if (values.valid[row] === 1) distinct.add(all[row]);
  return distinct.size;
}

const encoder = new TextEncoder();
const scratch = new Uint8Array(64);

/** The text in UTF-8: in `scratch` where it is short and ASCII, which spares a slow call for nearly every cell. */
function toUtf8(text: string): Uint8Array {
  if (text.length > scratch.length) return encoder.encode(text);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) return encoder.encode(text);
    scratch[at] = unit;
  }
  return scratch;
}

const UTC = new ZoneClock("UTC");
