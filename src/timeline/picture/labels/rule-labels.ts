import type { JoinRule } from "../../../microfs/core";
import { phasesOf } from "../../../terms/phases-of";
import type { Metrics } from "../../geometry/metrics";
import { textWidth } from "../../geometry/place-labels";
import { nounOf } from "../../words/nouns";
import { amongWords } from "../context-rows";
import type { LaneFacts } from "../marks";
import type { MarkPicture } from "../picture-types";
import { delayText, ttlText } from "../rule-bands";
import type { LabelledLane } from "./labelled-lane";
import { ARC_CLEAR, GAP, LINE_HEIGHT, type Request, request, type Spot } from "./request";

/** What the TTL and the delay are: in the lane that is played, what that means, too. */
export function ruleLabels({ slice, join, metrics: m, reached }: LaneFacts, lane: LabelledLane): Request[] {
  const { band, delay, center } = lane;
  const isTall = m.laneForm === "tall";
  const foot = footOf(m, center);
  const requests: Request[] = [];
  if (band !== null) {
    const start = band.edges[0] ?? band.left;
    const words = ttlText(join.rule);
    const meaning = isTall ? ttlMeaning(join.rule, nounOf(slice, join).many) : null;
    requests.push(
      request(
        "ttl",
        words,
        "ttl",
        m.textPx,
        52,
        (_, height) => [
          [start + 8, foot],
          [start - 6, foot - height - 4, "end"],
          [start + 8, center - m.bandHalf - height - 1],
          [band.right - 6, foot, "end"],
          [start - 6, center - m.bandHalf - height, "end"],
        ],
        {
          strong: reached === "rule_out_expired",
          strongest: { sizePx: m.textPx, strong: true },
          long: meaning && `${words}: ${meaning}`,
        },
      ),
    );
  }
  if (delay !== null) {
    const words = delayText(join.rule);
    requests.push(
      request(
        "delay",
        words,
        "delay",
        m.textPx,
        51,
        (_, height) => [
          [delay.right - 22, foot, "end"],
          [delay.left - 4, foot, "end"],
          [delay.left - 4, center - m.bandHalf - height, "end"],
        ],
        {
          strong: reached === "rule_out_not_yet_known",
          strongest: { sizePx: m.textPx, strong: true },
          long: isTall ? `${words}: exists, cannot be used yet` : null,
        },
      ),
    );
  }
  return requests;
}

/** Under a lane's band, and under the values of its marks. */
function footOf(m: Metrics, center: number): number {
  return center + Math.max(m.bandHalf, m.ringRadius + m.chosenPx * LINE_HEIGHT) + 2;
}

/** What the band is there for, in words. */
function ttlMeaning({ ttlUs, direction }: JoinRule, rows: string): string {
  if (ttlUs === null)
    return `${rows} count at any ${direction === "backward" || direction === "latest" ? "age" : "distance"}`;
  if (direction === "nearest") return `${rows} farther off do not count`;
  return `${direction === "forward" ? "later" : "older"} ${rows} do not count`;
}

/** What is ruled out as the future is said once: what falls on the moment itself exists, and is ruled out all the same. */
export function notExistingLabel(
  { join, reached, tUs, metrics: m, scale }: LaneFacts,
  lane: LabelledLane,
  lineX: number | null,
): Request[] {
  const ruledOut = lane.marks.filter(({ strongest }) => strongest === "future");
  if (lineX === null || ruledOut.length === 0) return [];
  const isAt = ({ us }: MarkPicture) => us === Number(tUs);
  const isNow = ruledOut.every(isAt);
  const phases = phasesOf(join.rule);
  const isRuledOut = reached !== null && phases.indexOf(reached) >= phases.indexOf("rule_out_future");
  const tops = [lane.center + m.bandHalf + 2, footOf(m, lane.center)];
  return [
    request(
      "future",
      isNow ? "not before the line" : "does not exist yet",
      "future",
      m.textPx,
      40,
      () => [
        ...(isNow ? [] : tops.map((top): Spot => [scale.right - 8, top, "end"])),
        // There it would be said of what falls on the line.
        ...(isNow || !ruledOut.some(isAt) ? tops.map((top): Spot => [lineX + 8, top]) : []),
      ],
      { strong: true, shown: isRuledOut },
    ),
  ];
}

/** While a row is dragged beyond the line: what the dashed arc warns of. */
export function temptingLabel(
  { metrics: m }: LaneFacts,
  { wrongArc, center }: LabelledLane,
  lineX: number | null,
): Request[] {
  if (wrongArc === null || lineX === null) return [];
  const peakY = Math.min(center - m.ringRadius, ...wrongArc.points.map(([, y]) => y)) - ARC_CLEAR;
  const words = "a join on the latest would leak this";
  return [
    request("tempting", words, "leak", m.textPx, 92, (_, height) => [
      [lineX + 8, peakY - height - 0.5],
      [lineX + 8, center + m.bandHalf + 2],
      [lineX + 8, center - m.bandHalf - height - 1],
      [lineX - 8, center + m.bandHalf + 2, "end"],
    ]),
  ];
}

/** Where the entity's rows come forward it is said from among how many, and what the others are drawn as. */
export function amongLabels(
  { join, reached, metrics: m, scale }: LaneFacts,
  { center }: LabelledLane,
): Request[] {
  const words = amongWords(join);
  if (words === "") return [];
  const foot = footOf(m, center);
  const shown = reached === "find_entity";
  const among = request(
    "among",
    words,
    "muted",
    m.textPx,
    49,
    (_, height) => [
      [scale.right - 8, foot, "end"],
      [scale.right - 8, center - m.bandHalf - height - 1, "end"],
      [scale.left + 8, center - m.bandHalf - height - 1],
    ],
    { shown },
  );
  if (m.laneForm !== "tall") return [among];
  const dots = request(
    "dots",
    "grey dots: other entities’ rows",
    "muted",
    m.textPx,
    39,
    (_, height) => [
      [scale.left + 8, center - m.bandHalf - height - 1],
      [scale.right - 8, center - m.bandHalf - height - 1, "end"],
      [scale.left + 8, foot],
    ],
    { shown },
  );
  return [among, dots];
}

/** That ticks or counts are drawn in place of marks is said in the lane itself, in few words where the line leaves no room. */
export function densityLabel(
  { metrics: m, scale }: LaneFacts,
  { density, center }: LabelledLane,
  lineX: number | null,
): Request[] {
  if (density === null) return [];
  const foot = footOf(m, center);
  const room = Math.max((lineX ?? scale.right) - scale.left, lineX === null ? 0 : scale.right - lineX);
  const fits = textWidth(density.words, m.textPx) + 4 * GAP + 8 <= room;
  return [
    request("density", fits ? density.words : density.shortWords, "muted", m.textPx, 99, (_, height) => [
      [scale.left + 8, foot],
      [scale.right - 8, foot, "end"],
      [scale.left + 8, center - m.bandHalf - height - 1],
      [scale.right - 8, center - m.bandHalf - height - 1, "end"],
    ]),
  ];
}
