import { type Box, textWidth } from "../geometry/place-labels";
import { exactMatchWords } from "../words/exact-match-words";
import type { LabelledLane } from "./labels/labelled-lane";
import { type Request, request, type Spot } from "./labels/request";
import type { LaneFacts } from "./marks";
import type { CapPicture } from "./picture-types";

/** So far an end-cap stands out around the line, of the size of a mark. */
const CAP_SHARE = 0.9;
const AIR_PX = 3;

/** The end-cap of a lane's window, at the upper end of its band, clear of a mark on the line. */
export function capPicture({ join, metrics: m, center }: LaneFacts, lineX: number | null): CapPicture | null {
  if (lineX === null || join.rule.direction === "latest") return null;
  const radius = m.markRadius * CAP_SHARE;
  return { x: lineX, y: center - m.bandHalf, radius, isClosed: join.rule.allowExactMatches };
}

/** What an end-cap covers. */
export function capBox({ x, y, radius }: CapPicture): Box {
  const reach = radius + AIR_PX;
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
}

/** What an end-cap means, beside it. */
export function capLabel({ metrics: m, scale }: LaneFacts, { cap }: LabelledLane): Request[] {
  if (cap === null) return [];
  const [long, short, shortest] = exactMatchWords(cap.isClosed);
  const beside = cap.radius + AIR_PX + 4;
  const fits = cap.x + beside + textWidth(short, m.textPx, 600) <= scale.right;
  const spots = (_: number, height: number): Spot[] => {
    const [over, middle] = [cap.y - height + 2, cap.y - height / 2];
    return [
      [cap.x + beside, middle],
      [cap.x + beside, over],
      [cap.x + beside, over - 6],
      [cap.x - beside, over, "end"],
      [cap.x - beside, over - 6, "end"],
    ];
  };
  return [
    request("cap", fits ? short : shortest, "ink", m.textPx, 96, spots, {
      strong: true,
      long: fits ? long : short,
    }),
  ];
}
