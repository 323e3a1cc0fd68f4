import { useEffect, useMemo, useState } from "react";
import { saveFile } from "../../../state/export";
import { toError } from "../../../state/query";
import { currentView } from "../../../state/training-queries";
import { useApp, useSelector } from "../../../state/use-app";
import type { TimeWindow } from "../../../timeline/geometry/time-window";
import { PICTURE_FACES } from "../../../timeline/static-svg/picture-sheet";
import { Button } from "../../../ui/controls/button";
import { SegmentedChoice } from "../../../ui/controls/segmented-choice";
import { Dialog } from "../../../ui/dialog";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { Notice } from "../../../ui/feedback/notice";
import { Progress } from "../../../ui/feedback/progress";
import { themeOfPage } from "../../../ui/theme";
import { currentStep, type Step } from "../steps/current-step";
import { embeddedFaces } from "./embed-fonts";
import styles from "./picture-dialog.module.css";
import { drawStep, type PictureUse, pictureName, toPng } from "./picture-file";
import { drawSlides, type SlideRange, slidesZip } from "./slides";
import { slidesHtml } from "./slides-html";

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
const RANGES = [
  { value: "step", label: "this step" },
  { value: "row", label: "all steps of this row" },
] as const satisfies readonly { value: SlideRange; label: string }[];

/** Saves the current step of Train as pictures, with its sentence as caption, or all steps of its row. */
export function PictureDialog({
  spineRow,
  onClose,
}: {
  /** The row's number in the training table, from 1. */
  readonly spineRow: number;
  readonly onClose: () => void;
}) {
  const step = useSelector(currentStep);
  const name = useApp((state) => currentView(state)?.definition.name ?? "");
  const column = useApp((state) => state.route.column);
  const from = useApp((state) => state.route.from);
  const to = useApp((state) => state.route.to);
  const window = useMemo(
    () => (from === null || to === null ? null : { fromUs: from, toUs: to }),
    [from, to],
  );
  if (step === null) return null;
  return <StepPictures {...{ step, name, rowNumber: spineRow, column, window, onClose }} />;
}

export interface StepPicturesProps {
  readonly step: Step;
  /** What files are named after. */
  readonly name: string;
  readonly rowNumber: number;
  /** The feature column that is shown, where it is not the first. */
  readonly column?: string | null;
  /** What part of time is on the screen; `null` where the reader has not chosen any. */
  readonly window?: TimeWindow | null;
  readonly onClose: () => void;
}

/** What is being made: how much of it is done. */
interface Making {
  readonly done: number;
  readonly of: number;
  readonly giveUp: () => void;
}

/** Saves a step as a picture, or all steps of its row as numbered slides. */
export function StepPictures({
  step,
  name,
  rowNumber,
  column = null,
  window = null,
  onClose,
}: StepPicturesProps) {
  const [use, setUse] = useState<PictureUse>("slide");
  const [colours, setColours] = useState<Colours>("light");
  const [range, setRange] = useState<SlideRange>("step");
  const [error, setError] = useState<Error | null>(null);
  const [making, setMaking] = useState<Making | null>(null);
  const faces = useFaces(setError);
  const picture = useMemo(() => {
    const theme = colours === "light" ? "light" : themeOfPage();
    return faces === null ? null : drawStep(step, use, { theme, column, window, faces });
  }, [step, use, colours, column, window, faces]);
  const preview = useObjectUrl(picture?.svg);
  const { phase } = step.coordinate;
  const fileName =
    range === "step"
      ? pictureName({ view: name, spineRow: rowNumber, phase })
      : pictureName({ view: name, spineRow: rowNumber, phase: "steps" });
  const save = (blob: Promise<Blob> | Blob, ending: string) => {
    setError(null);
    return Promise.resolve(blob).then(
      (made) => saveFile(made, `${fileName}.${ending}`),
      (thrown) => isGivenUp(thrown) || setError(toError(thrown)),
    );
  };
  const zip = async (shownFaces: string) => {
    const given = new AbortController();
    const slides = drawSlides(step, range, use, { column, window, faces: shownFaces });
    const tell = (done: number) => setMaking({ done, of: slides.length, giveUp: () => given.abort() });
    tell(0);
    await save(slidesZip(slides, PNG_SCALE, tell, given.signal), "zip");
    setMaking(null);
  };
  const html = (shownFaces: string) => {
    const slides = drawSlides(step, range, use, { column, window, faces: "" });
    const page = slidesHtml(slides, `${name}, row ${rowNumber}`, shownFaces);
    return save(new Blob([page], { type: "text/html" }), "html");
  };
  const isReady = picture !== null && faces !== null && making === null;
  return (
    <Dialog
      open
      onClose={() => {
        making?.giveUp();
        onClose();
      }}
      title="Save as slides"
      width="wide"
      actions={
        <>
          {range === "step" && (
            <>
              <Button
                variant="primary"
                disabled={!isReady}
                onClick={() => picture && save(new Blob([picture.svg], { type: "image/svg+xml" }), "svg")}
              >
                Save SVG
              </Button>
              <Button disabled={!isReady} onClick={() => picture && save(toPng(picture, PNG_SCALE), "png")}>
                Save PNG
              </Button>
            </>
          )}
          <Button
            variant={range === "row" ? "primary" : "secondary"}
            disabled={!isReady}
            onClick={() => faces !== null && void zip(faces)}
          >
            Save all as a zip
          </Button>
          <Button disabled={!isReady} onClick={() => faces !== null && void html(faces)}>
            Save slides as HTML
          </Button>
        </>
      }
    >
      <div className={styles.choices}>
        <SegmentedChoice
          label="Save"
          labelPlace="beside"
          options={RANGES}
          value={range}
          onChange={setRange}
        />
        <SegmentedChoice label="For" labelPlace="beside" options={USES} value={use} onChange={setUse} />
        {range === "step" && (
          <SegmentedChoice
            label="Colours"
            labelPlace="beside"
            options={COLOURS}
            value={colours}
            onChange={setColours}
          />
        )}
      </div>
      <p className={styles.what}>
        The zip has SVG and PNG in light and in dark, with what they say. The HTML goes from step to step by
        arrow keys, and needs nothing else.
      </p>
      {error !== null && (
        <Notice kind="error" title="The picture could not be made.">
          {error.message}
        </Notice>
      )}
      {making !== null && (
        <Progress
          label="Drawing"
          share={making.done / making.of}
          detail={`${making.done} of ${making.of} pictures`}
          onCancel={making.giveUp}
        />
      )}
      {preview === null ? (
        error === null && <LoadingLine>Drawing …</LoadingLine>
      ) : (
        <img className={styles.preview} src={preview} alt={picture?.title} />
      )}
    </Dialog>
  );
}

function isGivenUp(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === "AbortError";
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
