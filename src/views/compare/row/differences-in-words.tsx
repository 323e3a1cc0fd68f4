import type { EntitySlice } from "../../../microfs/core";
import { momentStyle } from "../../../timeline/words/format-moment";
import { columnFormat } from "../../../timeline/words/format-value";
import { countOf } from "../../../ui/format-number";
import type { JoinDifference, Taken } from "./row-differences";

export interface DifferencesInWordsProps {
  readonly slice: EntitySlice;
  readonly differences: readonly JoinDifference[];
  /** What the two joins are called. */
  readonly above: string;
  readonly below: string;
}

/** What is drawn between the two pictures, for who cannot see it: a line a join. */
export function DifferencesInWords({ slice, differences, above, below }: DifferencesInWordsProps) {
  return (
    <ul className="visually-hidden" aria-label="What the two take, join by join">
      {differences.map((one) => (
        <li key={one.number}>
          {one.join.fgName}:{" "}
          {one.differs
            ? `${one.name} ${takenWords(slice, one, one.above, one.before)} in ${above}, ${takenWords(slice, one, one.below, one.after)} in ${below}`
            : "the same row in both"}
        </li>
      ))}
    </ul>
  );
}

function takenWords(
  slice: EntitySlice,
  { column }: JoinDifference,
  { rows, peekUs }: Taken,
  value: JoinDifference["before"],
): string {
  if (rows.length === 0) return "nothing";
  const leak = peekUs > 0n ? ", a leak" : "";
  if (rows.length > 1) return `${countOf(rows.length, "row")}${leak}`;
  return `${column === null ? `row ${rows[0]}` : columnFormat(column, momentStyle(slice))(value)}${leak}`;
}
