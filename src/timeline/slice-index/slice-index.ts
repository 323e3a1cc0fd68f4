import {
  type CellValue,
  choice,
  type EntitySlice,
  type JoinRule,
  NO_MATCH,
  type SliceColumn,
  type SliceJoin,
  toTimes,
} from "../../microfs/core";
import { columnRank, firstByRank } from "../../terms/column-rank";
import { idleUs, type Moments } from "../geometry/folds";
import { padded, type TimeWindow } from "../geometry/time-window";
import { CandidateIndex, doubles, type Extent } from "./candidate-index";
import { VerdictsAt } from "./verdicts-at";

/**
 * Everything that is derived from a slice, each when it is first asked for. Slices do not change, so it stays true as
 * long as its slice is there.
 */
export class SliceIndex {
  /** Shape [spine rows]. Their times as doubles, ascending: for drawing. */
  readonly spineUs: Float64Array;
  readonly #slice: EntitySlice;
  readonly #verdicts = new Map<SliceJoin, VerdictsAt>();
  #positions: ReadonlyMap<number, number> | null = null;
  #extent: Extent | null = null;
  #whole: TimeWindow | null = null;

  constructor(slice: EntitySlice) {
    this.#slice = slice;
    this.spineUs = doubles(toTimes(slice.spine.timesUs));
  }

  /** Where a spine row stands in the slice, by its number in the label group's table; −1 where it does not. */
  spinePositionOf(row: number): number {
    this.#positions ??= new Map(Array.from(this.#slice.spine.rows, (number, position) => [number, position]));
    return this.#positions.get(row) ?? -1;
  }

  /** All moments at which the slice has something: spine rows, events, and when they became known. */
  get moments(): Moments {
    const candidates = this.#slice.joins.map(candidatesOf);
    return {
      ascending: [this.spineUs, ...candidates.map(({ eventUs }) => eventUs)],
      unordered: candidates.flatMap(({ createdUs }) => createdUs ?? []),
    };
  }

  /** From the first to the last of them; the beginning of time where there are none. */
  get extent(): Extent {
    this.#extent ??= extentOf(this.#slice);
    return this.#extent;
  }

  /** Everything there is, with a margin. */
  get wholeWindow(): TimeWindow {
    if (this.#whole === null) {
      const [first, last] = [Number(this.extent.firstUs), Number(this.extent.lastUs)];
      this.#whole = padded(first, last, idleUs(first, last, this.moments));
    }
    return this.#whole;
  }

  /** The verdicts of a join's candidates at a moment. Keeps each join's last: all phases of a row ask for the same. */
  verdictsAt(join: SliceJoin, tUs: bigint): VerdictsAt {
    const known = this.#verdicts.get(join);
    if (known?.tUs === tUs) return known;
    const found = new VerdictsAt(candidatesOf(join), join, tUs);
    this.#verdicts.set(join, found);
    return found;
  }
}

function extentOf({ spine: { timesUs }, joins }: EntitySlice): Extent {
  const [firstUs, lastUs] = [timesUs[0], timesUs.at(-1)];
  const spine = firstUs === undefined || lastUs === undefined ? [] : [{ firstUs, lastUs }];
  const all = [...spine, ...joins.flatMap((join) => candidatesOf(join).extent ?? [])];
  return all.reduce(
    (a, b) => ({
      firstUs: b.firstUs < a.firstUs ? b.firstUs : a.firstUs,
      lastUs: b.lastUs > a.lastUs ? b.lastUs : a.lastUs,
    }),
    all[0] ?? { firstUs: 0n, lastUs: 0n },
  );
}

/** A float is told from an integer by its decimals. */
const FEWEST_DECIMALS = 2;
export const MOST_DECIMALS = 4;

/**
 * The timeline's one memory: what is derived from a slice, from a join's rows, and from a column. An edited slice shares
 * with the one before it all rows and columns but the edited ones, so those are known by their arrays.
 */
const known = new WeakMap<EntitySlice | BigInt64Array | SliceColumn, SliceIndex | CandidateIndex | number>();

/** What is derived from a slice. The slice must not change any more. */
export function sliceIndex(slice: EntitySlice): SliceIndex {
  const there = known.get(slice);
  if (there instanceof SliceIndex) return there;
  const made = new SliceIndex(slice);
  known.set(slice, made);
  return made;
}

/** What is derived from a join's rows: the same for all joins, slices and rules that share them. */
export function candidatesOf(join: SliceJoin): CandidateIndex {
  const there = known.get(join.eventTimesUs);
  if (there instanceof CandidateIndex && there.isOf(join)) return there;
  const made = new CandidateIndex(join);
  known.set(join.eventTimesUs, made);
  return made;
}

/** The row that a rule chooses, by its number in the group's table, and whether that leaks; `NO_MATCH` for none. */
export interface ChosenRow {
  readonly row: number;
  readonly isLeak: boolean;
}

/** The row that a join chooses at a moment, by its own rule or another one. The others are not looked at: O(log m). */
export function chosenRow(join: SliceJoin, tUs: bigint, rule: JoinRule = join.rule): ChosenRow {
  const candidates = candidatesOf(join);
  const { position, isLeak } = choice(
    tUs,
    join.keyIsNull ? null : candidates.features,
    rule,
    join.groupClock,
  );
  return { row: position === NO_MATCH ? NO_MATCH : candidates.rowAt(position), isLeak };
}

/** How many decimals a column of floats needs to be read: 2 to 4. O(rows) once a column. */
export function decimalsOf(column: SliceColumn): number {
  const there = known.get(column);
  if (typeof there === "number") return there;
  let decimals = FEWEST_DECIMALS;
  for (const value of column.values) {
    if (typeof value !== "number" || !Number.isFinite(value)) continue;
    while (decimals < MOST_DECIMALS && Number(value.toFixed(decimals)) !== value) decimals++;
    if (decimals === MOST_DECIMALS) break;
  }
  known.set(column, decimals);
  return decimals;
}

/** What of a join's columns stands for all of them: of those that it writes the first by {@link writeRank}. */
export function firstWrite(join: SliceJoin): SliceJoin["writes"][number] | undefined {
  return firstByRank(join.writes, ({ column }) => writeRank(join, column));
}

/** How early a column that a join writes stands for all of them: first what a model would learn from, see {@link columnRank}. */
export function writeRank({ columns, eventTime, createdTime, primaryKeys, on }: SliceJoin, name: string) {
  const type = columns.find((column) => column.name === name)?.type ?? "string";
  const keys = [...primaryKeys, ...on.map(({ column }) => column)];
  return columnRank(name, type, { keys, eventTime, createdTime });
}

/** The column whose value stands for the row on the timeline, unless another is named. */
export function shownColumn(join: SliceJoin, name?: string): SliceColumn | null {
  const wanted = name ?? firstWrite(join)?.column;
  return join.columns.find((column) => column.name === wanted) ?? null;
}

/** A column's value in a row of the group's table; `null` where the row has none. */
export function valueOfRow(join: SliceJoin, column: SliceColumn | null, row: number): CellValue {
  return column?.values[candidatesOf(join).positionOf(row)] ?? null;
}

/** The slice as other rules would join it. `undefined` keeps a join's own. The joins keep their own clocks: leaks stay leaks. */
export function withRules(slice: EntitySlice, rules?: readonly (JoinRule | undefined)[]): EntitySlice {
  if (rules === undefined) return slice;
  return { ...slice, joins: slice.joins.map((join, i) => ({ ...join, rule: rules[i] ?? join.rule })) };
}
