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

const TEXT_PX = 12;
const NARROW_UNDER_PX = 600;
const MIDDLING_UNDER_PX = 820;
/** With more lanes than this, each is lower. */
const ROOMY_LANES = 2;

/**
 * @param width - Of the whole picture, pixels.
 * @param size - `large` is for projectors: nothing under 16 px.
 * @param textScale - How much larger than usual the reader wants text.
 */
export function metricsFor(width: number, size: PictureSize = "regular", textScale = 1): Metrics {
  const k = (size === "large" ? 1.34 : 1) * textScale;
  const narrow = width < NARROW_UNDER_PX * k;
  const gutter = narrow ? 0 : width < MIDDLING_UNDER_PX * k ? 132 : 176;
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
    laneHeight: (narrow ? 118 : 104) * k,
    laneCenter: (narrow ? 72 : 57) * k,
    bandHalf: (narrow ? 22 : 30) * k,
    footHeight: 14 * k,
    minimapHeight: 30 * k,
    markRadius: 7 * k,
    ringRadius: 11 * k,
    stackStep: 20 * k,
    textPx: TEXT_PX * k,
    valuePx: 12.5 * k,
    chosenPx: 14.5 * k,
    arcPeak: (narrow ? 28 : 40) * k,
  };
}

/** One lane's own: many lanes are lower than few, and all alike, so that nothing moves when another is played. */
export function laneMetrics(m: Metrics, lanes: number): Metrics {
  if (lanes <= ROOMY_LANES) return m;
  const k = m.textPx / TEXT_PX;
  const narrow = m.layout === "narrow";
  return {
    ...m,
    laneHeight: (narrow ? 104 : 86) * k,
    laneCenter: (narrow ? 61 : 43) * k,
    bandHalf: (narrow ? 18 : 20) * k,
    stackStep: 17 * k,
    arcPeak: 26 * k,
  };
}
