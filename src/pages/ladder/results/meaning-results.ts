import { MISCONCEPTION_WORDS } from "../../../ladder/programs/misconceptions";
import type { Meaning } from "../../../ladder/programs/program";
import { answersOf, rightAnswers } from "../../../ladder/tests/answers";
import { JOIN_TESTS } from "../../../ladder/tests/join-tests";
import type { TestResult } from "./test-result";

/** What a program of known meaning makes of every test; without answers where it means nothing yet. */
export function resultsOf(meaning: Meaning | null): readonly TestResult[] {
  return JOIN_TESTS.map((test) => ({
    test,
    right: rightAnswers(test),
    yours: meaning === null ? null : answersOf(test, meaning.variant),
  }));
}

/** What a program does, in a sentence: the gravest thing that is wrong with it. */
export function headlineOf({ misconceptions }: Meaning): string {
  const [gravest] = misconceptions;
  return gravest === undefined ? "Your program is the join." : MISCONCEPTION_WORDS[gravest].headline;
}
