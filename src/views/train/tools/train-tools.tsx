import { lazy, Suspense, useState } from "react";
import { type App, showMessage } from "../../../state/app";
import { exportTraining } from "../../../state/export";
import { ladderStore } from "../../../state/ladder/ladder-store";
import { finishedLanguages } from "../../../state/own-join/own-join";
import { latestData, toError } from "../../../state/query";
import { LADDER_PAGE } from "../../../state/route/url";
import type { Training } from "../../../state/training";
import { currentView } from "../../../state/training-queries";
import { useApp, useAppHandle, useHidden, usePageHref, usePart, useSelector } from "../../../state/use-app";
import { entityName } from "../../../timeline/words/nouns";
import { Button } from "../../../ui/controls/button";
import { MenuButton } from "../../../ui/controls/menu-button";
import { TeachMenu } from "../../present/teach-menu";
import { trainStep } from "../../present/train-step";
import { entityLink } from "../../take-home/entity-link";
import { EntitiesDialog } from "../entities/entities-dialog";
import { setStatus } from "../hovered/status";
import { NextNotable } from "../notable/next-notable";
import { PictureDialog } from "../picture-export/picture-dialog";
import { currentStep, type Step } from "../steps/current-step";
import styles from "./train-tools.module.css";
import { TranscriptDialog } from "./transcript-dialog";

// What reads lesson files comes with the first that is made.
const SaveLessonDialog = lazy(async () => ({
  default: (await import("../../lesson-file/save-lesson-dialog")).SaveLessonDialog,
}));

type OpenDialog = "entities" | "transcript" | null;

/** Ways to a training row, and what can be taken out of the app. Nothing where there is no training set. */
export function TrainTools() {
  const training = useApp((state) => latestData(state.training));
  const step = useSelector(currentStep);
  const isHidden = useHidden();
  if (training === null || training.numRows === 0 || isHidden("tools")) return null;
  const spineRow = step?.coordinate.spineRow ?? training.spineIndex[0] ?? 0;
  return <OpenTools training={training} step={step} spineRow={spineRow} />;
}

interface OpenToolsProps {
  readonly training: Training;
  /** `null` while no entity is on the screen. */
  readonly step: Step | null;
  /** The spine row that the timeline shows. */
  readonly spineRow: number;
}

function OpenTools({ training, step, spineRow }: OpenToolsProps) {
  const app = useAppHandle();
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const hrefTo = usePageHref();
  const isFinished = usePart(ladderStore, ({ work }) => finishedLanguages(work).length > 0);
  const close = () => setDialog(null);
  const current = training.trainingRowOf(spineRow) ?? 0;
  const onScreen = step?.slice.spine.rows.includes(spineRow) ? step : null;
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
        <MenuButton
          label="More"
          items={[
            { label: "Written transcript", onUse: () => setDialog("transcript") },
            { label: "Download CSV", onUse: () => download(app, training, "csv") },
            { label: "Download Arrow", onUse: () => download(app, training, "arrow") },
            ...(isFinished
              ? []
              : [
                  {
                    label: "Write this join yourself",
                    help: "and run it here, beside the engine's",
                    href: hrefTo(LADDER_PAGE),
                  },
                ]),
          ]}
        />
      </section>
      {dialog === "entities" && <EntitiesDialog training={training} onClose={close} />}
      {dialog === "transcript" && onScreen && (
        <TranscriptDialog slice={onScreen.slice} spineRow={spineRow} onClose={close} />
      )}
    </>
  );
}

function download(app: App, { viewName }: Training, format: "csv" | "arrow"): void {
  exportTraining(app, viewName, format).catch((error) =>
    showMessage(app, { text: toError(error).message, isError: true }),
  );
}

/** What is done with the step of Train by who teaches with it. Its code and its frame are in Share, with what is hidden. */
export function TeachStep({ step }: { readonly step: Step }) {
  const app = useAppHandle();
  const isHidden = useHidden();
  if (isHidden("tools")) return null;
  return (
    <TeachMenu
      make={() => trainStep(app)}
      worksheet={() => openWorksheet(app, step)}
      lesson={(onClose) => (
        <Suspense>
          <SaveLessonDialog onClose={onClose} />
        </Suspense>
      )}
      slides={(onClose) => <PictureDialog spineRow={step.coordinate.spineRow} onClose={onClose} />}
    />
  );
}

/** The rows of the entity on the screen, to be filled in on paper. */
function openWorksheet(app: App, { slice, coordinate }: Step): void {
  const title = currentView(app.state.getState())?.definition.name ?? "";
  const link = entityLink(app, { title, slice, at: coordinate }, { page: "worksheet" });
  if (link !== null) window.location.hash = link.url;
  else
    showMessage(app, {
      text: `${entityName(slice)} has more rows than can be told apart on paper.`,
      isError: true,
    });
}
