import { useMemo, useState } from "react";
import { entitySlices, tableRows } from "../../../learn/questions/whole-table";
import { WORDS } from "../../../learn/words";
import type { EntitySlice } from "../../../microfs/core";
import type { Edit } from "../../../scenario/edits/edit";
import type { Scenario } from "../../../scenario/scenario";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { Button } from "../../../ui/controls/button";
import { formatNumber } from "../../../ui/format-number";
import styles from "./add-rows.module.css";
import { ADDED_KINDS, type AddedKind, addedRow } from "./added-row";

const { timeline: words } = WORDS;

export interface AddRowsProps {
  /** As it is shown. */
  readonly slice: EntitySlice;
  readonly scenario: Scenario;
  /** All on top of the scenario's own. Keep the array's identity while nothing changed: the whole table is counted with them. */
  readonly edits: readonly Edit[];
  readonly at: Coordinate;
  readonly kinds: readonly AddedKind[];
  /** `undefined` while nothing can be added. */
  readonly onAdd: ((edit: Edit) => void) | undefined;
}

/** Adds rows like one that is there, and counts what that does to the training table, under this join and under an ordinary one. */
export function AddRows({ slice, scenario, edits, at, kinds, onAdd }: AddRowsProps) {
  const [dropped, setDropped] = useState(0);
  const add = (kind: AddedKind) => {
    const edit = addedRow(slice, at, kind, edits);
    setDropped(edit === null ? dropped + 1 : 0);
    if (edit !== null) onAdd?.(edit);
  };
  const counts = useMemo(() => {
    const slices = entitySlices(scenario, edits);
    return [
      { name: words.rowsOrdinary, rows: tableRows(slices, "ordinary") },
      { name: words.rowsOwn, rows: tableRows(slices, "own") },
    ];
  }, [scenario, edits]);
  return (
    <div className={styles.add}>
      <div className={styles.ways}>
        <span className={styles.lead}>{words.add}</span>
        {ADDED_KINDS.filter((kind) => kinds.includes(kind)).map((kind) => (
          <Button key={kind} size="small" disabled={onAdd === undefined} onClick={() => add(kind)}>
            {words[kind]}
          </Button>
        ))}
        <p className={styles.dropped} role="status">
          {dropped > 0 && words.dropped}
        </p>
      </div>
      <dl className={styles.counts} aria-live="polite">
        {counts.map(({ name, rows }) => (
          <div key={name} className={styles.count}>
            <dt>{name}</dt>
            <dd>
              <strong>{formatNumber(rows)}</strong> {rows === 1 ? words.row : words.rows}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
