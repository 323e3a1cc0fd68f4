import { loadPyodide } from "pyodide";
import { describe, expect, test } from "vitest";
import type { JoinInput } from "../join-run";
import { type Engine, ProgramFailure } from "./engine";
import { pythonEngine } from "./python-engine";

// Not in a hook: starting an interpreter takes as long as the machine is slow.
const pyodide = await loadPyodide({ stderr: () => undefined });
const engine: Engine = pythonEngine(pyodide);

/** Asked at 10, 20 and 5; events at 7, 9 and 15, the second known at 12 only. */
const INPUT = {
  predictionsUs: BigInt64Array.of(10n, 20n, 5n),
  eventTimesUs: BigInt64Array.of(7n, 9n, 15n),
  knownAtUs: BigInt64Array.of(7n, 12n, 15n),
  ttlUs: null,
};

/** What a program gives, what a reader is told instead, what it printed, and whether it left nothing behind. */
async function run(source: string, input: JoinInput = INPUT) {
  const printed: string[] = [];
  try {
    const join = await engine.read(source, (text) => printed.push(text));
    const answers = await join(input);
    return { answers, printed, isClean: engine.isClean() };
  } catch (error) {
    if (!(error instanceof ProgramFailure)) throw error;
    return { told: error.message, line: error.line, printed, isClean: engine.isClean() };
  }
}

const RIGHT = `def join(predictions, event_times, known_at, ttl):
    def one(t):
        best = None
        for row, (e, k) in enumerate(zip(event_times, known_at)):
            if e <= t and k <= t and (ttl is None or t - e <= ttl):
                best = row
        return best
    return [one(t) for t in predictions]
`;

describe("a program", () => {
  test("is called with lists of int, and a TTL or None", async () => {
    expect((await run(RIGHT)).answers).toEqual([0, 2, null]);
    expect((await run(RIGHT, { ...INPUT, ttlUs: 2n })).answers).toEqual([null, null, null]);
    const { printed } = await run("def join(*given):\n  print(given)\n  return [None] * 3", {
      ...INPUT,
      predictionsUs: BigInt64Array.of(9_007_199_254_740_993n),
      ttlUs: 5n,
    });
    expect(printed).toEqual(["([9007199254740993], [7, 9, 15], [7, 12, 15], 5)\n"]);
  });

  test("gives what is no row number in words: True, 7.5, '1', 2 ** 80", async () => {
    const { answers } = await run("def join(*_):\n  return [True, 7.5, '1', 2 ** 80, -1, 0, None]");
    const words = ["True", "7.5", "'1', a text", String(2n ** 80n)].map((text) => ({ text }));
    expect(answers).toEqual([...words, -1, 0, null]);
  });

  test("is handed on what it prints line by line, and what it printed last", async () => {
    const { printed } = await run(
      "import sys\ndef join(*_):\n  print('a', 1)\n  print('b', end='')\n  print('c', file=sys.stderr)\n  print('d', end='')\n  return []",
    );
    expect(printed).toEqual(["a 1\n", "bc\n", "d"]);
  });
});

test.each([
  ["def join(p, e, k, ttl):\n  return [\n", /^This cannot be read: '\[' was never closed/, 2],
  ["x = 1", /^There is no function named join/, null],
  ["\n1 / 0", /^ZeroDivisionError/, 2],
  ["def f(x):\n  return x.y\ndef join(*_):\n  return f(None)", /^AttributeError: .*no attribute 'y'/, 2],
  ["def join(a):\n  return []", /^TypeError: .*positional argument/, null],
  ["def join(*_):\n  exit()", /^SystemExit/, 2],
  ["def join(*_):\n  return join()", /^RecursionError/, 2],
  ["def join(*_):\n  return input()", /^EOFError/, 2],
  ["def join(*_):\n  return (x for x in _)", /gave <generator .*, not a list/, null],
])("of %j a reader is told %s, line %s", async (source, message, line) => {
  expect(await run(source)).toMatchObject({ told: expect.stringMatching(message), line });
});

/** A module with a class that, as some do, says something when it is looked at. */
const LOUD = `
import sys, types
class Loud(type):
    def __getattribute__(cls, name):
        print("DeprecationWarning: do not look", file=sys.stderr)
        return super().__getattribute__(name)
class C(metaclass=Loud): pass
sys.modules["loud"] = types.ModuleType("loud")
sys.modules["loud"].C = C
`;

test("what is said when a module is looked at, which no reader wrote, is not printed as theirs", async () => {
  pyodide.runPython(LOUD);
  try {
    expect(await run("def join(*_):\n  print('mine')\n  return []")).toMatchObject({ printed: ["mine\n"] });
  } finally {
    pyodide.runPython("del sys.modules['loud'], C, Loud");
  }
});

test.each(["def join(\n", "x = 1", "1 / 0", "def join(*_):\n  return missing"])(
  "%j, which fails, leaves nothing behind",
  async (source) => {
    expect(await run(source)).toMatchObject({ told: expect.any(String), isClean: true });
  },
);

test("what fails after it changed something leaves that behind", async () => {
  expect(await run("import json\njson.kept = 1\n1 / 0")).toMatchObject({ line: 3, isClean: false });
  await run("import json\ndel json.kept");
});

test("what a program leaves behind is found, or taken away", async () => {
  const isClean = async (first: string) => (await run(`${first}\ndef join(*_):\n  return []`)).isClean;
  expect(await isClean("import bisect, collections, datetime\nx = 1\nlist.__len__")).toBe(true);
  // Another program finds another module.
  expect(await isClean("import colorsys\ncolorsys.rgb_to_hsv = None")).toBe(true);
  expect(
    (await run("import colorsys\ndef join(*_):\n  return [colorsys.rgb_to_hsv(1, 1, 1) and 0]")).answers,
  ).toEqual([0]);
  expect(await isClean("import sys\nsys.setrecursionlimit(200)")).toBe(false);
  await run("import sys\nsys.setrecursionlimit(1000)\ndef join(*_):\n  return []");
  expect(await isClean("import json\njson.JSONEncoder.default = None")).toBe(false);
  expect(await isClean("import builtins\nbuiltins.len = lambda _: 7")).toBe(false);
});

test("an interpreter started from the memory of another runs programs as that does", async () => {
  const first = await loadPyodide({ _makeSnapshot: true });
  const memory = first.makeMemorySnapshot();
  const second = pythonEngine(await loadPyodide({ _loadSnapshot: memory, stderr: () => undefined }));
  const join = await second.read(RIGHT, () => undefined);
  expect(await join(INPUT)).toEqual([0, 2, null]);
  expect(second.isClean()).toBe(true);
  await expect(second.read("def join(\n", () => undefined)).rejects.toThrow("This cannot be read");
});
