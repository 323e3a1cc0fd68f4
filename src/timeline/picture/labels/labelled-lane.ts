import type { OffScreenChoice } from "../choices";
import type { ArcPicture, LanePicture } from "../picture-types";
import type { Request } from "./request";

/** What a lane's labels stand beside. */
export type LabelledLane = Pick<
  LanePicture,
  "top" | "height" | "center" | "marks" | "band" | "delay" | "moreArcs" | "wrongArc" | "density" | "cap"
> & {
  readonly offScreen: OffScreenChoice | null;
  /** From the row that is chosen, drawn yet or not: `latest` picks before it asks the age. */
  readonly finalArc: ArcPicture | null;
  /** That a row is the reader's own, where one is. */
  readonly yours: readonly Request[];
};
