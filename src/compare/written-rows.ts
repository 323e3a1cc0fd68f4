import { NO_MATCH } from "../microfs/core";

/** What is known of a cell, once a written join has run on its entity. */
export const WrittenMark = { not_run: 0, same: 1, differs: 2, differs_and_leaks: 3 } as const;

/** What a written join takes in one join of a training set. It fills as entities come. Both arrays have shape [training rows]. */
export interface WrittenRows {
  /** The number that the row it takes is known by, or `NO_MATCH`; says nothing where it has not run. */
  readonly index: Int32Array;
  /** {@link WrittenMark} codes. */
  readonly marks: Uint8Array;
}

/** What one entity was given, and where its answers belong. Predictions and rows each have arrays of one shape. */
export interface GivenEntity {
  readonly trainingRows: Int32Array;
  readonly predictionsUs: BigInt64Array;
  /** The numbers that the rows are known by. */
  readonly rows: Int32Array;
  /** By the group's own clock and delay: a prediction before that moment has a leak in it. */
  readonly leaksBeforeUs: BigInt64Array;
}

/** Training rows that were compared, and what came of it. */
export interface WrittenCounts {
  readonly compared: number;
  readonly differs: number;
  /** How many of those that differ leak. */
  readonly leaks: number;
}

/** Before anything has run. */
export function noWrittenRows(trainingRows: number): WrittenRows {
  return { index: new Int32Array(trainingRows).fill(NO_MATCH), marks: new Uint8Array(trainingRows) };
}

/**
 * Writes down what a written join takes for one entity, beside what the engine takes.
 *
 * @param taken - Per prediction of the entity where the row that it takes stands among the entity's rows, or `NO_MATCH`.
 * @param engine - Shape [training rows]. The rows that the engine takes, by the numbers that they are known by.
 * @throws RangeError where `taken` has no row of the entity's, or not one answer for each prediction.
 */
export function addWritten(
  written: WrittenRows,
  { trainingRows, predictionsUs, rows, leaksBeforeUs }: GivenEntity,
  taken: Int32Array,
  engine: Int32Array,
): WrittenCounts {
  if (taken.length !== trainingRows.length)
    throw new RangeError(`${trainingRows.length} predictions need as many answers, not ${taken.length}`);
  let differs = 0;
  let leaks = 0;
  taken.forEach((at, prediction) => {
    const row = at === NO_MATCH ? NO_MATCH : rows[at];
    if (row === undefined) throw new RangeError(`a row taken must be 0 to ${rows.length - 1}: ${at}`);
    const trainingRow = trainingRows[prediction] ?? 0;
    written.index[trainingRow] = row;
    if (row === engine[trainingRow]) {
      written.marks[trainingRow] = WrittenMark.same;
      return;
    }
    const isLeak = row !== NO_MATCH && (leaksBeforeUs[at] ?? 0n) > (predictionsUs[prediction] ?? 0n);
    written.marks[trainingRow] = isLeak ? WrittenMark.differs_and_leaks : WrittenMark.differs;
    differs++;
    if (isLeak) leaks++;
  });
  return { compared: taken.length, differs, leaks };
}

/** Whether a mark says that another row is taken than the engine takes. */
export function isOther(mark: number | undefined): boolean {
  return mark === WrittenMark.differs || mark === WrittenMark.differs_and_leaks;
}
