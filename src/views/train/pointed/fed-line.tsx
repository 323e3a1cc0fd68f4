import type { EntitySlice } from "../../../microfs/entity-slice";
import type { Training } from "../../../state/training/training";
import { nounOf } from "../../../timeline/words/nouns";
import { Button } from "../../../ui/controls/button";
import { formatNumber } from "../../../ui/format-number";
import { type FedRow, fedBy, fedWords, nextFedRow } from "./fed-rows";
import type { StatusLine } from "./status-line";

export interface FedLineProps {
  readonly line: Extract<StatusLine, { kind: "mark" }>;
  readonly training: Training;
  readonly slice: EntitySlice;
  readonly onShow: (row: FedRow) => void;
}

/** Which training rows the mark that was pointed at feeds, and a way to each of them: they may lie far apart. */
export function FedLine({ line: { mark, shown }, training, slice, onShow }: FedLineProps) {
  const join = slice.joins[mark.join];
  if (join === undefined) return null;
  const fed = fedBy(training, mark);
  const next = nextFedRow(training, mark, shown?.trainingRow ?? -1);
  const isLast = shown !== null && fed.rows === 1;
  return (
    <>
      {fedWords(fed, nounOf(slice, join))}
      {shown !== null &&
        ` Row ${formatNumber(shown.trainingRow + 1)} is number ${formatNumber(shown.number)} of them.`}{" "}
      {next !== null && !isLast && (
        <Button variant="link" onClick={() => onShow(next)}>
          {shown === null ? (fed.rows === 1 ? "Show it" : "Show the first") : "Show the next"}
        </Button>
      )}
    </>
  );
}
