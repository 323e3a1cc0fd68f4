import type { JoinTest, TakenRows, TestAnswers } from "../../../ladder/tests/join-test";
import { isSameAnswer } from "../../../ladder/tests/marbles";
import type { EntitySlice } from "../../../microfs/core";

/** What a program makes of one test, beside what is right. */
export interface TestResult {
  readonly test: JoinTest;
  readonly right: TestAnswers;
  /** `null` where the program gives no answer to it: it cannot run, or broke off. */
  readonly yours: TestAnswers | null;
}

/** One prediction of a test. */
export interface TestPlace {
  readonly slice: EntitySlice;
  /** The number of its row in the label group's table. */
  readonly spineRow: number;
}

/** Whether the program takes what is right in every row. */
export function isAgreed({ right, yours }: TestResult): boolean {
  return yours?.length === right.length && right.every((rows, i) => isSameAnswer(rows, yours[i] ?? []));
}

/** The first prediction that the program gets wrong; where there is none, the first that takes a row, or the first of all. */
export function placeToShow(result: TestResult): TestPlace {
  const { test, right, yours } = result;
  const places = test.slices.flatMap((slice) =>
    Array.from(slice.spine.rows, (spineRow) => ({ slice, spineRow })),
  );
  places.sort((a, b) => a.spineRow - b.spineRow);
  const differs = ({ spineRow }: TestPlace) =>
    yours !== null && !isSameAnswer(right[spineRow] ?? [], yours[spineRow] ?? []);
  const place =
    places.find(differs) ?? places.find(({ spineRow }) => right[spineRow]?.length !== 0) ?? places[0];
  if (place === undefined) throw new RangeError(`test ${test.name} predicts nothing`);
  return place;
}

/** The reader's rows for one prediction, split by whose they are; the ones that are not right come first. */
export function rowsAt(
  { right, yours }: TestResult,
  { slice, spineRow }: TestPlace,
): { readonly own: TakenRows; readonly others: TakenRows } {
  const rightRows = right[spineRow] ?? [];
  const taken = [...(yours?.[spineRow] ?? [])];
  taken.sort((a, b) => Number(rightRows.includes(a)) - Number(rightRows.includes(b)));
  const isOwn = (row: number) => slice.joins[0]?.rows.includes(row) ?? false;
  return { own: taken.filter(isOwn), others: taken.filter((row) => !isOwn(row)) };
}

/**
 * The test that is shown where the reader has chosen none: the one that is about what is said of the program, where that differs
 * or is without an answer; else of those that differ the first; the first of all where none differs.
 *
 * @param about - The name of the test that is about it.
 */
export function firstToShow(results: readonly TestResult[], about?: string): TestResult | undefined {
  const named = results.find((result) => result.test.name === about && !isAgreed(result));
  return named ?? results.find((result) => result.yours !== null && !isAgreed(result)) ?? results[0];
}
