import type {
  EntitySlice,
  FeatureGroupDefinition,
  FeatureViewDefinition,
  SliceColumn,
} from "../microfs/core";
import { withoutRefused } from "./edits/column-change";
import { type Edit, FIRST_ADDED_ROW } from "./edits/edit";
import { groupColumns } from "./edits/edit-slice";
import { inlineOf } from "./inline-value";
import { plainGroup, plainView } from "./plain-definition";
import type { InlineRow, Scenario } from "./scenario";

/** What one entity's scenario is made of. */
export interface EntityData {
  readonly title: string;
  /** The entity's rows as they are stored, without the edits. */
  readonly slice: EntitySlice;
  /** Of the view's groups; others may be among them. */
  readonly groups: readonly FeatureGroupDefinition[];
  readonly view: FeatureViewDefinition;
  /** Those of this view. */
  readonly edits: readonly Edit[];
}

/** A scenario of one entity, and where each of its rows is in it. */
export interface EntityScenario {
  readonly scenario: Scenario;
  /** How many rows it carries. */
  readonly numRows: number;
  /** The number that a row of a group has in it; `null` where it is none of the entity's. One that an edit adds keeps its own. */
  readonly rowOf: (group: string, row: number) => number | null;
}

/**
 * The scenario that carries one entity of a store and no other: its spine rows and its candidates, written out. Its slice is
 * the given one, with its rows numbered anew in the order of insertion, and without what is said of other entities. Edits of
 * rows that are not the entity's are left out. Costs O(rows).
 */
export function entityScenario({ title, slice, groups, view, edits }: EntityData): EntityScenario {
  const rowsByGroup = new Map<string, Map<number, InlineRow>>();
  const take = (group: string, rows: Int32Array, columns: readonly SliceColumn[]) => {
    const taken = rowsByGroup.get(group) ?? new Map<number, InlineRow>();
    rowsByGroup.set(group, taken);
    for (const [position, row] of rows.entries()) taken.set(row, inlineRow(columns, position));
  };
  take(slice.spine.fgName, slice.spine.rows, slice.spine.columns);
  for (const join of slice.joins) take(join.fgName, join.rows, join.columns);
  const numbers = new Map(
    [...rowsByGroup].map(([group, rows]) => [
      group,
      new Map([...rows.keys()].sort((a, b) => a - b).map((row, number) => [row, number])),
    ]),
  );
  const rowOf = (group: string, row: number) =>
    row >= FIRST_ADDED_ROW ? row : (numbers.get(group)?.get(row) ?? null);
  const kept = withoutRefused(edits, groupColumns(slice)).flatMap((edit) =>
    renumbered(edit, rowsByGroup, rowOf),
  );
  const scenario: Scenario = {
    version: 1,
    name: "entity",
    title,
    groups: groups
      .filter(({ name }) => rowsByGroup.has(name))
      .map((definition) => {
        const rows = rowsByGroup.get(definition.name) ?? new Map<number, InlineRow>();
        const inOrder = [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
        return { definition: plainGroup(definition), rows: { kind: "inline", rows: inOrder } };
      }),
    view: plainView(view),
    ...(kept.length > 0 && { edits: kept }),
  };
  const numRows = [...rowsByGroup.values()].reduce((sum, rows) => sum + rows.size, 0);
  return { scenario, numRows, rowOf };
}

function inlineRow(columns: readonly SliceColumn[], position: number): InlineRow {
  return Object.fromEntries(
    columns.map(({ name, type, values }) => [name, inlineOf(values[position] ?? null, type)]),
  );
}

function renumbered(
  edit: Edit,
  groups: ReadonlyMap<string, unknown>,
  rowOf: EntityScenario["rowOf"],
): readonly Edit[] {
  if (edit.kind === "rule") {
    const { view, ...rule } = edit;
    return [rule];
  }
  if (!groups.has(edit.group)) return [];
  if (edit.kind === "column") return [edit];
  const row = rowOf(edit.group, edit.row);
  return row === null ? [] : [{ ...edit, row }];
}
