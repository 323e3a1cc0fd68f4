import { expect, test } from "vitest";
import { propertyRuns } from "../../microfs/testing/property-runs";
import { LADDER_RULE } from "../rule";
import { everyArrangement } from "../testing/every-arrangement";
import { cellsOf, plainTables } from "../testing/plain-tables";
import { randomTest } from "../testing/random-test";
import { runPython } from "../testing/run-python";
import { openSql } from "../testing/run-sql";
import { runTypeScript } from "../testing/run-typescript";
import { answersOf } from "../tests/answers";
import { JOIN_TESTS } from "../tests/join-tests";
import { LADDER_PROGRAMS } from "./ladder-programs";
import { meaningOf } from "./meaning";
import type { LadderProgram } from "./program";
import { programText } from "./program-text";

const TTL_US = LADDER_RULE.ttlUs ?? 0n;
const SEEDS = Array.from({ length: propertyRuns(1).numRuns }, (_, seed) => seed + 1);

/** Everything that can be built and runs, in an order of chance, with what it means. */
function built(program: LadderProgram, seed: number) {
  return everyArrangement(program, seed).flatMap((arrangement) => {
    const meaning = meaningOf(program, arrangement);
    return meaning === null ? [] : [{ text: programText(program, arrangement), meaning }];
  });
}

const expected = (joinTest: (typeof JOIN_TESTS)[number], { meaning }: ReturnType<typeof built>[number]) =>
  cellsOf(plainTables(joinTest), answersOf(joinTest, meaning.variant));

test.each(SEEDS)("SQL: every program gives what is read off its lines, in DuckDB (%i)", async (seed) => {
  const sql = await openSql();
  const programs = built(LADDER_PROGRAMS.sql, seed);
  expect(programs.length).toBe(128);
  const joinTest = randomTest(seed);
  await sql.load(plainTables(joinTest));
  for (const program of programs)
    expect(await sql.run(program.text), program.text).toEqual(expected(joinTest, program));
});

test("Python: every program gives what is read off its lines, in CPython", async () => {
  const { python } = LADDER_PROGRAMS;
  const programs = SEEDS.flatMap((seed) => built(python, seed));
  expect(programs.length).toBe(128 * SEEDS.length);
  const tests = [...JOIN_TESTS, randomTest(1), randomTest(2)];
  const found = await runPython(
    programs.map(({ text }) => python.prelude + text),
    tests.map(plainTables),
    TTL_US,
  );
  for (const [i, program] of programs.entries())
    expect(found[i], program.text).toEqual(tests.map((joinTest) => expected(joinTest, program)));
});

test.each(SEEDS)("TypeScript: every program gives what is read off its lines (%i)", (seed) => {
  const { typescript } = LADDER_PROGRAMS;
  const programs = built(typescript, seed);
  expect(programs.length).toBe(128);
  for (const joinTest of [...JOIN_TESTS, randomTest(seed), randomTest(seed + 1)])
    for (const program of programs)
      expect(
        runTypeScript(typescript.prelude + program.text, plainTables(joinTest), TTL_US),
        program.text,
      ).toEqual(expected(joinTest, program));
});
