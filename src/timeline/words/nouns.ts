import type { EntitySlice, SliceJoin } from "../../microfs/core";

/** What a row of a group is called: "payment" and "payments", or, where the name gives none, "row of usage" and "rows of usage". */
export interface Noun {
  readonly one: string;
  readonly many: string;
}

/**
 * The entity as a reader would say it: `user 2`; `user 2, store 7`; a key that says nothing is left as it is. Of a join,
 * only what that join is on: another join may know the same spine row by another key.
 */
export function entityName(slice: EntitySlice, join?: SliceJoin): string {
  const isOn = (column: string) =>
    join === undefined || join.on.some(({ spineColumn }) => spineColumn === column);
  return (
    slice.entity
      .filter((part) => isOn(part.column))
      .map((part) => `${entityWord(part.column)} ${keyText(part.value)}`)
      .join(", ") || "the only entity"
  );
}

/** What a key column names: `user_id` → `user`, `customerId` → `customer`, `id` → `id`. */
export function entityWord(column: string): string {
  const words = wordsOf(column);
  const last = words.at(-1)?.toLowerCase();
  if (words.length > 1 && last !== undefined && KEY_WORDS.has(last)) words.pop();
  return words.join(" ") || column;
}

/**
 * The noun of a group's rows, read from its name: the entity's word in front is dropped, and what remains must be
 * a plain English plural. Anything else is called by its name: a wrong noun is worse than a stiff one.
 */
export function groupNoun(fgName: string, entityWords: readonly string[]): Noun {
  const words = wordsOf(fgName);
  const lead = words[0]?.toLowerCase();
  if (words.length > 1 && entityWords.some((word) => word.toLowerCase() === lead)) words.shift();
  const last = words.at(-1);
  // A single letter is a mark of the file's, no word: `a_features` are not called "a features".
  const isPlain = words.every((word) => word.length > 1);
  const singular = last === undefined || !isPlain ? null : singularOf(last);
  if (singular === null || last === undefined) return { one: `row of ${fgName}`, many: `rows of ${fgName}` };
  const before = words
    .slice(0, -1)
    .map((word) => `${word} `)
    .join("");
  return { one: before + singular, many: before + last };
}

/** The noun of a join's rows in its slice. */
export function nounOf(slice: EntitySlice, join: SliceJoin): Noun {
  return groupNoun(
    join.fgName,
    slice.entity.map((part) => entityWord(part.column)),
  );
}

/** The spine's columns that this join is on and that are null: why nothing can match. */
export function nullKeys(slice: EntitySlice, join: SliceJoin): string[] {
  const on = new Set(join.on.map((pair) => pair.spineColumn));
  return slice.entity.filter((part) => part.value === null && on.has(part.column)).map((part) => part.column);
}

const KEY_WORDS: ReadonlySet<string> = new Set([
  "id",
  "ids",
  "key",
  "code",
  "uuid",
  "guid",
  "number",
  "no",
  "nr",
  "num",
]);

const IRREGULAR: ReadonlyMap<string, string | null> = new Map([
  ["movies", "movie"],
  ["cookies", "cookie"],
  ["calories", "calorie"],
  ["ties", "tie"],
  ["people", "person"],
  ["children", "child"],
  ["series", null],
  ["species", null],
  ["news", null],
  ["sales", "sale"],
  ["lenses", "lens"],
  ["always", null],
  ["caches", "cache"],
]);

/** Endings that are no plurals, or hide whether one ends in `e`. */
const DOUBTFUL = /(ss|us|is|as|ics|oes|uses|yses|zzes)$/;

function singularOf(plural: string): string | null {
  const word = plural.toLowerCase();
  const known = IRREGULAR.get(word);
  if (known !== undefined) return known;
  if (!/^[a-z]{4,}$/.test(word) || !word.endsWith("s") || DOUBTFUL.test(word)) return null;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(sses|xes|[trn]ches|shes)$/.test(word)) return word.slice(0, -2);
  const stem = word.slice(0, -1);
  return /[aeiouy]/.test(stem) ? stem : null;
}

/** Splits at `_`, `-`, blanks, and where a small letter meets a capital. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(/[\s_\-.]+/)
    .filter((word) => word !== "");
}

function keyText(value: unknown): string {
  return value === null ? "null" : String(value);
}
