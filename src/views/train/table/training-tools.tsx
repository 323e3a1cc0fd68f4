import { type FormEvent, useState } from "react";
import { toError } from "../../../state/answer";
import { tell } from "../../../state/app-store";
import { exportTraining } from "../../../state/export-training";
import { goTo } from "../../../state/navigate";
import type { Training } from "../../../state/training";
import { Button } from "../../../ui/controls/button";
import { TextInput } from "../../../ui/controls/text-input";
import { formatNumber } from "../../../ui/format-number";
import styles from "../train-stage.module.css";
import { nextInteresting } from "./training-columns";

export interface TrainingToolsProps {
  readonly training: Training;
  /** The training row that the timeline shows. */
  readonly current: number;
  readonly isUpdating: boolean;
}

/** What stands over the training table: how it turned out, ways to a row, and the ways out of the app. */
export function TrainingTools({ training, current, isUpdating }: TrainingToolsProps) {
  const next = nextInteresting(training, current);
  const show = (trainingRow: number) =>
    goTo({ row: training.spineIndex[trainingRow] ?? 0, from: null, to: null });
  const download = (format: "csv" | "arrow") => {
    exportTraining(training.viewName, format).catch((error) =>
      tell({ text: toError(error).message, isError: true }),
    );
  };
  return (
    <div className={styles.tools}>
      <p className={styles.summary}>
        {summary(training)}
        {isUpdating && " · updating …"}
      </p>
      <div className={styles.toolButtons}>
        <JumpToRow rows={training.numRows} onJump={show} />
        {next !== null && next !== current && (
          <Button size="small" onClick={() => show(next)}>
            Next interesting row
          </Button>
        )}
        <Button size="small" onClick={() => download("csv")}>
          Download CSV
        </Button>
        <Button size="small" onClick={() => download("arrow")}>
          Download Arrow
        </Button>
      </div>
    </div>
  );
}

/** How a training set turned out: rows, empty cells, leaks. */
function summary({ numRows, joins }: Training): string {
  const count = (flags: Uint8Array, wanted: (flag: number) => boolean) =>
    flags.reduce((sum, flag) => sum + (wanted(flag) ? 1 : 0), 0);
  const parts = joins.map(({ fgName, reason, leak }) => {
    const empty = count(reason, (code) => code !== 0);
    const leaks = count(leak, (flag) => flag === 1);
    return `${fgName}: ${empty === 0 ? "none" : formatNumber(empty)} empty${leaks === 0 ? "" : `, ${formatNumber(leaks)} ${leaks === 1 ? "leak" : "leaks"}`}`;
  });
  return [`${formatNumber(numRows)} training ${numRows === 1 ? "row" : "rows"}`, ...parts].join(" · ");
}

function JumpToRow({
  rows,
  onJump,
}: {
  readonly rows: number;
  readonly onJump: (trainingRow: number) => void;
}) {
  const [text, setText] = useState("");
  const [error, setError] = useState<string | null>(null);
  const jump = (event: FormEvent) => {
    event.preventDefault();
    const row = Number(text.replace(/\s/g, ""));
    const isThere = Number.isInteger(row) && row >= 1 && row <= rows;
    setError(isThere ? null : `Rows go from 1 to ${formatNumber(rows)}.`);
    if (isThere) onJump(row - 1);
  };
  return (
    <form className={styles.jump} onSubmit={jump}>
      <TextInput
        label="Go to row"
        layout="inline"
        inputMode="numeric"
        value={text}
        onChange={setText}
        error={error}
        size={6}
      />
    </form>
  );
}
