import { useMemo } from "react";
import type { CellGrid } from "../../../learn/cells/cell-grid";
import { type Metrics, metricsFor } from "../../../timeline/geometry/metrics";
import { type TimeScale, timeScale } from "../../../timeline/geometry/time-scale";
import { padded, type TimeWindow } from "../../../timeline/geometry/time-window";
import { usePageText } from "../../../timeline/use-size";

/** The axis that the cells and all histories of a grid share. */
export interface GridAxis {
  readonly window: TimeWindow;
  readonly scale: TimeScale;
  readonly metrics: Metrics;
  /** On a narrow screen cells stand close together, and not over their moments. */
  readonly isNarrow: boolean;
}

/** The last cell reaches over its moment by half of its width. */
const END_SHARE = 0.04;

/** @param width - Of the whole, pixels. */
export function useAxis({ entities }: CellGrid, width: number): GridAxis {
  const { size, scale: textScale } = usePageText();
  return useMemo(() => {
    const times = entities.flatMap(({ slice }) => [
      ...slice.spine.timesUs,
      ...slice.joins.flatMap(({ eventTimesUs }) => [...eventTimesUs]),
    ]);
    const numbers = times.map(Number);
    const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
    const window = padded(first, last + (last - first) * END_SHARE, 0);
    const metrics = metricsFor(width, size, textScale);
    const isNarrow = metrics.layout === "narrow";
    return {
      window,
      scale: timeScale(window, metrics.plotLeft, metrics.plotRight),
      metrics,
      isNarrow,
    };
  }, [entities, width, size, textScale]);
}
