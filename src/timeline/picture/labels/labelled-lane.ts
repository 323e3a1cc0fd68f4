import type { OffScreenChoice } from "../choices";
import type { ArcPicture, LanePicture, MarkPicture } from "../picture-types";
import type { Request } from "./request";

/** What a lane's labels stand beside, as it is at the step that tells it apart most. */
export type LabelledLane = Pick<
  LanePicture,
  "top" | "height" | "center" | "marks" | "band" | "delay" | "moreArcs" | "wrongArc" | "density" | "cap"
> & {
  /** The marks, and those that a later step shows. */
  readonly allMarks: readonly MarkPicture[];
  readonly offScreen: OffScreenChoice | null;
  /** From the row that is chosen in the end, drawn yet or not. */
  readonly finalArc: ArcPicture | null;
  /** That a row is the reader's own, where one is. */
  readonly yours: readonly Request[];
};
