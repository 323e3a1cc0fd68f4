import { strToU8, zipSync } from "fflate";
import type { Phase } from "../../../terms/phases";
import { type Coordinate, stepsAt, stepTo } from "../../../timeline/step/coordinate";
import type { ColourTheme } from "../../../ui/token-colours";
import type { Step } from "../steps/current-step";
import { type DrawnStep, drawStep, type PictureStyle, type PictureUse, toPng } from "./picture-file";

/** One step as it is saved among others. */
export interface Slide {
  /** Without an ending: `01-find-entity`, and of several joins `07-user-payments-find-entity`. */
  readonly name: string;
  readonly coordinate: Coordinate;
}

/** What is saved: the step that is looked at, or all steps of its row. */
export type SlideRange = "step" | "row";

/** The steps that are saved, numbered in the order in which they are played. */
export function slidesOf({ slice, coordinate }: Step, range: SlideRange): Slide[] {
  const all =
    range === "step"
      ? [coordinate]
      : Array.from({ length: stepsAt(slice, coordinate) }, (_, step) => stepTo(slice, coordinate, step));
  const digits = Math.max(2, String(all.length).length);
  return all.map((at, i) => {
    const join =
      at.together || slice.joins.length < 2 ? "" : `${fileWord(slice.joins[at.join]?.fgName ?? "")}-`;
    const number = String(i + 1).padStart(digits, "0");
    return { name: `${number}-${join}${phaseWord(at.phase)}`, coordinate: at };
  });
}

/** What is written along: which way a drawing looks. */
const SLIDE_THEMES = ["light", "dark"] as const satisfies readonly ColourTheme[];

/** A slide as it is drawn in one theme. */
export interface DrawnSlide extends DrawnStep {
  readonly name: string;
  readonly theme: ColourTheme;
}

/** Draws slides in light and in dark. */
export function drawSlides(
  step: Step,
  range: SlideRange,
  use: PictureUse,
  style: Omit<PictureStyle, "theme">,
): DrawnSlide[] {
  return SLIDE_THEMES.flatMap((theme) =>
    slidesOf(step, range).map(({ name, coordinate }, i) => ({
      name,
      theme,
      ...drawStep({ slice: step.slice, coordinate }, use, { ...style, theme, id: `slide-${theme}-${i + 1}` }),
    })),
  );
}

/** The files of a zip: a folder a theme, an SVG and a PNG a slide, and what they say. */
export function slideFiles(
  slides: readonly (DrawnSlide & { readonly png: Uint8Array })[],
): Readonly<Record<string, Uint8Array>> {
  const said = slides.filter(({ theme }) => theme === SLIDE_THEMES[0]);
  return {
    ...Object.fromEntries(
      slides.flatMap(({ name, theme, svg, png }) => [
        [`${theme}/${name}.svg`, strToU8(svg)],
        [`${theme}/${name}.png`, png],
      ]),
    ),
    "sentences.txt": strToU8(said.map(({ name, title }) => `${name}: ${title}\n`).join("")),
  };
}

/**
 * Makes one zip of slides, drawing them in pixels one after another.
 *
 * @param onProgress - Hears how many are drawn.
 * @throws Error where the browser cannot draw one; the reason of `signal` where it is given up.
 */
export async function slidesZip(
  slides: readonly DrawnSlide[],
  scale: number,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<Blob> {
  const drawn: (DrawnSlide & { png: Uint8Array })[] = [];
  for (const slide of slides) {
    signal.throwIfAborted();
    const png = new Uint8Array(await (await toPng(slide, scale)).arrayBuffer());
    drawn.push({ ...slide, png });
    onProgress(drawn.length);
  }
  signal.throwIfAborted();
  // Pictures are packed already.
  return new Blob([zipSync(slideFiles(drawn), { level: 1 })], { type: "application/zip" });
}

function phaseWord(phase: Phase): string {
  return phase.replaceAll("_", "-");
}

function fileWord(words: string): string {
  return words.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "") || "join";
}
