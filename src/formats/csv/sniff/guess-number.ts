import { columnOf, type NumberFormat, PLAIN_NUMBERS } from "../csv-plan";
import { isIdName } from "./column-names";
import type { Found, OpenDecimal } from "./guess";
import { guessCountedTime } from "./guess-time-format";
import { tryColumn } from "./try-column";

/** A type is proposed where it reads this share of a column; what it cannot read is then told, and rejected. */
export const MOSTLY = 0.9;

const NUMBER_FORMATS: readonly NumberFormat[] = [
  PLAIN_NUMBERS,
  { decimal: ".", thousands: "," },
  { decimal: ",", thousands: "" },
  { decimal: ",", thousands: "." },
  { decimal: ",", thousands: " " },
  { decimal: ".", thousands: " " },
  { decimal: ".", thousands: "'" },
  { decimal: ".", thousands: ",", groups: "lakh" },
];

/** Proposes how a column's numbers are written, or undefined where most of its texts are none. */
export function guessNumber(name: string, values: readonly string[]): Found | undefined {
  // A number would lose the zeros of 007 and the plus of +49 30 1234: such columns name things.
  if (values.some((text) => /^\s*(?:0\d|\+)/.test(text))) return undefined;
  const unit = unitOf(values);
  if (unit === undefined && values.filter(couldBeNumber).length < MOSTLY * values.length) return undefined;
  const bare = unit === undefined ? values : values.map((text) => withoutUnit(text, unit));
  const fits: Array<{ type: "int64" | "float64"; number: NumberFormat; readable: number }> = [];
  // Most columns have none of the other spellings' characters: one reading then does for eight.
  const isPlain = !bare.some((text) => /[,'’]|\d\s\d|\..*\./.test(text));
  for (const format of isPlain ? [PLAIN_NUMBERS] : NUMBER_FORMATS) {
    const number = unit === undefined ? format : { ...format, unit };
    const float = tryColumn({ ...columnOf("", "float64"), number }, values).readable;
    if (float < MOSTLY * values.length) continue;
    const int = tryColumn({ ...columnOf("", "int64"), number }, values).readable;
    fits.push({ type: int === float ? "int64" : "float64", number, readable: float });
  }
  const most = Math.max(...fits.map((fit) => fit.readable));
  const [first] = fits.filter((fit) => fit.readable === most);
  if (first === undefined) return undefined;
  if (first.type === "float64" && hasTooManyDigits(values)) return undefined;
  const isWhole = first.type === "int64";
  // 1.0 is a whole number in an id that another program kept as a float; elsewhere it is a measurement.
  const hasPoint = bare.some((text) => text.includes("."));
  const type =
    isWhole && hasPoint && first.number.thousands !== "." && !isIdName(name) ? "float64" : first.type;
  if (isPlain && unit === undefined) {
    const time = guessCountedTime(name, values);
    if (time !== undefined) return { change: { type: "timestamp", time } };
  }
  const found: Found = { change: { type, number: first.number } };
  const openDecimal = openDecimalOf(bare, unit);
  if (openDecimal === undefined) return found;
  return { change: openDecimal.sign === "," ? openDecimal.thousands : openDecimal.decimals, openDecimal };
}

/** Whether it is worth reading a text as a number: no word is. */
export function couldBeNumber(text: string): boolean {
  return /^[^A-Za-z]*\d/.test(text) || /^\s*[-+\u2212]?(?:inf|nan)/i.test(text);
}

/** Whether some are whole numbers of more digits than a 64-bit float holds. */
export function hasTooManyDigits(values: readonly string[]): boolean {
  return values.some((text) => /^\s*-?\d{16,}\s*$/.test(text));
}

/** Whether a number like 1.250 or 1,234 is among the texts, and none that settles what its sign means. */
function openDecimalOf(bare: readonly string[], unit: string | undefined): OpenDecimal | undefined {
  for (const sign of [",", "."] as const) {
    if (!areOpen(bare, sign)) continue;
    const withUnit = unit === undefined ? {} : { unit };
    return {
      sign,
      thousands: {
        type: "int64",
        number: { decimal: sign === "," ? "." : ",", thousands: sign, ...withUnit },
      },
      decimals: { type: "float64", number: { decimal: sign, thousands: "", ...withUnit } },
    };
  }
  return undefined;
}

/** Whether `sign` stands before exactly three digits wherever it stands, and no number without it has four. */
export function areOpen(texts: readonly string[], sign: "," | "."): boolean {
  const one = sign === "." ? /^[-\u2212]?[1-9]\d{0,2}\.\d{3}$/ : /^[-\u2212]?[1-9]\d{0,2},\d{3}$/;
  let hasSign = false;
  for (const text of texts) {
    const number = text.trim();
    if (one.test(number)) hasSign = true;
    else if (!/^[-\u2212]?\d{1,3}$/.test(number)) return false;
  }
  return hasSign;
}

/** The question about numbers of which it is open what a sign in them means, the likelier answer first. */
export function decimalQuestion(
  name: string,
  values: readonly string[],
  open: OpenDecimal,
  likely: "thousands" | "decimals",
): Found {
  const sign = open.sign === "," ? "comma" : "point";
  const example = values.find((text) => text.includes(open.sign))?.trim() ?? "";
  const bare = example.replaceAll(/[^\d.,\u2212-]/g, "");
  const thousands = {
    label: `${bare.replaceAll(open.sign, "")}: the ${sign} separates thousands`,
    change: open.thousands,
  };
  const decimals = {
    label: `${bare.replace(open.sign, ".")}: the ${sign} begins the decimals`,
    change: open.decimals,
  };
  return {
    change: likely === "thousands" ? open.thousands : open.decimals,
    question: {
      text: `In “${name}”, is ${example} in thousands, or does its ${sign} begin the decimals?`,
      choices: likely === "thousands" ? [thousands, decimals] : [decimals, thousands],
    },
  };
}

const UNIT =
  /[%‰°$€£¥₹₽₩₺₴฿]|US\$|(?<![A-Za-z])(?:EUR|USD|GBP|JPY|CHF|INR|CNY|AUD|CAD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|BRL|MXN|ZAR|KRW|TRY|Rs\.?|kr\.?|zł)(?![A-Za-z])/;

/** What stands before or after (nearly) all of the numbers, such as `%` or `$`. */
export function unitOf(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of values) {
    const unit = UNIT.exec(text)?.[0];
    if (unit !== undefined && /\d/.test(text)) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return [...counts].find(([, count]) => count >= MOSTLY * values.length)?.[0];
}

/** The text less its unit, and less the parentheses of a negative number. */
function withoutUnit(text: string, unit: string): string {
  return text.replace(unit, "").replaceAll(/[()]/g, "").trim();
}
