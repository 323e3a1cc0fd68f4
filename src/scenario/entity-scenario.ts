import {
  type CellValue,
  columnOrder,
  type EntitySlice,
  type SliceColumn,
  type SliceJoin,
  writeDuration,
} from "../microfs/core";
import { inlineOf } from "./inline-value";
import type { GroupDefinition, InlineRow, JoinDefinition, Scenario } from "./scenario";

/**
 * The scenario with the rows of one entity and no others: small enough to travel where all rows are not. What was edited is
 * part of its rows and rules. Rows have new numbers in it, in their order.
 *
 * @returns `rowOf` gives a spine row's number in the scenario by the one that it has in the slice; throws a `RangeError` for
 *   one that the slice has not. Costs O(rows × columns).
 */
export function entityScenario(
  slice: EntitySlice,
  names: { readonly name: string; readonly title: string; readonly view: string },
): { readonly scenario: Scenario; readonly rowOf: (spineRow: number) => number } {
  const { spine } = slice;
  const groups = new Map<string, Group>();
  // A row without a value in a primary key would be rejected.
  const keys = slice.entity.flatMap(({ column, value }) => (value === null ? [] : [column]));
  const eventTime = spine.eventTime;
  groups.set(spine.fgName, {
    definition: {
      name: spine.fgName,
      ...schemaOf(spine.columns),
      // A spine that is on no column still needs one that names its rows.
      primaryKeys: keys.length > 0 ? keys : [firstKey(spine)],
      eventTime,
    },
    rows: rowsOf(spine.rows, spine.columns),
  });
  for (const join of slice.joins) addGroup(groups, join);
  const spineRows = [...(groups.get(spine.fgName)?.rows.keys() ?? [])].sort((a, b) => a - b);
  const scenario: Scenario = {
    version: 1,
    name: names.name,
    title: names.title,
    groups: [...groups.values()].map(({ definition, rows }) => ({
      definition,
      rows: {
        kind: "inline",
        // The order of insertion is the last tie-break.
        rows: [...rows].sort(([a], [b]) => a - b).map(([, row]) => row),
      },
    })),
    view: {
      name: names.view,
      labelFg: spine.fgName,
      joins: slice.joins.map(joinOf),
      ...(spine.label.length > 0 && { label: [...spine.label] }),
      ...(spine.labelHorizonUs !== null && { labelHorizon: writeDuration(spine.labelHorizonUs) }),
    },
  };
  const rowOf = (spineRow: number) => {
    const row = spineRows.indexOf(spineRow);
    if (row === -1) throw new RangeError(`the slice has no spine row ${spineRow}`);
    return row;
  };
  return { scenario, rowOf };
}

interface Group {
  readonly definition: GroupDefinition;
  /** By their numbers in the group's table. */
  readonly rows: Map<number, InlineRow>;
}

/** A group may be joined twice, or be the spine too: its rows are there once. */
function addGroup(groups: Map<string, Group>, join: SliceJoin): void {
  const own = rowsOf(join.rows, join.columns);
  const there = groups.get(join.fgName);
  const rows = new Map([...(there?.rows ?? []), ...own]);
  const { createdTime, groupClock, eventTime } = join;
  groups.set(join.fgName, {
    definition: {
      name: join.fgName,
      ...schemaOf(join.columns),
      primaryKeys: [...join.primaryKeys],
      eventTime,
      ...(createdTime !== null && { createdTime }),
      ...(groupClock.delayUs > 0n && { delay: writeDuration(groupClock.delayUs) }),
    },
    rows,
  });
}

function joinOf({ fgName, on, writes, rule, groupClock }: SliceJoin): JoinDefinition {
  const isSame = on.every(({ spineColumn, column }) => spineColumn === column);
  return {
    fgName,
    on: isSame
      ? on.map(({ column }) => column)
      : Object.fromEntries(on.map(({ spineColumn, column }) => [spineColumn, column])),
    features: writes.map(({ column }) => column),
    ...(rule.ttlUs !== null && { ttl: writeDuration(rule.ttlUs) }),
    ...(rule.delayUs !== groupClock.delayUs && { delay: writeDuration(rule.delayUs) }),
    ...(rule.clock !== groupClock.clock && { asOf: rule.clock }),
    ...(!rule.allowExactMatches && { allowExactMatches: false }),
    ...(rule.direction !== "backward" && { direction: rule.direction }),
  };
}

function schemaOf(columns: readonly SliceColumn[]): Pick<GroupDefinition, "schema" | "columns"> {
  return {
    schema: Object.fromEntries(columns.map(({ name, type }) => [name, type])),
    ...(columnOrder(columns.map(({ name }) => name)) as { columns?: string[] }),
  };
}

/** What can name the spine's rows where no key that it is joined on does; its time where nothing else can. */
function firstKey({ columns, eventTime, label }: EntitySlice["spine"]): string {
  const key = columns.find(
    ({ name, type, values }) =>
      (type === "string" || type === "int64") && !label.includes(name) && !values.includes(null),
  );
  return key?.name ?? eventTime;
}

function rowsOf(rows: Int32Array, columns: readonly SliceColumn[]): Map<number, InlineRow> {
  return new Map(
    Array.from(rows, (row, at): [number, InlineRow] => [
      row,
      Object.fromEntries(
        columns.map(({ name, type, values }) => [name, inlineOf(valueAt(values, at), type)]),
      ),
    ]),
  );
}

function valueAt(values: readonly CellValue[], at: number): CellValue {
  return values[at] ?? null;
}
