import type { FeatureStore } from "../microfs";
import { type CellValue, type ColumnType, MicroFSError } from "../microfs/core";

const DECIMAL = /^-?\d+$/;

/**
 * Declares a group anew with one column cast from int64 to string or back, so that it can be joined with a column of
 * that type. All rows are read first: if one cannot be cast, nothing changes.
 *
 * @throws RangeError that names the first value that is no integer; MicroFSError where a view would not make sense.
 */
export async function convertColumn(
  store: FeatureStore,
  fgName: string,
  column: string,
  to: ColumnType,
): Promise<void> {
  const group = store.featureGroups.get(fgName);
  if (group === undefined) throw new RangeError(`Feature group ${JSON.stringify(fgName)} does not exist.`);
  const cast = castTo(to, column);
  const columns = Array.from(group.columns, ([name, values]) => ({ name, values }));
  const rows = Array.from({ length: group.numRows }, (_, row) =>
    Object.fromEntries(
      columns.map(({ name, values }) => {
        const value = values.get(row);
        return [name, name === column ? cast(value) : value];
      }),
    ),
  );
  await store.replaceFeatureGroup({ ...group.definition, schema: { ...group.schema, [column]: to } }, rows);
}

function castTo(to: ColumnType, column: string): (value: CellValue) => CellValue {
  if (to === "string") return (value) => (value === null ? null : String(value));
  if (to !== "int64")
    throw new MicroFSError(
      "type_mismatch",
      `Only whole numbers and text are converted into each other, not into ${to}.`,
    );
  return (value) => {
    if (value === null) return null;
    const text = String(value);
    // "007" and "7" are two texts and one number: converting would make two entities one.
    if (!DECIMAL.test(text) || BigInt(text).toString() !== text) {
      throw new RangeError(
        `${JSON.stringify(column)} holds ${JSON.stringify(text)}, which does not stay the same as a number. Convert the other column to text instead.`,
      );
    }
    return BigInt(text);
  };
}
