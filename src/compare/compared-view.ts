import { type Column, type FeatureGroup, joinSides } from "../microfs";
import type { CheckedJoin, CheckedView, JoinSides } from "../microfs/core";

/** One join of a view with both of its sides, whatever variant they are joined by. */
export interface ComparedJoin {
  /** Counts the view's joins from 0. */
  readonly number: number;
  readonly join: CheckedJoin;
  readonly group: FeatureGroup;
  readonly sides: JoinSides;
  /** The features that it writes: their names in the training table, and their columns. */
  readonly features: readonly { readonly name: string; readonly column: string; readonly values: Column }[];
}

/** A view with its data: all that variants are compared on. `order` has shape [training rows]: rows of `spine`. */
export interface ComparedView {
  readonly view: CheckedView;
  readonly spine: FeatureGroup;
  readonly order: Int32Array;
  readonly joins: readonly ComparedJoin[];
}

/**
 * A view with its data, as edits leave both. Rows that come in later are not seen. O(spine rows) a join, and O(rows) where
 * a group's index is not there yet.
 */
export function comparedView(view: CheckedView, groupNamed: (name: string) => FeatureGroup): ComparedView {
  const spine = groupNamed(view.labelFg);
  const order = spine.index.order();
  const joins = view.joins.map((join, number) => {
    const group = groupNamed(join.fgName);
    const features = view.columns.flatMap(({ join: of, name, column }) =>
      of === number ? [{ name, column, values: group.column(column) }] : [],
    );
    return { number, join, group, sides: joinSides(join, spine, order, group), features };
  });
  return { view, spine, order, joins };
}
