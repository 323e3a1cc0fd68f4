import type { CrowdLook } from "./crowd-picture";

/** Rows in time order, of which many are on the screen, as arrays. */
export interface CrowdRows {
  /** Event times, ascending. */
  readonly eventUs: Float64Array;
  /** Per row the position of its look in `looks`; all of the first where it is `null`. */
  readonly codes: Uint8Array | null;
  readonly looks: readonly CrowdLook[];
  /** Rows, by their positions, that look otherwise than their codes say. */
  readonly except: ReadonlyMap<number, CrowdLook>;
  /** Positions of rows that are marks all the same. They are counted with the others, but a tick would draw them twice. */
  readonly marked: ReadonlySet<number>;
}

/** Where a crowd stands, pixels. */
export interface CrowdPlace {
  /** The lane's line, on which ticks stand, and how far from it they may. */
  readonly center: number;
  readonly half: number;
  /** Where bars stand, and the height of the tallest. */
  readonly ground: number;
  readonly height: number;
}
