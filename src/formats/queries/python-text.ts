import type { QueryGroup } from "./query-plan";

/** A text as Python takes it: JSON's escapes are Python's too, but for the other half of astral characters. */
export function pyText(text: string): string {
  return JSON.stringify(text);
}

/** A list of texts. */
export function pyList(texts: readonly string[]): string {
  return `[${texts.map(pyText).join(", ")}]`;
}

/** A dictionary from text to text, on one line. */
export function pyDict(entries: readonly (readonly [string, string])[]): string {
  return `{${entries.map(([key, value]) => `${pyText(key)}: ${pyText(value)}`).join(", ")}}`;
}

/** A group's columns and types as a dictionary. */
export function pySchema(
  { columns }: QueryGroup,
  typeName: (type: string) => string = (type) => type,
): string {
  return pyDict(columns.map(({ name, type }) => [name, typeName(type)]));
}

const UNITS = [
  ["D", 86_400_000_000n],
  ["h", 3_600_000_000n],
  ["m", 60_000_000n],
  ["s", 1_000_000n],
  ["ms", 1_000n],
] as const;

/** A duration as numpy takes it, exactly, in the largest unit that it is a whole number of. */
export function timedelta(us: bigint): string {
  const [unit, size] = UNITS.find(([, one]) => us !== 0n && us % one === 0n) ?? ["us", 1n];
  return `np.timedelta64(${us / size}, "${unit}")`;
}
