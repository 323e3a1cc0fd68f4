import { useMemo } from "react";
import type { EntitySlice } from "../../../microfs/entity-slice";
import type { Pointed } from "../../../state/app-store";
import type { Training } from "../../../state/training/training";
import { nounOf } from "../../../timeline/words/nouns";
import { formatNumber } from "../../../ui/format-number";
import { sightWords } from "../interesting/interest-words";
import { provenance } from "../table/provenance";
import { beatenBy } from "./beaten";
import styles from "./cell-line.module.css";
import type { Said } from "./said";
import { trainingSummary } from "./training-summary";

export interface CellLineProps {
  readonly said: Said;
  readonly training: Training;
  /** `null` while no entity is on the screen. */
  readonly slice: EntitySlice | null;
  readonly labelFg: string;
  /** Whether the worker is still joining. */
  readonly isUpdating: boolean;
}

/** One line over the table: where a cell comes from, or what is to be seen in a row. Its place has a fixed height. */
export function CellLine(props: CellLineProps) {
  const { training } = props;
  const summary = useMemo(() => trainingSummary(training), [training]);
  return (
    <div className={styles.line}>
      <p role="status">{wordsOf(props)}</p>
      <p className={styles.summary}>
        {summary}
        {props.isUpdating && " · updating …"}
      </p>
    </div>
  );
}

function wordsOf({ said, training, slice, labelFg }: CellLineProps): string {
  switch (said.kind) {
    case "nothing":
    case "mark":
      return "Point at a cell to see where it comes from; press it to see why.";
    case "cell": {
      const from = provenance(training, said.cell, labelFg);
      const beaten = beatenWords(slice, said.mark);
      return beaten === "" ? from : `${from} ${beaten}`;
    }
    case "sight": {
      const { trainingRow, join } = said.sight;
      const words = sightWords(said.sight, training.joins[join]?.fgName ?? "");
      return `Row ${formatNumber(trainingRow + 1)}: ${words}`;
    }
  }
}

function beatenWords(slice: EntitySlice | null, mark: Pointed | null): string {
  const join = mark === null ? undefined : slice?.joins[mark.join];
  if (slice === null || join === undefined) return "";
  const beaten = beatenBy(slice, mark).size;
  if (beaten === 0) return "";
  const noun = nounOf(slice, join);
  return `It was chosen over ${formatNumber(beaten)} other ${beaten === 1 ? noun.one : noun.many}.`;
}
