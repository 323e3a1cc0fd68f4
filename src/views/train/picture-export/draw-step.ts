import type { TimeWindow } from "../../../timeline/geometry/time-window";
import { picture } from "../../../timeline/picture/picture";
import { tellingWindow } from "../../../timeline/picture/telling-window";
import { type PictureSvg, pictureSvg } from "../../../timeline/static-svg/picture-svg";
import { sentence } from "../../../timeline/words/sentence";
import { plainText } from "../../../timeline/words/sentence-parts";
import type { ColourTheme } from "../../../ui/token-colours";
import type { Step } from "../steps/current-step";
import { shownColumn } from "../steps/shown-column";

/** What a picture is for: a slide has large letters, a paper small ones in a narrow column. */
export type PictureUse = "slide" | "paper";

/** Pixels: what is saved does not depend on the screen. A slide is as wide as most screens, a paper takes any height. */
const SHEETS = {
  slide: { size: "large", width: 1200, margin: 40, ratio: 16 / 9, sizePx: 26, linePx: 35 },
  paper: { size: "regular", width: 832, margin: 24, ratio: undefined, sizePx: 21, linePx: 30 },
} as const satisfies Record<PictureUse, object>;

export interface DrawnStep extends PictureSvg {
  /** Its sentence: what it shows, for whoever cannot see it. */
  readonly title: string;
}

/** A step as a drawing of its own, with its sentence as caption. */
export function drawStep(
  { slice, coordinate }: Step,
  use: PictureUse,
  look: {
    theme: ColourTheme;
    /** The feature column that is spoken of, where it is not the first. */
    column: string | null;
    /** What part of time is on the screen; `null` where the reader has not chosen any. */
    window: TimeWindow | null;
    /** `@font-face` rules. */
    faces: string;
  },
): DrawnStep {
  const { size, width, margin, ratio, ...caption } = SHEETS[use];
  const shown = shownColumn(slice, coordinate.join, look.column);
  const parts = sentence(slice, coordinate, shown);
  const title = plainText(parts);
  const drawn = picture(slice, coordinate, look.window ?? tellingWindow(slice, coordinate.spineRow), {
    width,
    size,
    columns: slice.joins.map((_, join) => (join === coordinate.join ? shown : undefined)),
  });
  const { theme, faces } = look;
  return {
    title,
    ...pictureSvg(drawn, { title, theme, faces, margin, ratio, caption: { parts, ...caption } }),
  };
}
