import type { Column, FeatureGroup } from "../microfs";
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
import { type ColumnChange, changeText } from "../scenario/edits/column-change";
import type { ColumnEdit, Edit } from "../scenario/edits/edit";
import { editedRule } from "../scenario/edits/edit-slice";
import type { JoinedView, JoinParts } from "./joined-view";

/** What would fill cells: edits, all pressed as one, or other columns that a join is on. */
export type Change =
  | { readonly kind: "edits"; readonly edits: readonly Edit[] }
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
  /** The training rows whose cells can change; `null` for all. Of other entities `features` may have no rows. */
  readonly rows: Int32Array | null;
}

/** One join as a change leaves it; `null` where the change does not concern it. O(rows of the group) where keys change. */
export function changedSides(joined: JoinedView, parts: JoinParts, change: Change): ChangedSides | null {
  const { join, number, sides } = parts;
  if (change.kind === "mapping") return change.join === number ? mappedSides(joined, parts, change.on) : null;
  const columns = change.edits.filter((edit): edit is ColumnEdit => edit.kind === "column");
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
  const isOfKeysAlone = rule === join.rule && !areTimesChanged;
  const { keys, features, rows } = areKeysChanged
    ? changedKeys(joined, parts, columns, isOfKeysAlone)
    : { keys: sides.spine.keys, features: sides.features, rows: null };
  const created = (times: Times | null) => times && changedTimes(times, createdTime);
  return {
    rule,
    rows,
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
    rows: null,
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
  /** By code: 1 where it means the same rows to the same predictions as before; `null` where that is not known. */
  readonly isSame: Uint8Array | null;
}

interface ChangedKeys extends Pick<ChangedSides, "features" | "rows"> {
  readonly keys: Int32Array;
}

/** @param areAlone - Whether nothing else changes, so that an entity with the rows that it had keeps its cells. */
function changedKeys(
  joined: JoinedView,
  parts: JoinParts,
  edits: readonly ColumnEdit[],
  areAlone: boolean,
): ChangedKeys {
  const { join, group, sides } = parts;
  const pairs = join.spineColumns.map((spineColumn, i) =>
    sharedCodes(joined, group, spineColumn, join.featureColumns[i] ?? "", edits),
  );
  const [first = { spine: new Int32Array(), group: new Int32Array(), count: 0, isSame: null }, ...others] =
    pairs;
  const { isSame } = first;
  if (areAlone && others.length === 0 && isSame !== null) {
    const isOther = (code: number) => code >= 0 && isSame[code] === 0;
    const ofOthers = first.group.map((code) => (isOther(code) ? code : NULL_KEY));
    return {
      keys: first.spine,
      features: featureIndex(ofOthers, first.count, sides.eventTimes, sides.createdTimes),
      // A key that was there and is not any more has no code to be another by.
      rows: positionsWhere(
        first.spine,
        (code, at) => isOther(code) || (code < 0 && (sides.spine.keys[at] ?? NULL_KEY) >= 0),
      ),
    };
  }
  const codes = others.reduce(paired, first);
  return {
    keys: codes.spine,
    features: featureIndex(codes.group, codes.count, sides.eventTimes, sides.createdTimes),
    rows: null,
  };
}

function positionsWhere(codes: Int32Array, holds: (code: number, at: number) => boolean): Int32Array {
  let count = 0;
  for (let i = 0; i < codes.length; i++) if (holds(codes[i] ?? NULL_KEY, i)) count++;
  const positions = new Int32Array(count);
  for (let i = 0, at = 0; at < count; i++) if (holds(codes[i] ?? NULL_KEY, i)) positions[at++] = i;
  return positions;
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
  return { spine, group, count: numbers.size, isSame: null };
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
      isSame: null,
    };
  }
  const codes = textCodes(left.dictionary.texts, right.dictionary.texts, spineChanges, groupChanges);
  return {
    spine: recoded(left, codes.spine, order),
    group: recoded(right, codes.group, null, group.numRows),
    count: codes.count,
    isSame: unchangedCodes(codes, (code) => right.dictionary?.codeOf(left.dictionary?.texts[code] ?? "")),
  };
}

/** The new codes of a text column's rows; of some of them, or of the first so many. */
function recoded(
  { values, valid }: Column,
  codes: Int32Array,
  rows: Int32Array | null,
  length = rows?.length ?? 0,
): Int32Array {
  const anew = new Int32Array(length).fill(NULL_KEY);
  if (!(values instanceof Int32Array)) throw new TypeError("texts must be kept as codes");
  for (let i = 0; i < length; i++) {
    const row = rows === null ? i : (rows[i] ?? 0);
    if (valid[row] === 1) anew[i] = codes[values[row] ?? 0] ?? UNKNOWN_KEY;
  }
  return anew;
}

/** Codes of one text of the group that those predictions alone ask for that asked for it before. O(texts). */
function unchangedCodes(
  { spine, group, count }: Pick<SharedCodes, "spine" | "group" | "count">,
  codeBefore: (spineText: number) => number | undefined,
): Uint8Array {
  const isSame = new Uint8Array(count).fill(1);
  const only = new Int32Array(count).fill(NULL_KEY);
  for (const [text, code] of group.entries()) {
    if (only[code] !== NULL_KEY) isSame[code] = 0;
    only[code] = text;
  }
  for (const [text, code] of spine.entries())
    if (code >= 0 && codeBefore(text) !== only[code]) isSame[code] = 0;
  return isSame;
}

/** What the texts of two dictionaries are once they are changed, numbered: the same number for the same text. O(texts). */
export function textCodes(
  spineTexts: readonly string[],
  groupTexts: readonly string[],
  spineChanges: readonly ColumnChange[],
  groupChanges: readonly ColumnChange[],
): Pick<SharedCodes, "spine" | "group" | "count"> {
  const numbers = new Map<string, number>();
  const after = (text: string, changes: readonly ColumnChange[]) =>
    changes.reduce((now, change) => changeText(change, now), text);
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
