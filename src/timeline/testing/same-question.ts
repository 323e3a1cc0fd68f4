import { DIRECTIONS, type EntitySlice, type JoinRule } from "../../microfs/core";
import { initialWindow } from "../picture/initial-window";
import { type PictureOptions, picture } from "../picture/picture";
import { chosenRow, withRules } from "../slice-index/slice-index";
import type { Coordinate } from "../step/coordinate";
import { momentOf } from "../step/step-verdicts";

/** Pictures that tell the same of every row, of rules that may choose different ones. */
export interface SameQuestion {
  /** The rows that the rules choose, by their numbers; −1 for none. */
  readonly winners: ReadonlySet<number>;
  /** The pictures, as text: one where none of them answers. */
  readonly pictures: ReadonlySet<string>;
}

/** More rows than these have a window around the choice. */
const WHOLE = 48;

/**
 * Draws a step of a join under other rules of which the picture itself shows nothing, and puts together what tells the
 * same of every row: steps at which a row is still undecided.
 */
export function sameQuestions(slice: EntitySlice, at: Coordinate, options: PictureOptions): SameQuestion[] {
  const own = slice.joins[at.join]?.rule;
  if (own === undefined) return [];
  return families(own).flatMap((rules) => {
    const found = new Map<string, { winners: Set<number>; pictures: Set<string> }>();
    for (const rule of rules) {
      const other = withRules(
        slice,
        slice.joins.map((_, i) => (i === at.join ? rule : undefined)),
      );
      const join = other.joins[at.join];
      const rows = slice.joins.reduce((sum, one) => sum + one.rows.length, slice.spine.rows.length);
      const isHidden = options.hidesTtlBand === true;
      const window = initialWindow(rows > WHOLE || isHidden ? slice : other, at.spineRow);
      const { lanes, ...drawn } = picture(other, at, window, { ...options, tellsNoTtl: false });
      const states = lanes.map(({ marks }) => marks.map((mark) => [mark.rows, mark.state]));
      const asked = lanes[at.join];
      if (join === undefined || asked === undefined) continue;
      if (!asked.marks.some(({ state }) => state === "undecided")) continue;
      const told = JSON.stringify([states, drawn.future, asked.others.length]);
      const one = found.get(told) ?? { winners: new Set(), pictures: new Set() };
      found.set(told, one);
      one.winners.add(chosenRow(join, momentOf(slice, at.spineRow)).row);
      // The rule itself is what handles move, and where its band is hidden it is told in words.
      const shown = lanes.map(({ rule: _, subtitle, ...lane }) => (isHidden ? lane : { ...lane, subtitle }));
      one.pictures.add(asText({ ...drawn, lanes: shown }));
    }
    return [...found.values()];
  });
}

/** Rules that differ in what a picture does not show: of each list any may be the join's. */
function families(own: JoinRule): JoinRule[][] {
  const bare = { ...own, ttlUs: null, delayUs: 0n };
  const flipped = (rule: JoinRule) =>
    [true, false].flatMap((allowExactMatches) =>
      (["created_time", "event_time"] as const).map((clock) => ({ ...rule, allowExactMatches, clock })),
    );
  return [DIRECTIONS.flatMap((direction) => flipped({ ...bare, direction })), flipped(own)];
}

function asText(value: unknown): string {
  return JSON.stringify(value, (_, part) => (typeof part === "bigint" ? `${part}n` : part));
}
