import type { EntitySlice, JoinRule, SliceJoin } from "../../microfs/core";
import type { Metrics } from "../geometry/metrics";
import { textWidth } from "../geometry/place-labels";
import { arc } from "../geometry/shape-paths";
import type { TimeScale } from "../geometry/time-scale";
import { shownColumn } from "../slice-index/slice-index";
import { type Coordinate, joinAt } from "../step/coordinate";
import { momentOf, progressOf, reachedPhase, verdictsAt } from "../step/step-verdicts";
import { momentStyle } from "../words/format-moment";
import { columnFormat, formatValue } from "../words/format-value";
import { entityName, nounOf, nullKeys } from "../words/nouns";
import { capPicture } from "./cap";
import { offScreenChoice, wrongChoice } from "./choices";
import { originalPositions, otherRows } from "./context-rows";
import type { DrawableGuess } from "./guess/drawable-guess";
import { guessLeaks } from "./guess/guess-facts";
import { laneLabels } from "./labels/lane-labels";
import { stripLabels } from "./labels/strip-labels";
import { isPicked, isWrongly, type LaneFacts, laneMarks, valueTexts } from "./marks";
import type { LanePicture, MarkPicture, PickedRows, WordsPicture } from "./picture-types";
import { delayStrip, ttlBand, ttlText } from "./rule-bands";

/** More arcs are a thicket. */
const MOST_RIVALS = 6;
const MOST_MORE_ARCS = 11;

/** One join's lane at a step. */
export function lanePicture(
  slice: EntitySlice,
  at: Coordinate,
  index: number,
  frame: {
    scale: TimeScale;
    metrics: Metrics;
    top: number;
    lineX: number | null;
    column: string | undefined;
    wrong: JoinRule | undefined;
    picked: PickedRows | undefined;
    origin: EntitySlice | undefined;
    hasCap: boolean;
    guess: DrawableGuess | null;
    /** By row, what it is called; `null` where rows have no letters. */
    letters: ReadonlyMap<number, string> | null;
    /** Whether a TTL that there is none of is not spoken of. */
    isPlain: boolean;
    /** Whether a TTL has words alone. */
    hidesBand: boolean;
    /** Of the lane's height, what is kept under it for what is said of a guess, pixels. */
    guessPx: number;
    draggedRow: number | null;
  },
): LanePicture {
  const { scale, metrics, top, lineX } = frame;
  const join = joinAt(slice, index);
  const column = join.writes.length === 0 ? null : shownColumn(join, frame.column);
  const style = momentStyle(slice);
  const verdicts = verdictsAt(slice, join, at.spineRow);
  const { reason } = verdicts;
  const reached = reachedPhase(slice, index, at);
  const progress = progressOf(index, at);
  const tUs = momentOf(slice, at.spineRow);
  const center = top + metrics.laneCenter;
  const format = column === null ? formatValue : columnFormat(column, style);
  const valueText = valueTexts(join, column, format);
  const wrongRow = frame.wrong === undefined ? null : wrongChoice(slice, join, at.spineRow, frame.wrong);
  const facts: LaneFacts = {
    slice,
    join,
    column,
    valueText,
    verdicts,
    reached,
    tUs,
    style,
    scale,
    metrics,
    center,
    wrongRow,
    picked: frame.picked ?? null,
    guess: frame.guess,
    letters: frame.letters,
    guessLeak: guessLeaks({ join, tUs, verdicts }, frame.guess) ? (frame.guess?.row ?? null) : null,
    draggedRow: frame.draggedRow,
  };
  const { marks, density } = laneMarks(facts);
  // What no rule says has neither a TTL nor a delay.
  const hasRule = reason !== "null_key" && frame.picked === undefined;
  // Beside another join's, a band over all of time would be taken for a rule that there is none of.
  const { direction, ttlUs } = join.rule;
  const isBeside = metrics.laneForm === "strip" && direction !== "backward";
  const hasBand = hasRule && !((isBeside || frame.isPlain) && ttlUs === null);
  const band = !hasBand ? null : ttlBand(join.rule, tUs, scale, reached === "rule_out_expired");
  const delay = !hasRule ? null : delayStrip(join.rule, tUs, scale, reached === "rule_out_not_yet_known");
  const arcFrom = (mark: MarkPicture | undefined) =>
    mark === undefined || lineX === null
      ? null
      : arc(mark.x, mark.y, lineX, center, metrics, mark.strongest === "leak");
  const offScreen = offScreenChoice(facts);
  const choices = marks.filter((mark) => isPicked(mark.strongest) && !isWrongly(facts, mark.row));
  const choice = choices.at(-1);
  const finalArc =
    offScreen === null || lineX === null
      ? arcFrom(choice)
      : arc(offScreen.x, center, lineX, center, metrics, offScreen.state === "leak");
  const isChosenYet = offScreen?.shown ?? (choice !== undefined && isPicked(choice.state));
  const lane = {
    cap: frame.hasCap && frame.picked === undefined ? capPicture(facts, lineX) : null,
    metrics,
    top,
    height: metrics.laneHeight,
    center,
    marks,
    band,
    delay,
    density,
    arc: isChosenYet ? finalArc : null,
    moreArcs: isChosenYet
      ? choices
          .slice(0, -1)
          .slice(-MOST_MORE_ARCS)
          .flatMap((mark) => arcFrom(mark) ?? [])
      : [],
    wrongArc: arcFrom(marks.find((mark) => isPicked(mark.state) && mark.row === wrongRow)),
    others:
      metrics.laneForm === "strip" ? [] : otherRows(join, reached, scale, center, metrics.bandHalf * 0.86),
    rivals:
      reached === "keep_latest" && lineX !== null
        ? marks
            .filter(({ state, count }) => state === "superseded" && count === 1)
            .slice(-MOST_RIVALS)
            .map((mark) => arc(mark.x, mark.y, lineX, center, metrics, false))
        : [],
    originalPositions: originalPositions(marks, frame.origin?.joins[index], scale),
  };
  const ownHeight = metrics.laneHeight - frame.guessPx;
  const zone = { top: top + ownHeight, height: frame.guessPx, lineX };
  const drawn = frame.guess?.drawing.draw(frame.guess, facts, marks, zone);
  const noun = nounOf(slice, join);
  const counted = `${verdicts.length} ${verdicts.length === 1 ? noun.one : noun.many}`;
  return {
    ...lane,
    join: index,
    rule: { ttlUs: join.rule.ttlUs, delayUs: join.rule.delayUs },
    progress,
    title: join.fgName,
    subtitle:
      metrics.laneForm === "thin" || metrics.laneForm === "strip"
        ? (density?.shortWords ?? "")
        : subtitle(
            join.writes.map((write) => write.as),
            column?.name,
            metrics,
            frame.hidesBand && ttlUs !== null ? ttlText(join.rule) : null,
          ),
    guess: drawn?.guess ?? null,
    band: frame.hidesBand ? null : band,
    labels: [
      ...(metrics.laneForm === "strip" ? stripLabels : laneLabels)(
        facts,
        {
          ...lane,
          ...(frame.hidesBand && { band: null }),
          height: ownHeight,
          finalArc,
          offScreen,
          yours: frame.guess?.drawing.yoursLabel(frame.guess, facts, marks) ?? [],
        },
        lineX,
      ),
      ...(drawn?.labels ?? []),
    ],
    note: notePicture(notesFor(reason, slice, join), facts, lineX),
    spoken: [
      `${join.fgName}: ${density === null ? counted : `${counted}, ${density.words}`}`,
      ...(drawn?.spoken ?? []),
    ].join("; "),
  };
}

/** What stands in place of marks, the longest wording first; none where there are marks. */
function notesFor(reason: string, slice: EntitySlice, join: SliceJoin): string[] {
  if (reason === "no_entity") {
    const nothing = `nothing of ${entityName(slice, join)}`;
    return [`${nothing} in ${join.fgName}`, nothing, "nothing"];
  }
  if (reason !== "null_key") return [];
  const missing = `${nullKeys(slice, join).join(", ") || "the key"} is null`;
  return [`${missing}: nothing matches`, missing, "null"];
}

const NOTE_GAP_PX = 12;

/** The longest wording that the line does not cross, left of it or else right. */
function notePicture(
  notes: readonly string[],
  { scale, metrics: m, center }: LaneFacts,
  lineX: number | null,
): WordsPicture | null {
  const y = m.laneForm === "thin" || m.laneForm === "strip" ? center + m.valuePx * 0.35 : center - 8;
  const left = scale.left + NOTE_GAP_PX;
  const line = lineX ?? scale.right;
  for (const text of notes) {
    const width = textWidth(text, m.valuePx) + NOTE_GAP_PX;
    if (left + width <= line) return { text, x: left, y };
    if (line + NOTE_GAP_PX + width <= scale.right) return { text, x: line + NOTE_GAP_PX, y };
  }
  const shortest = notes.at(-1);
  return shortest === undefined ? null : { text: shortest, x: left, y };
}

/** The columns that a join writes, the one that is shown first: all of them, or how many more there are; then a rule. */
function subtitle(
  columns: readonly string[],
  shown: string | undefined,
  m: Metrics,
  rule: string | null,
): string {
  const first = columns.find((column) => column === shown) ?? columns[0] ?? "writes no column";
  const all = [first, ...columns.filter((column) => column !== first)].join(", ");
  const more = columns.length > 1 ? ` +${columns.length - 1}` : "";
  const end = rule === null ? "" : ` · ${rule}`;
  const room = (m.layout === "wide" ? m.plotLeft - 12 : m.width / 2) - textWidth(end, m.textPx);
  const words = [all, `${first}${more}`].find((some) => textWidth(some, m.textPx) <= room);
  const columnWords = words ?? `${fitted(first, room - textWidth(`…${more}`, m.textPx), m.textPx)}…${more}`;
  return columnWords + end;
}

/** As much of a text's beginning as fits. */
export function fitted(text: string, roomPx: number, sizePx: number, weight: 400 | 600 = 400): string {
  let fit = text;
  while (fit.length > 1 && textWidth(fit, sizePx, weight) > roomPx) fit = fit.slice(0, -1);
  return fit;
}
