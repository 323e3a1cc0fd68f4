import type { JoinParts } from "../../../ladder/programs/line-parts";
import { meaningOfParts } from "../../../ladder/programs/meaning";
import type { Meaning } from "../../../ladder/programs/program";
import { answersOf } from "../../../ladder/tests/answers";
import { isSameAnswer } from "../../../ladder/tests/marbles";
import type { WrittenTest } from "../../../state/ladder/written-run";

/**
 * The join that takes just what a written program takes, in every test: of those that get something wrong the one that gets
 * the least wrong. A program is run for one entity at a time, so that none takes anybody's rows.
 *
 * @returns `null` where no join that gets at most two things wrong does the same, or the program gave no answer. Takes some
 *   tens of milliseconds.
 */
export function knownJoin(tests: readonly WrittenTest[]): Meaning | null {
  const isSame = ({ variant }: Meaning) =>
    tests.every(({ test, yours }) => {
      const rows = answersOf(test, variant);
      return yours !== null && rows.every((row, i) => isSameAnswer(row, yours[i] ?? []));
    });
  return tests.length === 0 || tests.some(({ yours }) => yours === null)
    ? null
    : (joins().find(isSame) ?? null);
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
