import { type Box, type LabelRequest, overlaps, placeLabels } from "../../geometry/place-labels";
import { capBox, capLabel } from "../cap";
import { guessReach, keepsGuessRoom } from "../guess/guess-facts";
import { isPicked, type LaneFacts } from "../marks";
import type { LabelPicture, MarkPicture } from "../picture-types";
import type { LabelledLane } from "./labelled-lane";
import { arcLabel, knownLabel, letterLabel, offScreenLabel, valueKey, valueLabel } from "./mark-labels";
import { ARC_CLEAR, baselineAt, GAP, type Request, type Spot, spotBox } from "./request";
import { amongLabels, densityLabel, notExistingLabel, ruleLabels, temptingLabel } from "./rule-labels";

/** In a thin lane more values than these are not read, but a clutter. */
const MOST_THIN_VALUES = 4;

/**
 * Everything that is written in a lane, such that nothing overlaps; what finds no place is left out (its mark still
 * speaks). Places are made for the whole row of steps at once: a label that comes later has its place from the first.
 */
export function laneLabels(facts: LaneFacts, lane: LabelledLane, lineX: number | null): LabelPicture[] {
  const requests = laneRequests(facts, lane, lineX);
  const around = obstacles(facts, lane, lineX);
  const { scale, metrics: m } = facts;
  const bounds: Box = {
    left: scale.left - (m.layout === "wide" ? 24 : GAP),
    right: scale.right + (m.layout === "wide" ? 8 : GAP),
    top: lane.top + (m.layout === "narrow" ? m.textPx * 1.8 : m.laneForm === "thin" ? 0 : -4),
    bottom: lane.top + lane.height,
  };
  const places = placeLabels(requests.map(toLabelRequest), around, bounds);
  const placed = requests.flatMap((one): Placed[] => {
    const spot = one.spots[places.get(one.key) ?? -1];
    return spot === undefined
      ? []
      : [{ request: one, spot, text: one.text, box: spotBox(spot, one.width, one.strongestPx) }];
  });
  lengthen(placed, around, bounds);
  // In a thin lane all values are written, or the one that is chosen yet.
  const isTold = (key: string) =>
    m.laneForm !== "thin" ||
    (placed.length === requests.length && isCalm(lane)) ||
    lane.marks.every(({ row, state }) => key !== valueKey(row) || isPicked(state));
  return placed
    .filter(({ request: { key, shown } }) => shown && isTold(key))
    .map(({ request: { key, tone, sizePx, strong, struck, strongestPx }, spot, text, box }) => ({
      key,
      text,
      tone,
      sizePx,
      strong,
      struck,
      // The rim would cover the stroke of a text that is struck out.
      rim:
        !struck &&
        (tone === "muted" || tone === "not_yet_known" || (box.top < lane.center && box.bottom > lane.center)),
      x: spot[0],
      y: baselineAt(spot, strongestPx),
      anchor: spot[2] ?? "start",
    }));
}

/** A label at its place. */
interface Placed {
  readonly request: Request;
  readonly spot: Spot;
  text: string;
  box: Box;
}

/** Writes labels in more words where these cover nothing, the important ones first. */
function lengthen(placed: readonly Placed[], around: readonly Box[], bounds: Box): void {
  for (const one of [...placed].sort((a, b) => b.request.priority - a.request.priority)) {
    const { long, strongestPx } = one.request;
    if (long === null) continue;
    const box = spotBox(one.spot, long.width, strongestPx);
    const isFree =
      box.left >= bounds.left &&
      box.right <= bounds.right &&
      !around.some((taken) => overlaps(box, taken)) &&
      !placed.some((other) => other !== one && overlaps(box, other.box));
    if (!isFree) continue;
    one.text = long.text;
    one.box = box;
  }
}

/** Whether all values can be written without a clutter. */
function isCalm({ allMarks, density }: LabelledLane): boolean {
  return allMarks.length <= MOST_THIN_VALUES && density === null;
}

/** A value of the future that stood before the line would be read as known. What must be read may stand anywhere. */
export function onItsSide(label: Request, { x, strongest }: MarkPicture, lineX: number | null): Request {
  if (lineX === null || isPicked(strongest)) return label;
  const isOnItsSide = (spot: Spot) => {
    const { left, right } = spotBox(spot, label.width, label.strongestPx);
    return x > lineX ? right > lineX : left < lineX;
  };
  return { ...label, spots: label.spots.filter(isOnItsSide) };
}

function laneRequests(facts: LaneFacts, lane: LabelledLane, lineX: number | null): Request[] {
  const { allMarks } = lane;
  const drawn = new Set(lane.marks.map(({ row }) => row));
  const ofMarks = (marks: readonly MarkPicture[], label: (mark: MarkPicture, i: number) => Request[]) =>
    marks.flatMap((mark, i) =>
      label(mark, i).map((one) => (drawn.has(mark.row) ? one : { ...one, shown: false })),
    );
  const valuesOf = (marks: readonly MarkPicture[]) =>
    ofMarks(marks, (mark, i) => [onItsSide(valueLabel(facts, mark, i / 1000), mark, lineX)]);
  const letters = ofMarks(allMarks, (mark) => letterLabel(facts, mark));
  if (facts.metrics.laneForm === "thin") {
    const told = isCalm(lane) ? allMarks : allMarks.filter(({ strongest }) => isPicked(strongest));
    return [...valuesOf(told), ...letters, ...lane.yours, ...offScreenLabel(facts, lane)];
  }
  return [
    ...letters,
    ...valuesOf(allMarks),
    ...lane.yours,
    ...capLabel(facts, lane),
    ...ofMarks(allMarks, (mark) => knownLabel(facts, mark)),
    ...ruleLabels(facts, lane),
    ...arcLabel(facts, lane, lineX),
    ...notExistingLabel(facts, lane, lineX),
    ...densityLabel(facts, lane, lineX),
    ...amongLabels(facts, lane),
    ...offScreenLabel(facts, lane),
    ...temptingLabel(facts, lane, lineX),
  ];
}

function toLabelRequest({ key, priority, spots, width, strongestPx }: Request): LabelRequest<string> {
  return { key, priority, spots: spots.map((spot) => spotBox(spot, width, strongestPx)) };
}

const WHOLE_HEIGHT = { top: Number.NEGATIVE_INFINITY, bottom: Number.POSITIVE_INFINITY };

/** What nothing may be written over: marks, tails, arcs, the line, edges and folds. */
export function obstacles(facts: LaneFacts, lane: LabelledLane, lineX: number | null): Box[] {
  const { finalArc, moreArcs, wrongArc } = lane;
  const { scale } = facts;
  const boxes = firmObstacles(facts, lane, lineX);
  for (const [x, y] of [finalArc, ...moreArcs, wrongArc].flatMap((one) => one?.points ?? []))
    boxes.push({ left: x - ARC_CLEAR, right: x + ARC_CLEAR, top: y - ARC_CLEAR, bottom: y + ARC_CLEAR });
  for (const fold of scale.folds)
    boxes.push({ left: scale.x(fold.fromUs), right: scale.x(fold.toUs), ...WHOLE_HEIGHT });
  return boxes;
}

/** What not even a value that must be read may cover. */
export function firmObstacles(
  facts: LaneFacts,
  { allMarks, band, density, cap }: LabelledLane,
  lineX: number | null,
): Box[] {
  const m = facts.metrics;
  const boxes: Box[] = allMarks.map(({ x, y, strongest, rows }) => {
    const own = strongest === "chosen" ? m.ringRadius : m.markRadius;
    const r = keepsGuessRoom(facts, rows) ? guessReach(m) : own;
    return { left: x - r, right: x + r, top: y - r, bottom: y + r };
  });
  if (lineX !== null) boxes.push({ left: lineX - 2, right: lineX + 2, ...WHOLE_HEIGHT });
  for (const { tail, x, y } of allMarks)
    if (tail !== null) boxes.push({ left: x, right: tail.toX, top: y - 2, bottom: y + 2 });
  for (const x of band?.edges ?? []) boxes.push({ left: x - 1, right: x + 1, ...WHOLE_HEIGHT });
  boxes.push(...(density?.items ?? []));
  if (cap !== null) boxes.push(capBox(cap));
  return boxes;
}
