import type { EntitySlice } from "../../../microfs/entity-slice";
import type { HoveredRow } from "../../../state/app";
import type { Training } from "../../../state/training/training";
import { nounOf } from "../../../timeline/words/nouns";
import { formatNumber } from "../../../ui/format-number";
import type { TrainingTotals } from "../../../worker/answers";
import { sightWords } from "../interesting/interest-words";
import { provenance } from "../table/provenance";
import { beatenBy } from "./beaten";
import styles from "./cell-line.module.css";
import type { StatusLine } from "./status-line";

export interface CellLineProps {
  readonly line: StatusLine;
  readonly training: Training;
  /** `null` while no entity is on the screen. */
  readonly slice: EntitySlice | null;
  readonly labelFg: string;
  /** Whether the worker is still joining. */
  readonly isUpdating: boolean;
}

/** One line over the table: where a cell comes from, or what is to be seen in a row. Its place has a fixed height. */
export function CellLine(props: CellLineProps) {
  return (
    <div className={styles.line}>
      <p role="status">{wordsOf(props)}</p>
      <p className={styles.summary}>
        {totalsWords(props.training.totals)}
        {props.isUpdating && " · updating …"}
      </p>
    </div>
  );
}

/** How a training set turned out: rows, empty cells, leaks. */
function totalsWords({ trainingRows, empty, leaks }: TrainingTotals): string {
  return [
    `${formatNumber(trainingRows)} training ${trainingRows === 1 ? "row" : "rows"}`,
    `${empty === 0 ? "no" : formatNumber(empty)} empty ${empty === 1 ? "match" : "matches"}`,
    ...(leaks === 0 ? [] : [`${formatNumber(leaks)} ${leaks === 1 ? "leak" : "leaks"}`]),
  ].join(" · ");
}

function wordsOf({ line, training, slice, labelFg }: CellLineProps): string {
  switch (line.kind) {
    case "nothing":
    case "mark":
      return "Point at a cell to see where it comes from; press it to see why.";
    case "cell": {
      const from = provenance(training, line.cell, labelFg);
      const beaten = beatenWords(slice, line.mark);
      return beaten === "" ? from : `${from} ${beaten}`;
    }
    case "sight": {
      const { trainingRow, join } = line.sight;
      const words = sightWords(line.sight, training.joins[join]?.fgName ?? "");
      return `Row ${formatNumber(trainingRow + 1)}: ${words}`;
    }
  }
}

function beatenWords(slice: EntitySlice | null, mark: HoveredRow | null): string {
  const join = mark === null ? undefined : slice?.joins[mark.join];
  if (slice === null || join === undefined) return "";
  const beaten = beatenBy(slice, mark).size;
  if (beaten === 0) return "";
  const noun = nounOf(slice, join);
  return `It was chosen over ${formatNumber(beaten)} other ${beaten === 1 ? noun.one : noun.many}.`;
}
