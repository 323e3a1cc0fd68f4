import { countOf, formatNumber } from "../../ui/format-number";

/** What became of rows. `rows` is the sum of the others. */
export interface Account {
  readonly rows: number;
  readonly inserted: number;
  readonly duplicates: number;
  readonly leftOut: number;
}

/** Every row that was read, in a sum that adds up. */
export function accountWords({ rows, inserted, duplicates, leftOut }: Account): string {
  const parts = [
    `${formatNumber(inserted)} stored`,
    `${formatNumber(duplicates)} repeated`,
    `${formatNumber(leftOut)} left out`,
  ];
  return `${countOf(rows, "row")} read = ${parts.join(" + ")}`;
}
