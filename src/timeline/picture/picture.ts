import type { EntitySlice, JoinRule } from "../../microfs/core";
import { phasesOf } from "../../terms/phases-of";
import { type Fold, foldGaps, type Moments } from "../geometry/folds";
import {
  type LaneForm,
  LOW_LANES,
  laneMetrics,
  letteredLane,
  type Metrics,
  metricsFor,
  type PictureSize,
  type Strip,
  stripFrame,
  stripLane,
} from "../geometry/metrics";
import { textWidth } from "../geometry/place-labels";
import { axisWords, ticks } from "../geometry/ticks";
import { type TimeScale, timeScale } from "../geometry/time-scale";
import type { TimeWindow } from "../geometry/time-window";
import { sliceIndex } from "../slice-index/slice-index";
import { type Coordinate, joinAt, type MarkRef } from "../step/coordinate";
import { momentOf, reachedPhase } from "../step/step-verdicts";
import { durationInWords, roughDuration } from "../words/duration-in-words";
import { formatMoment, momentStyle } from "../words/format-moment";
import type { DrawableGuess } from "./guess/drawable-guess";
import { lanePicture } from "./lane";
import type {
  AsOfPicture,
  FoldPicture,
  LanePicture,
  LetteredRows,
  PickedRows,
  Picture,
} from "./picture-types";
import { spinePicture } from "./spine";

export interface PictureOptions {
  /** Pixels, all of it: lane names too. */
  readonly width: number;
  readonly size?: PictureSize;
  /** How much larger than usual the reader wants text; 1 by default. */
  readonly textScale?: number;
  /** How much higher than usual spine and lanes are; 1 by default. */
  readonly roomy?: number;
  /** Whether long idle gaps are folded. */
  readonly fold?: boolean;
  /** These folds and no others: what is under a moving pointer must not fold anew. */
  readonly folds?: readonly Fold[];
  /** Per join the feature column whose values are written at the marks; by default the first it writes. */
  readonly columns?: readonly (string | undefined)[];
  /** Per join a rule to be warned of: what it would take from the future is drawn as a leak. */
  readonly wrong?: readonly (JoinRule | undefined)[];
  /** The row that is being dragged: it stays a mark of its own whatever it meets. */
  readonly dragged?: MarkRef | null;
  /** The slice before it was edited: where moved rows stood is drawn too. */
  readonly origin?: EntitySlice;
  /** Lanes alone, as one of several pictures on one axis. */
  readonly strip?: Strip;
  /** Whether a lane whose join has no TTL says so; by default it does, but for the lanes of a plain strip. */
  readonly tellsNoTtl?: boolean;
  /** Whether a TTL is told in words alone, without its band. */
  readonly hidesTtlBand?: boolean;
  /** Per join the rows that it takes where no rule of the engine says which, be they several. */
  readonly picked?: readonly (PickedRows | undefined)[];
  /** The letters that the rows of a join are called by. */
  readonly lettered?: LetteredRows;
  /** What a reader said goes into a join's cell: it is drawn beside what does. */
  readonly guess?: DrawableGuess | null;
  /** Whether it is drawn if a row of the very moment of the prediction counts. */
  readonly caps?: boolean;
}

/**
 * The timeline at a step: everything that is drawn, in pixels, and nothing remembered from any other step. The rule
 * is the slice's own (`withRules` gives a slice another one). Costs O(rows on the screen) once the row is explained.
 */
export function picture(
  slice: EntitySlice,
  at: Coordinate,
  window: TimeWindow,
  options: PictureOptions,
): Picture {
  const { strip } = options;
  const whole = metricsFor(options.width, options.size, options.textScale, options.roomy);
  const metrics = strip === undefined ? whole : stripFrame(whole, strip);
  const mayFold = options.fold ?? true;
  const folds =
    options.folds ?? (mayFold ? sharedFolds([slice], at.spineRow, window, options.hidesTtlBand) : []);
  const scale = timeScale(window, metrics.plotLeft, metrics.plotRight, folds);
  // Over the end of a strip there is not always room for it, and on a narrow screen none at all.
  const beside = metrics.layout === "narrow" ? "nothing" : strip === undefined ? "day" : "year";
  const asOf = asOfPicture(slice, at, scale, metrics);
  const lineX = asOf.side === "here" ? asOf.x : null;
  const lanesTop = metrics.plotTop + metrics.spineHeight;
  const count = slice.joins.length;
  let bottom = lanesTop;
  const lanes = slice.joins.map((_, index) => {
    const { size, textScale } = options;
    const heights = strip?.laneHeights;
    const roomy = heights === "low" && metrics.layout === "wide" ? LOW_LANES : options.roomy;
    const form = heights === "tall" ? "tall" : laneForm(index, count, at);
    const given = Array.isArray(heights)
      ? stripLane(metrics, heights[index] ?? 0, size, textScale)
      : laneMetrics(metrics, form, count, size, textScale, roomy);
    const guessPx = guessRoomOf(given, index, options.guess);
    const letters = options.lettered?.join === index ? options.lettered.letters : null;
    const drawn = letters !== null && !isJudged(slice, index, at) ? letteredLane(given) : given;
    const own = { ...drawn, laneHeight: drawn.laneHeight + guessPx };
    const top = bottom;
    bottom += own.laneHeight;
    return { metrics: own, top, guessPx, letters };
  });
  const drawnLanes = lanes.map((lane, index) =>
    lanePicture(slice, at, index, {
      scale,
      ...lane,
      lineX,
      column: options.columns?.[index],
      wrong: options.wrong?.[index],
      picked: options.picked?.[index],
      origin: options.origin,
      hasCap: options.caps ?? false,
      guess: options.guess?.join === index ? options.guess : null,
      isPlain: strip?.laneHeights === "plain" || strip?.laneHeights === "low" || options.tellsNoTtl === false,
      hidesBand: options.hidesTtlBand ?? false,
      draggedRow: options.dragged?.join === index ? options.dragged.row : null,
    }),
  );
  return {
    metrics,
    has: {
      axis: strip?.hasAxis ?? true,
      flag: strip?.hasFlag ?? strip?.hasAxis ?? true,
      spine: strip === undefined,
    },
    scale,
    height: bottom + metrics.footHeight,
    plot: { left: scale.left, right: scale.right, top: metrics.plotTop, bottom },
    ticks: ticks(scale, metrics.textPx, beside, lineX),
    axisWords: axisWords(scale, beside),
    folds: folds.map((fold) => foldPicture(scale, fold)),
    asOf: { ...asOf, behind: lettersAt(lineX, drawnLanes) },
    future:
      asOf.side === "right"
        ? null
        : { left: asOf.x, right: scale.right, hatched: futureIsRuledOut(slice, at) },
    spine: spinePicture(slice, at, scale, metrics, lineX),
    lanes: drawnLanes,
  };
}

/** How high a picture is at least: that depends on how many joins there are and how they are played, never on the step. */
export function pictureHeight(
  joins: number,
  together: boolean,
  { width, size, textScale, guess }: Pick<PictureOptions, "width" | "size" | "textScale" | "guess">,
): number {
  const m = metricsFor(width, size, textScale);
  let height = m.plotTop + m.spineHeight + m.footHeight;
  for (let join = 0; join < joins; join++)
    height += laneMetrics(m, laneForm(join, joins, { join: 0, together }), joins, size, textScale).laneHeight;
  return hasGuessRoom(guess) ? height + guess.drawing.room(m) : height;
}

/** A guess is measured under the lane of its join, where that is not too low to be read. */
function guessRoomOf(m: Metrics, join: number, guess: DrawableGuess | null | undefined): number {
  const isMeasured = hasGuessRoom(guess) && guess.join === join && isReadable(m.laneForm);
  return isMeasured ? guess.drawing.room(m) : 0;
}

function hasGuessRoom(guess: DrawableGuess | null | undefined): guess is DrawableGuess {
  return guess?.isAnswered === true || guess?.keepsRoom === true;
}

function isReadable(form: LaneForm): boolean {
  return form === "tall" || form === "middle";
}

/** Together all lanes are alike; else the one that is played is tall. The only one has nothing to make room for. */
function laneForm(
  index: number,
  count: number,
  at: Pick<Coordinate, "join" | "together">,
): Exclude<LaneForm, "strip"> {
  if (count === 1) return "tall";
  if (at.together) return "middle";
  return index === at.join ? "tall" : "thin";
}

/** Whether a join has gone on from the rows that it was given: something is told of them. */
export function isJudged(slice: EntitySlice, join: number, at: Coordinate): boolean {
  const phase = reachedPhase(slice, join, at);
  return phase !== null && phasesOf(joinAt(slice, join).rule).indexOf(phase) > 0;
}

/** The act of the first phase that rules out: before it, the future is only the part right of the line. */
function futureIsRuledOut(slice: EntitySlice, at: Coordinate): boolean {
  return slice.joins.some((_, join) => isJudged(slice, join, at));
}

/** What is folded in pictures of one entity that share an axis: what is idle in all of them. */
export function sharedFolds(
  slices: readonly EntitySlice[],
  spineRow: number,
  window: TimeWindow,
  hidesTtlBand = false,
): Fold[] {
  const moments = slices.map((slice) => drawnMoments(slice, spineRow, hidesTtlBand));
  return foldGaps(window, {
    ascending: moments.flatMap(({ ascending }) => ascending),
    unordered: moments.flatMap(({ unordered }) => unordered),
  });
}

/** All moments at which something is drawn: what lies between them is idle. */
function drawnMoments(slice: EntitySlice, spineRow: number, hidesTtlBand: boolean): Moments {
  const t = Number(momentOf(slice, spineRow));
  const edges = slice.joins.flatMap(({ rule }) => [
    ...(rule.ttlUs === null || hidesTtlBand ? [] : [t - Number(rule.ttlUs)]),
    ...(rule.delayUs === 0n ? [] : [t - Number(rule.delayUs)]),
  ]);
  const { ascending, unordered } = sliceIndex(slice).moments;
  return { ascending: [...ascending, Float64Array.from(edges).sort()], unordered };
}

function asOfPicture(
  slice: EntitySlice,
  at: Coordinate,
  scale: TimeScale,
  m: Metrics,
): Omit<AsOfPicture, "behind"> {
  const us = momentOf(slice, at.spineRow);
  const x = scale.x(Number(us));
  const side = x < scale.left ? "left" : x > scale.right ? "right" : "here";
  const moment = `as of ${formatMoment(us, momentStyle(slice))}`;
  const label = side === "left" ? `← ${moment}` : side === "right" ? `${moment} →` : moment;
  const flagWidth = textWidth(label, m.textPx, 600) + m.textPx * 2;
  const within = Math.min(scale.right, Math.max(scale.left, x));
  const flagLeft = Math.min(
    m.width - flagWidth,
    Math.max(m.layout === "wide" ? scale.left - flagWidth / 2 : 0, within - flagWidth / 2),
  );
  return { x: within, side, label, flagLeft, flagWidth };
}

/** What marks with a letter cover of the line, from the top down. */
function lettersAt(lineX: number | null, lanes: readonly LanePicture[]): AsOfPicture["behind"] {
  if (lineX === null) return [];
  return lanes
    .flatMap(({ marks, metrics: { markRadius: r } }) =>
      marks
        .filter(({ letter, x }) => letter !== null && Math.abs(x - lineX) < r)
        .map(({ y }) => ({ top: y - r, bottom: y + r })),
    )
    .sort((a, b) => a.top - b.top);
}

function foldPicture(scale: TimeScale, fold: { fromUs: number; toUs: number }): FoldPicture {
  const lengthUs = BigInt(Math.round(fold.toUs - fold.fromUs));
  return {
    left: scale.x(fold.fromUs),
    right: scale.x(fold.toUs),
    label: roughDuration(lengthUs, 1),
    title: `${durationInWords(lengthUs)} without anything, folded`,
  };
}
