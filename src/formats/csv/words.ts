/** “a”, “b” and “c”. */
export function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `“${name}”`);
  const last = quoted.at(-1) ?? "";
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(", ")} and ${last}`;
}

/** “a”, “b”, “c” and 4 more. */
export function listedFew(names: readonly string[]): string {
  if (names.length <= FEW + 1) return listed(names);
  const first = names.slice(0, FEW).map((name) => `“${name}”`);
  return `${first.join(", ")} and ${names.length - FEW} more`;
}

const FEW = 3;

/** `1 row`, `2 rows`. */
export function countOf(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? "" : "s"}`;
}

/** A text in a sentence, cut where it is long. */
export function quoted(text: string): string {
  return `“${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}”`;
}

const LONGEST = 60;
