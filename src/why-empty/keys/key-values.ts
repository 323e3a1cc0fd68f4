import type { FeatureGroup } from "../../microfs";
import type { KeyValues } from "./compare-keys";

/** The different values of a group's column, by the codes that its index keeps. O(rows), and a text per value. */
export function keyValues(group: FeatureGroup, column: string): KeyValues {
  const { numRows } = group;
  const keys = group.index.keys([column]);
  const codes = keys.codes(numRows);
  const counts = new Int32Array(keys.count);
  const first = new Int32Array(keys.count);
  for (let row = numRows - 1; row >= 0; row--) {
    const code = codes[row] ?? -1;
    if (code < 0) continue;
    counts[code] = (counts[code] ?? 0) + 1;
    first[code] = row;
  }
  // A text that no row has any more may have a code.
  const used = Int32Array.from(counts.keys()).filter((code) => (counts[code] ?? 0) > 0);
  const values = group.column(column);
  return {
    type: values.type,
    texts: Array.from(used, (code) => String(values.get(first[code] ?? 0))),
    rows: used.map((code) => counts[code] ?? 0),
  };
}
