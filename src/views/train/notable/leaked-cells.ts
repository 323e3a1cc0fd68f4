import type { Training } from "../../../state/training";
import type { TrainingTotals } from "../../../worker/results";

/** How many cells a join writes into one training row: one a feature. */
export function featuresOf({ columns }: Pick<Training, "columns">, join: number): number {
  return columns.filter((column) => column.join === join).length;
}

/** How many cells of a training table leak, and how many there are. */
export interface LeakedCells {
  readonly leaked: number;
  readonly cells: number;
}

/** Counts cells, a cell being one value of the table: a training row and a feature. What the spine has itself is none. */
export function leakedCells(
  training: Pick<Training, "columns"> & { readonly totals: Pick<TrainingTotals, "trainingRows" | "joins"> },
): LeakedCells {
  const { trainingRows, joins } = training.totals;
  return joins.reduce<LeakedCells>(
    ({ leaked, cells }, { leaks }, join) => {
      const features = featuresOf(training, join);
      return { leaked: leaked + leaks * features, cells: cells + trainingRows * features };
    },
    { leaked: 0, cells: 0 },
  );
}
