import type { Metrics } from "../../geometry/metrics";
import { type Box, textWidth } from "../../geometry/place-labels";
import { fitted } from "../lane";
import type { FoldPicture } from "../picture-types";

/** What the words of a lane's title depend on. */
export interface TitleFacts {
  readonly top: number;
  readonly center: number;
  readonly title: string;
  readonly subtitle: string;
  readonly metrics: Metrics;
  /** Where the as-of line stands, if it is on the screen. */
  readonly lineX: number | null;
  /** What is folded away: where names stand in the picture itself, they stand beside it. */
  readonly folds: readonly Pick<FoldPicture, "left" | "right">[];
}

/** Words at a place: left end and baseline, pixels. */
export interface PlacedWords {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly sizePx: number;
}

const GAP_PX = 12;
const LINE_CLEAR_PX = 8;
/** Name and subtitle one under the other, in sizes of the name's letters. */
const TWO_LINES_EM = 2.5;

/**
 * A lane's name and subtitle: left of its line, or above it where the picture is narrow.
 *
 * @returns `area` is what can be pressed: the name with some room around it.
 */
export function titleWords(facts: TitleFacts): { name: PlacedWords; subtitle: PlacedWords; area: Box } {
  const { top, center, title, subtitle, metrics: m, lineX, folds } = facts;
  const namePx = m.textPx * 1.08;
  const titlePx = textWidth(title, namePx, 600);
  if (m.layout === "narrow") {
    const y = top + m.textPx * 1.4;
    const x = clearOf(lineX, clearOfFolds(folds, titlePx), titlePx, m.width);
    const subtitleX = clearOf(lineX, x + titlePx + GAP_PX, textWidth(subtitle, m.textPx), m.width);
    const areaPx = Math.min(titlePx, m.width / 2);
    const left = clearOf(lineX, clearOfFolds(folds, areaPx), areaPx, m.width) - 4;
    return {
      name: { text: title, x, y, sizePx: namePx },
      subtitle: { text: subtitle, x: subtitleX, y, sizePx: m.textPx },
      area: { left, right: left + areaPx + 8, top, bottom: top + namePx * 2 },
    };
  }
  const room = m.plotLeft - 14;
  if (m.laneForm === "strip") {
    // Under the name there is room in a high lane only.
    const nameText = titlePx <= room ? title : `${fitted(title, room - namePx, namePx, 600)}…`;
    const besideX = titlePx + GAP_PX;
    const fits = besideX + textWidth(subtitle, m.textPx) <= room;
    const isUnder = !fits && m.laneHeight >= TWO_LINES_EM * namePx;
    const y = center + namePx * 0.35;
    return {
      name: { text: nameText, x: 0, y: isUnder ? center - 2 : y, sizePx: namePx },
      subtitle: isUnder
        ? { text: subtitle, x: 0, y: center + m.textPx * 1.1, sizePx: m.textPx }
        : { text: fits ? subtitle : "", x: besideX, y, sizePx: m.textPx },
      area: { left: -4, right: room, top: center - m.laneHeight / 2, bottom: center + m.laneHeight / 2 },
    };
  }
  const areaHalf = Math.min(namePx * 1.5, m.laneHeight / 2);
  const name = titlePx <= room ? title : `${fitted(title, room - namePx, namePx, 600)}…`;
  return {
    // A name alone stands on the middle of the lane's line, as its letters do on theirs.
    name: { text: name, x: 0, y: center + (subtitle === "" ? namePx * 0.35 : -2), sizePx: namePx },
    subtitle: { text: subtitle, x: 0, y: center + m.textPx * 1.2, sizePx: m.textPx },
    area: { left: -4, right: m.plotLeft - 14, top: center - areaHalf, bottom: center + areaHalf },
  };
}

/** Where words begin at the left that no fold would cover: after the last that would. */
function clearOfFolds(folds: TitleFacts["folds"], width: number): number {
  let x = 0;
  for (const { left, right } of folds) if (left < x + width + GAP_PX && right > x) x = right + LINE_CLEAR_PX;
  return x;
}

/** Where words begin that the line would cross: right of it, where there is room. */
function clearOf(lineX: number | null, x: number, width: number, right: number): number {
  const crossed = lineX !== null && x < lineX + LINE_CLEAR_PX && x + width > lineX;
  return crossed && lineX + LINE_CLEAR_PX + width <= right ? lineX + LINE_CLEAR_PX : x;
}
