import { type FeatureGroup, type FeatureStore, joinSides, trainingSet } from "../../../microfs";
import { CellFlag, type CellValue, cellFlags } from "../../../microfs/core";
import { type Cell, readTable } from "../../../microfs/testing/read-table";
import type { Edit } from "../../../scenario/edits/edit";
import { editedRule } from "../../../scenario/edits/edit-slice";
import { editedGroups } from "../../store-edits";

/** A training set with nothing patched: whole groups are copied and edited, and joined as if they had been stored so. */
export async function joinedAnew(store: FeatureStore, viewName: string, edits: readonly Edit[]) {
  const stored = await store.checkedView(viewName);
  const groups = editedGroups(store, edits);
  const joins = stored.joins.map((join, number) => ({ ...join, rule: editedRule(join.rule, number, edits) }));
  const view = { ...stored, joins };
  const set = trainingSet(view, (name) => groups(name).group);
  const spine = groups(view.labelFg);
  const { rows } = readTable(set.table);
  const keyColumns = [...new Set(view.joins.flatMap((join) => join.spineColumns))];
  const keys = Array.from(set.spineIndex, (row) =>
    keyColumns.map((name) => spine.group.column(name).get(row)),
  );
  const names = keys.map((key, i) =>
    key.some((part) => part === null || Number.isNaN(part)) ? `own ${i}` : key.map(String).join("|"),
  );
  const idOf = (ids: Int32Array, row: number) => (row === -1 ? -1 : ids[row]);
  return {
    rows,
    spineIndex: Array.from(set.spineIndex, (row) => idOf(spine.ids, row)),
    timesUs: Array.from(set.spineIndex, (row) => spine.group.column(spine.group.eventTime).values[row]),
    joins: set.joins.map((cells, number) => {
      const join = view.joins[number];
      if (join === undefined) throw new RangeError("a training set has its view's joins");
      const { group, ids } = groups(join.fgName);
      const seen = cellFlags(joinSides(join, spine.group, set.spineIndex, group), join.rule, cells);
      const written = view.columns.flatMap((column, c) => (column.join === number ? [c] : []));
      const isChanged = (i: number) => {
        const before = names.lastIndexOf(names[i] ?? "", i - 1);
        return i > 0 && before >= 0 && written.some((c) => !isSame(rows[i]?.[c], rows[before]?.[c]));
      };
      return {
        fgName: join.fgName,
        index: Array.from(cells.index, (row) => idOf(ids, row)),
        reason: [...cells.reason],
        flags: Array.from(seen, (bits, i) => bits | (isChanged(i) ? CellFlag.change : 0)),
        eventTimesUs: Array.from(cells.index, (row) =>
          row === -1 ? 0n : group.column(group.eventTime).values[row],
        ),
      };
    }),
    /** In the order of their first training rows. */
    entities: [...new Set(names)].map((name) => {
      const own = names.flatMap((other, i) => (other === name ? [i] : []));
      const cells = own.flatMap((i) => set.joins.map((join) => ({ i, join })));
      const leaking = cells.filter(({ i, join }) => join.leak[i] === 1);
      const empty = cells.filter(({ i, join }) => join.index[i] === -1);
      const spineRow = set.spineIndex[own[0] ?? 0] ?? -1;
      return {
        key: keys[own[0] ?? 0] ?? [],
        rows: own.length,
        features: view.joins.reduce((sum, join) => {
          const asked = join.spineColumns.map((column) => spine.group.column(column).get(spineRow));
          return sum + countRows(groups(join.fgName).group, join.featureColumns, asked);
        }, 0),
        leaks: leaking.length,
        unmatched: empty.length,
        firstRow: own[0] ?? -1,
        firstLeak: leaking[0]?.i ?? own[0] ?? -1,
        firstUnmatched: empty[0]?.i ?? own[0] ?? -1,
      };
    }),
  };
}

/** NaN is the same as NaN, and −0 as 0. */
export function isSame(a: Cell | undefined, b: Cell | undefined): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}

function countRows(group: FeatureGroup, columns: readonly string[], key: readonly CellValue[]): number {
  let count = 0;
  for (let row = 0; row < group.numRows; row++)
    if (columns.every((name, i) => key[i] !== null && group.column(name).get(row) === key[i])) count++;
  return count;
}
