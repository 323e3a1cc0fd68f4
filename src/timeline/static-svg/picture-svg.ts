import type { ColourTheme } from "../../ui/token-colours";
import type { Picture } from "../picture/picture-types";
import type { SentencePart } from "../words/sentence-parts";
import { pictureMarkup } from "./picture-markup";
import { pictureSheet } from "./picture-sheet";
import { sentenceMarkup } from "./sentence-markup";
import { element, escaped } from "./svg-element";

export interface PictureSvgOptions {
  /** What the picture shows, for whoever cannot see it. */
  readonly title: string;
  readonly theme?: ColourTheme;
  /** The sentence of the step, written under the picture. */
  readonly caption?: {
    readonly parts: readonly SentencePart[];
    readonly sizePx: number;
    readonly linePx: number;
    /** Paper between it and the picture, pixels. */
    readonly gap?: number;
  };
  /** Paper around it, pixels. */
  readonly margin?: number;
  /** Width to height of the whole: more paper is added around it. Without it there is no more. */
  readonly ratio?: number;
  /** `@font-face` rules with the faces in them. Without them the reader's own are used, of the stacks that are named. */
  readonly faces?: string;
  /** Must be another one for each picture on one page. */
  readonly id?: string;
}

/** A finished drawing: one SVG that needs nothing else. */
export interface PictureSvg {
  readonly svg: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Paper between a picture and its sentence. */
const CAPTION_GAP = 20;
/** Longer lines are hard to read: the same measure as on the page, in sizes of its letters. */
const CAPTION_MEASURE_EM = 47;

/**
 * A picture as a file of its own, as the timeline draws it when nothing is touched, light by default. Needs no browser;
 * a page may hold it too, because its style sheet concerns nothing beside it.
 */
export function pictureSvg(picture: Picture, options: PictureSvgOptions): PictureSvg {
  const { title, theme = "light", caption, margin = 0, ratio, faces = "", id = "picture" } = options;
  const contentWidth = picture.metrics.width;
  const captionTop = picture.height + (caption?.gap ?? CAPTION_GAP);
  const said =
    caption &&
    sentenceMarkup(caption.parts, {
      x: 0,
      top: captionTop,
      width: Math.min(contentWidth, CAPTION_MEASURE_EM * caption.sizePx),
      ...caption,
    });
  const contentHeight = said === undefined ? picture.height : captionTop + said.height;
  const [leastWidth, leastHeight] = [contentWidth + 2 * margin, contentHeight + 2 * margin];
  const width = Math.ceil(Math.max(leastWidth, leastHeight * (ratio ?? 0)));
  const height = Math.ceil(ratio === undefined ? leastHeight : Math.max(leastHeight, width / ratio));
  const place = `translate(${(width - contentWidth) / 2} ${(height - contentHeight) / 2})`;
  const svg = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      id,
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
    },
    element("title", {}, escaped(title)),
    element("style", {}, escaped(`${faces}${pictureSheet(id, theme)}`)),
    element("rect", { class: "paper", width, height }),
    element("g", { transform: place }, pictureMarkup(picture, id, theme), said?.markup ?? ""),
  );
  return { svg, width, height };
}
