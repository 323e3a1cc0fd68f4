import { useEffect, useMemo, useState } from "react";
import { saveFile } from "../../../state/export";
import { toError } from "../../../state/query";
import { currentView } from "../../../state/training-queries";
import { useApp, useSelector } from "../../../state/use-app";
import { PICTURE_FACES } from "../../../timeline/static-svg/picture-sheet";
import { Button } from "../../../ui/controls/button";
import { SegmentedChoice } from "../../../ui/controls/segmented-choice";
import { Dialog } from "../../../ui/dialog";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { Notice } from "../../../ui/feedback/notice";
import { themeOfPage } from "../../../ui/theme";
import { currentStep, type Step } from "../steps/current-step";
import { embeddedFaces } from "./embed-fonts";
import styles from "./picture-dialog.module.css";
import { drawStep, type PictureUse, pictureName, toPng } from "./picture-file";

const PNG_SCALE = 2;

const USES = [
  { value: "slide", label: "a slide" },
  { value: "paper", label: "a paper" },
] as const;
const COLOURS = [
  { value: "light", label: "light" },
  { value: "screen", label: "as on the screen" },
] as const;
type Colours = (typeof COLOURS)[number]["value"];

export interface PictureDialogProps {
  /** The row's number in the training table, from 1. */
  readonly spineRow: number;
  readonly onClose: () => void;
}

/** Saves the current step as a picture, with its sentence as caption. */
export function PictureDialog({ spineRow, onClose }: PictureDialogProps) {
  const step = useSelector(currentStep);
  if (step === null) return null;
  return <OpenPicture step={step} spineRow={spineRow} onClose={onClose} />;
}

function OpenPicture({ step, spineRow, onClose }: PictureDialogProps & { readonly step: Step }) {
  const [use, setUse] = useState<PictureUse>("slide");
  const [colours, setColours] = useState<Colours>("light");
  const [error, setError] = useState<Error | null>(null);
  const view = useApp((state) => currentView(state)?.definition.name ?? "");
  const column = useApp((state) => state.route.column);
  const from = useApp((state) => state.route.from);
  const to = useApp((state) => state.route.to);
  const faces = useFaces(setError);
  const picture = useMemo(() => {
    const window = from === null || to === null ? null : { fromUs: from, toUs: to };
    const theme = colours === "light" ? "light" : themeOfPage();
    return faces === null ? null : drawStep(step, use, { theme, column, window, faces });
  }, [step, use, colours, column, from, to, faces]);
  const preview = useObjectUrl(picture?.svg);
  const name = pictureName({ view, spineRow, phase: step.coordinate.phase });
  const save = (blob: Promise<Blob> | Blob, ending: string) =>
    Promise.resolve(blob).then(
      (made) => saveFile(made, `${name}.${ending}`),
      (thrown) => setError(toError(thrown)),
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title="Save this step as a picture"
      width="wide"
      actions={
        <>
          <Button
            variant="primary"
            disabled={picture === null}
            onClick={() => picture && save(new Blob([picture.svg], { type: "image/svg+xml" }), "svg")}
          >
            Save SVG
          </Button>
          <Button
            disabled={picture === null}
            onClick={() => picture && save(toPng(picture, PNG_SCALE), "png")}
          >
            Save PNG
          </Button>
        </>
      }
    >
      <div className={styles.choices}>
        <SegmentedChoice label="For" labelPlace="beside" options={USES} value={use} onChange={setUse} />
        <SegmentedChoice
          label="Colours"
          labelPlace="beside"
          options={COLOURS}
          value={colours}
          onChange={setColours}
        />
      </div>
      {error !== null && (
        <Notice kind="error" title="The picture could not be made.">
          {error.message}
        </Notice>
      )}
      {preview === null ? (
        error === null && <LoadingLine>Drawing …</LoadingLine>
      ) : (
        <img className={styles.preview} src={preview} alt={picture?.title} />
      )}
    </Dialog>
  );
}

/** The faces of pictures as rules that hold them; `null` until they are loaded. */
function useFaces(onError: (error: Error) => void): string | null {
  const [faces, setFaces] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    embeddedFaces(PICTURE_FACES, document.styleSheets).then(
      (rules) => isCurrent && setFaces(rules),
      (thrown) => isCurrent && onError(toError(thrown)),
    );
    return () => {
      isCurrent = false;
    };
  }, [onError]);
  return faces;
}

/** An address for an SVG, as long as it is shown. */
function useObjectUrl(svg: string | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (svg === undefined) return;
    const made = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
      setUrl(null);
    };
  }, [svg]);
  return url;
}
