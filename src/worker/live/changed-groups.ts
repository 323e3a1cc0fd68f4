import type { Column, FeatureGroup, FeatureStore } from "../../microfs";
import { type ChangedColumns, changesByColumn, withoutRefused } from "../../scenario/edits/column-change";
import type { Edit } from "../../scenario/edits/edit";

/** What a store knows of its groups' columns. */
export function columnsIn(store: FeatureStore): (group: string) => ChangedColumns | undefined {
  return (name) => {
    const group = store.featureGroups.get(name);
    if (group === undefined) return undefined;
    return {
      typeOf: (column) => group.checked.schema.get(column),
      boundsOf: (column) => group.index.bounds(column),
    };
  };
}

/** Gives a stored group as the edits of whole columns leave it: itself where there are none. */
export type ChangeGroup = (group: FeatureGroup) => FeatureGroup;

/**
 * The groups of a store as edits of whole columns leave them, kept from one answer to the next: a changed column is made
 * in one pass, and the group's index with it. What else is edited is laid over these as over stored ones.
 */
export class ChangedGroups {
  readonly #store: FeatureStore;
  /** By name: the last that was made of a group. */
  readonly #made = new Map<
    string,
    { source: FeatureGroup; numRows: number; changes: string; group: FeatureGroup }
  >();

  constructor(store: FeatureStore) {
    this.#store = store;
  }

  /** The edits that fit what is stored now: see `withoutRefused`. */
  fitting(edits: readonly Edit[]): readonly Edit[] {
    return withoutRefused(edits, columnsIn(this.#store));
  }

  /** @param edits - Those that fit. */
  under(edits: readonly Edit[]): ChangeGroup {
    return (source) => {
      const own = edits.filter((edit) => edit.kind === "column" && edit.group === source.name);
      if (own.length === 0) return source;
      const changes = JSON.stringify(own);
      const { numRows } = source;
      const kept = this.#made.get(source.name);
      if (kept?.source === source && kept.numRows === numRows && kept.changes === changes) return kept.group;
      const columns = new Map<string, Column>();
      for (const [name, change] of changesByColumn(own, source.name))
        columns.set(name, source.column(name).mapped(numRows, change));
      const group = source.withColumns(columns);
      this.#made.set(source.name, { source, numRows, changes, group });
      return group;
    };
  }
}
