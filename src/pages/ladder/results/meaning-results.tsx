import { useMemo } from "react";
import { MISCONCEPTION_WORDS, type Misconception } from "../../../ladder/programs/misconceptions";
import type { Meaning } from "../../../ladder/programs/program";
import { answersOf, rightAnswers } from "../../../ladder/tests/answers";
import { JOIN_TESTS } from "../../../ladder/tests/join-tests";
import { RUNGS, type Rung } from "../../../state/route/route";
import { useApp, useHref } from "../../../state/use-app";
import { ProgramResults } from "./program-results";
import type { TestResult } from "./test-result";
import { WhyWrong } from "./why-wrong";

export interface MeaningResultsProps {
  /** `null` while the program is not whole. */
  readonly meaning: Meaning | null;
  /** What it lacks, in a sentence. */
  readonly missing: string | null;
  readonly rung: Exclude<Rung, "write">;
}

/** What a program does whose meaning is read off its lines: nothing of it runs. */
export function MeaningResults({ meaning, missing, rung }: MeaningResultsProps) {
  const results = useMemo(() => resultsOf(meaning), [meaning]);
  const isRight = meaning?.misconceptions.length === 0;
  return (
    <ProgramResults
      headline={headlineOf(meaning)}
      note={meaning === null ? missing : <WhyWrong misconceptions={meaning.misconceptions} />}
      isCounted={meaning !== null}
      about={meaning?.misconceptions[0] && ABOUT[meaning.misconceptions[0]]}
      results={results}
      next={<NextRung isRight={isRight} rung={rung} />}
    />
  );
}

/** By what is wrong, the name of the test that is about it, where that is not the first that differs. */
export const ABOUT: Readonly<Partial<Record<Misconception, string>>> = {
  no_key: "somebody_else",
  greatest_of_each_column: "own_row",
  created_forgotten: "known_later",
  strictly_known: "known_later",
  strictly_before: "same_moment",
  any_age: "too_old",
  too_old_only: "too_old",
  edge_too_old: "too_old",
};

/** What a program of known meaning makes of every test; without answers where it means nothing yet. */
function resultsOf(meaning: Meaning | null): readonly TestResult[] {
  return JOIN_TESTS.map((test) => ({
    test,
    right: rightAnswers(test),
    yours: meaning === null ? null : answersOf(test, meaning.variant),
  }));
}

/** What a program does, in a sentence: the gravest thing that is wrong with it. */
export function headlineOf(meaning: Meaning | null): string {
  if (meaning === null) return "Your program is not whole yet.";
  const [gravest] = meaning.misconceptions;
  return gravest === undefined ? "Your program is the join." : MISCONCEPTION_WORDS[gravest].headline;
}

/** What all tests agreeing opens. */
function NextRung({ isRight, rung }: { readonly isRight: boolean; readonly rung: Rung }) {
  const hrefTo = useHref();
  const route = useApp((state) => state.route);
  const next = RUNGS[RUNGS.indexOf(rung) + 1];
  if (!isRight || next === undefined) return `all ${JOIN_TESTS.length} open the next rung`;
  return <a href={hrefTo({ rung: next }, route)}>To the next rung →</a>;
}
