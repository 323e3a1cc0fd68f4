import { type FormEvent, useState } from "react";
import type { EntitySlice } from "../../../microfs/entity-slice";
import { goTo } from "../../../state/address/navigate";
import { toError } from "../../../state/answer";
import { tell } from "../../../state/app-store";
import { exportTraining } from "../../../state/training/export-training";
import type { Training } from "../../../state/training/training";
import { Button } from "../../../ui/controls/button";
import { TextInput } from "../../../ui/controls/text-input";
import { formatNumber } from "../../../ui/format-number";
import { EntitiesDialog } from "../entities/entities-dialog";
import type { Sight } from "../interesting/interest";
import { NextInteresting } from "../interesting/next-interesting";
import { ToolMenu } from "../menu/tool-menu";
import { PictureDialog } from "../picture-export/picture-dialog";
import styles from "../train-stage.module.css";
import { TranscriptDialog } from "../transcript-dialog";

export interface TrainingToolsProps {
  readonly training: Training;
  /** `null` while no entity is on the screen. */
  readonly slice: EntitySlice | null;
  /** The training row that the timeline shows. */
  readonly current: number;
  readonly isUpdating: boolean;
  readonly onSight: (sight: Sight) => void;
}

type OpenDialog = "entities" | "transcript" | "picture" | null;

/** What stands over the training table: how it turned out, ways to a row, and what can be taken out of the app. */
export function TrainingTools({ training, slice, current, isUpdating, onSight }: TrainingToolsProps) {
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const close = () => setDialog(null);
  const spineRow = training.spineIndex[current] ?? 0;
  const onScreen = slice?.spine.rows.includes(spineRow) ? slice : null;
  return (
    <div className={styles.tools}>
      <p className={styles.summary}>
        {summary(training)}
        {isUpdating && " · updating …"}
      </p>
      <div className={styles.toolButtons}>
        <JumpToRow rows={training.numRows} onJump={(trainingRow) => showRow(training, trainingRow)} />
        <Button size="small" onClick={() => setDialog("entities")}>
          Find an entity
        </Button>
        <NextInteresting training={training} current={current} onSight={onSight} />
        <ToolMenu
          label="More"
          tools={[
            { label: "Written transcript", onUse: () => setDialog("transcript") },
            { label: "Save picture", onUse: () => setDialog("picture") },
            { label: "Download CSV", onUse: () => download(training, "csv") },
            { label: "Download Arrow", onUse: () => download(training, "arrow") },
          ]}
        />
      </div>
      {dialog === "entities" && <EntitiesDialog training={training} onClose={close} />}
      {dialog === "transcript" && onScreen && (
        <TranscriptDialog slice={onScreen} spineRow={spineRow} rowNumber={current + 1} onClose={close} />
      )}
      {dialog === "picture" && onScreen && <PictureDialog rowNumber={current + 1} onClose={close} />}
    </div>
  );
}

function showRow(training: Training, trainingRow: number): void {
  goTo({ row: training.spineIndex[trainingRow] ?? 0, from: null, to: null });
}

function download({ viewName }: Training, format: "csv" | "arrow"): void {
  exportTraining(viewName, format).catch((error) => tell({ text: toError(error).message, isError: true }));
}

/** How a training set turned out: rows, empty cells, leaks. */
function summary({ numRows, joins }: Training): string {
  const count = (flags: Uint8Array, wanted: (flag: number) => boolean) =>
    flags.reduce((sum, flag) => sum + (wanted(flag) ? 1 : 0), 0);
  const empty = joins.reduce((sum, { reason }) => sum + count(reason, (code) => code !== 0), 0);
  const leaks = joins.reduce((sum, { leak }) => sum + count(leak, (flag) => flag === 1), 0);
  return [
    `${formatNumber(numRows)} training ${numRows === 1 ? "row" : "rows"}`,
    `${empty === 0 ? "no" : formatNumber(empty)} empty ${empty === 1 ? "match" : "matches"}`,
    ...(leaks === 0 ? [] : [`${formatNumber(leaks)} ${leaks === 1 ? "leak" : "leaks"}`]),
  ].join(" · ");
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
