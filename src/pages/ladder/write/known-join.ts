import type { JoinParts } from "../../../ladder/programs/line-parts";
import { meaningOfParts } from "../../../ladder/programs/meaning";
import type { Meaning } from "../../../ladder/programs/program";
import { answersOf } from "../../../ladder/tests/answers";
import type { JoinTest, TakenRows } from "../../../ladder/tests/join-test";
import { isSameAnswer } from "../../../ladder/tests/marbles";
import type { WrittenTest } from "../../../state/ladder/written-run";

/** What a written program does, as a join that can be built of the ladder's lines. */
export interface KnownJoin {
  readonly meaning: Meaning;
  /** Whether it takes the very same rows: else it takes another of rows that happened at the same moment. */
  readonly isExact: boolean;
}

/**
 * The join that takes what a written program takes, in every test with a TTL: of those that get something wrong the one that
 * gets the least wrong. A program is run for one entity at a time, so that none takes anybody's rows.
 *
 * @returns `null` where no join that gets at most two things wrong does the same, or the program gave no answer. Takes some
 *   tens of milliseconds.
 */
export function knownJoin(tests: readonly WrittenTest[]): KnownJoin | null {
  // The lines of the ladder know one TTL.
  const compared = tests.filter(({ test }) => test.ttlUs !== null);
  if (compared.length === 0 || tests.some(({ yours }) => yours === null)) return null;
  const takes = ({ variant }: Meaning, isSame: (test: JoinTest, a: TakenRows, b: TakenRows) => boolean) =>
    compared.every(({ test, yours }) =>
      answersOf(test, variant).every((rows, i) => isSame(test, rows, yours?.[i] ?? [])),
    );
  const all = joins();
  const exact = all.find((meaning) => takes(meaning, (_, a, b) => isSameAnswer(a, b)));
  if (exact !== undefined) return { meaning: exact, isExact: true };
  const alike = all.find((meaning) => takes(meaning, isSameMoment));
  return alike === undefined ? null : { meaning: alike, isExact: false };
}

/** Whether rows that are taken happened at the same moments. */
function isSameMoment({ slices }: JoinTest, a: TakenRows, b: TakenRows): boolean {
  const momentOf = (row: number) =>
    slices
      .flatMap(({ joins }) => joins.map((join) => join.eventTimesUs[join.rows.indexOf(row)]))
      .find((us) => us !== undefined);
  return a.length === b.length && a.every((row, i) => momentOf(row) === momentOf(b[i] ?? -1));
}

/** Whoever gets more wrong than this at once is helped by no name for it. */
const MOST_WRONG = 2;

/** The joins that a program is held against, those that get the least wrong first. */
function joins(): readonly Meaning[] {
  return combinations()
    .map(meaningOfParts)
    .filter(({ misconceptions }) => misconceptions.length <= MOST_WRONG)
    .toSorted((a, b) => a.misconceptions.length - b.misconceptions.length);
}

const HAPPENED: readonly JoinParts["happened"][] = ["<=", "<", ">=", ">", "=", "same_date", null];
const KNOWN: readonly JoinParts["known"][] = ["<=", "<", null];
const FRESH: readonly JoinParts["fresh"][] = [">=", ">", null];
const ORDER: readonly JoinParts["order"][] = ["latest", "earliest"];

function combinations(): JoinParts[] {
  return HAPPENED.flatMap((happened) =>
    KNOWN.flatMap((known) =>
      FRESH.flatMap((fresh) =>
        ORDER.map((order): JoinParts => ({ byKey: true, happened, known, fresh, cell: "row", order })),
      ),
    ),
  );
}
