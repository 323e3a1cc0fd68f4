import { textWidth } from "../../geometry/place-labels";
import { amongWords } from "../context-rows";
import type { LaneFacts } from "../marks";
import type { LanePicture } from "../picture-types";
import { delayText, ttlText } from "../rule-bands";
import { ARC_CLEAR, GAP, LINE_HEIGHT, type Request, request } from "./request";

/** What the TTL and the delay are. */
export function ruleLabels(
  { join, metrics: m, reached }: LaneFacts,
  lane: Pick<LanePicture, "band" | "delay" | "center">,
): Request[] {
  const { band, delay } = lane;
  const strong = reached === "rule_out_expired";
  // Under the band, and under the values of its marks too.
  const foot = lane.center + Math.max(m.bandHalf + 2, m.markRadius + GAP + m.valuePx * LINE_HEIGHT + GAP);
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

/** What is ruled out as the future is said once. */
export function notExistingLabel(
  facts: LaneFacts,
  lane: Pick<LanePicture, "marks" | "center">,
  lineX: number | null,
): Request[] {
  const { metrics: m, scale } = facts;
  if (lineX === null || !lane.marks.some(({ state }) => state === "future")) return [];
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

/** While a row is dragged beyond the line: what the dashed arc warns of. */
export function temptingLabel(
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
export function amongLabel(
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
export function densityLabel(
  { metrics: m, scale }: LaneFacts,
  { density, center }: Pick<LanePicture, "density" | "center">,
  lineX: number | null,
): Request[] {
  if (density === null) return [];
  const foot = center + m.bandHalf + 2;
  const room = Math.max((lineX ?? scale.right) - scale.left, lineX === null ? 0 : scale.right - lineX);
  const fits = textWidth(density.words, m.textPx) + 4 * GAP + 8 <= room;
  return [
    request("density", fits ? density.words : density.shortWords, "muted", m.textPx, 99, (width, height) => [
      [scale.left + 8, foot],
      [scale.right - width - 8, foot],
      [scale.left + 8, center - m.bandHalf - height - 1],
      [scale.right - width - 8, center - m.bandHalf - height - 1],
    ]),
  ];
}
