import { type MarkState, VERDICT_TERMS } from "../../../terms/verdicts";
import { roughDuration } from "../../words/duration-in-words";
import { formatMoment } from "../../words/format-moment";
import { guessReach, isGuessWrong } from "../guess/guess-facts";
import { isPicked, isUnjudged, isWrongly, type LaneFacts, lettersOf } from "../marks";
import type { MarkPicture } from "../picture-types";
import type { LabelledLane } from "./labelled-lane";
import { ARC_CLEAR, LINE_HEIGHT, type Request, request, type Spot } from "./request";

/** How far the halo of a mark stands beyond a ring. */
const HALO_PX = 5;

/** Between the line and a value that stands under another. */
const LINE_CLEAR_PX = 6;

/** So much farther off stands a value beside which another mark is ringed. */
const CROWDED_PX = 7;

/** Between a mark and the value under it: a little less than there is under all values, which must not touch by rounding. */
const UNDER_PX = 1.9;

/** Between a tail and what stands over or under it. */
const TAIL_CLEAR_PX = 3;

/** Between the frame of a guess and a value. */
const GUESS_AIR_PX = 1;

/** What goes into the cell, or would, is read before all else. */
const CHOICE_PRIORITY = 100;
const VALUE_PRIORITY = 58;

/** Values are placed in the order in which their verdicts matter. */
function valuePriority(state: MarkState): number {
  return isPicked(state) ? CHOICE_PRIORITY : VALUE_PRIORITY - VERDICT_TERMS[state].priority;
}

export function valueKey(row: number): string {
  return `value:${row}`;
}

/** A mark's value, or how many rows it stands for. */
export function valueLabel(facts: LaneFacts, mark: MarkPicture, later: number): Request {
  const m = facts.metrics;
  const words = mark.count > 1 ? `×${mark.count}` : facts.valueText(mark.row);
  const isWinner = isPicked(mark.state);
  return request(
    valueKey(mark.row),
    words,
    mark.state,
    isWinner ? m.chosenPx : m.valuePx,
    valuePriority(mark.strongest) + later,
    (width, height) => (m.laneForm === "thin" ? besideSpots : valueSpots)(facts, mark, width, height),
    {
      strong: isWinner,
      struck: mark.state === "future",
      // Every value has the room of the one that is chosen: else its place would tell which one will be.
      strongest: { sizePx: m.chosenPx, strong: true },
    },
  );
}

/** What the rows of a mark are called, under it where it has gone on from being asked about. */
export function letterLabel(facts: LaneFacts, mark: MarkPicture): Request[] {
  const m = facts.metrics;
  const text = lettersUnder(facts, mark);
  if (text === null) return [];
  const tone = isPicked(mark.state) ? mark.state : "ink";
  const r = reachOf(facts, mark);
  const spots = (width: number, height: number): Spot[] => {
    const under: Spot = [mark.x, mark.y + r + 1, "middle"];
    const over: Spot = [mark.x, mark.y - r - 2 - height, "middle"];
    const left: Spot = [mark.x - r - 5, mark.y - height / 2, "end"];
    const right: Spot = [mark.x + r + 5, mark.y - height / 2];
    return mark.y === facts.center && m.laneForm !== "thin"
      ? [under, over, left, right, [mark.x - width, mark.y + r + 1, "end"]]
      : [left, right, under, over];
  };
  return [request(`letter:${mark.row}`, text, tone, m.valuePx, LETTER_PRIORITY, spots, { strong: true })];
}

/** A letter is what the class has answered with: it is read before a value is. */
const LETTER_PRIORITY = 101;

/** The letters that stand under a mark; `null` where it has none, or has them in it. */
function lettersUnder(facts: LaneFacts, mark: MarkPicture): string | null {
  return isUnjudged(facts)
    ? null
    : lettersOf(
        facts,
        mark.rows.map((row) => ({ row })),
      );
}

/**
 * What a mark keeps free around it: as much as the chosen one, which has a ring, whether it will be that or not. A row that
 * only a wrong join would take is what is dragged, or hovered: its halo must not strike out its value.
 */
function reachOf(facts: LaneFacts, { strongest, row }: MarkPicture): number {
  const { metrics: m, guess } = facts;
  const air = (px: number) => (m.laneForm === "thin" ? 0 : px);
  if (guess !== null) return guessReach(m) + air(GUESS_AIR_PX);
  return m.ringRadius + (strongest === "leak" && isWrongly(facts, row) ? air(HALO_PX) : 0);
}

/** On the line, beside the mark: a thin lane has no room above or below. What must be read may stand under an arc. */
function besideSpots(facts: LaneFacts, mark: MarkPicture, _: number, height: number): Spot[] {
  const r = reachOf(facts, mark) + 4;
  const top = mark.y - height / 2;
  const beside: Spot[] = [
    [mark.x - r, top, "end"],
    [mark.x + r, top],
  ];
  if (!isPicked(mark.strongest)) return beside;
  const under = facts.center + 1;
  return [...beside, [mark.x - r, under, "end"], [mark.x + r, under]];
}

function valueSpots(facts: LaneFacts, mark: MarkPicture, width: number, height: number): Spot[] {
  const m = facts.metrics;
  const r = reachOf(facts, mark);
  const drop = UNDER_PX + (lettersUnder(facts, mark) === null ? 0 : m.valuePx * LINE_HEIGHT);
  const below: Spot = [mark.x, mark.y + r + drop, "middle"];
  const lower: Spot = [mark.x, mark.y + m.ringRadius + drop + m.chosenPx * LINE_HEIGHT, "middle"];
  const lowerStill: Spot = [mark.x - r + 2, lower[1], "end"];
  const overBand: Spot = [mark.x - r - 4, facts.center - m.bandHalf - height - 1, "end"];
  const inside: Spot = [
    Math.max(facts.scale.left, Math.min(facts.scale.right - width, mark.x - width / 2)),
    mark.y + r + 2,
  ];
  const above: Spot = [mark.x, mark.y - r - 2 - height, "middle"];
  const right: Spot = [mark.x + r + 5, mark.y - height / 2];
  const left: Spot = [mark.x - r - 5, mark.y - height / 2, "end"];
  const upperLeft: Spot = [mark.x - r - 4, mark.y - r - height + 1, "end"];
  const lowerLeft: Spot = [mark.x - r + 2, mark.y + r + UNDER_PX, "end"];
  const upperRight: Spot = [mark.x + r + 2, mark.y - r - height + 1];
  const lowerRight: Spot = [mark.x + r, mark.y + r + UNDER_PX];
  const lineX = facts.scale.x(Number(facts.tUs));
  const underRight: Spot = [mark.x, lower[1]];
  const secondLine: Spot =
    mark.x > lineX
      ? [Math.max(mark.x, lineX + LINE_CLEAR_PX), lower[1]]
      : [Math.min(mark.x, lineX - LINE_CLEAR_PX), lower[1], "end"];
  const ofTail: Spot[] =
    mark.tail === null
      ? []
      : [
          [mark.x + r + 2, mark.y - TAIL_CLEAR_PX - height],
          [mark.x + r + 2, mark.y + TAIL_CLEAR_PX],
          [mark.tail.toX + 2 * TAIL_CLEAR_PX, mark.y - height / 2],
        ];
  if (mark.y === facts.center)
    // Farther off only the one value that must be read: another would be taken for a neighbour's.
    return [
      below,
      inside,
      upperLeft,
      lowerLeft,
      above,
      ...(isPicked(mark.strongest)
        ? [lower, upperRight, lowerRight, lowerStill, overBand, left, right]
        : [upperRight, lowerRight, left, right, secondLine, underRight, ...ofTail]),
    ];
  const farther: Spot[] = [
    [left[0] - CROWDED_PX, left[1], "end"],
    [upperLeft[0] - CROWDED_PX, upperLeft[1], "end"],
    ...(mark.tail === null ? [[right[0] + CROWDED_PX, right[1]] as const] : []),
  ];
  return mark.y < facts.center
    ? [right, left, above, upperRight, upperLeft, ...ofTail, ...farther, below, lowerRight]
    : [right, left, below, lowerRight, lowerLeft, ...ofTail, ...farther, above, upperRight];
}

/** What can be taken at the end of a tail has a ring around it while it has the focus, pixels. */
const CLEAR_OF_END = 13;

/** Where a tail crosses the line it is written when the row becomes known. */
export function knownLabel(
  { verdicts, tUs, metrics: m, style, center }: LaneFacts,
  mark: MarkPicture,
): Request[] {
  if (mark.tail === null || !mark.tail.ends) return [];
  const row = verdicts.ofRow(mark.row);
  if (row === undefined || row.createdTime === null || row.createdTime <= tUs || row.eventTime > tUs)
    return [];
  const toX = mark.tail.toX;
  const known = formatMoment(row.createdTime, style);
  return [
    request(
      `known:${mark.row}`,
      `known ${known}`,
      mark.state === "not_yet_known" ? mark.state : "muted",
      m.textPx,
      58,
      (_, height) => {
        // The lane's own line would strike it out.
        const isCrossed = mark.y - 8 > center && mark.y - height - 8 < center;
        const above = isCrossed ? center - height - 3 : mark.y - height - 8;
        return [
          ...(mark.y === center ? [] : [[toX + CLEAR_OF_END, mark.y - height / 2] as const]),
          [toX + 8, above],
          [toX, above, "middle"],
          [toX, above, "end"],
          [toX + CLEAR_OF_END, mark.y + 4],
          [toX, mark.y + 8, "end"],
        ];
      },
      { long: `known only on ${known}` },
    ),
  ];
}

/** How old the chosen row is, at its arc. */
export function arcLabel(facts: LaneFacts, lane: LabelledLane, lineX: number | null): Request[] {
  const { metrics: m, verdicts, tUs } = facts;
  const mark = lane.marks.find(({ strongest, row }) => isPicked(strongest) && !isWrongly(facts, row));
  // The bracket under the lane says the same.
  if (lane.finalArc === null || mark === undefined || lineX === null || isGuessWrong(facts)) return [];
  const row = verdicts.ofRow(mark.row);
  if (row === undefined) return [];
  const before = row.eventTime <= tUs;
  const words =
    row.eventTime === tUs
      ? "the same moment"
      : before
        ? `${roughDuration(tUs - row.eventTime, 3)} before`
        : `happens ${roughDuration(tUs - row.eventTime, 3)} later`;
  const peakY = Math.min(mark.y - m.ringRadius, ...lane.finalArc.points.map(([, y]) => y)) - ARC_CLEAR;
  const middle = (mark.x + lineX) / 2;
  const spots = (width: number, height: number): Spot[] => {
    const overArc = peakY - height - 0.5;
    const overBand = lane.center - m.bandHalf - height - 1;
    const atLine: Spot = before ? [lineX - 8, overBand, "end"] : [lineX + 8, overBand];
    const atMark: Spot = before
      ? [mark.x - m.ringRadius, overBand, "end"]
      : [mark.x + m.ringRadius, overBand];
    const beside = before
      ? Math.min(middle - width / 2, lineX - width - 8)
      : Math.max(middle - width / 2, lineX + 8);
    return [[middle, overArc, "middle"], [beside, overArc], atLine, atMark];
  };
  return [request("arc", words, mark.strongest, m.textPx, 90, spots, { shown: isPicked(mark.state) })];
}

/** A chosen row off the screen is named at the end that it lies beyond. */
export function offScreenLabel({ metrics: m, scale }: LaneFacts, lane: LabelledLane): Request[] {
  const { offScreen, center } = lane;
  if (offScreen === null) return [];
  const isLeft = offScreen.x === scale.left;
  const x = isLeft ? scale.left + 8 : scale.right - 8;
  const anchor = isLeft ? "start" : "end";
  const spots = (_: number, height: number): Spot[] => {
    if (m.laneForm === "thin") return [[x, center - height / 2, anchor]];
    return [
      [x, center + 6, anchor],
      [x, center - m.bandHalf - height - 1, anchor],
      [x, center + m.bandHalf + 2, anchor],
    ];
  };
  return [
    request("offScreen", offScreen.text, offScreen.state, m.valuePx, 95, spots, {
      strong: true,
      shown: offScreen.shown,
    }),
  ];
}
