import { Column, FeatureGroup, type FeatureStore } from "../microfs";
import { type CellValue, type ColumnType, MicroFSError } from "../microfs/core";
import { isWholeNumber } from "../why-empty/keys/compare-keys";

/**
 * Declares a group anew with one column as another type, in one commit, so that it can be joined with a column of that
 * type: numbers as text, or text and floats as whole numbers. No two values become one. If one cannot be cast, or a view
 * that uses the group would make no sense, nothing changes. The group's online rows go.
 *
 * @param width - As text: zeros at the left, up to that many digits. From text: such zeros are no part of the number.
 * @throws RangeError that names the first value that is no whole number; MicroFSError where a view would not make sense.
 */
export async function convertColumn(
  store: FeatureStore,
  fgName: string,
  column: string,
  to: ColumnType,
  width: number | null = null,
): Promise<void> {
  await store.rewrite(() => {
    const group = store.featureGroups.get(fgName);
    if (group === undefined) throw new RangeError(`Feature group ${JSON.stringify(fgName)} does not exist.`);
    if (!group.columns.has(column))
      throw new RangeError(`${JSON.stringify(fgName)} has no column ${JSON.stringify(column)}.`);
    const cast = castTo(to, column, width);
    const schema = { ...group.schema, [column]: to };
    const columns = Array.from(group.columns, ([name, values]): [string, Column] => [
      name,
      name === column ? castColumn(values, group.numRows, to, cast) : values,
    ]);
    const converted = new FeatureGroup({ ...group.definition, schema }, new Map(columns));
    converted.show(group.numRows);
    return { groups: [{ definition: converted.definition, rows: converted.table }] };
  });
}

function castColumn(
  from: Column,
  rows: number,
  to: ColumnType,
  cast: (value: CellValue) => CellValue,
): Column {
  const column = new Column(to);
  column.reserve(rows);
  for (let row = 0; row < rows; row++) column.push(cast(from.get(row)));
  return column;
}

function castTo(to: ColumnType, column: string, width: number | null): (value: CellValue) => CellValue {
  if (to === "string") {
    return (value) => {
      if (value === null) return null;
      const text = String(value);
      return width !== null && /^\d+$/.test(text) ? text.padStart(width, "0") : text;
    };
  }
  if (to !== "int64" && to !== "float64")
    throw new MicroFSError(
      "type_mismatch",
      `Only whole numbers and text are converted into each other, not into ${to}.`,
    );
  return (value) => {
    if (value === null) return null;
    const written = String(value);
    const text = width === null ? written : written.replace(/^0+(?=\d)/, "");
    // "007" and "7" are two texts and one number: converting would make two entities one.
    const isOneWay = width === null || text.padStart(width, "0") === written || text.startsWith("-");
    if (!isWholeNumber(text) || !isOneWay) {
      throw new RangeError(
        `${JSON.stringify(column)} holds ${JSON.stringify(written)}, which does not stay the same as a number. Convert the other column to text instead.`,
      );
    }
    if (to === "int64") return BigInt(text);
    if (Number.isSafeInteger(Number(text))) return Number(text);
    throw new RangeError(`${JSON.stringify(column)} holds ${text}, whose last digits a float64 would lose.`);
  };
}
