import type { ColumnType } from "../../microfs/core";
import { type ColumnChange, changeValue } from "../../scenario/edits/column-change";

/** The different values of a key column, each as text, and how many rows have each: shape [values]. Nulls are in none. */
export interface KeyValues {
  readonly type: ColumnType;
  readonly texts: readonly string[];
  readonly rows: Int32Array;
}

/** What a change of the keys would come to. */
export interface Found {
  /** How many rows of the spine would find their key, and how many different keys those have. */
  readonly rows: number;
  readonly keys: number;
  /** The most frequent of the keys that would be found and are not now, and how the other side writes it. */
  readonly example: { readonly asked: string; readonly there: string } | null;
}

/** One change under which more keys are found than now. */
export type KeyMend = { readonly found: Found } & (
  | {
      readonly kind: "change";
      readonly change: ColumnChange;
      /** The sides in which it changes a text. */
      readonly sides: readonly Side[];
    }
  /** One side is declared anew as another type: whole numbers as text of at least that many digits. */
  | {
      readonly kind: "cast";
      readonly side: Side;
      readonly to: "int64" | "string";
      readonly width: number | null;
    }
);

export type Side = "spine" | "group";

/** What is found as both sides are; nothing where their types differ, because 1 and "1" are two keys. */
export function exactKeys(spine: KeyValues, group: KeyValues): Found {
  if (spine.type !== group.type) return NOTHING;
  return found(spine, group, asIs);
}

const NOTHING: Found = { rows: 0, keys: 0, example: null };

/**
 * The changes that might make more of the spine's rows find their key, each to be tried by calling it: O(different values),
 * so that whoever has many can pause in between. {@link bestMends} tells what they come to.
 */
export function mendTrials(spine: KeyValues, group: KeyValues): (() => KeyMend)[] {
  if (spine.type !== group.type) return casts(spine, group);
  return spine.type === "string" ? textChanges(spine, group) : [];
}

/** Those under which more rows are found than now, the best first; of as good ones that which changes least. */
export function bestMends(tried: readonly KeyMend[], rowsNow: number): KeyMend[] {
  return tried.filter(({ found }) => found.rows > rowsNow).sort((a, b) => b.found.rows - a.found.rows);
}

function textChanges(spine: KeyValues, group: KeyValues): (() => KeyMend)[] {
  const width = paddedWidth([spine.texts, group.texts]);
  const changes: ColumnChange[] = [
    { kind: "trim" },
    { kind: "lower_case" },
    ...(width === null ? [] : [{ kind: "pad_zeros", width } as const]),
    { kind: "strip_zeros" },
  ];
  return changes.map((change) => () => {
    const changed = (text: string) => String(changeValue(change, text));
    const isChanged = ({ texts }: KeyValues) => texts.some((text) => changed(text) !== text);
    const sides = [
      ...(isChanged(spine) ? (["spine"] as const) : []),
      ...(isChanged(group) ? (["group"] as const) : []),
    ];
    // What changes nothing finds what is found now.
    const isTried = sides.length > 0;
    return { kind: "change", change, sides, found: isTried ? found(spine, group, changed) : NOTHING };
  });
}

/** Types whose values read as text in one way only. */
const CASTABLE: readonly ColumnType[] = ["int64", "float64", "string"];

function casts(spine: KeyValues, group: KeyValues): (() => KeyMend)[] {
  if (![spine, group].every(({ type }) => CASTABLE.includes(type))) return [];
  const values = { spine, group };
  const width = paddedWidth([spine.texts, group.texts]);
  // The group that is joined first: the spine may be joined with others.
  return (["group", "spine"] as const).flatMap((side): (() => KeyMend)[] => {
    const [own, other] = [values[side], values[side === "group" ? "spine" : "group"]];
    const to = other.type;
    if (to === "int64")
      return own.texts.every(isWholeNumber)
        ? [() => ({ kind: "cast", side, to, width: null, found: found(spine, group, asIs) })]
        : [];
    if (to !== "string") return [];
    const padded = (text: string) => String(changeValue({ kind: "pad_zeros", width: width ?? 0 }, text));
    const asPadded = () =>
      side === "group" ? found(spine, group, asIs, padded) : found(spine, group, padded, asIs);
    return [
      () => ({ kind: "cast", side, to, width: null, found: found(spine, group, asIs) }),
      ...(width === null ? [] : [() => ({ kind: "cast", side, to, width, found: asPadded() }) as const]),
    ];
  });
}

function asIs(text: string): string {
  return text;
}

/** Whether a text is the one way in which a 64-bit integer is written: as one it would stay what it is. */
export function isWholeNumber(text: string): boolean {
  return /^(0|-?[1-9]\d{0,18})$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text);
}

function found(
  spine: KeyValues,
  group: KeyValues,
  asked: (text: string) => string,
  there: (text: string) => string = asked,
): Found {
  const known = new Map<string, string>();
  /** Texts of the group that the change makes one with another. */
  const alike = new Set<string>();
  for (const text of group.texts) {
    const changed = there(text);
    if (known.has(changed)) alike.add(text);
    else known.set(changed, text);
  }
  let [rows, keys, mostRows] = [0, 0, 0];
  let example: Found["example"] = null;
  const isThere = (text: string) => known.get(there(text)) === text || alike.has(text);
  for (const [i, text] of spine.texts.entries()) {
    const other = known.get(asked(text));
    if (other === undefined) continue;
    const own = spine.rows[i] ?? 0;
    rows += own;
    keys++;
    if (own <= mostRows || isThere(text)) continue;
    mostRows = own;
    example = { asked: text, there: other };
  }
  return { rows, keys, example };
}

/** No key is written with more digits; the language of edits takes no more either. */
const MOST_DIGITS = 64;
const PADDED = /^0\d+$/;

/** How long most numbers are that begin with a zero; `null` where none does. */
export function paddedWidth(sides: readonly (readonly string[])[]): number | null {
  const counts = new Map<number, number>();
  for (const texts of sides)
    for (const text of texts)
      if (text.length <= MOST_DIGITS && PADDED.test(text))
        counts.set(text.length, (counts.get(text.length) ?? 0) + 1);
  let best: number | null = null;
  for (const [length, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = length;
  return best;
}
