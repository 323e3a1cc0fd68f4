import type { TimeWindow } from "../../../timeline/geometry/time-window";
import { initialWindow } from "../../../timeline/picture/initial-window";
import { picture } from "../../../timeline/picture/picture";
import { type PictureSvg, pictureSvg } from "../../../timeline/static-svg/picture-svg";
import { svgUrl } from "../../../timeline/static-svg/svg-url";
import { sentence } from "../../../timeline/words/sentence";
import { plainText } from "../../../timeline/words/sentence-parts";
import type { ColourTheme } from "../../../ui/token-colours";
import { type Step, shownColumn } from "../steps/current-step";

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

/** How a step is drawn. */
export interface PictureStyle {
  readonly theme: ColourTheme;
  /** The feature column that is shown, where it is not the first. */
  readonly column: string | null;
  /** What part of time is on the screen; `null` where the reader has not chosen any. */
  readonly window: TimeWindow | null;
  /** `@font-face` rules. */
  readonly faces: string;
  /** Must be another one for each picture on one page. */
  readonly id?: string;
}

/** A step as a drawing of its own, with its sentence as caption. */
export function drawStep({ slice, coordinate }: Step, use: PictureUse, style: PictureStyle): DrawnStep {
  const { size, width, margin, ratio, ...caption } = SHEETS[use];
  const shown = shownColumn(slice, coordinate.join, style.column);
  const parts = sentence(slice, coordinate, shown);
  const title = plainText(parts);
  const drawn = picture(slice, coordinate, style.window ?? initialWindow(slice, coordinate.spineRow), {
    width,
    size,
    columns: slice.joins.map((_, join) => (join === coordinate.join ? shown : undefined)),
  });
  const { theme, faces, id } = style;
  return {
    title,
    ...pictureSvg(drawn, {
      title,
      theme,
      faces,
      ...(id && { id }),
      margin,
      ratio,
      caption: { parts, ...caption },
    }),
  };
}

/** The picture in pixels, `scale` times as many each way. Rejects where the browser cannot draw it. */
export async function toPng({ svg, width, height }: PictureSvg, scale: number): Promise<Blob> {
  const image = new Image(width, height);
  // A data URL, because a canvas that has drawn an SVG from a blob may not be read in Safari.
  image.src = svgUrl(svg);
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("This browser gives no canvas to draw on. Save the picture as SVG.");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error("The picture is too large to be a PNG. Save it as SVG."));
      else resolve(blob);
    }, "image/png");
  });
}

/** What a picture is of. */
export interface PictureOf {
  view: string;
  /** The row's number in the training table, from 1. */
  spineRow: number;
  phase: string;
}

/** The name of a picture's file without its ending: `spend_at_activity-row-3-keep-latest`. Only what every system allows in a name. */
export function pictureName({ view, spineRow, phase }: PictureOf): string {
  const name = view.replace(/[^\p{L}\p{N}_-]+/gu, "-").replace(/^-+|-+$/g, "") || "view";
  return `${name}-row-${spineRow}-${phase.replaceAll("_", "-")}`;
}
