import type { CellValue, EntitySlice, SliceColumn, SliceJoin } from "../../microfs/entity-slice";
import type { JudgedCandidate } from "../../microfs/explain";
import type { Phase } from "../../scenario/phases";
import type { Metrics } from "../geometry/metrics";
import type { TimeScale } from "../geometry/time-scale";
import { firstAtOrAfter } from "../step/find-candidate";
import { lookOf, type MarkLook, type SeenVerdict, seenVerdict } from "../step/judgement";
import { valueOfRow } from "../step/slice-row";
import { formatMoment, type MomentStyle } from "../words/format-moment";
import { nounOf } from "../words/nouns";
import { spokenName } from "../words/spoken-name";
import { verdictWord } from "../words/verdict-words";
import { density, MOST_CROWDED, PX_PER_MARK } from "./density";
import type { DensityPicture, MarkPicture } from "./picture-types";
import { stackMarks } from "./stacks";

/** What the marks of one lane are drawn from. */
export interface LaneFacts {
  slice: EntitySlice;
  join: SliceJoin;
  column: SliceColumn | null;
  valueText: (row: number) => string;
  candidates: readonly JudgedCandidate[];
  reached: Phase | null;
  tUs: bigint;
  style: MomentStyle;
  scale: TimeScale;
  metrics: Metrics;
  center: number;
  /** The row that a wrong join would take from the future: it looks like the leak that it would be. */
  wrongRow: number | null;
  /** The row that a hand is moving: its mark must not vanish under the hand. */
  heldRow: number | null;
}

/** The lane's rows that are on the screen, as marks; as counts where they are too many, the chosen one still a mark. */
export function laneMarks(facts: LaneFacts): { marks: MarkPicture[]; density: DensityPicture | null } {
  const inView = candidatesInView(facts);
  const look = looksAt(facts);
  const widthPx = facts.scale.right - facts.scale.left;
  if (inView.length <= widthPx / PX_PER_MARK || crowdedPlaces(facts, inView) <= MOST_CROWDED) {
    return { marks: drawMarks(facts, inView, look), density: null };
  }
  const winner = inView.filter(
    (row) => row.row === facts.heldRow || (row.verdict === "chosen" && look(row) !== "not_judged"),
  );
  const height = facts.metrics.bandHalf * 1.7;
  return {
    marks: drawMarks(facts, winner, look),
    density: density(facts.scale, inView, look, height, nounOf(facts.slice, facts.join).many, facts.style),
  };
}

/** How many marks and piles would stand so near to the one before that they hide each other. */
function crowdedPlaces({ scale, metrics }: LaneFacts, rows: readonly JudgedCandidate[]): number {
  let crowded = 0;
  let place = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const x = scale.x(Number(row.eventTime));
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

/** Candidates are in time order, so those on the screen are one range: found in O(log m). */
function candidatesInView({ candidates, scale }: LaneFacts): readonly JudgedCandidate[] {
  const from = firstAtOrAfter(candidates, scale.window.fromUs);
  const to = firstAtOrAfter(candidates, scale.window.toUs);
  // A row whose tail reaches into the window from the left is rare; it is reached by panning.
  return candidates.slice(from, to);
}

/** What each row looks like at this step; asked once per verdict, not once per row. */
function looksAt({ join, reached, tUs, wrongRow }: LaneFacts): (row: JudgedCandidate) => MarkLook {
  const seen = new Map<string, SeenVerdict>();
  return (row) => {
    let known = seen.get(row.verdict);
    if (known === undefined) {
      known = seenVerdict(row.verdict, join.rule, reached);
      seen.set(row.verdict, known);
    }
    if (row.row === wrongRow && known !== "not_judged") return "leak";
    return known === "chosen" ? lookOf(known, row, tUs, join) : known;
  };
}

function drawMarks(
  facts: LaneFacts,
  rows: readonly JudgedCandidate[],
  look: (row: JudgedCandidate) => MarkLook,
): MarkPicture[] {
  const { scale, metrics: m } = facts;
  const placed = rows.map((row) => ({ row, look: look(row), x: scale.x(Number(row.eventTime)) }));
  const held = placed.filter(({ row }) => row.row === facts.heldRow);
  const free = held.length === 0 ? placed : placed.filter(({ row }) => row.row !== facts.heldRow);
  const stacked = [...stackMarks(free, nearPx(m)), ...stackMarks(held, nearPx(m))];
  return stacked.map((mark) => ({
    row: mark.row.row,
    us: Number(mark.row.eventTime),
    rows: mark.rows.map((row) => row.row),
    count: mark.rows.length,
    x: mark.x,
    y: facts.center + mark.level * m.stackStep,
    look: mark.look,
    tail: tailOf(facts, mark.row),
    spoken:
      mark.rows.length === 1
        ? spokenMark(facts, mark.row, mark.look)
        : spokenPile(facts, mark.rows, mark.look),
    title: mark.rows.length === 1 ? titleOf(facts, mark.row) : spokenPile(facts, mark.rows, mark.look),
  }));
}

/** From when it happened to when the store knew it; `null` where that is not to be seen. */
function tailOf({ scale, metrics }: LaneFacts, row: JudgedCandidate): MarkPicture["tail"] {
  if (row.createdTime === null || row.createdTime <= row.eventTime) return null;
  const from = scale.x(Number(row.eventTime));
  const to = scale.x(Number(row.createdTime));
  if (to - from < metrics.markRadius) return null;
  return { toX: Math.min(to, scale.right), ends: to <= scale.right };
}

function spokenMark(facts: LaneFacts, row: JudgedCandidate, look: MarkLook): string {
  return spokenName(facts.slice, facts.join, {
    row,
    look,
    isWrong: row.row === facts.wrongRow,
    valueText: facts.valueText(row.row),
    tUs: facts.tUs,
    style: facts.style,
  });
}

function spokenPile(facts: LaneFacts, rows: readonly JudgedCandidate[], look: MarkLook): string {
  const first = rows[0];
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return "";
  const from = formatMoment(first.eventTime, facts.style);
  const to = formatMoment(last.eventTime, facts.style);
  const when = from === to ? `all at ${from}` : `${from} to ${to}`;
  return `${rows.length} ${nounOf(facts.slice, facts.join).many}, ${when}, ${verdictWord(look)}`;
}

function titleOf({ join, column, style, valueText }: LaneFacts, row: JudgedCandidate): string {
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
