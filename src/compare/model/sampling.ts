import { type Random, seededRandom } from "../../scenario/random";
import { VARIANT_NAMES } from "../../terms/variants";
import type { InPieces } from "../in-pieces";
import type { TableRows } from "./inputs";
import { NULL_TREATMENTS, type TableName } from "./model-results";

/** What a sample is drawn for: chance of its own for each, so that one does not depend on another. */
export type Draw = "spine" | "entities" | TableName;

/** Chance for one purpose under a seed. */
export function chanceFor(draw: Draw, seed: number): Random {
  const streams: readonly Draw[] = ["spine", "entities", ...VARIANT_NAMES, ...NULL_TREATMENTS];
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

/** A table of which no more than a few rows are ever made. Its rows stand in the order of the training rows that they are of. */
export interface SampledTable {
  readonly numRows: number;
  /** @param numbers - Whole numbers in [0, numRows). */
  rowsAt(numbers: Float64Array): TableRows;
}

/** Rows that are asked of a table at once. */
const PIECE = 2_000;

/** All rows of a table in their order; a sample of them where there are more than `most`. */
export function* sampleTable(table: SampledTable, most: number, random: Random): InPieces<TableRows> {
  const numbers = sampleOf(table.numRows, most, random);
  const trainingRows = new Int32Array(numbers.length);
  const joins: Int32Array[] = [];
  for (let from = 0; from < numbers.length; from += PIECE) {
    const rows = table.rowsAt(numbers.subarray(from, from + PIECE));
    trainingRows.set(rows.trainingRows, from);
    rows.joins.forEach((join, number) => {
      joins[number] ??= new Int32Array(numbers.length);
      joins[number]?.set(join, from);
    });
    yield;
  }
  return { trainingRows, joins };
}
