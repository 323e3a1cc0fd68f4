import { formatTime } from "../../../microfs/core";
import type { BuiltColumn } from "../columns/built-column";
import { columnBuilder } from "../columns/column-builder";
import { TimestampColumn } from "../columns/timestamp-column";
import { ZoneClock } from "../columns/zone-clock";
import type { ColumnFinding } from "../csv-draft";
import type { CsvColumn, NumberFormat } from "../csv-plan";

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

/** What was seen in a column, with a sentence about it. */
export function describeColumn(trial: Trial, texts: readonly string[]): ColumnFinding {
  const { column, readable, unreadable } = trial;
  const nulls = texts.length - readable - unreadable.length;
  const distinct = distinctOf(trial);
  return {
    name: column.name,
    sentence: [sentence(trial, distinct), emptiness(nulls, texts.length)]
      .filter((part) => part !== "")
      .join(" "),
    cells: texts.length,
    nulls,
    distinct,
    unreadable: unreadable.length,
    withoutZone: trial.withoutZone,
  };
}

/** How many different values the trial read. */
export function distinctOf({ values }: Trial): number {
  if (values.type === "string") return values.dictionary.length;
  const distinct = new Set<unknown>();
  const all = values.type === "timestamp" ? values.valuesUs : values.values;
  for (let row = 0; row < all.length; row++) if (values.valid[row] === 1) distinct.add(all[row]);
  return distinct.size;
}

const TIME_WORDS = new Map<CsvColumn["time"], string>([
  ["iso", "year first"],
  ["day_first", "day first"],
  ["month_first", "month first"],
  ["epoch_s", "in seconds since 1970"],
  ["epoch_ms", "in milliseconds since 1970"],
  ["epoch_us", "in microseconds since 1970"],
]);

function sentence({ column, values, readable }: Trial, distinct: number): string {
  if (readable === 0) return "Nothing to read.";
  switch (values.type) {
    case "int64": {
      const [least, greatest] = extent(values.values, values.valid);
      return `Whole numbers${spelling(column.number)} from ${least} to ${greatest}; ${count(distinct, "different one")}.`;
    }
    case "float64": {
      const [least, greatest] = extent(values.values, values.valid);
      return `Numbers${spelling(column.number)} from ${least} to ${greatest}.`;
    }
    case "timestamp": {
      const [first, last] = extent(values.valuesUs, values.valid);
      return `Times, ${TIME_WORDS.get(column.time)}, from ${formatTime(BigInt(first))} to ${formatTime(BigInt(last))}.`;
    }
    case "bool":
      return "True or false.";
    case "string":
      return `Text; ${count(distinct, "different value")}.`;
  }
}

function spelling({ decimal, thousands }: NumberFormat): string {
  if (decimal === ",") return " with a decimal comma";
  return thousands === "" ? "" : " with thousands separated";
}

function emptiness(nulls: number, cells: number): string {
  if (cells === 0) return "";
  return nulls === 0 ? "Never empty." : `Empty in ${nulls} of ${cells}.`;
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? "" : "s"}`;
}

function extent(
  values: ArrayLike<bigint> | ArrayLike<number>,
  valid: Uint8Array,
): [bigint | number, bigint | number] {
  let least: bigint | number | undefined;
  let greatest: bigint | number | undefined;
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (valid[row] === 0 || value === undefined) continue;
    if (least === undefined || value < least) least = value;
    if (greatest === undefined || value > greatest) greatest = value;
  }
  return [least ?? 0, greatest ?? 0];
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
