import type { Column, FeatureGroup } from "../microfs";
import { type ColumnChange, changeText } from "../scenario/edits/column-change";
import type { ColumnEdit } from "../scenario/edits/edit";
import type { Candidate, Cause } from "./candidate";
import { textCodes } from "./changed-sides";
import type { EmptyRows } from "./empty-lines";
import type { InPieces, JoinedView, JoinParts } from "./joined-view";
import { paddedWidth } from "./keys/compare-keys";

interface Rated extends Candidate {
  /** How many of the line's rows would find their key; an upper bound of what is filled. */
  readonly matches: number;
}

/**
 * Changes under which keys that are not there would be: texts of one side or both trimmed, in small letters, padded with
 * zeros or without them. Keys of different types never meet in a view: declaring it refuses them. O(texts) per change.
 *
 * @returns Those that match most first; of as many, the one that changes least.
 */
export function* keyChanges(joined: JoinedView, parts: JoinParts, line: EmptyRows): InPieces<Candidate[]> {
  const found: Rated[] = [];
  for (const [i, spineColumn] of parts.join.spineColumns.entries()) {
    const column = parts.join.featureColumns[i] ?? "";
    const [left, right] = [joined.spine.column(spineColumn), parts.group.column(column)];
    if (left.dictionary === null || right.dictionary === null) continue;
    const [asked, known] = [left.dictionary.texts, right.dictionary.texts];
    const wanted = codesOf(left, joined.order, line.rows);
    for (const { cause, change } of textChanges(asked, known)) {
      for (const { edits, spineToo, groupToo } of sidesChanged(joined, parts, i, change)) {
        const codes = textCodes(asked, known, spineToo ? [change] : [], groupToo ? [change] : []);
        let matches = 0;
        for (const code of wanted) if ((codes.spine[code] ?? -1) >= 0) matches++;
        yield;
        if (matches > 0)
          found.push({ cause, matches, byUs: null, onlyOwnRows: false, change: { kind: "edits", edits } });
      }
    }
  }
  return found.sort((a, b) => b.matches - a.matches);
}

function codesOf({ values }: Column, order: Int32Array, rows: Int32Array): Int32Array {
  return rows.map((row) => Number(values[order[row] ?? 0]));
}

interface ChangedSide {
  readonly edits: readonly ColumnEdit[];
  readonly spineToo: boolean;
  readonly groupToo: boolean;
}

/**
 * Where a change of texts can be made: in the group alone, which no other join minds; in the spine; in both; and in every
 * group that is joined on the same column of the spine, so that they all are written alike. Only where it changes a text.
 */
function sidesChanged(
  joined: JoinedView,
  parts: JoinParts,
  key: number,
  change: ColumnChange,
): readonly ChangedSide[] {
  const { spine } = joined;
  const spineColumn = parts.join.spineColumns[key] ?? "";
  const changing = (group: FeatureGroup, column: string) => {
    const texts = group.column(column).dictionary?.texts ?? [];
    return texts.some((text) => changeText(change, text) !== text) ? [edit(group, column, change)] : [];
  };
  const [ofSpine] = changing(spine, spineColumn);
  const [own] = changing(parts.group, parts.join.featureColumns[key] ?? "");
  if (ofSpine === undefined) return own ? [{ edits: [own], spineToo: false, groupToo: true }] : [];
  // Where the spine is joined with itself, both sides are one.
  const isOne = own !== undefined && isSame(ofSpine, own);
  if (isOne) return [{ edits: [ofSpine], spineToo: true, groupToo: true }];
  const sides: ChangedSide[] = [];
  if (own) sides.push({ edits: [own], spineToo: false, groupToo: true });
  sides.push({ edits: [ofSpine], spineToo: true, groupToo: false });
  const both = own ? [ofSpine, own] : [ofSpine];
  if (own) sides.push({ edits: both, spineToo: true, groupToo: true });
  const all = [...both];
  for (const { group, join } of joined.joins)
    for (const [i, name] of join.spineColumns.entries()) {
      if (name !== spineColumn) continue;
      const [other] = changing(group, join.featureColumns[i] ?? "");
      if (other && !all.some((one) => isSame(one, other))) all.push(other);
    }
  if (all.length > both.length) sides.push({ edits: all, spineToo: true, groupToo: own !== undefined });
  return sides;
}

function isSame(a: ColumnEdit, b: ColumnEdit): boolean {
  return a.group === b.group && a.column === b.column;
}

function edit(group: FeatureGroup, column: string, change: ColumnChange): ColumnEdit {
  return { kind: "column", group: group.name, column, change };
}

/** In the order of how little they change. */
function textChanges(
  asked: readonly string[],
  known: readonly string[],
): { readonly cause: Cause; readonly change: ColumnChange }[] {
  const width = paddedWidth([asked, known]);
  return [
    { cause: "key_trim", change: { kind: "trim" } },
    { cause: "key_lower_case", change: { kind: "lower_case" } },
    ...(width === null ? [] : [{ cause: "key_pad_zeros", change: { kind: "pad_zeros", width } } as const]),
    { cause: "key_strip_zeros", change: { kind: "strip_zeros" } },
  ];
}

/** A column is only doubted where most keys are not there. */
const LEAST_MISSING = 0.5;
/** And another one only believed where most of its keys are. */
const LEAST_MATCHED = 2 / 3;

/**
 * Another column of either side, of the same type, in the place of the one the join is on: the wrong one may have been
 * chosen. Only of joins on one column. O(rows) per column.
 */
export function* mappingChange(
  joined: JoinedView,
  parts: JoinParts,
  line: EmptyRows,
): InPieces<Candidate | null> {
  const { spine, order } = joined;
  const { group, join, number } = parts;
  const [spineColumn, column] = [join.spineColumns[0] ?? "", join.featureColumns[0] ?? ""];
  if (join.spineColumns.length !== 1 || line.rows.length < LEAST_MISSING * order.length) return null;
  const others = (of: FeatureGroup, name: string) =>
    [...of.columns].flatMap(([other, { type }]) =>
      other !== name && type === of.column(name).type && (type === "int64" || type === "string")
        ? [other]
        : [],
    );
  const pairs = [
    ...others(spine, spineColumn).map((other) => [other, column] as const),
    ...others(group, column).map((other) => [spineColumn, other] as const),
  ];
  let best: { readonly pair: readonly [string, string]; readonly matched: number } | null = null;
  for (const pair of pairs.slice(0, MOST_PAIRS)) {
    const codes = group.index.spineCodes([pair[1]], spine, [pair[0]]);
    let matched = 0;
    for (const row of order) if ((codes[row] ?? -1) >= 0) matched++;
    if (matched >= LEAST_MATCHED * order.length && matched > (best?.matched ?? 0)) best = { pair, matched };
    yield;
  }
  if (best === null) return null;
  const change = { kind: "mapping", join: number, on: [best.pair] } as const;
  return { cause: "other_column", byUs: null, onlyOwnRows: false, change };
}

const MOST_PAIRS = 12;
