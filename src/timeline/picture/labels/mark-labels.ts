import type { MarkState } from "../../../terms/verdicts";
import { roughDuration } from "../../words/duration-in-words";
import { formatMoment } from "../../words/format-moment";
import type { LaneFacts } from "../marks";
import type { LanePicture, MarkPicture } from "../picture-types";
import { ARC_CLEAR, LINE_HEIGHT, type Request, request, type Spot } from "./request";

/** How far the halo of a mark stands beyond a ring. */
const HALO_PX = 5;

/** How much a mark's value wants to be read. */
const PRIORITY: Record<MarkState, number> = {
  leak: 100,
  chosen: 100,
  not_yet_known: 60,
  future: 55,
  superseded: 50,
  undecided: 50,
  expired: 45,
  wrong_side: 45,
};

/** A mark's value, or how many rows it stands for. */
export function valueLabel(facts: LaneFacts, mark: MarkPicture, later: number): Request {
  const m = facts.metrics;
  const isWinner = mark.state === "chosen" || mark.state === "leak";
  const words = mark.count > 1 ? `×${mark.count}` : facts.valueText(mark.row);
  // A leak is what is dragged, or what is hovered: its halo must not strike out its value.
  const r =
    mark.state === "chosen" ? m.ringRadius : mark.state === "leak" ? m.ringRadius + HALO_PX : m.markRadius;
  const spots = (width: number, height: number): Spot[] => {
    const below: Spot = [mark.x - width / 2, mark.y + r + 2];
    const lower: Spot = [mark.x - width / 2, mark.y + m.ringRadius + 2 + m.chosenPx * LINE_HEIGHT];
    const lowerStill: Spot = [mark.x - r - width + 2, lower[1]];
    const overBand: Spot = [mark.x - r - width - 4, facts.center - m.bandHalf - height - 1];
    const inside: Spot = [
      Math.max(facts.scale.left, Math.min(facts.scale.right - width, mark.x - width / 2)),
      mark.y + r + 2,
    ];
    const above: Spot = [mark.x - width / 2, mark.y - r - 2 - height];
    const right: Spot = [mark.x + r + 5, mark.y - height / 2];
    const left: Spot = [mark.x - r - 5 - width, mark.y - height / 2];
    const upperLeft: Spot = [mark.x - r - width - 4, mark.y - r - height + 1];
    const lowerLeft: Spot = [mark.x - r - width + 2, mark.y + r + 1];
    const upperRight: Spot = [mark.x + r + 2, mark.y - r - height + 1];
    const lowerRight: Spot = [mark.x + r, mark.y + r + 1];
    if (mark.y === facts.center)
      // Farther off only the one value that must be read: another would be taken for a neighbour's.
      return [
        below,
        upperLeft,
        lowerLeft,
        above,
        ...(isWinner
          ? [inside, lower, upperRight, lowerRight, lowerStill, overBand]
          : [upperRight, lowerRight]),
      ];
    return mark.y < facts.center
      ? [right, left, above, upperRight, upperLeft]
      : [right, left, below, lowerRight, lowerLeft];
  };
  const priority = PRIORITY[mark.state] + later;
  const struck = mark.state === "future";
  return request(`value:${mark.row}`, words, mark.state, isWinner ? m.chosenPx : m.valuePx, priority, spots, {
    strong: isWinner,
    struck,
  });
}

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
  return [
    request(
      `known:${mark.row}`,
      `known ${formatMoment(row.createdTime, style)}`,
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

/** How old the chosen row is, at its arc. */
export function arcLabel(
  facts: LaneFacts,
  lane: Pick<LanePicture, "marks" | "center" | "arc">,
  lineX: number | null,
): Request[] {
  const { metrics: m, verdicts, tUs } = facts;
  const mark = lane.marks.find(
    ({ state, row }) => (state === "chosen" || state === "leak") && row !== facts.wrongRow,
  );
  if (lane.arc === null || mark === undefined || lineX === null) return [];
  const row = verdicts.ofRow(mark.row);
  if (row === undefined) return [];
  const before = row.eventTime <= tUs;
  const words =
    row.eventTime === tUs
      ? "the same moment"
      : before
        ? `${roughDuration(tUs - row.eventTime, 3)} before`
        : `happens ${roughDuration(tUs - row.eventTime, 3)} later`;
  const peakY = Math.min(mark.y - m.ringRadius, ...lane.arc.points.map(([, y]) => y)) - ARC_CLEAR;
  const middle = (mark.x + lineX) / 2;
  return [
    request("arc", words, mark.state, m.textPx, 90, (width, height) => [
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

/** A chosen row off the screen is named at the end that it lies beyond. */
export function offScreenLabel(
  { metrics: m, scale }: LaneFacts,
  lane: Pick<LanePicture, "offScreen" | "center">,
): Request[] {
  const { offScreen, center } = lane;
  if (offScreen === null) return [];
  const spots = (width: number, height: number): Spot[] => {
    const left = offScreen.x === scale.left ? scale.left + 8 : scale.right - width - 8;
    return [
      [left, center + 6],
      [left, center - m.bandHalf - height - 1],
      [left, center + m.bandHalf + 2],
    ];
  };
  return [request("offScreen", offScreen.text, offScreen.state, m.valuePx, 95, spots, { strong: true })];
}
