import { variantsOf } from "../../compare/variant";
import {
  type EntitySlice,
  type JoinRule,
  joinSlice,
  NO_MATCH,
  type SliceJoin,
  sliceFeatures,
} from "../../microfs/core";
import type { Scenario } from "../../scenario/scenario";
import type { VariantName } from "../../terms/variants";
import { entitySlices } from "../questions/whole-table";

/** What stands in a cell: a row of the group by its number in the table, or nothing. */
export type CellRow = number | null;

/** One entity of a grid: a line of its table, and its history. */
export interface GridEntity {
  readonly name: string;
  readonly slice: EntitySlice;
}

/** One cell: an entity at a moment. */
export interface GridCell {
  /** The number of the entity, and of the moment. */
  readonly entity: number;
  readonly moment: number;
  /** The spine row's number in the label group's table, and its position in the entity's slice. */
  readonly spineRow: number;
  readonly position: number;
  readonly timeUs: bigint;
}

/** A column of a training table, line by line an entity and column by column a moment: each entity is asked about at each. */
export interface CellGrid {
  readonly entities: readonly GridEntity[];
  /** Microseconds, ascending. */
  readonly momentsUs: readonly bigint[];
  /** Entity by entity, in each in time order. */
  readonly cells: readonly GridCell[];
}

/**
 * The grid of a scenario's first join. Its rows are written out: there are few.
 *
 * @throws RangeError where its entities are not asked about at the same moments.
 */
export function cellGrid(scenario: Scenario): CellGrid {
  const entities = entitySlices(scenario).map(
    (slice): GridEntity => ({
      name: slice.entity.map(({ value }) => String(value)).join(" "),
      // Each history is seen beside the others anyway.
      slice: { ...slice, joins: slice.joins.map(({ others: _, ...join }) => join) },
    }),
  );
  const momentsUs = [...(entities[0]?.slice.spine.timesUs ?? [])];
  const cells = entities.flatMap(({ slice }, entity) => {
    const { rows, timesUs } = slice.spine;
    if (rows.length !== momentsUs.length || timesUs.some((us, i) => us !== momentsUs[i]))
      throw new RangeError("every entity must be asked about at the same moments");
    return Array.from(rows, (spineRow, moment): GridCell => {
      return { entity, moment, spineRow, position: moment, timeUs: timesUs[moment] ?? 0n };
    });
  });
  return { entities, momentsUs, cells };
}

/** The one join of an entity of a grid. */
export function joinOf({ slice }: GridEntity): SliceJoin {
  const [join] = slice.joins;
  if (join === undefined) throw new RangeError("a grid needs a join");
  return join;
}

/** The entity that a cell belongs to. */
export function entityOf({ entities }: CellGrid, cell: GridCell): GridEntity {
  const entity = entities[cell.entity];
  if (entity === undefined) throw new RangeError(`there is no entity ${cell.entity}`);
  return entity;
}

/** What one join writes into every cell of a grid. */
export interface GridJoin {
  readonly name: VariantName;
  readonly rows: readonly CellRow[];
}

/** What each join that takes one row writes into the cells, by the engine, in the order of the menu. */
export function gridJoins(grid: CellGrid): GridJoin[] {
  const [first] = grid.entities;
  if (first === undefined) return [];
  return variantsOf([joinOf(first).rule]).flatMap(({ name, rules: [rule] }) =>
    rule === null || rule === undefined ? [] : [{ name, rows: rowsUnder(grid, rule) }],
  );
}

/** Per cell the row that a rule takes. */
function rowsUnder({ entities }: CellGrid, rule: JoinRule): CellRow[] {
  return entities.flatMap((entity) => {
    const join = joinOf(entity);
    const { index } = joinSlice(entity.slice, join, rule, sliceFeatures(join));
    return Array.from(index, (at): CellRow => (at === NO_MATCH ? null : (join.rows[at] ?? null)));
  });
}
