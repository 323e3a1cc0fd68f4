import type { EntitySlice } from "../../../microfs/entity-slice";
import { firstWrite } from "../../../timeline/step/slice-row";

/** The feature column that the timeline shows in a join: the wanted one where the join writes it, else the first. */
export function shownColumn(slice: EntitySlice, join: number, wanted: string | null): string | undefined {
  const shown = slice.joins[join];
  if (shown === undefined) return undefined;
  return (shown.writes.find(({ column }) => column === wanted) ?? firstWrite(shown))?.column;
}
