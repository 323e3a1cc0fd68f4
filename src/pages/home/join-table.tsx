import styles from "./home-page.module.css";
import type { HomeCell } from "./two-joins";

export interface JoinTableProps {
  /** How it was joined. */
  readonly caption: string;
  readonly column: string;
  readonly row: string;
  readonly cell: HomeCell;
}

/** A training table of one row and one feature. A leak fills the cell. */
export function JoinTable({ caption, column, row, cell }: JoinTableProps) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{caption}</th>
          <th scope="col">{column}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{row}</th>
          <td data-leak={cell.leak || undefined}>
            {cell.text}
            {cell.leak && <span className={styles.unseen}>, a leak</span>}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
