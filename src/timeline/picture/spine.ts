import { type EntitySlice, formatDuration } from "../../microfs/core";
import { formatNumber } from "../../ui/format-number";
import { densityPicture, rowsInView } from "../density/density";
import type { DensityRows } from "../density/density-rows";
import type { Metrics } from "../geometry/metrics";
import { textWidth } from "../geometry/place-labels";
import type { TimeScale } from "../geometry/time-scale";
import { sliceIndex } from "../slice-index/slice-index";
import { type Coordinate, positionOf } from "../step/coordinate";
import { momentOf } from "../step/step-verdicts";
import { durationInWords } from "../words/duration-in-words";
import { formatClock, formatDay, formatMoment, type MomentStyle, momentStyle } from "../words/format-moment";
import { columnFormat } from "../words/format-value";
import type { LabelBracket, SpineMark, SpinePicture } from "./picture-types";

/** A spine row is a narrow mark, and none hides another. */
const PX_PER_ROW = 5;

/** The lane of the rows to predict for. */
export function spinePicture(
  slice: EntitySlice,
  at: Coordinate,
  scale: TimeScale,
  m: Metrics,
  lineX: number | null,
): SpinePicture {
  const style = momentStyle(slice);
  const times = sliceIndex(slice).spineUs;
  const { from, to } = rowsInView(times, scale);
  const isMany = to - from > (scale.right - scale.left) / PX_PER_ROW;
  const current = positionOf(slice, at.spineRow);
  const positions = isMany ? [current] : Array.from({ length: to - from }, (_, i) => from + i);
  const count = slice.spine.rows.length;
  const center = m.plotTop + m.spineCenter;
  const rows: DensityRows = {
    eventUs: times,
    codes: null,
    states: ["to_predict"],
    except: new Map(),
    marked: new Set([current]),
  };
  const place = { center, half: m.markRadius * 1.15, baseline: center, height: m.markRadius * 1.6 };
  return {
    top: m.plotTop,
    center,
    title: slice.spine.fgName,
    spoken: count === 1 ? "one row to predict" : `${formatNumber(count)} rows to predict`,
    rows: positions.flatMap((position) => mark(slice, position, position === current, scale, style)),
    density: isMany ? densityPicture(rows, scale, place, "rows to predict", style) : null,
    label: labelBracket(slice, at, scale, m, lineX, style),
  };
}

function mark(
  slice: EntitySlice,
  position: number,
  current: boolean,
  scale: TimeScale,
  style: MomentStyle,
): SpineMark[] {
  const { rows, timesUs } = slice.spine;
  const us = timesUs[position] ?? 0n;
  const x = scale.x(Number(us));
  if (x < scale.left || x > scale.right) return [];
  const spoken = `row to predict, ${formatMoment(us, style)}${current ? ", this one" : ""}`;
  return [{ row: rows[position] ?? -1, x, current, spoken }];
}

function labelBracket(
  slice: EntitySlice,
  at: Coordinate,
  scale: TimeScale,
  m: Metrics,
  lineX: number | null,
  style: MomentStyle,
): LabelBracket | null {
  const { label, labelHorizonUs: horizonUs } = slice.spine;
  if (label.length === 0 || lineX === null) return null;
  const tUs = momentOf(slice, at.spineRow);
  const knownUs = horizonUs === null ? null : tUs + horizonUs;
  const endX = knownUs === null ? Number.POSITIVE_INFINITY : scale.x(Number(knownUs));
  const left = lineX + 8;
  const right = Math.min(endX, scale.right - 12);
  const known =
    knownUs === null
      ? ["known only later"]
      : [`known only after ${knownWords(knownUs, tUs, style)}`, `known ${knownWords(knownUs, tUs, style)}`];
  const texts = labelTexts(slice, at, style);
  // Rather less of what is to be predicted than nothing of when it is known.
  const wordings = [
    ...known.flatMap((note) => texts.map((text) => [text, note])),
    ...texts.map((text) => [text, ""]),
  ];
  const widthOf = (words: string) => textWidth(words, m.textPx);
  const placed = wordings.map(([text = "", note = ""]) => {
    const x = clearOfFolds(scale, left + LABEL_INSET_PX, widthOf(text));
    const endX = x + widthOf(text);
    const noteX = note === "" ? endX : clearOfFolds(scale, endX + LABEL_INSET_PX, widthOf(note));
    return { text, x, note, noteX, endX: noteX + widthOf(note) };
  });
  const wording = placed.find(({ endX }) => endX <= scale.right);
  if (wording === undefined || right - left < LABEL_INSET_PX) return null;
  const { text, x, note, noteX } = wording;
  // Over later rows to predict, which stand on the line.
  const y = m.plotTop + m.spineCenter - m.textPx * LABEL_OVER_EM;
  return {
    left,
    right,
    closed: endX <= scale.right,
    y: m.plotTop + m.spineCenter,
    text: { text, x, y },
    note: note === "" ? null : { text: note, x: noteX, y },
    title: `${texts[0]}, ${known[0]}`,
  };
}

/** The day is enough, but of a moment on the same day. */
function knownWords(knownUs: bigint, tUs: bigint, style: MomentStyle): string {
  const day = formatDay(knownUs, style);
  return day === formatDay(tUs, style) ? formatClock(knownUs) : day;
}

const LABEL_INSET_PX = 8;
const LABEL_OVER_EM = 0.75;

/** Where words begin, from a place on, that no fold would cover. */
function clearOfFolds({ folds, x: xOf }: TimeScale, from: number, width: number): number {
  let x = from;
  for (const fold of folds) {
    const [left, right] = [xOf(fold.fromUs), xOf(fold.toUs)];
    if (left < x + width + LABEL_INSET_PX && right > x) x = right + LABEL_INSET_PX;
  }
  return x;
}

/** What was to be predicted, the longest wording first. */
function labelTexts(slice: EntitySlice, at: Coordinate, style: MomentStyle): string[] {
  const position = positionOf(slice, at.spineRow);
  const { label, columns, labelHorizonUs: horizonUs } = slice.spine;
  const answers = label.map((name) => {
    const column = columns.find((one) => one.name === name);
    return {
      name,
      value: column === undefined ? "?" : columnFormat(column, style)(column.values[position] ?? null),
    };
  });
  const short = answers.map(({ name, value }) => `${name}: ${value}`).join(", ");
  const [only] = answers;
  if (horizonUs === null || only === undefined) return [short, ...label.slice(0, 1)];
  const full =
    answers.length === 1
      ? `${only.name} within ${durationInWords(horizonUs)}: ${only.value}`
      : `${short} within ${formatDuration(horizonUs)}`;
  return [full, short, ...label.slice(0, 1)];
}
