import { type Box, overlaps } from "../../geometry/place-labels";
import { baselineAt, request, type Spot, spotBox } from "../labels/request";
import type { LaneFacts } from "../marks";
import type { GuessBracket, GuessTone, LabelPicture } from "../picture-types";

/** From the line, or the end of a bracket, to words. */
const WORDS_CLEAR_PX = 8;
/** From the ends of the plot. */
const ENDS_CLEAR_PX = 4;

/** Something that is said in the zone: under its bracket where it has one. */
export interface Said {
  readonly of: "right" | "yours";
  readonly words: readonly string[];
  readonly tone: GuessTone;
  /** What the words stand under, pixels. */
  readonly left: number;
  readonly right: number;
  readonly bracket: GuessBracket | null;
  /** Its place is kept at every step. */
  readonly shown: boolean;
}

interface PlacedWords {
  readonly label: LabelPicture;
  readonly box: Box;
  readonly shown: boolean;
}

/**
 * The words under the brackets, each under its own and in as many as fit there beside the others; where they do not, in as
 * few as there are, beside it. None is left out. What comes last in `said` has its place first.
 *
 * @param lines - The tops of the lines that words can stand in.
 */
export function placeGuessWords(
  facts: LaneFacts,
  said: readonly Said[],
  lines: readonly number[],
  lineX: number | null,
): LabelPicture[] {
  const { scale } = facts;
  const folds = scale.folds.map((fold) => columnOf(scale.x(fold.fromUs), scale.x(fold.toUs)));
  const line = lineX === null ? [] : [columnOf(lineX - 2, lineX + 2)];
  const inOrder = [...said].reverse();
  const placed =
    eachUnder(facts, inOrder, lines, [...folds, ...line]) ?? oneByOne(facts, inOrder, lines, folds, line);
  return placed.flatMap(({ label, shown }) => (shown ? label : []));
}

/** Each under its own bracket, the first in as many words as can be; `null` where there is no such way. */
function eachUnder(
  facts: LaneFacts,
  [one, ...rest]: readonly Said[],
  lines: readonly number[],
  taken: readonly Box[],
): PlacedWords[] | null {
  if (one === undefined) return [];
  for (const place of freePlaces(facts, one, one.words, lines, startsUnder(one), taken)) {
    const others = eachUnder(facts, rest, lines, [...taken, place.box]);
    if (others !== null) return [place, ...others];
  }
  return null;
}

function oneByOne(
  facts: LaneFacts,
  said: readonly Said[],
  lines: readonly number[],
  folds: readonly Box[],
  line: readonly Box[],
): PlacedWords[] {
  const placed: PlacedWords[] = [];
  for (const one of said) {
    const others = placed.map(({ box }) => box);
    const [under, beside] = [startsUnder(one), startsBeside(one)];
    const first = (
      words: readonly string[],
      starts: Starts,
      taken: readonly Box[],
    ): PlacedWords | undefined => freePlaces(facts, one, words, lines, starts, [...taken, ...others])[0];
    const few = one.words.slice(-1);
    const found =
      first(one.words, under, [...folds, ...line]) ??
      first(few, beside, [...folds, ...line]) ??
      // Over the line, or even a fold: that is better than nothing. So is a place beside the other's words.
      first(few, [...under, ...beside], folds) ??
      first(few, [...under, ...beside, ...others.flatMap(startsBeside)], []);
    if (found !== undefined) placed.push(found);
  }
  return placed;
}

type Starts = readonly ((width: number) => number)[];

function startsUnder({ left, right }: Said): Starts {
  return [
    (width) => (left + right - width) / 2,
    () => left + WORDS_CLEAR_PX,
    (width) => right - width - WORDS_CLEAR_PX,
  ];
}

function startsBeside({ left, right }: Pick<Said, "left" | "right">): Starts {
  return [() => right + WORDS_CLEAR_PX, (width) => left - width - WORDS_CLEAR_PX];
}

/** Where one of the wordings can stand, the best first. */
function freePlaces(
  { metrics: m, scale }: LaneFacts,
  { of, tone, shown }: Said,
  words: readonly string[],
  lines: readonly number[],
  starts: Starts,
  taken: readonly Box[],
): PlacedWords[] {
  return words.flatMap((text) => {
    const one = request(`guess:${of}`, text, tone, m.textPx, 0, () => [], { strong: true });
    const { key, sizePx, strong, struck, width } = one;
    const label = { key, text, tone, sizePx, strong, struck, anchor: "start", rim: true } as const;
    const within = (x: number) =>
      Math.min(scale.right - width - ENDS_CLEAR_PX, Math.max(scale.left + ENDS_CLEAR_PX, x));
    return lines.flatMap((top) =>
      starts.flatMap((start) => {
        const spot: Spot = [within(start(width)), top];
        const box = spotBox(spot, width, m.textPx);
        if (box.left < 0 || taken.some((other) => overlaps(box, other))) return [];
        return { box, shown, label: { ...label, x: spot[0], y: baselineAt(spot, m.textPx) } };
      }),
    );
  });
}

function columnOf(left: number, right: number): Box {
  return { left, right, top: Number.NEGATIVE_INFINITY, bottom: Number.POSITIVE_INFINITY };
}
