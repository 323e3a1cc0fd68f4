import type { EntitySlice } from "../../../microfs/entity-slice";

/** The feature column that the timeline shows in a join: the wanted one where the join writes it, else the first. */
export function shownColumn(slice: EntitySlice, join: number, wanted: string | null): string | undefined {
  const writes = slice.joins[join]?.writes ?? [];
  return (writes.find(({ column }) => column === wanted) ?? writes[0])?.column;
}
