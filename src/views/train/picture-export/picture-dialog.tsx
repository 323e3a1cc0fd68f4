import { useEffect, useRef, useState } from "react";
import { toError } from "../../../state/query";
import { saveFile } from "../../../state/training/export-training";
import { currentView } from "../../../state/training-queries";
import { useApp, useSelector } from "../../../state/use-app";
import { sentence } from "../../../timeline/words/sentence";
import { plainText } from "../../../timeline/words/sentence-parts";
import { Button } from "../../../ui/controls/button";
import { SegmentedChoice } from "../../../ui/controls/segmented-choice";
import { Dialog } from "../../../ui/dialog";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { Notice } from "../../../ui/feedback/notice";
import { currentStep, type Step } from "../steps/current-step";
import { shownColumn } from "../steps/shown-column";
import { composePicture, type SavedPicture } from "./compose-picture";
import { pictureName } from "./file-name";
import styles from "./picture-dialog.module.css";
import { PictureFrame, type PictureUse } from "./picture-frame";
import { toPng } from "./to-png";

const PNG_SCALE = 2;

/** A slide is as wide as most screens; a paper takes any height. */
const RATIOS: Readonly<Record<PictureUse, number | undefined>> = { slide: 16 / 9, paper: undefined };

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
  readonly rowNumber: number;
  readonly onClose: () => void;
}

/** Saves the current step as a picture, with its sentence as caption. */
export function PictureDialog({ rowNumber, onClose }: PictureDialogProps) {
  const step = useSelector(currentStep);
  if (step === null) return null;
  return <OpenPicture step={step} rowNumber={rowNumber} onClose={onClose} />;
}

function OpenPicture({ step, rowNumber, onClose }: PictureDialogProps & { readonly step: Step }) {
  const frame = useRef<HTMLDivElement>(null);
  const [use, setUse] = useState<PictureUse>("slide");
  const [colours, setColours] = useState<Colours>("light");
  const [error, setError] = useState<Error | null>(null);
  const view = useApp((state) => currentView(state)?.definition.name ?? "");
  const column = useApp((state) => state.route.column);
  const { slice, coordinate } = step;
  const title = plainText(sentence(slice, coordinate, shownColumn(slice, coordinate.join, column)));
  const picture = usePicture(frame, title, `${use} ${colours}`, RATIOS[use], setError);
  const preview = useObjectUrl(picture?.svg);
  const name = pictureName({ view, rowNumber, phase: coordinate.phase });
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
        <img className={styles.preview} src={preview} alt={title} />
      )}
      <PictureFrame key={use} ref={frame} step={step} use={use} isLight={colours === "light"} />
    </Dialog>
  );
}

/** The picture of what stands in the frame, made anew whenever `of` changes; `null` until it is made. */
function usePicture(
  frame: { readonly current: HTMLDivElement | null },
  title: string,
  of: string,
  ratio: number | undefined,
  onError: (error: Error | null) => void,
): SavedPicture | null {
  const [made, setMade] = useState<{ of: string; picture: SavedPicture } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const compose = async () => {
      await document.fonts.ready;
      await laidOut(() => frame.current);
      if (!isWanted || frame.current === null) return;
      const picture = await composePicture(frame.current, title, ratio);
      if (isWanted) setMade({ of, picture });
    };
    compose().then(
      () => onError(null),
      (thrown) => isWanted && onError(toError(thrown)),
    );
    return () => {
      isWanted = false;
    };
  }, [frame, title, of, ratio, onError]);
  return made?.of === of ? made.picture : null;
}

/** How many frames a drawing is waited for; it takes two or three. */
const MOST_FRAMES = 30;

/** Waits until the drawing has the width of its frame: a dialog is laid out only once it is shown. */
async function laidOut(frame: () => HTMLElement | null): Promise<void> {
  for (let i = 0; i < MOST_FRAMES; i++) {
    await nextFrame();
    const drawing = frame()?.querySelector("svg[aria-label]");
    const roomPx = drawing?.parentElement?.clientWidth ?? 0;
    if (roomPx > 0 && Math.abs(Number(drawing?.getAttribute("width")) - roomPx) < 1) return;
  }
}

/** Once the browser has laid everything out. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
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
