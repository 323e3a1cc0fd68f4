import { expect, test } from "vitest";
import { arrowTable, cellReader } from "./arrow";
import { Column } from "./column";

/** A table of one column of times, the exact number of which no double holds. */
function timesTable(times: readonly (bigint | null)[]) {
  const column = new Column("timestamp");
  for (const time of times) column.push(time);
  const { values, valid, length } = column;
  return arrowTable(
    [
      {
        name: "at",
        type: "timestamp",
        values: values.slice(0, length),
        valid: valid.slice(0, length),
        texts: null,
      },
    ],
    length,
  );
}

test("cellReader reads times exactly, and null where there is none, past the end, or no column", () => {
  const read = cellReader(timesTable([9_007_199_254_740_993n, null]).getChild("at"));
  expect([read(0), read(1), read(2)]).toEqual([9_007_199_254_740_993n, null, null]);
  expect(cellReader(timesTable([]).getChild("at"))(0)).toBeNull();
  expect(cellReader(null)(0)).toBeNull();
});
