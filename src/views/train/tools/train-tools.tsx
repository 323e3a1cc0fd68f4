import { useState } from "react";
import type { EntitySlice } from "../../../microfs/core";
import { type App, showMessage } from "../../../state/app";
import { exportTraining } from "../../../state/export";
import { latestData, toError } from "../../../state/query";
import type { Training } from "../../../state/training";
import { useApp, useAppHandle, useHidden, useSelector } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { trainStep } from "../../present/train-step";
import { useTeaching } from "../../present/use-teaching";
import { EntitiesDialog } from "../entities/entities-dialog";
import { setStatus } from "../hovered/status";
import { NextNotable } from "../notable/next-notable";
import { PictureDialog } from "../picture-export/picture-dialog";
import { currentStep } from "../steps/current-step";
import { ToolMenu } from "./tool-menu";
import styles from "./train-tools.module.css";
import { TranscriptDialog } from "./transcript-dialog";

type OpenDialog = "entities" | "transcript" | "picture" | null;

/** Ways to a training row, and what can be taken out of the app. Nothing where there is no training set. */
export function TrainTools() {
  const training = useApp((state) => latestData(state.training));
  const step = useSelector(currentStep);
  const isHidden = useHidden();
  if (training === null || training.numRows === 0 || isHidden("tools")) return null;
  const spineRow = step?.coordinate.spineRow ?? training.spineIndex[0] ?? 0;
  return <OpenTools training={training} slice={step?.slice ?? null} spineRow={spineRow} />;
}

interface OpenToolsProps {
  readonly training: Training;
  /** `null` while no entity is on the screen. */
  readonly slice: EntitySlice | null;
  /** The spine row that the timeline shows. */
  readonly spineRow: number;
}

function OpenTools({ training, slice, spineRow }: OpenToolsProps) {
  const app = useAppHandle();
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const teaching = useTeaching(() => trainStep(app));
  const close = () => setDialog(null);
  const current = training.trainingRowOf(spineRow) ?? 0;
  const onScreen = slice?.spine.rows.includes(spineRow) ? slice : null;
  return (
    <>
      <section className={styles.tools} aria-label="Ways to a row">
        <NextNotable
          training={training}
          current={current}
          onFound={(notable) => setStatus(app, { kind: "notable", notable, wrapped: false })}
        />
        <Button variant="link" onClick={() => setDialog("entities")}>
          Find a row
        </Button>
        <ToolMenu
          label="More"
          tools={[
            { label: "Written transcript", onUse: () => setDialog("transcript") },
            { label: "Save picture", onUse: () => setDialog("picture") },
            { label: "Download CSV", onUse: () => download(app, training, "csv") },
            { label: "Download Arrow", onUse: () => download(app, training, "arrow") },
            ...teaching.tools,
          ]}
        />
      </section>
      {teaching.dialog}
      {dialog === "entities" && <EntitiesDialog training={training} onClose={close} />}
      {dialog === "transcript" && onScreen && (
        <TranscriptDialog slice={onScreen} spineRow={spineRow} onClose={close} />
      )}
      {dialog === "picture" && onScreen && <PictureDialog spineRow={spineRow} onClose={close} />}
    </>
  );
}

function download(app: App, { viewName }: Training, format: "csv" | "arrow"): void {
  exportTraining(app, viewName, format).catch((error) =>
    showMessage(app, { text: toError(error).message, isError: true }),
  );
}
