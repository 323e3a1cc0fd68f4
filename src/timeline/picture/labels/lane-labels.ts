import { type Box, type LabelRequest, placeLabels } from "../../geometry/place-labels";
import type { LaneFacts } from "../marks";
import type { LabelPicture, LanePicture } from "../picture-types";
import { arcLabel, knownLabel, offScreenLabel, valueLabel } from "./mark-labels";
import { ARC_CLEAR, GAP, LINE_HEIGHT, type Request } from "./request";
import { amongLabel, densityLabel, notExistingLabel, ruleLabels, temptingLabel } from "./rule-labels";

const BASELINE = 0.93;

/** Everything that is written in a lane, such that nothing overlaps; what finds no place is left out (its mark still speaks). */
export function laneLabels(
  facts: LaneFacts,
  lane: Pick<
    LanePicture,
    | "top"
    | "height"
    | "center"
    | "marks"
    | "band"
    | "delay"
    | "arc"
    | "wrongArc"
    | "density"
    | "offScreen"
    | "rivals"
  >,
  lineX: number | null,
): LabelPicture[] {
  const requests = [
    ...lane.marks.map((mark, i) => valueLabel(facts, mark, i / 1000)),
    ...lane.marks.flatMap((mark) => knownLabel(facts, mark)),
    ...ruleLabels(facts, lane),
    ...arcLabel(facts, lane, lineX),
    ...notExistingLabel(facts, lane, lineX),
    ...densityLabel(facts, lane, lineX),
    ...amongLabel(facts, lane),
    ...offScreenLabel(facts, lane),
    ...temptingLabel(facts, lane, lineX),
  ];
  const { scale, metrics: m } = facts;
  const bounds: Box = {
    left: scale.left - (m.layout === "wide" ? 24 : GAP),
    right: scale.right + (m.layout === "wide" ? 8 : GAP),
    top: lane.top + (m.layout === "narrow" ? m.textPx * 1.8 : -4),
    bottom: lane.top + lane.height,
  };
  const places = placeLabels(requests.map(toLabelRequest), obstacles(facts, lane, lineX), bounds);
  return requests.flatMap(({ priority, spots, width, ...label }) => {
    const spot = spots[places.get(label.key) ?? -1];
    return spot === undefined ? [] : [{ ...label, x: spot[0], y: spot[1] + label.sizePx * BASELINE }];
  });
}

function toLabelRequest({ key, priority, spots, width, sizePx }: Request): LabelRequest<string> {
  return {
    key,
    priority,
    spots: spots.map(([left, top]) => ({
      left: left - GAP,
      right: left + width + GAP,
      top,
      bottom: top + sizePx * LINE_HEIGHT,
    })),
  };
}

function obstacles(
  { metrics: m, scale }: LaneFacts,
  {
    marks,
    band,
    arc,
    wrongArc,
    rivals,
    density,
  }: Pick<LanePicture, "marks" | "band" | "arc" | "wrongArc" | "rivals" | "density">,
  lineX: number | null,
): Box[] {
  const boxes = marks.map((mark) => {
    const r = mark.state === "chosen" ? m.ringRadius : m.markRadius;
    return { left: mark.x - r, right: mark.x + r, top: mark.y - r, bottom: mark.y + r };
  });
  if (lineX !== null)
    boxes.push({
      left: lineX - 2,
      right: lineX + 2,
      top: Number.NEGATIVE_INFINITY,
      bottom: Number.POSITIVE_INFINITY,
    });
  for (const { tail, x, y } of marks)
    if (tail !== null) boxes.push({ left: x, right: tail.toX, top: y - 2, bottom: y + 2 });
  for (const x of band?.edges ?? [])
    boxes.push({
      left: x - 1,
      right: x + 1,
      top: Number.NEGATIVE_INFINITY,
      bottom: Number.POSITIVE_INFINITY,
    });
  boxes.push(...(density?.items ?? []));
  for (const [x, y] of [arc, wrongArc, ...rivals].flatMap((one) => one?.points ?? []))
    boxes.push({ left: x - ARC_CLEAR, right: x + ARC_CLEAR, top: y - ARC_CLEAR, bottom: y + ARC_CLEAR });
  for (const fold of scale.folds) {
    boxes.push({
      left: scale.x(fold.fromUs),
      right: scale.x(fold.toUs),
      top: Number.NEGATIVE_INFINITY,
      bottom: Number.POSITIVE_INFINITY,
    });
  }
  return boxes;
}
