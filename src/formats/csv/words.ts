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

/** `1 row`, `4 000 rows`. */
export function countOf(n: number, what: string): string {
  return `${grouped(n)} ${what}${n === 1 ? "" : "s"}`;
}

/** A count as the interface writes numbers: its thousands apart, by a space at which no line breaks. */
export function grouped(n: number): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/g, "\u00a0");
}

/** A text in a sentence, cut where it is long. */
export function quoted(text: string): string {
  return `“${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}”`;
}

const LONGEST = 60;
