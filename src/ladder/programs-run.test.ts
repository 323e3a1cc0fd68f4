import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { propertyRuns } from "../microfs/testing/property-runs";
import type { JoinRun } from "../sandbox/join-run";
import type { Language } from "../terms/languages";
import { BLANK_PROGRAMS } from "./blanks/blank-programs";
import { filledText, meaningOfFilled } from "./blanks/fill";
import { LADDER_PROGRAMS } from "./programs/ladder-programs";
import { meaningOf } from "./programs/meaning";
import type { Meaning } from "./programs/program";
import { programText } from "./programs/program-text";
import { LADDER_RULE } from "./rule";
import { everyArrangement } from "./testing/every-arrangement";
import { everyFilling } from "./testing/every-filling";
import { cellsOf, plainTables } from "./testing/plain-tables";
import { randomTest } from "./testing/random-test";
import { openPython, type PythonRunner } from "./testing/run-python";
import { openSql, type SqlRunner } from "./testing/run-sql";
import { runTypeScript, runWrittenTypeScript } from "./testing/run-typescript";
import { SOLUTIONS } from "./testing/solutions";
import { answersOf, answersOfRuns, rightAnswers } from "./tests/answers";
import { inputsOf } from "./tests/join-inputs";
import type { JoinTest } from "./tests/join-test";
import { JOIN_TESTS, WRITTEN_JOIN_TESTS } from "./tests/join-tests";

/**
 * What is read off the lines of a program is what the program does: every choice of lines, and every filling of the blanks,
 * is run for real over tables in which times meet, and compared with the join variant that stands for it.
 */

const TTL_US = LADDER_RULE.ttlUs ?? 0n;
const SEEDS = Array.from({ length: propertyRuns(1).numRuns }, (_, seed) => seed + 1);
/** Arrangements of each language: of parts of two choices three, one of four, and what is taken in two orders or, greatest of each, in none. */
const COMPLETE = 2 ** 3 * 4 * (2 * 2 + 1);
/** Fillings: three blanks of two, one of four, and one of six. */
const FILLED = 2 ** 3 * 4 * 6;

interface Runnable {
  readonly text: string;
  readonly meaning: Meaning;
}

/** Everything that can be built and runs, its lines in an order of chance, and everything that can be filled in. */
function everyProgram(language: Language, seed: number): Runnable[] {
  const program = LADDER_PROGRAMS[language];
  const blanks = BLANK_PROGRAMS[language];
  return [
    ...everyArrangement(program, seed).map((arrangement) => ({
      text: program.prelude + programText(program, arrangement),
      meaning: meaningOf(program, arrangement),
    })),
    ...everyFilling(blanks).map((filled) => ({
      text: blanks.prelude + filledText(blanks, filled),
      meaning: meaningOfFilled(blanks, filled),
    })),
  ].flatMap(({ text, meaning }) => (meaning === null ? [] : [{ text, meaning }]));
}

const read = (joinTest: JoinTest, { meaning }: Runnable) =>
  cellsOf(plainTables(joinTest), answersOf(joinTest, meaning.variant));

/** What a written program gives, as runs of it. */
const runsOf = (answers: readonly (readonly (number | null)[])[]): JoinRun[] =>
  answers.map((rows) => ({ kind: "rows", rows: Int32Array.from(rows, (row) => row ?? -1), printed: "" }));

const WRITTEN_TESTS = [...WRITTEN_JOIN_TESTS, randomTest(3), randomTest(4)];

/** Several hundred programs a test: a machine that does other things besides needs more than the usual time. */
vi.setConfig({ testTimeout: 120_000 });
afterAll(() => vi.resetConfig());

describe("SQL in DuckDB", () => {
  let sql: SqlRunner;
  beforeAll(async () => {
    sql = await openSql();
  });

  test.each(SEEDS)("every program gives what is read off its lines (seed %i)", async (seed) => {
    const programs = everyProgram("sql", seed);
    expect(programs.length).toBe(COMPLETE + FILLED);
    const joinTest = randomTest(seed);
    await sql.load(plainTables(joinTest));
    for (const program of programs)
      expect(await sql.run(program.text), program.text).toEqual(read(joinTest, program));
  });

  test("the join that the hints lead to is right", async () => {
    for (const joinTest of WRITTEN_TESTS) {
      const answers = [];
      for (const input of inputsOf(joinTest)) answers.push(await sql.runWritten(SOLUTIONS.sql, input));
      expect(answersOfRuns(joinTest, runsOf(answers)), joinTest.name).toEqual(rightAnswers(joinTest));
    }
  });
});

describe("Python in CPython", () => {
  let python: PythonRunner;
  beforeAll(async () => {
    python = await openPython();
  });

  test.each(SEEDS)("every program gives what is read off its lines (seed %i)", (seed) => {
    const programs = everyProgram("python", seed);
    expect(programs.length).toBe(COMPLETE + FILLED);
    const tests = [...JOIN_TESTS, randomTest(seed), randomTest(seed + 1)];
    const found = python.runAll(
      programs.map(({ text }) => text),
      tests.map(plainTables),
      TTL_US,
    );
    for (const [i, program] of programs.entries())
      expect(found[i], program.text).toEqual(tests.map((joinTest) => read(joinTest, program)));
  });

  test("the join that the hints lead to is right", () => {
    for (const joinTest of WRITTEN_TESTS) {
      const runs = runsOf(python.runWritten(SOLUTIONS.python, inputsOf(joinTest)));
      expect(answersOfRuns(joinTest, runs), joinTest.name).toEqual(rightAnswers(joinTest));
    }
  });
});

describe("TypeScript, its types taken off", () => {
  test.each(SEEDS)("every program gives what is read off its lines (seed %i)", (seed) => {
    const programs = everyProgram("typescript", seed);
    expect(programs.length).toBe(COMPLETE + FILLED);
    for (const joinTest of [...JOIN_TESTS, randomTest(seed), randomTest(seed + 1)])
      for (const program of programs)
        expect(runTypeScript(program.text, plainTables(joinTest), TTL_US), program.text).toEqual(
          read(joinTest, program),
        );
  });

  test("the join that the hints lead to is right", () => {
    for (const joinTest of WRITTEN_TESTS) {
      const runs = runsOf(
        inputsOf(joinTest).map((input) => runWrittenTypeScript(SOLUTIONS.typescript, input)),
      );
      expect(answersOfRuns(joinTest, runs), joinTest.name).toEqual(rightAnswers(joinTest));
    }
  });
});
