import { metricsFor, type PictureSize } from "./metrics";

/** Pixels of everything, minimap included. */
export interface Room {
  /** It is never higher: the minimap gives way first, then the lanes scroll under the axis and the spine. */
  readonly most: number;
  /** As far as this its lanes grow. */
  readonly good: number;
}

/** What of the room goes to what. */
export interface SharedRoom {
  readonly hasMinimap: boolean;
  /** How much higher than usual spine and lanes are. */
  readonly roomy: number;
  /** The room for everything but the minimap; `null` for as much as it likes. */
  readonly lanesPx: number | null;
}

const MOST_ROOMY = 1.5;
/** Heights change by twentieths, so that a window's edge that is dragged does not make everything tremble. */
const ROOMY_STEPS = 20;
const MINIMAP_GAP_PX = 6;

/** How high the minimap is, with what parts it from the lanes, pixels. */
export function minimapHeight(width: number, size: PictureSize, textScale: number): number {
  return metricsFor(width, size, textScale).minimapHeight + MINIMAP_GAP_PX;
}

/**
 * Shares the room between minimap and lanes.
 *
 * @param least - What the picture without the minimap needs, pixels.
 */
export function sharedRoom(
  least: number,
  room: Room | undefined,
  { wantsMinimap, minimapPx }: { readonly wantsMinimap: boolean; readonly minimapPx: number },
): SharedRoom {
  if (room === undefined) return { hasMinimap: wantsMinimap, roomy: 1, lanesPx: null };
  const hasMinimap = wantsMinimap && least + minimapPx <= room.most;
  const beside = hasMinimap ? minimapPx : 0;
  const fills = Math.floor(((room.good - beside) / least) * ROOMY_STEPS) / ROOMY_STEPS;
  return {
    hasMinimap,
    roomy: Math.max(1, Math.min(MOST_ROOMY, fills)),
    lanesPx: room.most - beside,
  };
}
