import type { JoinRun } from "../../../sandbox/join-run";
import type { WrittenTest } from "../../../state/ladder/written-run";
import { formatNumber } from "../../../ui/format-number";

/** Why a program gives no answer. */
export interface Failure {
  /** What happened, in a few words. */
  readonly title: string;
  /** More of it, with what can be done. */
  readonly sentence: string;
  /** Counted from 1, where it is known. */
  readonly line: number | null;
  /** The title of the test in which it happened; `null` where it happens in all. */
  readonly test: string | null;
}

/** The first failure of a program in its tests; `null` where it answers all of them. */
export function failureIn(tests: readonly WrittenTest[]): Failure | null {
  const failing = tests.filter(({ runs }) => runs.some(isFailure));
  const [first] = failing;
  const run = first?.runs.find(isFailure);
  if (first === undefined || run === undefined) return null;
  return { ...failureOf(run), test: failing.length === tests.length ? null : first.test.title };
}

type FailedRun = Exclude<JoinRun, { kind: "rows" }>;

function isFailure(run: JoinRun): run is FailedRun {
  return run.kind !== "rows";
}

function failureOf(run: FailedRun): Omit<Failure, "test"> {
  switch (run.kind) {
    case "failed":
      return {
        title: run.line === null ? "Your program gives no answer." : `It stops at line ${run.line}.`,
        sentence: run.message,
        line: run.line,
      };
    case "timed_out":
      return {
        title: `It did not end within ${formatNumber(run.limitMs / 1000)} seconds, and was stopped.`,
        sentence: "If there is no loop without an end in it, this computer was slow: run it again.",
        line: null,
      };
    case "flooded":
      return {
        title: "It wrote more than can be shown, and was stopped.",
        sentence: "Print less, or take the printing out of the loop.",
        line: null,
      };
  }
}

/** What a program wrote while it ran, test by test; those in which it wrote nothing are left out. */
export function printedIn(
  tests: readonly WrittenTest[],
): readonly { readonly title: string; readonly text: string }[] {
  return tests
    .map(({ test, runs }) => ({ title: test.title, text: runs.map(({ printed }) => printed).join("") }))
    .filter(({ text }) => text !== "");
}
