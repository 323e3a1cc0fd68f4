import { clockOf } from "../../microfs/explain";
import { type Box, type LabelRequest, placeLabels } from "../geometry/place-labels";
import { textWidth } from "../geometry/text-width";
import { findCandidate } from "../step/find-candidate";
import type { MarkLook } from "../step/judgement";
import { roughDuration } from "../words/duration-in-words";
import { formatMoment } from "../words/format-moment";
import { delayText, ttlText } from "./band";
import type { LaneFacts } from "./marks";
import { amongWords } from "./other-rows";
import type { LabelPicture, LabelTone, LanePicture, MarkPicture } from "./picture-types";

type Spot = readonly [left: number, top: number];
type Request = Omit<LabelPicture, "x" | "y"> & { priority: number; spots: readonly Spot[]; width: number };

const LINE_HEIGHT = 1.2;
const BASELINE = 0.93;
const GAP = 3;
/** Half the arc's own width and a little air. */
const ARC_CLEAR = 2;

/** How much a mark's value wants to be read. */
const PRIORITY: Record<MarkLook, number> = {
  leak: 100,
  chosen: 100,
  not_yet_known: 60,
  future: 55,
  superseded: 50,
  not_judged: 50,
  expired: 45,
  wrong_side: 45,
};

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
    | "crowd"
    | "away"
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
    ...crowdLabel(facts, lane, lineX),
    ...amongLabel(facts, lane),
    ...awayLabel(facts, lane),
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
  { marks, band, arc, wrongArc, crowd }: Pick<LanePicture, "marks" | "band" | "arc" | "wrongArc" | "crowd">,
  lineX: number | null,
): Box[] {
  const boxes = marks.map((mark) => {
    const r = mark.look === "chosen" ? m.ringRadius : m.markRadius;
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
  boxes.push(...(crowd?.items ?? []));
  for (const [x, y] of [...(arc?.points ?? []), ...(wrongArc?.points ?? [])])
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

function request(
  key: string,
  text: string,
  tone: LabelTone,
  sizePx: number,
  priority: number,
  spots: (width: number, height: number) => readonly Spot[],
  look: { strong?: boolean; struck?: boolean } = {},
): Request {
  const { strong = false, struck = false } = look;
  const width = textWidth(text, sizePx, strong ? 600 : 400);
  return {
    key,
    text,
    tone,
    sizePx,
    priority,
    strong,
    struck,
    width,
    spots: spots(width, sizePx * LINE_HEIGHT),
  };
}

function valueLabel(facts: LaneFacts, mark: MarkPicture, later: number): Request {
  const m = facts.metrics;
  const isWinner = mark.look === "chosen" || mark.look === "leak";
  const words = mark.count > 1 ? `×${mark.count}` : facts.valueText(mark.row);
  const r = mark.look === "chosen" ? m.ringRadius : m.markRadius;
  const spots = (width: number, height: number): Spot[] => {
    const below: Spot = [mark.x - width / 2, mark.y + r + 2];
    const lower: Spot = [mark.x - width / 2, mark.y + m.ringRadius + 2 + m.chosenPx * LINE_HEIGHT];
    const lowerStill: Spot = [mark.x - r - width + 2, lower[1]];
    const overBand: Spot = [mark.x - r - width - 4, facts.center - m.bandHalf - height - 1];
    const above: Spot = [mark.x - width / 2, mark.y - r - 2 - height];
    const right: Spot = [mark.x + r + 5, mark.y - height / 2];
    const left: Spot = [mark.x - r - 5 - width, mark.y - height / 2];
    const upperLeft: Spot = [mark.x - r - width - 4, mark.y - r - height + 1];
    const lowerLeft: Spot = [mark.x - r - width + 2, mark.y + r + 1];
    const upperRight: Spot = [mark.x + r + 2, mark.y - r - height + 1];
    const lowerRight: Spot = [mark.x + r, mark.y + r + 1];
    if (mark.y === facts.center)
      return [below, upperLeft, lowerLeft, above, lower, upperRight, lowerRight, lowerStill, overBand];
    return mark.y < facts.center
      ? [right, left, above, upperRight, upperLeft]
      : [right, left, below, lowerRight, lowerLeft];
  };
  const priority = PRIORITY[mark.look] + later;
  const struck = mark.look === "future";
  return request(`value:${mark.row}`, words, mark.look, isWinner ? m.chosenPx : m.valuePx, priority, spots, {
    strong: isWinner,
    struck,
  });
}

/** Where a tail crosses the line it is written when the row becomes known. */
function knownLabel(
  { candidates, join, tUs, metrics: m, style, center }: LaneFacts,
  mark: MarkPicture,
): Request[] {
  if (mark.tail === null || !mark.tail.ends) return [];
  const row = findCandidate(candidates, mark.row, mark.us);
  if (row === undefined || row.createdTime === null || row.createdTime <= tUs || row.eventTime > tUs)
    return [];
  const toX = mark.tail.toX;
  const knownUs = clockOf(row, { ...join.rule, delayUs: 0n, clock: "created_time" });
  return [
    request(
      `known:${mark.row}`,
      `known ${formatMoment(knownUs, style)}`,
      "muted",
      m.textPx,
      58,
      (width, height) => {
        // The lane's own line would strike it out.
        const isCrossed = mark.y - 8 > center && mark.y - height - 8 < center;
        const above = isCrossed ? center - height - 3 : mark.y - height - 8;
        return [
          [toX + 8, above],
          [toX - width / 2, above],
          [toX - width, above],
          [toX + 8, mark.y + 4],
          [toX - width, mark.y + 8],
        ];
      },
    ),
  ];
}

function ruleLabels(
  { join, metrics: m, reached }: LaneFacts,
  lane: Pick<LanePicture, "band" | "delay" | "center">,
): Request[] {
  const { band, delay } = lane;
  const strong = reached === "rule_out_expired";
  const foot = lane.center + m.bandHalf + 2;
  const requests: Request[] = [];
  if (band !== null) {
    const start = band.edges[0] ?? band.left;
    requests.push(
      request(
        "ttl",
        ttlText(join.rule),
        "ttl",
        m.textPx,
        52,
        (width, height) => [
          [start + 8, foot],
          [start - width - 6, foot - height - 4],
          [start + 8, lane.center - m.bandHalf - height - 1],
          [band.right - width - 6, foot],
          [start - width - 6, lane.center - m.bandHalf - height],
        ],
        { strong },
      ),
    );
  }
  if (delay !== null) {
    requests.push(
      request(
        "delay",
        delayText(join.rule),
        "delay",
        m.textPx,
        51,
        (width, height) => [
          [delay.right - width - 22, foot],
          [delay.left - width - 4, foot],
          [delay.left - width - 4, lane.center - m.bandHalf - height],
        ],
        { strong: reached === "rule_out_not_yet_known" },
      ),
    );
  }
  return requests;
}

function arcLabel(
  facts: LaneFacts,
  lane: Pick<LanePicture, "marks" | "center" | "arc">,
  lineX: number | null,
): Request[] {
  const { metrics: m, candidates, tUs } = facts;
  const mark = lane.marks.find(
    ({ look, row }) => (look === "chosen" || look === "leak") && row !== facts.wrongRow,
  );
  if (lane.arc === null || mark === undefined || lineX === null) return [];
  const row = findCandidate(candidates, mark.row, mark.us);
  if (row === undefined) return [];
  const before = row.eventTime <= tUs;
  const words =
    row.eventTime === tUs
      ? "the same moment"
      : `${roughDuration(tUs - row.eventTime, 3)} ${before ? "before" : "after"}`;
  const peakY = Math.min(mark.y - m.ringRadius, ...lane.arc.points.map(([, y]) => y)) - ARC_CLEAR;
  const middle = (mark.x + lineX) / 2;
  return [
    request("arc", words, mark.look, m.textPx, 90, (width, height) => [
      [middle - width / 2, peakY - height - 0.5],
      [
        before ? Math.min(middle - width / 2, lineX - width - 8) : Math.max(middle - width / 2, lineX + 8),
        peakY - height - 0.5,
      ],
      [before ? lineX - width - 8 : lineX + 8, lane.center - m.bandHalf - height - 1],
      [before ? mark.x - width - m.ringRadius : mark.x + m.ringRadius, lane.center - m.bandHalf - height - 1],
    ]),
  ];
}

function notExistingLabel(
  facts: LaneFacts,
  lane: Pick<LanePicture, "marks" | "center">,
  lineX: number | null,
): Request[] {
  const { metrics: m, scale } = facts;
  if (lineX === null || !lane.marks.some(({ look }) => look === "future")) return [];
  return [
    request(
      "future",
      "does not exist yet",
      "future",
      m.textPx,
      40,
      (width) => [
        [scale.right - width - 8, lane.center + m.bandHalf + 2],
        [lineX + 8, lane.center + m.bandHalf + 2],
      ],
      { strong: true },
    ),
  ];
}

/** A chosen row off the screen is named at the end that it lies beyond. */
function awayLabel({ metrics: m, scale }: LaneFacts, lane: Pick<LanePicture, "away" | "center">): Request[] {
  const { away, center } = lane;
  if (away === null) return [];
  const spots = (width: number, height: number): Spot[] => {
    const left = away.x === scale.left ? scale.left + 8 : scale.right - width - 8;
    return [
      [left, center + 6],
      [left, center - m.bandHalf - height - 1],
      [left, center + m.bandHalf + 2],
    ];
  };
  return [request("away", away.text, away.look, m.valuePx, 95, spots, { strong: true })];
}

/** While a hand holds a row beyond the line: what the dashed arc warns of. */
function temptingLabel(
  { metrics: m }: LaneFacts,
  { wrongArc, center }: Pick<LanePicture, "wrongArc" | "center">,
  lineX: number | null,
): Request[] {
  if (wrongArc === null || lineX === null) return [];
  const peakY = Math.min(center - m.ringRadius, ...wrongArc.points.map(([, y]) => y)) - ARC_CLEAR;
  return [
    request("tempting", "a join on the latest would leak this", "leak", m.textPx, 92, (width, height) => [
      [lineX + 8, peakY - height - 0.5],
      [lineX + 8, center + m.bandHalf + 2],
      [lineX + 8, center - m.bandHalf - height - 1],
      [lineX - width - 8, center + m.bandHalf + 2],
    ]),
  ];
}

/** Where the entity's rows come forward it is said from among how many. */
function amongLabel(
  { join, reached, metrics: m, scale }: LaneFacts,
  { center }: Pick<LanePicture, "center">,
): Request[] {
  const words = amongWords(join, reached);
  if (words === "") return [];
  const foot = center + m.bandHalf + 2;
  return [
    request("among", words, "muted", m.textPx, 49, (width, height) => [
      [scale.right - width - 8, foot],
      [scale.right - width - 8, center - m.bandHalf - height - 1],
      [scale.left + 8, center - m.bandHalf - height - 1],
    ]),
  ];
}

/** That ticks or counts are drawn in place of marks is said in the lane itself, in few words where the line leaves no room. */
function crowdLabel(
  { metrics: m, scale }: LaneFacts,
  { crowd, center }: Pick<LanePicture, "crowd" | "center">,
  lineX: number | null,
): Request[] {
  if (crowd === null) return [];
  const foot = center + m.bandHalf + 2;
  const room = Math.max((lineX ?? scale.right) - scale.left, lineX === null ? 0 : scale.right - lineX);
  const fits = textWidth(crowd.words, m.textPx) + 4 * GAP + 8 <= room;
  return [
    request("crowd", fits ? crowd.words : crowd.shortWords, "muted", m.textPx, 99, (width, height) => [
      [scale.left + 8, foot],
      [scale.right - width - 8, foot],
      [scale.left + 8, center - m.bandHalf - height - 1],
      [scale.right - width - 8, center - m.bandHalf - height - 1],
    ]),
  ];
}
