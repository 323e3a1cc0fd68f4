import type { PreparedStep } from "../../../present/prepare-step";
import { initialWindow } from "../../../timeline/picture/initial-window";
import { picture } from "../../../timeline/picture/picture";

/** The picture of a step of a plan as data, for where it stands still: in the list of steps, and on paper. */
export function drawnStep(
  { slice, at, column, window }: NonNullable<PreparedStep["picture"]>,
  width: number,
): ReturnType<typeof picture> {
  return picture(slice, at, window ?? initialWindow(slice, at.spineRow), {
    width,
    columns: slice.joins.map((_, join) => (join === at.join ? (column ?? undefined) : undefined)),
    tellsNoTtl: false,
  });
}
