import type { Input } from "./inputs";
import type { Matrix } from "./linear-model";
import type { Coefficient } from "./model-results";

/** Texts beyond the commonest are “other”. */
const MOST_TEXTS = 8;
/** A text that fewer rows have is “other” too: nothing can be learned of it. */
const FEWEST_ROWS = 5;

/** One column of numbers that a model gets, and what of an input it is. */
export interface EncodedColumn {
  /** The number of the input. */
  readonly input: number;
  readonly of: Coefficient["of"];
  /** A value as the model gets it. */
  readonly encode: (value: number) => number;
}

/**
 * Learns from the training rows how inputs become numbers of about the same size. Numbers lose their mean and are divided by
 * their deviation (of the population); a missing one becomes the mean. Bools are 0 and 1. Of texts the eight commonest with at
 * least five rows are 0 or 1 each, ties in the order of the texts, and the rest together is “other”. Where a training row lacks
 * a value, “is missing” is 0 or 1. Columns that are the same in all training rows are left out. O(rows × inputs).
 *
 * @param values - Per input, shape [rows]; NaN where there is no value. @param to - The rows [0, to) are trained on.
 */
export function learnEncoding(
  inputs: readonly Input[],
  values: readonly Float64Array[],
  to: number,
): EncodedColumn[] {
  return inputs.flatMap((source, input) => {
    const training = values[input]?.subarray(0, to) ?? new Float64Array();
    const missing = training.reduce((sum, value) => sum + (Number.isNaN(value) ? 1 : 0), 0);
    const columns = columnsOf(source, input, training, missing);
    const isMissing = {
      input,
      of: { kind: "missing" },
      encode: (value: number) => (Number.isNaN(value) ? 1 : 0),
    } as const;
    return missing > 0 && missing < to ? [...columns, isMissing] : columns;
  });
}

function columnsOf({ values }: Input, input: number, training: Float64Array, missing: number) {
  if (values.dictionary !== null) return textColumns(values.dictionary.texts, input, training, missing);
  const { mean, deviation } = spreadOf(training);
  // Infinite where numbers are too great for their squares.
  if (deviation === 0 || !Number.isFinite(deviation)) return [];
  const encode =
    values.type === "bool"
      ? (value: number) => (Number.isNaN(value) ? mean : value)
      : (value: number) => (Number.isNaN(value) ? 0 : (value - mean) / deviation);
  return [{ input, of: { kind: "value" }, encode } satisfies EncodedColumn];
}

function spreadOf(values: Float64Array): { mean: number; deviation: number } {
  let [count, sum, first] = [0, 0, Number.NaN];
  let isSame = true;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (count === 0) first = value;
    else if (value !== first) isSame = false;
    count++;
    sum += value;
  }
  if (isSame) return { mean: first, deviation: 0 };
  const mean = sum / count;
  let squares = 0;
  for (const value of values) if (!Number.isNaN(value)) squares += (value - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / count) };
}

function textColumns(
  texts: readonly string[],
  input: number,
  training: Float64Array,
  missing: number,
): EncodedColumn[] {
  const counts = new Map<number, number>();
  for (const code of training) if (!Number.isNaN(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  const textOf = (code: number) => texts[code] ?? "";
  const kept = [...counts]
    .filter(([, count]) => count >= FEWEST_ROWS)
    .sort(([a, ofA], [b, ofB]) => ofB - ofA || (textOf(a) < textOf(b) ? -1 : 1))
    .slice(0, MOST_TEXTS);
  const rest = kept.reduce((sum, [, count]) => sum - count, training.length - missing);
  const codes = new Set(kept.map(([code]) => code));
  const columns = kept
    .filter(([, count]) => count < training.length)
    .map(
      ([code]): EncodedColumn => ({
        input,
        of: { kind: "text", text: textOf(code) },
        encode: (value) => (value === code ? 1 : 0),
      }),
    );
  if (rest === 0 || rest === training.length) return columns;
  const encode = (value: number) => (Number.isNaN(value) || codes.has(value) ? 0 : 1);
  return [...columns, { input, of: { kind: "other" }, encode }];
}

/**
 * The rows [from, to) as a model gets them. O(rows × columns).
 *
 * @param values - Per input, shape [rows].
 */
export function encoded(
  columns: readonly EncodedColumn[],
  values: readonly Float64Array[],
  from: number,
  to: number,
): Matrix {
  const width = columns.length;
  const matrix = new Float64Array((to - from) * width);
  columns.forEach(({ input, encode }, column) => {
    const source = values[input];
    for (let row = from, at = column; row < to; row++, at += width)
      matrix[at] = encode(source?.[row] ?? Number.NaN);
  });
  return { rows: to - from, columns: width, values: matrix };
}
