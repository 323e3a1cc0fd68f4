import type { FeatureGroup } from "../microfs";
import {
  type FeatureIndex,
  featureIndex,
  type JoinRule,
  type JoinSides,
  NULL_KEY,
  type SpineSide,
  type Times,
  UNKNOWN_KEY,
} from "../microfs/core";
import { editedRule } from "../scenario/edits/edit-slice";
import type { JoinedView, JoinParts } from "./joined-view";
import {
  type ColumnChange,
  type ColumnEdit,
  changedText,
  columnEdits,
  type OfferedEdit,
} from "./offered-edit";

/** What would fill cells: edits, all pressed as one, or other columns that a join is on. */
export type Change =
  | { readonly kind: "edits"; readonly edits: readonly OfferedEdit[] }
  /** The columns by pairs, spine's first. */
  | { readonly kind: "mapping"; readonly join: number; readonly on: readonly (readonly [string, string])[] };

/** One join as a change leaves it. */
export interface ChangedSides {
  readonly spine: SpineSide;
  readonly features: FeatureIndex;
  readonly rule: JoinRule;
  /** Shape [feature rows], by row. */
  readonly eventTimes: Times;
  readonly createdTimes: Times | null;
}

/** One join as a change leaves it; `null` where the change does not concern it. O(rows of the group) where keys change. */
export function changedSides(joined: JoinedView, parts: JoinParts, change: Change): ChangedSides | null {
  const { join, number, sides } = parts;
  if (change.kind === "mapping") return change.join === number ? mappedSides(joined, parts, change.on) : null;
  const columns = columnEdits(change.edits);
  const rules = change.edits.flatMap((edit) => (edit.kind === "column" ? [] : [edit]));
  const rule = editedRule(join.rule, number, rules);
  const of = (group: FeatureGroup, column: string | undefined) =>
    columns.filter((edit) => edit.group === group.name && edit.column === column).map((edit) => edit.change);
  const { spine } = joined;
  const { group } = parts;
  const spineTime = of(spine, spine.eventTime);
  const eventTime = of(group, group.eventTime);
  const createdTime = of(group, group.createdTime);
  const areKeysChanged = join.spineColumns.some(
    (name, i) => of(spine, name).length > 0 || of(group, join.featureColumns[i]).length > 0,
  );
  const areTimesChanged = spineTime.length > 0 || eventTime.length > 0 || createdTime.length > 0;
  if (rule === join.rule && !areKeysChanged && !areTimesChanged) return null;
  const { keys, features } = areKeysChanged
    ? changedKeys(joined, parts, columns)
    : { keys: sides.spine.keys, features: sides.features };
  const created = (times: Times | null) => times && changedTimes(times, createdTime);
  return {
    rule,
    spine: { keys, times: changedTimes(sides.spine.times, spineTime) },
    features: areTimesChanged
      ? {
          ...features,
          eventTimes: changedTimes(features.eventTimes, eventTime),
          createdTimes: created(features.createdTimes),
        }
      : features,
    eventTimes: changedTimes(sides.eventTimes, eventTime),
    createdTimes: created(sides.createdTimes),
  };
}

function mappedSides(
  { spine, order }: JoinedView,
  { group, join, sides }: JoinParts,
  on: readonly (readonly [string, string])[],
): ChangedSides {
  const featureColumns = on.map(([, column]) => column);
  const codes = group.index.spineCodes(
    featureColumns,
    spine,
    on.map(([column]) => column),
  );
  return {
    rule: join.rule,
    spine: { keys: order.map((row) => codes[row] ?? UNKNOWN_KEY), times: sides.spine.times },
    features: group.index.features(featureColumns),
    eventTimes: sides.eventTimes,
    createdTimes: sides.createdTimes,
  };
}

/** Moves or scales times. All move alike, so their order stays. The same array where nothing changes. */
export function changedTimes(times: Times, changes: readonly ColumnChange[]): Times {
  return changes.reduce<Times>((before, change) => {
    if (change.kind === "shift") return mapTimes(before, BigInt(change.byUs), (time, by) => time + by, 1n);
    return change.kind === "scale" ? mapTimes(before, 0n, (time) => time, BigInt(change.by)) : before;
  }, times);
}

function mapTimes(
  times: Times,
  by: bigint,
  add: (time: bigint, by: bigint) => bigint,
  factor: bigint,
): Times {
  const [byNumber, factorNumber] = [Number(by), Number(factor)];
  if (times instanceof Float64Array) {
    const changed = times.map((time) => time * factorNumber + byNumber);
    if (changed.every(Number.isSafeInteger)) return changed;
  }
  return BigInt64Array.from(times as ArrayLike<number | bigint>, (time) =>
    BigInt.asIntN(64, add(BigInt(time) * factor, by)),
  );
}

/** Codes of one pair of key columns, in numbers that both sides share. */
export interface SharedCodes {
  /** Shape [training rows]. */
  readonly spine: Int32Array;
  /** Shape [rows of the group]. */
  readonly group: Int32Array;
  readonly count: number;
}

function changedKeys(
  joined: JoinedView,
  parts: JoinParts,
  edits: readonly ColumnEdit[],
): { keys: Int32Array; features: FeatureIndex } {
  const { join, group, sides } = parts;
  const pairs = join.spineColumns.map((spineColumn, i) =>
    sharedCodes(joined, group, spineColumn, join.featureColumns[i] ?? "", edits),
  );
  const codes = pairs
    .slice(1)
    .reduce(paired, pairs[0] ?? { spine: new Int32Array(), group: new Int32Array(), count: 0 });
  return {
    keys: codes.spine,
    features: featureIndex(codes.group, codes.count, sides.eventTimes, sides.createdTimes),
  };
}

/** Two columns' codes as those of one, without a text being joined. */
function paired(one: SharedCodes, other: SharedCodes): SharedCodes {
  const numbers = new Map<number, number>();
  const number = (a: number, b: number, addNew: boolean) => {
    if (a === NULL_KEY || b === NULL_KEY) return NULL_KEY;
    if (a < 0 || b < 0) return UNKNOWN_KEY;
    const pair = a * other.count + b;
    const known = numbers.get(pair);
    if (known !== undefined || !addNew) return known ?? UNKNOWN_KEY;
    numbers.set(pair, numbers.size);
    return numbers.size - 1;
  };
  const group = one.group.map((code, row) => number(code, other.group[row] ?? NULL_KEY, true));
  const spine = one.spine.map((code, row) => number(code, other.spine[row] ?? NULL_KEY, false));
  return { spine, group, count: numbers.size };
}

function sharedCodes(
  { spine, order }: JoinedView,
  group: FeatureGroup,
  spineColumn: string,
  column: string,
  edits: readonly ColumnEdit[],
): SharedCodes {
  const [left, right] = [spine.column(spineColumn), group.column(column)];
  const changes = (name: string, of: string) =>
    edits.filter((edit) => edit.group === name && edit.column === of).map((edit) => edit.change);
  const [spineChanges, groupChanges] = [changes(spine.name, spineColumn), changes(group.name, column)];
  if (
    left.dictionary === null ||
    right.dictionary === null ||
    spineChanges.length + groupChanges.length === 0
  ) {
    const keys = group.index.keys([column]);
    const ofSpine = keys.codesOf([left], spine.numRows, keys.count);
    return {
      spine: order.map((row) => ofSpine[row] ?? UNKNOWN_KEY),
      group: keys.codes(group.numRows),
      count: keys.count,
    };
  }
  const codes = textCodes(left.dictionary.texts, right.dictionary.texts, spineChanges, groupChanges);
  const at = (values: ArrayLike<number | bigint>, of: Int32Array, row: number) =>
    of[Number(values[row])] ?? UNKNOWN_KEY;
  return {
    spine: order.map((row) => (left.isNull(row) ? NULL_KEY : at(left.values, codes.spine, row))),
    group: Int32Array.from({ length: group.numRows }, (_, row) =>
      right.isNull(row) ? NULL_KEY : at(right.values, codes.group, row),
    ),
    count: codes.count,
  };
}

/** What the texts of two dictionaries are once they are changed, numbered: the same number for the same text. O(texts). */
export function textCodes(
  spineTexts: readonly string[],
  groupTexts: readonly string[],
  spineChanges: readonly ColumnChange[],
  groupChanges: readonly ColumnChange[],
): SharedCodes {
  const numbers = new Map<string, number>();
  const after = (text: string, changes: readonly ColumnChange[]) => changes.reduce(changedText, text);
  const group = Int32Array.from(groupTexts, (text) => {
    const changed = after(text, groupChanges);
    const known = numbers.get(changed);
    if (known !== undefined) return known;
    numbers.set(changed, numbers.size);
    return numbers.size - 1;
  });
  const spine = Int32Array.from(spineTexts, (text) => numbers.get(after(text, spineChanges)) ?? UNKNOWN_KEY);
  return { spine, group, count: numbers.size };
}

/** Whether a join as changed can choose a row that was not known: only another clock than the group's, or another direction, can. */
export function canLeak({ groupClock }: JoinSides, rule: JoinRule): boolean {
  const isOwn = rule.clock === groupClock.clock && rule.delayUs >= groupClock.delayUs;
  return rule.direction !== "backward" || !isOwn;
}
