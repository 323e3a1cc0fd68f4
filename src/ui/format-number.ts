// A space that no line breaks at. The narrow one (U+202F) is half as wide in our faces: 48 210 would read as 48210.
const GROUP_SEPARATOR = "\u00a0";
const MOST_DECIMALS = 20;

const formats = new Map<string, Intl.NumberFormat>();

/**
 * A number as the interface writes it: `48210` → `48 210`, `-1204.5` → `−1 204.5`, with a point for decimals in every locale.
 * A bigint stays exact. NaN and the infinities are written as `NaN`, `∞`, `−∞`.
 *
 * @param decimals - How many digits after the point, rounded and padded; without it as many as the number has.
 * @throws RangeError when `decimals` is not a whole number from 0 to 20.
 */
export function formatNumber(value: number | bigint, options: { readonly decimals?: number } = {}): string {
  const { decimals } = options;
  // Most numbers are small and whole, and such a one looks the same without a formatter, which takes longer.
  if (decimals === undefined && value >= 0 && value < 1000 && Number.isInteger(value)) return String(value);
  const parts = numberFormat(decimals).formatToParts(value);
  return parts.map((part) => glyph(part)).join("");
}

function numberFormat(decimals: number | undefined): Intl.NumberFormat {
  const key = String(decimals);
  const known = formats.get(key);
  if (known) return known;
  if (decimals !== undefined && !(Number.isInteger(decimals) && decimals >= 0 && decimals <= MOST_DECIMALS)) {
    throw new RangeError(`decimals must be a whole number from 0 to ${MOST_DECIMALS}: ${decimals}`);
  }
  const format = new Intl.NumberFormat("en-US", {
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: decimals ?? MOST_DECIMALS,
    signDisplay: "negative", // or −0 would be written with its sign
  });
  formats.set(key, format);
  return format;
}

function glyph(part: Intl.NumberFormatPart): string {
  if (part.type === "group") return GROUP_SEPARATOR;
  if (part.type === "minusSign") return "−";
  return part.value;
}

const SUFFIXES = { one: "st", two: "nd", few: "rd", other: "th", zero: "th", many: "th" } as const;
const ordinals = new Intl.PluralRules("en", { type: "ordinal" });

/** A rank: `1st`, `22nd`, `113th`, `6 013th`. */
export function ordinalOf(rank: number): string {
  return `${formatNumber(rank)}${SUFFIXES[ordinals.select(rank)]}`;
}

/** A number and its noun: `1 row`, `48 210 rows`. */
export function countOf(count: number, one: string, many: string = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}
