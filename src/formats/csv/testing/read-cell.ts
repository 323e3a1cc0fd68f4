import { formatTime } from "../../../microfs/core";
import { columnBuilder } from "../columns/column-builder";
import { ZoneClock } from "../columns/zone-clock";
import { type CsvType, columnOf, type NumberFormat, type TimeFormat } from "../csv-plan";

const encoder = new TextEncoder();
const TEXTS = { quotedBlankIsNull: true, unescapeFormulas: false };

/** Reads one cell: its value, null, or the reason in angle brackets. */
export function readCell(
  type: CsvType,
  text: string,
  format: { time?: TimeFormat; number?: NumberFormat; zone?: string; trim?: boolean; anyYear?: boolean } = {},
) {
  const column = { ...columnOf("c", type), ...format };
  const builder = columnBuilder(column, 2, new ZoneClock(format.zone ?? "UTC"), TEXTS);
  const bytes = encoder.encode(`«${text}»`); // a cell stands inside a larger array
  const fault = builder.read(bytes, 2, bytes.length - 2, false, 1);
  if (fault !== undefined) return `<${fault}>`;
  const built = builder.finish(2);
  if (built.valid[1] === 0) return null;
  switch (built.type) {
    case "string": {
      const code = built.codes[1] ?? 0;
      const { bytes: all, offsets } = built.dictionary;
      return new TextDecoder().decode(all.subarray(offsets[code], offsets[code + 1]));
    }
    case "timestamp":
      return formatTime(built.valuesUs[1] ?? 0n);
    case "bool":
      return built.values[1] === 1;
    default:
      return built.values[1];
  }
}
