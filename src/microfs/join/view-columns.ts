import { DefinitionError, quote, quoteAll } from "../errors";
import type { ColumnType, Schema } from "../schema";

/** What the columns of a group's rows depend on. */
interface Source {
  name: string;
  schema: Schema;
  eventTime: string;
}

/** What a join says of columns. `spineColumns[i]` equals `featureColumns[i]`. */
export interface JoinedColumns {
  fgName: string;
  spineColumns: readonly string[];
  featureColumns: readonly string[];
  /** The columns to take; `null` for all. */
  features: readonly string[] | null;
}

/** One column of a training table: its name, and where its values come from. */
export interface ViewColumn {
  name: string;
  type: ColumnType;
  /** The number of the join, or −1 for the spine. */
  join: number;
  /** The column's name in its own group. */
  column: string;
}

/**
 * The columns of a view's training table: the spine's in schema order, then each join's, without those it was
 * joined on under the same name, and without its event time where the spine's has the same name, unless `features` names
 * it. A name that is taken gets the group's name behind it.
 *
 * @throws DefinitionError `column_conflict` where that name is taken too; `invalid_definition` where `features`
 *   names a column that cannot be taken.
 */
export function viewColumns(
  spine: Source,
  joins: readonly JoinedColumns[],
  groupNamed: (name: string) => Source,
  owner: string,
): ViewColumn[] {
  const columns: ViewColumn[] = Array.from(spine.schema, ([column, type]) => ({
    name: column,
    type,
    join: -1,
    column,
  }));
  const taken = new Set(columns.map((column) => column.name));
  joins.forEach((join, number) => {
    const group = groupNamed(join.fgName);
    for (const column of featureColumns(join, spine, group, owner)) {
      const name = taken.has(column) ? `${column}_${group.name}` : column;
      if (taken.has(name)) {
        throw new DefinitionError(
          "column_conflict",
          `${owner} would have two columns named ${quote(name)}: ${quote(column)} of ${quote(group.name)} finds both its own name and that one taken. ` +
            `Leave it out with features, or give the column or the group another name.`,
        );
      }
      taken.add(name);
      columns.push({ name, type: group.schema.get(column) as ColumnType, join: number, column });
    }
  });
  return columns;
}

function featureColumns(join: JoinedColumns, spine: Source, group: Source, owner: string): string[] {
  const isJoinedUnderSameName = (column: string) => {
    const at = join.featureColumns.indexOf(column);
    return at >= 0 && join.spineColumns[at] === column;
  };
  const rest = Array.from(group.schema.keys()).filter((column) => !isJoinedUnderSameName(column));
  const { features } = join;
  if (features === null)
    return rest.filter((column) => !(column === group.eventTime && column === spine.eventTime));
  const impossible = features.filter((column) => !rest.includes(column));
  if (impossible.length > 0) {
    throw new DefinitionError(
      "invalid_definition",
      `${owner} asks for the features ${quoteAll(impossible)} of ${quote(group.name)}, which ` +
        `${impossible.every((column) => group.schema.has(column)) ? "the spine has under the same name already" : "are not there"}. It can take ${quoteAll(rest)}.`,
    );
  }
  return rest.filter((column) => features.includes(column));
}
