import type { FeatureGroup, FeatureStore } from "../../microfs";
import { type CellValue, NO_MATCH, type Times, upperBound } from "../../microfs/core";
import type { Edit } from "../../scenario/edits/edit";
import type { EmptyReasonName } from "../../terms/empty-reasons";
import type { JoinParts } from "../../why-empty/joined-view";
import { countedWays, missedWays } from "../../why-empty/misses";
import { leastMissed, missAt, type NearMiss } from "../../why-empty/nearest";
import { type EmptyLine, explainCell, type WhyEmpty, whyEmpty } from "../../why-empty/why-empty";
import { inPieces } from "../in-pieces";
import type { TrainingState } from "../live/training-state";
import { type EditedGroup, editedGroups } from "../store-edits";
import type {
  DrawnRow,
  JustMissed,
  MissedCell,
  MissedPage,
  WhyEmptyCell,
  WhyEmptySummary,
} from "./why-empty-results";

/** What was found for one state of a training set. */
interface Found {
  readonly why: WhyEmpty;
  /** By a group's name: the numbers that its rows are known by. */
  readonly idsOf: (name: string) => Int32Array;
}

/** What the page asks about empty cells. */
export type WhyEmptyQuestion =
  | { readonly kind: "summary" }
  /** The training rows [from, to) of a line. */
  | { readonly kind: "rows"; readonly line: number; readonly from: number; readonly to: number }
  | { readonly kind: "cell"; readonly join: number; readonly trainingRow: number };

export type WhyEmptyAnswer =
  | ({ readonly kind: "summary" } & WhyEmptySummary)
  | ({ readonly kind: "rows" } & MissedPage)
  | { readonly kind: "cell"; readonly found: WhyEmptyCell | null };

/** Answers why cells are empty. What was found is kept as long as the state of the training set that it is of. */
export class WhyEmptyWork {
  readonly #store: FeatureStore;
  readonly #found = new WeakMap<TrainingState, Found>();

  constructor(store: FeatureStore) {
    this.#store = store;
  }

  /**
   * Answers a question about a training set as edits leave it, with pauses in which a cancel arrives.
   *
   * @param state - What the live training set made of these very edits, just now.
   */
  async answer(
    state: TrainingState,
    edits: readonly Edit[],
    question: WhyEmptyQuestion,
    signal: AbortSignal,
  ): Promise<WhyEmptyAnswer> {
    const found = this.#found.get(state) ?? (await this.#find(state, edits, signal));
    switch (question.kind) {
      case "summary":
        return { kind: "summary", ...summaryOf(found) };
      case "rows":
        return { kind: "rows", ...pageOf(found, question.line, question.from, question.to) };
      case "cell":
        return {
          kind: "cell",
          found: await inPieces(cellOf(found, question.join, question.trainingRow), signal),
        };
    }
  }

  async #find(state: TrainingState, edits: readonly Edit[], signal: AbortSignal): Promise<Found> {
    const edited = editedGroups(this.#store, edits);
    const groups = new Map<string, EditedGroup>();
    const groupNamed = (name: string): FeatureGroup => {
      const group = groups.get(name) ?? edited(name);
      groups.set(name, group);
      return group.group;
    };
    const why = await inPieces(whyEmpty(state.view, groupNamed), signal);
    const found = { why, idsOf: (name: string) => groups.get(name)?.ids ?? new Int32Array() };
    this.#found.set(state, found);
    return found;
  }
}

function summaryOf(found: Found): WhyEmptySummary {
  const { joined, lines, emptyCells, joinedCells } = found.why;
  const shown = lines.map((line, number) => ({
    number,
    join: line.join,
    fgName: partsOf(found, line.join).join.fgName,
    reason: line.reason,
    cause: line.cause,
    cells: line.cells,
    rows: line.rows.length,
    nearest: line.nearest && missedCell(found, line.join, line.nearest),
    offer: line.offer,
  }));
  return {
    viewName: joined.view.name,
    emptyCells,
    joinedCells,
    clockUs: sharedClock(joined.joins[0]?.sides.spine.times ?? new Float64Array()),
    on: joined.joins.map(({ join }) => onOf(join)),
    lines: shown,
    justMissed: justMissed(found),
  };
}

const DAY_US = 86_400_000_000;

/** The time of day that all of some moments share; `null` where they do not. */
function sharedClock(times: Times): number | null {
  if (times.length === 0) return null;
  const clock = (row: number) => ((Number(times[row]) % DAY_US) + DAY_US) % DAY_US;
  const first = clock(0);
  for (let row = 1; row < times.length; row++) if (clock(row) !== first) return null;
  return first;
}

function onOf({ spineColumns, featureColumns }: JoinParts["join"]) {
  return { spineColumns, featureColumns };
}

function partsOf({ why }: Found, join: number): JoinParts {
  const parts = why.joined.joins[join];
  if (parts === undefined) throw new RangeError(`there is no join ${join}`);
  return parts;
}

function missedCell(found: Found, join: number, { trainingRow, row, way, byUs }: NearMiss): MissedCell {
  const { joined } = found.why;
  const parts = partsOf(found, join);
  const spineRow = joined.order[trainingRow] ?? NO_MATCH;
  const valuesOf = (group: FeatureGroup, names: readonly string[], at: number): CellValue[] =>
    names.map((name) => group.column(name).get(at));
  return {
    trainingRow,
    spineRow: found.idsOf(joined.spine.name)[spineRow] ?? NO_MATCH,
    timeUs: BigInt(parts.sides.spine.times[trainingRow] ?? 0),
    asked: valuesOf(joined.spine, parts.join.spineColumns, spineRow),
    way,
    byUs: byUs !== null && Number.isFinite(byUs) ? byUs : null,
    nearest:
      row === NO_MATCH
        ? null
        : {
            row: found.idsOf(parts.group.name)[row] ?? NO_MATCH,
            written: valuesOf(parts.group, parts.join.featureColumns, row),
            eventUs: BigInt(parts.sides.eventTimes[row] ?? 0),
          },
    nullColumns: nullColumns(found, parts, trainingRow),
  };
}

function nullColumns({ why }: Found, { number, written, matches }: JoinParts, trainingRow: number): string[] {
  const chosen = matches.index[trainingRow] ?? NO_MATCH;
  if (chosen === NO_MATCH) return [];
  const columns = why.joined.view.columns.filter(({ join }) => join === number);
  return columns.flatMap(({ name }, i) => (written[i]?.isNull(chosen) === true ? [name] : []));
}

function pageOf(found: Found, number: number, from: number, to: number): MissedPage {
  const line = found.why.lines[number];
  if (line === undefined) return { rows: [], total: 0 };
  const rows = line.rows.slice(from, to);
  const ways = countedWays(missedWays(partsOf(found, line.join), line.reason, rows), line.cause);
  return {
    total: line.rows.length,
    rows: Array.from(rows, (trainingRow, i) => missedCell(found, line.join, missAt(trainingRow, ways, i))),
  };
}

function* cellOf(found: Found, join: number, trainingRow: number): Generator<void, WhyEmptyCell | null> {
  const cell = yield* explainCell(found.why, join, trainingRow);
  if (cell === null) return null;
  const { line, reason, cause, nearest, offer } = cell;
  const parts = partsOf(found, join);
  return {
    line,
    join,
    fgName: parts.join.fgName,
    reason,
    cause,
    cell: nearest && missedCell(found, join, nearest),
    offer,
    on: onOf(parts.join),
  };
}

const MOST_DRAWN_LINES = 3;
/** Of the rows before and after the line, each. */
const MOST_DRAWN_ROWS = 6;

/** One cell each of the reasons with most cells that missed a row by time or by how its key is written. */
function justMissed(found: Found): JustMissed[] {
  const { lines, joined } = found.why;
  const cellsOf = new Map<EmptyReasonName, number>();
  for (const { reason, cells } of lines) cellsOf.set(reason, (cellsOf.get(reason) ?? 0) + cells);
  const reasons = [...cellsOf].sort(([, a], [, b]) => b - a).map(([reason]) => reason);
  const drawn: JustMissed[] = [];
  for (const reason of reasons) {
    const line = leastMissed(lines.filter((one) => one.reason === reason && isJustMissed(one)));
    const nearest = line && (line.nearestFilled ?? line.nearest);
    const parts = line && partsOf(found, line.join);
    const written = parts?.written[0];
    if (line === null || parts == null || nearest == null || written === undefined) continue;
    drawn.push({
      line: lines.indexOf(line),
      missedAs: missedAs(reason, nearest),
      cell: missedCell(found, line.join, nearest),
      rows: rowsAround(found, parts, nearest),
      rule: parts.join.rule,
      column: {
        name: joined.view.columns.find(({ join }) => join === line.join)?.column ?? "",
        type: written.type,
      },
    });
    if (drawn.length === MOST_DRAWN_LINES) break;
  }
  return drawn;
}

/** Not where the times were read in another unit, or the join looks at another column or side: no row is near there. */
function isJustMissed({ reason, cause, nearest, nearestFilled, offer }: EmptyLine): boolean {
  if ((nearestFilled ?? nearest ?? { row: NO_MATCH }).row === NO_MATCH) return false;
  switch (reason) {
    case "no_entity":
      return offer !== null && cause !== "other_column";
    case "expired":
    case "not_yet_known":
    case "future_only":
    case "exact_match":
      return cause !== "unit_too_small" && cause !== "other_unit";
    case "null_key":
    case "null_value":
    case "wrong_side":
      return false;
  }
}

function missedAs(reason: EmptyReasonName, { way }: NearMiss): EmptyReasonName {
  if (reason !== "expired" || way === null || way === "too_old") return reason;
  return way === "known_later" ? "not_yet_known" : "future_only";
}

/** The rows under the key of the one that came nearest, around the line; that one is always among them. */
function rowsAround(found: Found, { group, join, sides, written }: JoinParts, nearest: NearMiss): DrawnRow[] {
  const { starts, rows, eventTimes } = sides.features;
  const entity = group.index.keys(join.featureColumns).codes(group.numRows)[nearest.row] ?? NO_MATCH;
  const [start, end] = [starts[entity] ?? 0, starts[entity + 1] ?? 0];
  const at = upperBound(eventTimes, start, end, sides.spine.times[nearest.trainingRow] ?? 0);
  const own = rows.indexOf(nearest.row, start);
  const positions = new Set<number>([own]);
  for (let i = Math.max(start, at - MOST_DRAWN_ROWS); i < Math.min(end, at + MOST_DRAWN_ROWS); i++)
    positions.add(i);
  const ids = found.idsOf(group.name);
  const { clock, delayUs } = join.rule;
  return [...positions]
    .sort((a, b) => a - b)
    .map((position) => {
      const row = rows[position] ?? 0;
      const eventUs = BigInt(sides.eventTimes[row] ?? 0);
      const isByEvent = clock === "event_time" || sides.createdTimes === null;
      const clockUs = isByEvent ? eventUs : BigInt(sides.createdTimes?.[row] ?? 0);
      const knownUs = clockUs + delayUs > eventUs ? clockUs + delayUs : eventUs;
      return { row: ids[row] ?? NO_MATCH, eventUs, knownUs, value: written[0]?.get(row) ?? null };
    });
}
