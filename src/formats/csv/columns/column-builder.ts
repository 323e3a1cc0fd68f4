import type { CsvColumn } from "../csv-plan";
import { BoolColumn } from "./bool-column";
import type { ColumnBuilder } from "./built-column";
import { Float64Column } from "./float64-column";
import { Int64Column } from "./int64-column";
import { StringColumn, type TextOptions } from "./string-column";
import { TimestampColumn } from "./timestamp-column";
import type { ZoneClock } from "./zone-clock";

/** A builder for what the plan says of a column, with room for `capacity` rows. */
export function columnBuilder(
  column: CsvColumn,
  capacity: number,
  clock: ZoneClock,
  texts: TextOptions,
): ColumnBuilder {
  switch (column.type) {
    case "int64":
      return new Int64Column(capacity, column.number);
    case "float64":
      return new Float64Column(capacity, column.number);
    case "bool":
      return new BoolColumn(capacity);
    case "timestamp":
      return new TimestampColumn(capacity, column, clock);
    case "string":
      return new StringColumn(capacity, texts, column.trim);
  }
}
