import { isLeak } from "../../../microfs/core";
import type { Metrics } from "../../geometry/metrics";
import { type Gap, type GapFacts, rightGap, SAID_NONE, TAKES_NONE, wrongGap } from "../../words/guess-words";
import { nounOf } from "../../words/nouns";
import { LINE_HEIGHT, type Request, request, type Spot } from "../labels/request";
import { isPicked, type LaneFacts, statesAt } from "../marks";
import type {
  Guess,
  GuessBracket,
  GuessFrame,
  GuessPicture,
  GuessTone,
  LabelPicture,
  MarkPicture,
} from "../picture-types";
import { guessReach, isGuessWrong } from "./guess-facts";
import { placeGuessWords, type Said } from "./place-guess-words";

const GUESS_DRAWING = { room: guessRoom, yoursLabel, draw: drawGuess } as const;

/** A guess with the code that draws it: a page whose pictures ask nothing, as Home's, does not load that. */
export interface DrawableGuess extends Guess {
  readonly drawing: typeof GUESS_DRAWING;
}

/** Gives a guess what it is drawn with. */
export function drawableGuess(guess: Guess): DrawableGuess {
  return { ...guess, drawing: GUESS_DRAWING };
}

/** The strokes at a bracket's ends, and the air above and below it, pixels. */
const END_PX = 6;
const TOP_GAP_PX = 1;
const WORDS_GAP_PX = 2;
const FOOT_PX = 5;
/** A shorter bracket is only its words. */
const LEAST_PX = 3;
const YOURS_GAP_PX = 4;
/** Above a tail that runs from the mark, or behind it. */
const CLEAR_OF_TAIL_PX = 3;

/** How many lines of words stand under a bracket: where there is little room, one for each. */
function wordLines({ layout }: Pick<Metrics, "layout">): number {
  return layout === "narrow" ? 2 : 1;
}

/** How much higher a lane is that has brackets under it, at every step, whether or not any are drawn yet: pixels. */
function guessRoom(m: Pick<Metrics, "layout" | "textPx">): number {
  return TOP_GAP_PX + END_PX + WORDS_GAP_PX + wordLines(m) * m.textPx * LINE_HEIGHT + FOOT_PX;
}

/** That a row is the reader's own, beside the square around it. */
function yoursLabel(
  { row, isAnswered }: Guess,
  { metrics: m }: LaneFacts,
  marks: readonly MarkPicture[],
): Request[] {
  if (row === null || !isAnswered) return [];
  const mark = marks.find(({ rows }) => rows.includes(row));
  if (mark === undefined) return [];
  const reach = guessReach(m);
  const [left, right] = [mark.x - reach - YOURS_GAP_PX, mark.x + reach + YOURS_GAP_PX];
  const spots = (_: number, height: number): Spot[] => {
    const [top, middle] = [mark.y - reach - 1, mark.y - height / 2];
    return [
      [right, top],
      [left, top, "end"],
      [right, top - CLEAR_OF_TAIL_PX],
      [left, top - CLEAR_OF_TAIL_PX, "end"],
      [mark.x, mark.y - reach - height - 1, "middle"],
      [right, mark.y + reach - height],
      [left, mark.y + reach - height, "end"],
      [mark.x - reach, mark.y - reach - height - 1],
      [mark.x + reach, mark.y - reach - height - 1, "end"],
      [right, middle],
      [left, middle, "end"],
      [mark.x, mark.y + reach + 1, "middle"],
      [mark.x, mark.y + reach + m.chosenPx * LINE_HEIGHT + 3, "middle"],
    ];
  };
  return [request("yours", "yours", "ink", m.textPx, 99, spots, { strong: true })];
}

/** The place under a lane for brackets. */
interface GuessZone {
  /** Where it begins, and how high it is, pixels; no height where there is none. */
  readonly top: number;
  readonly height: number;
  readonly lineX: number | null;
}

/** A guess at a step. */
interface DrawnGuess {
  readonly guess: GuessPicture;
  /** What is said under its brackets. */
  readonly labels: readonly LabelPicture[];
  /** For who cannot see it. */
  readonly spoken: readonly string[];
}

function drawGuess(
  { row, alsoRows = [], isAnswered, isOfProgram = false }: Guess,
  facts: LaneFacts,
  marks: readonly MarkPicture[],
  zone: GuessZone,
): DrawnGuess {
  const { metrics: m } = facts;
  const mark = row === null ? undefined : marks.find(({ rows }) => rows.includes(row));
  const { right, wrong } = guessGaps(facts);
  const said = [
    row !== null || !isAnswered ? [] : saidNone(isOfProgram ? TAKES_NONE : SAID_NONE, facts, zone),
    right === undefined ? [] : saidOf(facts, "right", right, right.leaks ? "leak" : "chosen", zone),
    wrong === undefined ? [] : saidOf(facts, "yours", wrong, wrong.leaks ? "leak" : "ink", zone),
  ].flat();
  const shown = said.filter((one) => one.shown);
  const hasZone = zone.height > 0;
  const frameOf = ({ x, y }: MarkPicture): GuessFrame => ({
    shape: isAnswered ? "square" : "ring",
    x,
    y,
    reach: guessReach(m),
  });
  return {
    guess: {
      row,
      frame: mark === undefined ? null : frameOf(mark),
      alsoFrames: marks.filter((one) => one.rows.some((other) => alsoRows.includes(other))).map(frameOf),
      brackets: hasZone ? shown.flatMap(({ bracket }) => bracket ?? []) : [],
      leakRow: mark !== undefined && isPicked(mark.state) ? facts.guessLeak : null,
    },
    labels: hasZone ? placeGuessWords(facts, said, linesUnder(m, zone), zone.lineX) : [],
    spoken: shown.flatMap(({ words }) => words[0] ?? []),
  };
}

/** A gap as it stands in the end, and whether it is to be seen at a step. */
interface GuessGap extends Gap {
  readonly leaks: boolean;
  readonly shown: boolean;
}

/** The two gaps that a wrong guess is told by. */
interface GuessGaps {
  /** From the line to the row that the join takes; `undefined` where that is the reader's own, or there is none. */
  readonly right: GuessGap | undefined;
  /** Why the reader's row is not the one; `undefined` where it is, or there is none. */
  readonly wrong: GuessGap | undefined;
}

/** How far the reader's row and the right one lie from what decided between them, to be seen as soon as that is reached. O(1). */
function guessGaps(facts: LaneFacts): GuessGaps {
  const { guess, verdicts, join, tUs, slice } = facts;
  const { chosen } = verdicts;
  if (guess === null || !isGuessWrong(facts)) return { right: undefined, wrong: undefined };
  const row = guess.row === null ? undefined : verdicts.ofRow(guess.row);
  const state = statesAt(facts);
  const gap: GapFacts = { join, tUs, chosen, noun: nounOf(slice, join) };
  const leaks = (one: NonNullable<typeof chosen>) => isLeak(one, tUs, join.groupClock);
  return {
    right: chosen && {
      ...rightGap(chosen, gap),
      leaks: leaks(chosen),
      shown: isPicked(state(chosen)),
    },
    wrong: row && { ...wrongGap(row, gap), leaks: leaks(row), shown: state(row) !== "undecided" },
  };
}

/** The tops of the lines of words under the brackets. */
function linesUnder(m: Metrics, { top }: GuessZone): number[] {
  return Array.from(
    { length: wordLines(m) },
    (_, i) => top + TOP_GAP_PX + END_PX + WORDS_GAP_PX + i * m.textPx * LINE_HEIGHT,
  );
}

function saidOf(
  { scale }: LaneFacts,
  of: GuessBracket["of"],
  { fromUs, toUs, words, shown }: GuessGap,
  tone: GuessTone,
  { top }: GuessZone,
): Said {
  const xs = [scale.x(Number(fromUs)), scale.x(Number(toUs))].sort((a, b) => a - b);
  const within = (x: number) => Math.min(scale.right, Math.max(scale.left, x));
  const [left = 0, right = 0] = xs.map(within);
  const bracket: GuessBracket = {
    of,
    tone,
    left,
    right,
    y: top + TOP_GAP_PX + END_PX,
    ends: xs.filter((x) => x >= scale.left && x <= scale.right),
    endHeight: END_PX,
  };
  return { of, words, tone, left, right, shown, bracket: right - left < LEAST_PX ? null : bracket };
}

function saidNone(words: readonly string[], { scale, tUs }: LaneFacts, { lineX }: GuessZone): Said {
  const x = lineX ?? Math.min(scale.right, Math.max(scale.left, scale.x(Number(tUs))));
  return { of: "yours", words, tone: "ink", left: x, right: x, shown: true, bracket: null };
}
