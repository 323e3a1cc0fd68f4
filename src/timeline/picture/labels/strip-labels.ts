import type { EvaluatedCandidate } from "../../../microfs/core";
import { type Box, placeLabels } from "../../geometry/place-labels";
import { roughDuration } from "../../words/duration-in-words";
import { formatClock, formatDay, type MomentStyle } from "../../words/format-moment";
import { leakDistance } from "../../words/leak-words";
import { choiceOf, isPicked, type LaneFacts } from "../marks";
import type { LabelPicture, MarkPicture } from "../picture-types";
import { ttlText } from "../rule-bands";
import type { LabelledLane } from "./labelled-lane";
import { firmObstacles, obstacles, onItsSide } from "./lane-labels";
import { offScreenLabel, valueLabel } from "./mark-labels";
import { baselineAt, GAP, LINE_HEIGHT, type Request, request, type Spot, spotBox } from "./request";

/** In a lane of a strip more values than these are not read, but a clutter: then only what is chosen, and what is not known yet. */
const MOST_VALUES = 6;
const BESIDE_PX = 5;
const WITH_YEAR: MomentStyle = { year: true };
const WORDS_GAP_PX = 7;
const LOWERED_PX = 3;

/**
 * What is written in a lane of a strip: values beside their marks on the lane's line, and beside what is chosen how far it
 * lies from the line. Values have their places first, so that the words stand beside them.
 */
export function stripLabels(facts: LaneFacts, lane: LabelledLane, lineX: number | null): LabelPicture[] {
  const { scale, metrics: m } = facts;
  const bounds: Box = {
    left: scale.left,
    right: scale.right + (m.layout === "wide" ? 8 : GAP),
    top: lane.top - 2,
    bottom: lane.top + lane.height + 2,
  };
  const taken = obstacles(facts, lane, lineX);
  const isCalm = lane.marks.length <= MOST_VALUES && lane.density === null;
  const told = lane.marks.filter(({ strongest }) => isCalm || isTold(strongest));
  const values = told.map((mark, i) => ({ mark, value: strippedValue(facts, mark, i / 1000, lineX) }));
  const isChoice = ({ mark }: (typeof values)[number]) => isPicked(mark.strongest);
  const choices = values.filter(isChoice).map(({ value }) => value);
  const free = placed(choices, taken, bounds);
  // What goes into the cell is read where a mark or the line does not forbid it: arcs and folds go on behind its rim.
  const left = choices.filter(({ key }) => !free.some(({ request: { key: done } }) => done === key));
  const hard = [...firmObstacles(facts, lane, lineX), ...free.map(({ box }) => box)];
  const chosen = [...free, ...placed(left, hard, bounds)];
  const others = values.filter((one) => !isChoice(one)).map(({ value }) => value);
  const first = [
    ...chosen,
    ...placed(
      [...others, ...offScreenLabel(facts, lane)],
      [...taken, ...chosen.map(({ box }) => box)],
      bounds,
    ),
  ];
  const around = [...taken, ...first.map(({ box }) => box)];
  const words = values.flatMap(({ mark, value }): Request[] => {
    const there = first.find(({ request: { key } }) => key === value.key);
    const said = there === undefined ? null : markWords(facts, mark);
    if (there === undefined || said === null) return [];
    return [wordsBeside(facts, mark, there.box, said)];
  });
  const second = placed([...words, ...ttlLabel(facts, lane)], around, bounds);
  return [...first, ...second]
    .filter(({ request: { shown } }) => shown)
    .map(({ request: one, spot, box }) => ({
      key: one.key,
      text: one.text,
      tone: one.tone,
      sizePx: one.sizePx,
      strong: one.strong,
      struck: one.struck,
      rim: !one.struck && box.top < lane.center && box.bottom > lane.center,
      x: spot[0],
      y: baselineAt(spot, one.strongestPx),
      anchor: spot[2] ?? "start",
    }));
}

function isTold(state: MarkPicture["state"]): boolean {
  return isPicked(state) || state === "not_yet_known";
}

interface PlacedRequest {
  readonly request: Request;
  readonly spot: Spot;
  readonly box: Box;
}

function placed(requests: readonly Request[], taken: readonly Box[], bounds: Box): PlacedRequest[] {
  const places = placeLabels(
    requests.map(({ key, priority, spots, width, strongestPx }) => ({
      key,
      priority,
      spots: spots.map((spot) => spotBox(spot, width, strongestPx)),
    })),
    taken,
    bounds,
  );
  return requests.flatMap((one) => {
    const spot = one.spots[places.get(one.key) ?? -1];
    return spot === undefined ? [] : [{ request: one, spot, box: spotBox(spot, one.width, one.strongestPx) }];
  });
}

/** Where words may begin on either side of a mark: behind its tail where it has one. */
function sides({ metrics: m }: LaneFacts, mark: MarkPicture): { left: number; right: number } {
  const r = m.ringRadius + BESIDE_PX;
  return { left: mark.x - r, right: (mark.tail?.ends ? mark.tail.toX - m.markRadius : mark.x) + r };
}

function strippedValue(facts: LaneFacts, mark: MarkPicture, later: number, lineX: number | null): Request {
  const { left, right } = sides(facts, mark);
  const label = valueLabel(facts, mark, later);
  const top = mark.y - (label.strongestPx * LINE_HEIGHT) / 2;
  const before: Spot = [left, top, "end"];
  const after: Spot = [right, top];
  // What is known, or will be, reads towards where it comes from.
  const isAfter = mark.tail !== null || (lineX !== null && mark.x > lineX);
  const spots = isAfter ? [after, before] : [before, after];
  const placed = { ...label, spots: [...spots, ...spots.map(lowered)] };
  return mark.strongest === "not_yet_known" ? placed : onItsSide(placed, mark, lineX);
}

/** What is said of a mark beside its value; `null` for nothing. */
function markWords(facts: LaneFacts, mark: MarkPicture): string | null {
  const { verdicts, style } = facts;
  const row = verdicts.ofRow(mark.row);
  if (row === undefined || mark.count > 1) return null;
  // Of several that are taken, the last says how far it lies, and every leak.
  if (mark.strongest === "chosen" && mark.row !== choiceOf(facts).chosen?.row) return null;
  if (isPicked(mark.strongest)) return choiceWords(facts, row, mark.strongest === "leak");
  if (mark.strongest !== "not_yet_known" || row.createdTime === null) return null;
  const isSameDay = formatDay(row.createdTime, WITH_YEAR) === formatDay(facts.tUs, WITH_YEAR);
  return isSameDay
    ? `known only at ${formatClock(row.createdTime)}`
    : `known only on ${formatDay(row.createdTime, style)}`;
}

/** How far a row that is taken lies from the moment of the prediction. */
export function choiceWords(
  { tUs, join }: Pick<LaneFacts, "tUs" | "join">,
  row: Pick<EvaluatedCandidate, "eventTime" | "createdTime" | "row">,
  isLeak: boolean,
): string {
  const aheadUs = row.eventTime - tUs;
  if (aheadUs > 0n || isLeak) return leakDistance(row, join.groupClock, tUs);
  return aheadUs === 0n ? "the same moment" : `${roughDuration(aheadUs)} before`;
}

function wordsBeside(facts: LaneFacts, mark: MarkPicture, value: Box, said: string): Request {
  const { metrics: m } = facts;
  const { left, right } = sides(facts, mark);
  return request(
    `words:${mark.row}`,
    said,
    mark.state,
    m.textPx,
    isPicked(mark.strongest) ? 90 : 60,
    (_, height) => {
      const top = mark.y - height / 2;
      const isBefore = value.right <= mark.x;
      const beyond: Spot = isBefore
        ? [value.left - WORDS_GAP_PX + GAP, top, "end"]
        : [value.right + WORDS_GAP_PX - GAP, top];
      const across: Spot = isBefore ? [right, top] : [left, top, "end"];
      return [beyond, across, lowered(beyond), lowered(across)];
    },
    { shown: isTold(mark.state) },
  );
}

/** A little lower, under an arc that rises there. */
function lowered([x, top, anchor]: Spot): Spot {
  return [x, top + LOWERED_PX, anchor];
}

/** The TTL, at its edge; in a line with the name of the lane where that stands over it. */
function ttlLabel({ join, metrics: m }: LaneFacts, { band, center }: LabelledLane): Request[] {
  const isUnderName = m.layout === "narrow";
  const edge = band?.edges[0];
  if (edge === undefined) return [];
  return [
    request("ttl", ttlText(join.rule), "ttl", m.textPx, 52, (_, height) => [
      [edge - 6, center - height / 2, "end"],
      [edge + 6, center - height / 2],
      ...(isUnderName
        ? ([
            [edge + 6, center - m.bandHalf - height - 1],
            [edge - 6, center - m.bandHalf - height - 1, "end"],
          ] as const)
        : []),
    ]),
  ];
}
