import { FormatError } from "../../format-error";
import { columnOf, type MadeColumn } from "../csv-plan";
import type { BuiltColumn, ColumnBuilder } from "./built-column";
import { VALUE } from "./cell-notes";
import { Int64Column } from "./int64-column";
import { StringColumn } from "./string-column";
import { TimestampColumn } from "./timestamp-column";
import type { ZoneClock } from "./zone-clock";

export type Constant = Extract<MadeColumn, { kind: "constant" }>;

/** The same value in every row. Its cells are not read: there are none. */
export class ConstantColumn implements ColumnBuilder {
  readonly #value: BuiltColumn;

  /** @throws FormatError `invalid_plan` where the value cannot be read as its type. */
  constructor(constant: Constant, clock: ZoneClock) {
    const builder = oneRow(constant, clock);
    const bytes = new TextEncoder().encode(constant.value);
    const fault = builder.read(bytes, 0, bytes.length, false, 0);
    if (fault !== undefined || builder.isNull(0)) {
      const [value, name] = [constant.value.slice(0, 200), constant.name].map((text) => `“${text}”`);
      throw new FormatError(
        "invalid_plan",
        fault === undefined
          ? `${name} has no value. Write the one that every row is to have.`
          : `${value}, which ${name} has in every row, ${fault}.`,
      );
    }
    this.#value = builder.finish(1);
  }

  read(): undefined {}

  setNull(): void {}

  isNull(): boolean {
    return false;
  }

  drop(): void {}

  finish(rows: number): BuiltColumn {
    const value = this.#value;
    const same = {
      valid: new Uint8Array(rows).fill(1),
      nulls: 0,
      notes: rows === 0 ? [] : [{ note: VALUE, cells: rows, examples: [] }],
    };
    switch (value.type) {
      case "int64":
        return { ...same, type: "int64", values: new BigInt64Array(rows).fill(value.values[0] ?? 0n) };
      case "timestamp":
        return {
          ...same,
          type: "timestamp",
          valuesUs: new BigInt64Array(rows).fill(value.valuesUs[0] ?? 0n),
        };
      case "string":
        return { ...same, type: "string", codes: new Int32Array(rows), dictionary: value.dictionary };
      default:
        throw new TypeError(`a constant cannot be ${value.type}`);
    }
  }
}

function oneRow({ name, type }: Constant, clock: ZoneClock): ColumnBuilder {
  const column = columnOf(name, type);
  switch (type) {
    case "int64":
      return new Int64Column(1, column.number);
    case "timestamp":
      return new TimestampColumn(1, column, clock);
    case "string":
      return new StringColumn(1, { quotedBlankIsNull: false, unescapeFormulas: false }, false);
  }
}
