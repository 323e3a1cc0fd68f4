import { type Box, type LabelRequest, overlaps, placeLabels } from "../../geometry/place-labels";
import { arc } from "../../geometry/shape-paths";
import { capBox, capLabel } from "../cap";
import { guessReach } from "../guess/guess-facts";
import { isPicked, type LaneFacts } from "../marks";
import type { ArcPicture, LabelPicture, MarkPicture } from "../picture-types";
import type { LabelledLane } from "./labelled-lane";
import { arcLabel, knownLabel, letterLabel, offScreenLabel, valueKey, valueLabel } from "./mark-labels";
import { ARC_CLEAR, baselineAt, GAP, type Request, type Spot, spotBox } from "./request";
import { amongLabels, densityLabel, notExistingLabel, ruleLabels, temptingLabel } from "./rule-labels";

/** In a thin lane more values than these are not read, but a clutter. */
const MOST_THIN_VALUES = 4;

/**
 * Everything that is written in a lane, such that nothing overlaps; what finds no place is left out (its mark still
 * speaks). Places are first made as if nothing were judged, and kept where what a step adds leaves them free: so no place
 * tells what a later step will, and little moves when it does.
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
  const plain = plainLane(lane);
  const first = firstPlaces(facts, plain, lineX, bounds);
  const placed = placedAgain(requests, first, around, bounds);
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

/** The same lane with nothing judged. */
function plainLane(lane: LabelledLane): LabelledLane {
  const marks = lane.marks.map((mark) => ({ ...mark, state: UNDECIDED, strongest: UNDECIDED }));
  return { ...lane, marks, finalArc: null, moreArcs: [], wrongArc: null, offScreen: null, yours: [] };
}

const UNDECIDED = "undecided" as const;

/** Places where nothing is judged: values clear of the ring that each mark would have, and of its arc as far as there is room. */
function firstPlaces(facts: LaneFacts, lane: LabelledLane, lineX: number | null, bounds: Box): Placed[] {
  const requests = laneRequests(facts, lane, lineX);
  const around = obstacles(facts, lane, lineX);
  const { metrics: m } = facts;
  const arcs = lineX === null ? [] : lane.marks.map(({ x, y }) => arc(x, y, lineX, lane.center, m, false));
  const r = m.ringRadius;
  const rings = lane.marks.map(({ x, y }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }));
  const boxes = arcs.flatMap(arcBoxes);
  const clearFirst = (one: Request): Request => {
    const isOver = (some: readonly Box[]) => (spot: Spot) => {
      const box = spotBox(spot, one.width, one.strongestPx);
      return some.some((other) => overlaps(box, other));
    };
    const [isOverRing, isOverArc] = [isOver(rings), isOver(boxes)];
    const spots = one.spots.filter((spot) => !isOverRing(spot));
    const clear = spots.filter((spot) => !isOverArc(spot));
    return { ...one, spots: [...clear, ...spots.filter(isOverArc)] };
  };
  const isValue = ({ key }: Request) => lane.marks.some(({ row }) => key === valueKey(row));
  return placedIn(
    requests.map((one) => (isValue(one) ? clearFirst(one) : one)),
    around,
    bounds,
  );
}

function arcBoxes({ points }: ArcPicture): Box[] {
  return points.map(([x, y]) => ({
    left: x - ARC_CLEAR,
    right: x + ARC_CLEAR,
    top: y - ARC_CLEAR,
    bottom: y + ARC_CLEAR,
  }));
}

function placedIn(requests: readonly Request[], around: readonly Box[], bounds: Box): Placed[] {
  const places = placeLabels(requests.map(toLabelRequest), around, bounds);
  return requests.flatMap((one) => {
    const spot = one.spots[places.get(one.key) ?? -1];
    return spot === undefined ? [] : [placedAt(one, spot)];
  });
}

function placedAt(one: Request, spot: Spot): Placed {
  return { request: one, spot, text: one.text, box: spotBox(spot, one.width, one.strongestPx) };
}

/** What is as important as this is written whatever moves for it. */
const MUST_PRIORITY = 92;

/** Labels at the places that they had, as far as those are still free, and the others around them. */
function placedAgain(
  requests: readonly Request[],
  before: readonly Placed[],
  around: readonly Box[],
  bounds: Box,
): Placed[] {
  const spots = new Map(before.map(({ request: { key }, spot }) => [key, spot]));
  const isFree = ({ box }: Placed) => !around.some((taken) => overlaps(box, taken));
  const kept = requests.flatMap((one): Placed[] => {
    const spot = spots.get(one.key);
    return spot === undefined ? [] : [placedAt(one, spot)].filter(isFree);
  });
  const all = withOthers(requests, kept, around, bounds);
  if (hasMust(requests, all)) return all;
  const isMust = ({ request: { priority } }: Placed) => priority >= MUST_PRIORITY;
  const must = withOthers(
    requests.filter(({ priority }) => priority >= MUST_PRIORITY),
    kept.filter(isMust),
    around,
    bounds,
  );
  const taken = must.map(({ box }) => box);
  const left = kept.filter((one) => !isMust(one) && !taken.some((box) => overlaps(one.box, box)));
  const again = withOthers(requests, [...must, ...left], around, bounds);
  return hasMust(requests, again) ? again : placedIn(requests, around, bounds);
}

function withOthers(
  requests: readonly Request[],
  kept: readonly Placed[],
  around: readonly Box[],
  bounds: Box,
): Placed[] {
  const isKept = new Set(kept.map(({ request: { key } }) => key));
  const rest = requests.filter(({ key }) => !isKept.has(key));
  const others = placedIn(rest, [...around, ...kept.map(({ box }) => box)], bounds);
  const byKey = new Map([...kept, ...others].map((one) => [one.request.key, one]));
  return requests.flatMap(({ key }) => byKey.get(key) ?? []);
}

function hasMust(requests: readonly Request[], placed: readonly Placed[]): boolean {
  const isPlaced = new Set(placed.map(({ request: { key } }) => key));
  return requests.every(({ key, priority }) => priority < MUST_PRIORITY || isPlaced.has(key));
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
function isCalm({ marks, density }: LabelledLane): boolean {
  return marks.length <= MOST_THIN_VALUES && density === null;
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
  const { marks } = lane;
  const valuesOf = (some: readonly MarkPicture[]) =>
    some.map((mark, i) => onItsSide(valueLabel(facts, mark, i / 1000), mark, lineX));
  const letters = marks.flatMap((mark) => letterLabel(facts, mark));
  if (facts.metrics.laneForm === "thin") {
    const told = isCalm(lane) ? marks : marks.filter(({ strongest }) => isPicked(strongest));
    return [...valuesOf(told), ...letters, ...lane.yours, ...offScreenLabel(facts, lane)];
  }
  return [
    ...letters,
    ...valuesOf(marks),
    ...lane.yours,
    ...capLabel(facts, lane),
    ...marks.flatMap((mark) => knownLabel(facts, mark)),
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
  boxes.push(...[finalArc, ...moreArcs, wrongArc].flatMap((one) => (one === null ? [] : arcBoxes(one))));
  for (const fold of scale.folds)
    boxes.push({ left: scale.x(fold.fromUs), right: scale.x(fold.toUs), ...WHOLE_HEIGHT });
  return boxes;
}

/** What not even a value that must be read may cover. */
export function firmObstacles(
  facts: LaneFacts,
  { marks, band, density, cap }: LabelledLane,
  lineX: number | null,
): Box[] {
  const m = facts.metrics;
  const boxes: Box[] = marks.map(({ x, y, strongest }) => {
    const own = strongest === "chosen" ? m.ringRadius : m.markRadius;
    const r = facts.guess === null ? own : guessReach(m);
    return { left: x - r, right: x + r, top: y - r, bottom: y + r };
  });
  if (lineX !== null) boxes.push({ left: lineX - 2, right: lineX + 2, ...WHOLE_HEIGHT });
  for (const { tail, x, y } of marks)
    if (tail !== null) boxes.push({ left: x, right: tail.toX, top: y - 2, bottom: y + 2 });
  for (const x of band?.edges ?? []) boxes.push({ left: x - 1, right: x + 1, ...WHOLE_HEIGHT });
  boxes.push(...(density?.items ?? []));
  if (cap !== null) boxes.push(capBox(cap));
  return boxes;
}
