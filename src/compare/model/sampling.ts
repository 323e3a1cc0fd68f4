import { type Random, seededRandom } from "../../scenario/random";
import { VARIANT_NAMES, type VariantName } from "../../terms/variants";
import type { TableRows } from "./inputs";
import type { InPieces } from "./linear-model";

/** What a sample is drawn for: chance of its own for each, so that one does not depend on another. */
export type Draw = "spine" | "entities" | VariantName;

/** Chance for one purpose under a seed. */
export function chanceFor(draw: Draw, seed: number): Random {
  const streams: readonly Draw[] = ["spine", "entities", ...VARIANT_NAMES];
  return seededRandom(seed, streams.indexOf(draw));
}

/**
 * Some of the numbers [0, of), each as likely as any other and none twice, ascending; all of them where there are no more
 * than `most`. O(most log most), whatever `of` is.
 */
export function sampleOf(of: number, most: number, random: Random): Float64Array {
  if (of <= most) return Float64Array.from({ length: of }, (_, i) => i);
  const drawn = new Set<number>();
  // Floyd's: each round adds one that was not there yet. Beyond 2^53, where neighbours cannot be told apart, nearly each.
  for (let round = 0; round < most; round++) {
    const top = of - most + round;
    // Two draws, since one has no more than 32 bits.
    const share = (Math.floor(random.next() * 2 ** 21) + random.next()) / 2 ** 21;
    const number = Math.min(Math.floor(share * (top + 1)), top);
    drawn.add(drawn.has(number) ? top : number);
  }
  return Float64Array.from(drawn).sort();
}

/** The table of a variant, of which no more than a few rows are ever made. */
interface Table {
  readonly numRows: number;
  rowsAt(numbers: Float64Array): { trainingRows: Int32Array; joins: readonly Int32Array[] };
  firstRowOf(trainingRow: number): number;
}

/** Rows that are asked of a table at once. */
const PIECE = 2_000;

/**
 * The rows that some training rows have in a variant's table, in the order of the table; a sample of all these rows where
 * there are more than `most`.
 *
 * @param trainingRows - Ascending. @param count - How many training rows there are.
 */
export function* sampleTable(
  table: Table,
  trainingRows: Int32Array,
  count: number,
  most: number,
  random: Random,
): InPieces<TableRows> {
  // Of the chosen training rows' rows, one behind the other, the first of each.
  const starts = new Float64Array(trainingRows.length + 1);
  const firsts = new Float64Array(trainingRows.length);
  for (let i = 0; i < trainingRows.length; i++) {
    const trainingRow = trainingRows[i] ?? 0;
    const first = table.firstRowOf(trainingRow);
    const end = trainingRow + 1 < count ? table.firstRowOf(trainingRow + 1) : table.numRows;
    firsts[i] = first;
    starts[i + 1] = (starts[i] ?? 0) + end - first;
    if (i % PIECE === 0) yield;
  }
  const numbers = sampleOf(starts[trainingRows.length] ?? 0, most, random);
  let at = 0;
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i] ?? 0;
    while ((starts[at + 1] ?? 0) <= number) at++;
    const [first, count] = [firsts[at] ?? 0, (starts[at + 1] ?? 0) - (starts[at] ?? 0)];
    const own = first + (number - (starts[at] ?? 0));
    // Beyond 2^53 a number may be rounded to the next training row's.
    numbers[i] = own < first + count ? own : first;
  }
  const sampled = {
    trainingRows: new Int32Array(numbers.length),
    joins: [] as Int32Array[],
  };
  for (let from = 0; from < numbers.length; from += PIECE) {
    const rows = table.rowsAt(numbers.subarray(from, from + PIECE));
    sampled.trainingRows.set(rows.trainingRows, from);
    rows.joins.forEach((join, number) => {
      sampled.joins[number] ??= new Int32Array(numbers.length);
      sampled.joins[number]?.set(join, from);
    });
    yield;
  }
  return sampled;
}
