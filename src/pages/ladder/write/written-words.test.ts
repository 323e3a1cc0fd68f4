import { expect, test } from "vitest";
import { answersOfRuns, rightAnswers } from "../../../ladder/tests/answers";
import { inputsOf } from "../../../ladder/tests/join-inputs";
import { WRITTEN_JOIN_TESTS } from "../../../ladder/tests/join-tests";
import type { JoinInput, JoinRun } from "../../../sandbox/join-run";
import { NOT_RUN, type WrittenTest } from "../../../state/ladder/written-run";
import { failureIn, printedIn } from "./failure";
import { writtenWords } from "./written-words";

type Counts = (input: { event: bigint; known: bigint; at: bigint; ttl: bigint | null }) => boolean;

/** A join as a reader may write it: which rows count, and which of two that count is better. */
function written(counts: Counts, isBetter: (event: bigint, best: bigint) => boolean): WrittenTest[] {
  return answered(({ predictionsUs, eventTimesUs, knownAtUs, ttlUs }) =>
    Array.from(predictionsUs, (at) => {
      let best = -1;
      eventTimesUs.forEach((event, i) => {
        if (!counts({ event, known: knownAtUs[i] ?? 0n, at, ttl: ttlUs })) return;
        if (best < 0 || isBetter(event, eventTimesUs[best] ?? 0n)) best = i;
      });
      return best;
    }),
  );
}

function answered(join: (input: JoinInput) => readonly number[]): WrittenTest[] {
  return tests((input) => ({ kind: "rows", rows: Int32Array.from(join(input)), printed: "" }));
}

function tests(run: (input: JoinInput, number: number) => JoinRun): WrittenTest[] {
  let number = 0;
  return WRITTEN_JOIN_TESTS.map((test) => {
    const runs = inputsOf(test).map((input) => run(input, number++));
    return { test, right: rightAnswers(test), yours: answersOfRuns(test, runs), runs };
  });
}

const happened: Counts = ({ event, at }) => event <= at;
const known: Counts = ({ known, at }) => known <= at;
const fresh: Counts = ({ event, at, ttl }) => ttl === null || at - event <= ttl;
const all =
  (...rules: Counts[]): Counts =>
  (input) =>
    rules.every((rule) => rule(input));
const later = (event: bigint, best: bigint) => event >= best;

test.each<[what: string, tests: WrittenTest[], headline: string]>([
  ["that is right", written(all(happened, known, fresh), later), "All tests agree."],
  [
    "that takes nothing",
    answered((input) => Array(input.predictionsUs.length).fill(-1)),
    "Your program takes no row yet.",
  ],
  [
    "that takes the earliest",
    written(all(happened, known, fresh), (event, best) => event < best),
    "Your program takes the earliest, not the latest.",
  ],
  [
    "that forgets when rows were known",
    written(all(happened, fresh), later),
    "Your program takes what nobody knew yet.",
  ],
  ["that forgets the TTL", written(all(happened, known), later), "Your program takes a payment of any age."],
  [
    "that leaves out the same moment",
    written(
      all(({ event, at }) => event < at, known, fresh),
      later,
    ),
    "Your program leaves out the same moment.",
  ],
  [
    "that only asks what was known",
    written(all(known, fresh), later),
    "Your program does not ask whether it has happened.",
  ],
  [
    "that no lines of the ladder give",
    answered((input) => Array(input.predictionsUs.length).fill(input.eventTimesUs.length - 1)),
    "Your program takes a payment that has not happened yet.",
  ],
  [
    "that takes the earliest, and of two the last",
    written(all(happened, known, fresh), (event, best) => event <= best),
    "Your program takes the earliest, not the latest.",
  ],
  [
    "that keeps the first of two at the same moment",
    written(all(happened, known, fresh), (event, best) => event > best),
    "Your program takes the first of two at the same moment.",
  ],
  [
    "that has no answer without a TTL",
    written(
      all(happened, known, ({ event, at, ttl }) => ttl !== null && at - event <= ttl),
      later,
    ),
    "Your program is not right where there is no TTL.",
  ],
  ["that was not run", [...NOT_RUN], "Write the join, and run it."],
])("a program %s is said so", (_, found, headline) => {
  expect(failureIn(found)).toBeNull();
  expect(writtenWords(found, null).headline).toBe(headline);
});

test("of what a program gets wrong all that has a name is told, the gravest first", () => {
  const found = written(all(happened, fresh), (event, best) => event < best);
  expect(writtenWords(found, null)).toMatchObject({
    headline: "Your program takes the earliest, not the latest.",
    misconceptions: ["earliest", "created_forgotten"],
  });
});

const failed = { kind: "failed", message: "NameError: no x", line: 3, printed: "" } as const;
const rows: (input: JoinInput) => JoinRun = ({ predictionsUs }) => ({
  kind: "rows",
  rows: new Int32Array(predictionsUs.length).fill(-1),
  printed: "",
});

test.each<[what: string, tests: WrittenTest[], headline: string, note: RegExp]>([
  ["in every test", tests(() => failed), "It stops at line 3.", /^NameError: no x$/],
  [
    "in one alone",
    tests((input, number) => (number === 1 ? failed : rows(input))),
    "It stops at line 3.",
    /^In the test “nothing before”: NameError/,
  ],
  [
    "without a line",
    tests(() => ({ ...failed, line: null, message: "17 is no row number." })),
    "Your program gives no answer.",
    /^17 is no row number.$/,
  ],
  [
    "in time",
    tests(() => ({ kind: "timed_out", limitMs: 3000, printed: "" })),
    "It did not end within 3 seconds, and was stopped.",
    /^If there is no loop/,
  ],
  [
    "for all that it wrote",
    tests(() => ({ kind: "flooded", printed: "x" })),
    "It wrote more than can be shown, and was stopped.",
    /Print less/,
  ],
])("a program that fails %s is said so", (_, found, headline, note) => {
  const words = writtenWords(found, failureIn(found));
  expect(words.headline).toBe(headline);
  expect(words.note).toMatch(note);
});

test("what was printed is told test by test, and of both users together", () => {
  const found = tests((input, number) => ({
    ...rows(input),
    printed: number < 6 || number > 7 ? "" : `${number}\n`,
  }));
  expect(printedIn(found)).toEqual([{ title: "somebody else’s", text: "6\n7\n" }]);
});
