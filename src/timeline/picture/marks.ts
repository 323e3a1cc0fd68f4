import {
  type CellValue,
  type EntitySlice,
  type EvaluatedCandidate,
  type SliceColumn,
  type SliceJoin,
  VERDICTS,
} from "../../microfs/core";
import { PHASES, type Phase } from "../../terms/phases";
import { phasesOf } from "../../terms/phases-of";
import type { MarkState } from "../../terms/verdicts";
import { densityPicture, rowsInView } from "../density/density";
import type { DensityPicture } from "../density/density-picture";
import type { DensityRows } from "../density/density-rows";
import type { Metrics } from "../geometry/metrics";
import type { TimeScale } from "../geometry/time-scale";
import { valueOfRow } from "../slice-index/slice-index";
import type { VerdictsAt } from "../slice-index/verdicts-at";
import { type SeenVerdict, seenVerdict, stateOf } from "../step/step-verdicts";
import { formatMoment, type MomentStyle } from "../words/format-moment";
import { nounOf } from "../words/nouns";
import { NOT_TAKEN, spokenName, verdictWord } from "../words/verdict-words";
import type { Guess, MarkPicture, PickedRows } from "./picture-types";
import { stackMarks } from "./stacks";
import { onTracks } from "./tracks";

/** With less room than this for each, rows in a lane cannot be told apart … */
const PX_PER_MARK = 16;
/** … unless they coincide, and marks and piles, all but so few clear of each other, show all of them. */
const MOST_CROWDED = 3;
/** Rows of a density stand this far within the TTL band's edges. */
const DENSITY_INSET_PX = 4;

/** What the marks of one lane are drawn from. */
export interface LaneFacts {
  slice: EntitySlice;
  join: SliceJoin;
  column: SliceColumn | null;
  valueText: (row: number) => string;
  verdicts: VerdictsAt;
  reached: Phase | null;
  tUs: bigint;
  style: MomentStyle;
  scale: TimeScale;
  metrics: Metrics;
  center: number;
  /** The row that a wrong join would take from the future: it is shown as the leak that it would be. */
  wrongRow: number | null;
  /** The rows that are taken where no rule says which; `null` where the join's own rule does. */
  picked: PickedRows | null;
  /** What a reader said goes into this join's cell; `null` where nobody was asked. */
  guess: Guess | null;
  /** The reader's row where it would leak: it is shown as the leak that it would be. */
  guessLeak: number | null;
  /** By row, what it is called; `null` where rows have no letters. */
  letters: ReadonlyMap<number, string> | null;
  /** The row that is being dragged: its mark must not vanish under the pointer. */
  draggedRow: number | null;
}

export interface LaneMarks {
  readonly marks: readonly MarkPicture[];
  readonly density: DensityPicture | null;
}

/** The lane's rows that are on the screen, as marks; as a density where they are too many, the chosen one still a mark. */
export function laneMarks(facts: LaneFacts): LaneMarks {
  const { scale, metrics: m, verdicts } = facts;
  const { candidates } = verdicts;
  const { chosenAt } = choiceOf(facts);
  const isTold = isChoiceTold(facts);
  // A row whose tail reaches into the window from the left is rare; it is reached by panning.
  const { from, to } = rowsInView(candidates.eventUs, scale);
  const state = statesAt(facts);
  const strongest = strongestStates(facts);
  const isFew = to - from <= (scale.right - scale.left) / PX_PER_MARK;
  if (isFew || crowdedPlaces(facts, from, to) <= MOST_CROWDED) {
    return { marks: drawMarks(facts, verdicts.slice(from, to), state, strongest), density: null };
  }
  const placeOf = (row: number | null) => (row === null ? -1 : candidates.placeOf(row));
  const named = [...(facts.letters?.keys() ?? [])];
  const own = [facts.draggedRow, facts.guess?.row ?? null, ...named].map(placeOf);
  const marked = new Set([isTold ? chosenAt : -1, ...own]);
  const drawn = (places: readonly number[]) => {
    const rows = [...new Set(places)].filter((at) => at >= from && at < to).sort((a, b) => a - b);
    return drawMarks(
      facts,
      rows.flatMap((at) => verdicts.at(at) ?? []),
      state,
      strongest,
    );
  };
  const place = {
    center: facts.center,
    half: m.bandHalf - DENSITY_INSET_PX,
    baseline: facts.center + m.bandHalf - DENSITY_INSET_PX,
    height: m.bandHalf * 1.7,
  };
  return {
    marks: drawn([...marked]),
    density: densityPicture(
      { ...densityRowsOf(facts, state), marked },
      scale,
      place,
      nounOf(facts.slice, facts.join).many,
      facts.style,
    ),
  };
}

function densityRowsOf(
  facts: LaneFacts,
  state: (row: EvaluatedCandidate) => MarkState,
): Omit<DensityRows, "marked"> {
  const { verdicts, join, reached, wrongRow } = facts;
  const { candidates, chosenAt, codes } = verdicts;
  if (facts.picked !== null) return pickedRowsOf(facts, facts.picked);
  const except = new Map<number, MarkState>();
  const wrongAt = wrongRow === null ? -1 : candidates.placeOf(wrongRow);
  // `latest` shows the row that it picked as chosen, or as a leak, until it asks how old that is.
  for (const place of [chosenAt, wrongAt, verdicts.firstOf("expired")]) {
    const row = verdicts.at(place);
    if (row !== undefined) except.set(place, state(row));
  }
  const states = VERDICTS.map((verdict) => seenVerdict(verdict, join.rule, reached));
  return { eventUs: candidates.eventUs, codes, states, except };
}

/** What became of the rows of a join that takes some by no rule. */
const PICKED_STATES = ["superseded", "chosen", "leak"] as const satisfies readonly MarkState[];

/** The same where the rows that are taken are given. O(rows). */
function pickedRowsOf(
  { verdicts: { candidates }, reached }: LaneFacts,
  picked: PickedRows,
): Omit<DensityRows, "marked"> {
  const { eventUs } = candidates;
  const isKnown = isPickedYet(reached);
  const codes = new Uint8Array(eventUs.length);
  for (let place = 0; isKnown && place < codes.length; place++) {
    const taken = picked.get(candidates.rowAt(place));
    if (taken !== undefined) codes[place] = taken.leak ? 2 : 1;
  }
  return { eventUs, codes, states: isKnown ? PICKED_STATES : ["undecided"], except: new Map() };
}

/** Whether a join that takes rows by no rule has taken them. */
function isPickedYet(reached: Phase | null): boolean {
  return reached !== null && PHASES.indexOf(reached) >= PHASES.indexOf("keep_latest");
}

/** The row that is chosen, the last where several are taken, and its place; −1 for none. */
export function choiceOf({ verdicts, picked }: Pick<LaneFacts, "verdicts" | "picked">): {
  chosen: EvaluatedCandidate | undefined;
  chosenAt: number;
} {
  if (picked === null) return verdicts;
  let chosenAt = -1;
  for (const row of picked.keys()) chosenAt = Math.max(chosenAt, verdicts.candidates.placeOf(row));
  return { chosen: verdicts.at(chosenAt), chosenAt };
}

/** How many marks and piles would stand so near to the one before that they hide each other. */
function crowdedPlaces({ scale, metrics, verdicts }: LaneFacts, from: number, to: number): number {
  const { eventUs } = verdicts.candidates;
  let crowded = 0;
  let place = Number.NEGATIVE_INFINITY;
  for (let i = from; i < to; i++) {
    const x = scale.x(eventUs[i] ?? 0);
    if (x - place < nearPx(metrics)) continue;
    if (x - place < metrics.markRadius * 2) crowded++;
    if (crowded > MOST_CROWDED) break;
    place = x;
  }
  return crowded;
}

/** Closer marks than this are at one place. */
function nearPx(metrics: Metrics): number {
  return metrics.markRadius * 1.4;
}

/** The state of each row at this step; asked once per verdict, not once per row. */
export function statesAt({
  join,
  reached,
  tUs,
  wrongRow,
  guessLeak,
  picked,
}: LaneFacts): (row: EvaluatedCandidate) => MarkState {
  if (picked !== null) {
    if (!isPickedYet(reached)) return () => "undecided";
    return ({ row }) => {
      const taken = picked.get(row);
      return taken === undefined ? "superseded" : taken.leak ? "leak" : "chosen";
    };
  }
  const seen = new Map<string, SeenVerdict>();
  return (row) => {
    let known = seen.get(row.verdict);
    if (known === undefined) {
      known = seenVerdict(row.verdict, join.rule, reached);
      seen.set(row.verdict, known);
    }
    if ((row.row === wrongRow || row.row === guessLeak) && known !== "undecided") return "leak";
    return known === "chosen" ? stateOf(known, row, tUs, join) : known;
  };
}

/** Whether a join has picked at this step: before, nothing that is drawn may depend on which row it will be. */
export function isChoiceTold({
  join,
  reached,
  picked,
}: Pick<LaneFacts, "join" | "reached" | "picked">): boolean {
  if (picked !== null) return isPickedYet(reached);
  const phases = phasesOf(join.rule);
  return reached !== null && phases.indexOf(reached) >= phases.indexOf("keep_latest");
}

/**
 * What each row is when it is told apart most, once a row is picked: the choice where it is one, even if `latest` then
 * finds it expired; else its final verdict. Places are made for that, so that nothing hops from then on. Before, it is
 * what the step tells: a place that a later step asks for would answer what the picture asks.
 */
export function strongestStates(facts: LaneFacts): (row: EvaluatedCandidate) => MarkState {
  if (!isChoiceTold(facts)) return statesAt(facts);
  const kept = statesAt({ ...facts, reached: "keep_latest" });
  const final = statesAt({ ...facts, reached: "write_cell" });
  return (row) => {
    const state = kept(row);
    return isPicked(state) ? state : final(row);
  };
}

/** Whether a mark is the row that goes into the cell, or would. */
export function isPicked(state: MarkState): boolean {
  return state === "chosen" || state === "leak";
}

/** Whether a row is drawn as a leak though the join does not take it: a wrong join would, or a reader did. */
export function isWrongly({ wrongRow, guessLeak, verdicts }: LaneFacts, row: number): boolean {
  return row === wrongRow || (row === guessLeak && row !== verdicts.chosen?.row);
}

function drawMarks(
  facts: LaneFacts,
  rows: readonly EvaluatedCandidate[],
  state: (row: EvaluatedCandidate) => MarkState,
  strongest: (row: EvaluatedCandidate) => MarkState,
): MarkPicture[] {
  const { scale, metrics: m } = facts;
  const placed = rows.map((row) => ({
    row,
    state: state(row),
    strongest: strongest(row),
    x: scale.x(Number(row.eventTime)),
  }));
  const draggedMarks = placed.filter(({ row }) => row.row === facts.draggedRow);
  const free = draggedMarks.length === 0 ? placed : placed.filter(({ row }) => row.row !== facts.draggedRow);
  const stacked = [...stackMarks(free, nearPx(m)), ...stackMarks(draggedMarks, nearPx(m))];
  const ys = placesY(
    facts,
    stacked.map(({ row, x, level }) => ({ x, level, tail: tailOf(facts, row) })),
  );
  return stacked.map((mark, i) => ({
    row: mark.row.row,
    us: Number(mark.row.eventTime),
    rows: mark.rows.map((row) => row.row),
    count: mark.rows.length,
    x: mark.x,
    y: ys[i] ?? facts.center,
    state: mark.state,
    strongest: mark.strongest,
    letter: isUnjudged(facts) ? lettersOf(facts, mark.rows) : null,
    isOffered: isOffered(facts, mark.rows, mark.state),
    tail: tailOf(facts, mark.row),
    knownUs: mark.rows.length > 1 || mark.row.createdTime === null ? null : Number(mark.row.createdTime),
    spoken:
      mark.rows.length === 1
        ? spokenMark(facts, mark.row, mark.state)
        : spokenPile(facts, mark.rows, mark.state),
    title: mark.rows.length === 1 ? titleOf(facts, mark.row) : spokenPile(facts, mark.rows, mark.state),
  }));
}

/** Whether nothing is told of any row yet: then there is room in the marks. */
export function isUnjudged({ join, reached }: Pick<LaneFacts, "join" | "reached">): boolean {
  return reached === null || phasesOf(join.rule).indexOf(reached) <= 0;
}

/** What the rows of a mark are called; `null` where they have no letters. */
export function lettersOf(
  { letters }: Pick<LaneFacts, "letters">,
  rows: readonly { readonly row: number }[],
): string | null {
  const named = rows.flatMap(({ row }) => letters?.get(row) ?? []).sort();
  return named.length === 0 ? null : named.join(", ");
}

/** Whether a row that is not judged yet has a letter, where rows have them. */
function isOffered(
  facts: Pick<LaneFacts, "letters">,
  rows: readonly { readonly row: number }[],
  state: MarkState,
): boolean {
  return facts.letters === null || state !== "undecided" || lettersOf(facts, rows) !== null;
}

interface Tailed {
  readonly x: number;
  readonly level: number;
  readonly tail: MarkPicture["tail"];
}

/** From one track of tails to the next: a line of text fits between. */
const TRACK_EM = 1.45;

/** How high each mark stands: in its stack, or on a track of its own where tails would run through others. */
function placesY({ metrics: m, center }: LaneFacts, stacked: readonly Tailed[]): number[] {
  const spans = stacked.map(({ x, level, tail }) => ({
    x,
    y: center + level * m.stackStep,
    toX: tail?.toX ?? x,
  }));
  if (m.laneForm === "thin" || spans.every(({ x, toX }) => x === toX)) return spans.map(({ y }) => y);
  const inOrder = spans.map((_, i) => i).sort((a, b) => (spans[a]?.x ?? 0) - (spans[b]?.x ?? 0));
  const ys = onTracks(
    inOrder.flatMap((i) => spans[i] ?? []),
    { center, half: m.bandHalf, step: m.textPx * TRACK_EM, reach: m.markRadius },
  );
  return spans.map(({ y }, i) => ys[inOrder.indexOf(i)] ?? y);
}

/** From when it happened to when the store knew it; `null` where that is not to be seen. */
function tailOf({ scale, metrics }: LaneFacts, row: EvaluatedCandidate): MarkPicture["tail"] {
  if (row.createdTime === null || row.createdTime <= row.eventTime) return null;
  const from = scale.x(Number(row.eventTime));
  const to = scale.x(Number(row.createdTime));
  if (to - from < metrics.markRadius) return null;
  return { toX: Math.min(to, scale.right), ends: to <= scale.right };
}

function spokenMark(facts: LaneFacts, row: EvaluatedCandidate, state: MarkState): string {
  const { guess } = facts;
  const isGuessLeak = state === "leak" && row.row === facts.guessLeak && isWrongly(facts, row.row);
  const letter = facts.letters?.get(row.row);
  const name = spokenName(facts.slice, facts.join, {
    row,
    // What the reader took is no choice of the join: its own verdict is said.
    state: isGuessLeak ? row.verdict : state,
    isYours:
      guess?.isAnswered === true && (guess.row === row.row || guess.alsoRows?.includes(row.row) === true),
    isWrong: row.row === facts.wrongRow,
    isLeft: facts.picked !== null && state === "superseded",
    valueText: facts.valueText(row.row),
    tUs: facts.tUs,
    style: facts.style,
  });
  if (letter !== undefined) return `${letter}: ${name}`;
  return isOffered(facts, [row], state) ? name : `${name}, not among the answers`;
}

function spokenPile(facts: LaneFacts, rows: readonly EvaluatedCandidate[], state: MarkState): string {
  const first = rows[0];
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return "";
  const from = formatMoment(first.eventTime, facts.style);
  const to = formatMoment(last.eventTime, facts.style);
  const when = from === to ? `all at ${from}` : `${from} to ${to}`;
  return `${rows.length} ${nounOf(facts.slice, facts.join).many}, ${when}, ${facts.picked !== null && state === "superseded" ? NOT_TAKEN : verdictWord(state)}`;
}

function titleOf({ join, column, style, valueText }: LaneFacts, row: EvaluatedCandidate): string {
  const known = row.createdTime === null ? "" : `, known ${formatMoment(row.createdTime, style)}`;
  const value = column === null ? "" : `${column.name} ${valueText(row.row)}, `;
  return `${value}${formatMoment(row.eventTime, style)}${known} (row ${row.row} of ${join.fgName})`;
}

/** A row's value as it stands under its mark; its number where the join writes no column. */
export function valueTexts(
  join: SliceJoin,
  column: SliceColumn | null,
  format: (value: CellValue) => string,
): (row: number) => string {
  return (row) => (column === null ? `row ${row}` : format(valueOfRow(join, column, row)));
}
