/** How large everything is drawn, pixels. One place, so that no part of the picture has numbers of its own. */
export interface Metrics {
  /** Under a phone's width lane names stand above their lanes instead of left of them. */
  readonly layout: "wide" | "narrow";
  readonly width: number;
  readonly plotLeft: number;
  readonly plotRight: number;
  readonly flagHeight: number;
  readonly axisBaseline: number;
  readonly plotTop: number;
  readonly spineHeight: number;
  readonly spineCenter: number;
  readonly laneHeight: number;
  /** The lane's line, from the lane's top. */
  readonly laneCenter: number;
  readonly bandHalf: number;
  readonly footHeight: number;
  readonly minimapHeight: number;
  readonly markRadius: number;
  readonly ringRadius: number;
  readonly stackStep: number;
  readonly textPx: number;
  readonly valuePx: number;
  readonly chosenPx: number;
  readonly arcPeak: number;
}

export type PictureSize = "regular" | "large";

const NARROW_UNDER_PX = 600;
const MIDDLING_UNDER_PX = 820;
/** From so many lanes on each gets less height. */
const MANY_LANES = 4;

/** @param width - Of the whole picture, pixels. @param size - `large` is for projectors: nothing under 16 px. */
export function metricsFor(width: number, lanes: number, size: PictureSize = "regular"): Metrics {
  const k = size === "large" ? 1.34 : 1;
  const narrow = width < NARROW_UNDER_PX * k;
  const gutter = narrow ? 0 : width < MIDDLING_UNDER_PX * k ? 132 : 176;
  const compact = lanes > MANY_LANES && !narrow;
  const plotTop = 46 * k;
  return {
    layout: narrow ? "narrow" : "wide",
    width,
    plotLeft: gutter * k,
    plotRight: Math.max(gutter * k + 120, width - (narrow ? 0 : 8)),
    flagHeight: 22 * k,
    axisBaseline: 38 * k,
    plotTop,
    spineHeight: (narrow ? 84 : 66) * k,
    spineCenter: (narrow ? 56 : 38) * k,
    laneHeight: (narrow ? 118 : compact ? 88 : 104) * k,
    laneCenter: (narrow ? 72 : compact ? 48 : 57) * k,
    bandHalf: (narrow ? 22 : compact ? 24 : 30) * k,
    footHeight: 14 * k,
    minimapHeight: 30 * k,
    markRadius: 7 * k,
    ringRadius: 11 * k,
    stackStep: 20 * k,
    textPx: 12 * k,
    valuePx: 12.5 * k,
    chosenPx: 14.5 * k,
    arcPeak: (compact ? 32 : narrow ? 28 : 40) * k,
  };
}
