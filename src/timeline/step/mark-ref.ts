/** A candidate row, as the picture and the table name it to each other. */
export interface MarkRef {
  /** Counts the view's joins from 0. */
  readonly join: number;
  /** The row's number in that join's feature group. */
  readonly row: number;
}
