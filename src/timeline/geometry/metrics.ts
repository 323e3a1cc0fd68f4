/** What one form of a lane measures, from its top down, pixels. */
interface LaneSizes {
  readonly laneHeight: number;
  /** The lane's line, from the lane's top. */
  readonly laneCenter: number;
  readonly bandHalf: number;
  readonly markRadius: number;
  readonly ringRadius: number;
  readonly stackStep: number;
  readonly valuePx: number;
  readonly chosenPx: number;
  readonly arcPeak: number;
}

/** How large everything is drawn, pixels. One place, so that no part of the picture has numbers of its own. */
export interface Metrics extends LaneSizes {
  /** Under a phone's width lane names stand above their lanes instead of left of them. */
  readonly layout: Layout;
  readonly width: number;
  readonly plotLeft: number;
  readonly plotRight: number;
  readonly flagHeight: number;
  readonly axisBaseline: number;
  readonly plotTop: number;
  readonly spineHeight: number;
  readonly spineCenter: number;
  readonly footHeight: number;
  readonly minimapHeight: number;
  readonly laneForm: LaneForm;
  readonly textPx: number;
}

export type Layout = "wide" | "narrow";

export type PictureSize = "regular" | "large";

/**
 * A lane is tall while its join is played and thin while another is; joins that are played together have middle lanes. Those
 * of a strip are as high as they are told to be.
 */
export type LaneForm = "tall" | "middle" | "thin" | "strip";

/** Lanes alone, for one of several pictures that share an axis: no spine, and the axis with its flag on the first only. */
export interface Strip {
  /**
   * Per join, pixels; `tall` where each is as high as one that is played, `plain` for lanes as a whole picture has them,
   * which do not speak of the TTL where there is none; `low` the same where much else must be in sight.
   */
  readonly laneHeights: readonly number[] | "tall" | "plain" | "low";
  readonly hasAxis: boolean;
  /** Whether the moment of the prediction is named over it; by default where the axis is. */
  readonly hasFlag?: boolean;
}

interface Sizes {
  readonly textPx: number;
  readonly flagHeight: number;
  readonly axisBaseline: number;
  readonly plotTop: number;
  readonly spineHeight: number;
  readonly spineCenter: number;
  readonly footHeight: number;
  readonly minimapHeight: number;
  /** What a lane's name takes from its top, where names stand above lanes. */
  readonly nameHeight: number;
  /** However many are played together, none is lower. */
  readonly leastMiddle: number;
  readonly tall: LaneSizes;
  readonly thin: LaneSizes;
}

const REGULAR_TALL = {
  laneHeight: 108,
  laneCenter: 60,
  bandHalf: 26,
  markRadius: 7,
  ringRadius: 11,
  stackStep: 22,
  valuePx: 12.5,
  chosenPx: 14.5,
  arcPeak: 40,
};
const REGULAR_THIN = {
  laneHeight: 37,
  laneCenter: 19,
  bandHalf: 9,
  markRadius: 4.5,
  ringRadius: 7.5,
  stackStep: 10,
  valuePx: 12,
  chosenPx: 12.5,
  arcPeak: 13,
};
const REGULAR = {
  textPx: 12,
  flagHeight: 22,
  axisBaseline: 38,
  plotTop: 46,
  footHeight: 8,
  minimapHeight: 26,
};
const LARGE_TALL = {
  laneHeight: 110,
  laneCenter: 53,
  bandHalf: 25,
  markRadius: 8.5,
  ringRadius: 13,
  stackStep: 25,
  valuePx: 16.5,
  chosenPx: 19,
  arcPeak: 30,
};
const LARGE_THIN = {
  laneHeight: 34,
  laneCenter: 17,
  bandHalf: 9,
  markRadius: 6,
  ringRadius: 9.5,
  stackStep: 12,
  valuePx: 16,
  chosenPx: 16.5,
  arcPeak: 13,
};
const LARGE = {
  textPx: 16,
  flagHeight: 26,
  axisBaseline: 45,
  plotTop: 53,
  footHeight: 8,
  minimapHeight: 32,
};

/** `large` is for projectors: nothing under 16 px, and yet four joins, the sentence and the row on one screen. */
const SIZES: Readonly<Record<PictureSize, Readonly<Record<Layout, Sizes>>>> = {
  regular: {
    wide: {
      ...REGULAR,
      spineHeight: 40,
      spineCenter: 20,
      nameHeight: 0,
      leastMiddle: 48,
      tall: REGULAR_TALL,
      thin: REGULAR_THIN,
    },
    narrow: {
      ...REGULAR,
      spineHeight: 56,
      spineCenter: 37,
      nameHeight: 22,
      leastMiddle: 66,
      tall: { ...REGULAR_TALL, laneHeight: 118, laneCenter: 70, bandHalf: 22, arcPeak: 28 },
      thin: { ...REGULAR_THIN, laneHeight: 50, laneCenter: 34 },
    },
  },
  large: {
    wide: {
      ...LARGE,
      spineHeight: 46,
      spineCenter: 27,
      nameHeight: 0,
      leastMiddle: 53,
      tall: LARGE_TALL,
      thin: LARGE_THIN,
    },
    narrow: {
      ...LARGE,
      spineHeight: 70,
      spineCenter: 48,
      nameHeight: 28,
      leastMiddle: 80,
      tall: { ...LARGE_TALL, laneHeight: 144, laneCenter: 86, arcPeak: 32 },
      thin: { ...LARGE_THIN, laneHeight: 60, laneCenter: 43 },
    },
  },
};

const NARROW_UNDER_PX = 600;
/** The width of the column of names: the first that is enough for the picture's width. */
const GUTTERS: readonly (readonly [underPx: number, gutterPx: number])[] = [
  [820, 132],
  [1000, 150],
  [Number.POSITIVE_INFINITY, 176],
];
/** Words at the ends of a wide picture may stand out so far. */
const RIGHT_PX = 8;
const LEAST_PLOT_PX = 120;
/** Regular text, to which the widths above belong. */
const TEXT_PX = 12;

/**
 * What the whole picture measures, and a tall lane in it.
 *
 * @param width - Of the whole picture, pixels.
 * @param size - `large` is for projectors: nothing under 16 px.
 * @param textScale - How much larger than usual the reader wants text.
 * @param roomy - How much higher than usual spine and lanes are, where there is room.
 */
export function metricsFor(width: number, size: PictureSize = "regular", textScale = 1, roomy = 1): Metrics {
  const k = (SIZES[size].wide.textPx / TEXT_PX) * textScale;
  const layout = width < NARROW_UNDER_PX * k ? "narrow" : "wide";
  const gutterPx = (GUTTERS.find(([underPx]) => width < underPx * k)?.[1] ?? 0) * k;
  const plotLeft = layout === "narrow" ? 0 : gutterPx;
  const { tall, thin, nameHeight, leastMiddle, ...frame } = SIZES[size][layout];
  return {
    ...scaled(frame, textScale),
    spineHeight: frame.spineHeight * textScale * roomy,
    spineCenter: frame.spineCenter * textScale * roomy,
    ...higher(scaled(tall, textScale), roomy),
    laneForm: "tall",
    layout,
    width,
    plotLeft,
    plotRight: Math.max(plotLeft + LEAST_PLOT_PX, width - (layout === "narrow" ? 0 : RIGHT_PX)),
  };
}

/**
 * The same for one lane.
 *
 * @param lanes - How many there are: together, middle ones are as high as one tall lane and the thin ones beside it,
 *   so that what stands below the picture stays where it is.
 */
export function laneMetrics(
  m: Metrics,
  form: Exclude<LaneForm, "strip">,
  lanes: number,
  size: PictureSize = "regular",
  textScale = 1,
  roomy = 1,
): Metrics {
  const sizes = SIZES[size][m.layout];
  const own = form === "middle" ? middleSizes(sizes, lanes) : sizes[form];
  return { ...m, ...higher(scaled(own, textScale), roomy), laneForm: form };
}

/** So much larger are marks that a letter is written in. */
const LETTERED = 1.5;

/** The same for a lane in whose marks a letter is written. */
export function letteredLane(m: Metrics): Metrics {
  const { markRadius, ringRadius, stackStep } = m;
  return { ...m, ...scaled({ markRadius, ringRadius, stackStep }, LETTERED) };
}

/** What the picture of a strip measures around its lanes. Its flag and axis are as any picture's. */
export function stripFrame(m: Metrics, { hasAxis, hasFlag = hasAxis }: Strip): Metrics {
  const bare = hasFlag ? { plotTop: m.flagHeight } : { flagHeight: 0, plotTop: 0 };
  const head = hasAxis ? {} : { ...bare, axisBaseline: 0 };
  return { ...m, ...head, spineHeight: 0, spineCenter: 0, footHeight: 0 };
}

/** How high `low` lanes are, of one that is played. */
export const LOW_LANES = 0.72;

/** A mark of a strip is as large as its lane lets it be, within these. */
const STRIP_RADII: readonly [least: number, most: number] = [4, 6];
/** A ring stands out so far from its disc. */
const STRIP_RING_PX = 3;
const STRIP_BAND_GAP_PX = 3;

/** What one lane of a strip measures. */
export function stripLane(
  m: Metrics,
  laneHeight: number,
  size: PictureSize = "regular",
  textScale = 1,
): Metrics {
  const { thin, nameHeight } = SIZES[size][m.layout];
  const above = nameHeight * textScale;
  const room = laneHeight - above;
  const markRadius = Math.min(STRIP_RADII[1], Math.max(STRIP_RADII[0], room * 0.17)) * textScale;
  return {
    ...m,
    laneForm: "strip",
    laneHeight,
    laneCenter: above + room / 2,
    bandHalf: room / 2 - STRIP_BAND_GAP_PX,
    markRadius,
    ringRadius: markRadius + STRIP_RING_PX,
    stackStep: Math.min(thin.stackStep, room * 0.36) * textScale,
    valuePx: thin.valuePx * textScale,
    chosenPx: thin.chosenPx * textScale,
    arcPeak: room / 2 - ARC_CLEAR_PX,
  };
}

function middleSizes({ tall, thin, nameHeight, leastMiddle }: Sizes, lanes: number): LaneSizes {
  const laneHeight = Math.max(leastMiddle, (tall.laneHeight + thin.laneHeight * (lanes - 1)) / lanes);
  const ringRadius = (tall.ringRadius + thin.ringRadius) / 2;
  const room = laneHeight - nameHeight;
  // Under a mark its value finds room.
  const underMark = ringRadius + thin.chosenPx * VALUE_EM;
  const center = Math.min(room / 2, room - underMark);
  return {
    laneHeight,
    laneCenter: nameHeight + center,
    bandHalf: Math.min(tall.bandHalf, room * 0.26),
    markRadius: (tall.markRadius + thin.markRadius) / 2,
    ringRadius,
    stackStep: Math.min(tall.stackStep, room * 0.26),
    valuePx: thin.valuePx,
    chosenPx: thin.chosenPx,
    arcPeak: Math.min(tall.arcPeak, center - ARC_CLEAR_PX),
  };
}

/** Only heights: marks and words stay as large as they are. */
function higher(lane: LaneSizes, roomy: number): LaneSizes {
  const { laneHeight, laneCenter, bandHalf, arcPeak } = lane;
  return { ...lane, ...scaled({ laneHeight, laneCenter, bandHalf, arcPeak }, roomy) };
}

/** A line of text and some air, in sizes of its letters. */
const VALUE_EM = 1.4;
const ARC_CLEAR_PX = 4;

function scaled<Of extends Readonly<Record<keyof Of, number>>>(sizes: Of, by: number): Of {
  return by === 1
    ? sizes
    : (Object.fromEntries(Object.entries<number>(sizes).map(([name, px]) => [name, px * by])) as Of);
}
