// biome-ignore-all lint/a11y/useSemanticElements: a <table> keeps its roles only while it is laid out as one, and this one lays out only the rows in sight
import type { Ref } from "react";
import { classNames } from "../class-names";
import styles from "./data-table.module.css";
import type { DataTableColumn } from "./data-table-column";

/** The line, or two, that stays over the rows. */
export function DataTableHeader(props: {
  readonly columns: readonly DataTableColumn[];
  readonly ref: Ref<HTMLDivElement>;
}) {
  const hasTwoLines = props.columns.some((column) => column.subheader !== undefined);
  return (
    <div role="rowgroup" ref={props.ref} className={styles.header}>
      <div role="row" tabIndex={-1} aria-rowindex={1} className={styles.headerRow}>
        {props.columns.map((column, index) => (
          <div
            key={column.id}
            role="columnheader"
            tabIndex={-1}
            aria-colindex={index + 1}
            className={classNames(styles.headerCell, column.align === "end" && styles.end)}
          >
            {hasTwoLines ? (
              <>
                <span className={styles.headerName}>{column.header}</span>
                <span className={styles.headerNote}>{column.subheader}</span>
              </>
            ) : (
              <span className={styles.headerNote}>{column.header}</span>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
