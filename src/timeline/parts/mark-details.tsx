import type { EntitySlice } from "../../microfs/entity-slice";
import { formatTime } from "../../microfs/time";
import { type Coordinate, joinAt } from "../step/coordinate";
import { findCandidate } from "../step/find-candidate";
import { explanationOf, momentOf } from "../step/judgement";
import type { MarkRef } from "../step/mark-ref";
import { positionInJoin, valueOfRow } from "../step/slice-row";
import { exactValue } from "../words/format-value";
import { nounOf } from "../words/nouns";
import { spokenDistance } from "../words/verdict-words";
import styles from "./mark-details.module.css";

export interface MarkDetailsProps {
  readonly slice: EntitySlice;
  readonly coordinate: Coordinate;
  readonly mark: MarkRef;
  /** Where the mark stands, pixels of the timeline. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly onClose: () => void;
}

const WIDTH_PX = 280;

/** One row in full: every column, nothing rounded. */
export function MarkDetails({ slice, coordinate, mark, x, y, width, onClose }: MarkDetailsProps) {
  const join = joinAt(slice, mark.join);
  const us = join.eventTimesUs[positionInJoin(join, mark.row)];
  const { candidates } = explanationOf(slice, join, coordinate.spineRow);
  const row = us === undefined ? undefined : findCandidate(candidates, mark.row, Number(us));
  if (row === undefined) return null;
  const facts = [
    [
      "event time",
      `${formatTime(row.eventTime)}, ${spokenDistance(row.eventTime, momentOf(slice, coordinate.spineRow))}`,
    ],
    ...(row.createdTime === null ? [] : [["known", formatTime(row.createdTime)]]),
    ...join.columns
      // Its times are said already.
      .filter(({ name }) => name !== join.eventTime && name !== join.createdTime)
      .map((column) => [column.name, exactValue(valueOfRow(join, column, mark.row), column.type)]),
    ["row", `${mark.row} of ${join.fgName}`],
  ];
  return (
    <section
      className={styles.details}
      aria-label={`This ${nounOf(slice, join).one}`}
      aria-live="polite"
      style={{
        left: Math.max(0, Math.min(x - WIDTH_PX / 2, width - WIDTH_PX)),
        top: y,
        width: Math.min(WIDTH_PX, width),
      }}
    >
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={onClose}>
        Close
      </button>
    </section>
  );
}
