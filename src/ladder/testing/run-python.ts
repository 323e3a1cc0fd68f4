import { loadPyodide } from "pyodide";
import type { JoinInput } from "../../sandbox/join-run";
import type { PlainTables } from "./plain-tables";

/** Tables as named tuples, each program run, and what it gives written as `cellsOf` writes it. */
const RUN_ALL = `
import json
from collections import namedtuple
from datetime import datetime, timedelta

Prediction = namedtuple("Prediction", "row user_id at")
Payment = namedtuple("Payment", "row user_id ts created")
EPOCH = datetime(1970, 1, 1)
moment = lambda us: EPOCH + timedelta(microseconds=int(us))

def cell(answer):
    if not answer:
        return "none"
    # One row that was taken, or the greatest of each column.
    return f"{answer[0]} {(answer[2] - EPOCH) // timedelta(microseconds=1)}"

def join_of(program):
    names = {}
    exec(program, names)
    return names["join"]

def run_all(given):
    programs, tests, ttl = json.loads(given)
    tables = [
        ([Prediction(r, u, moment(at)) for r, u, at in asked],
         [Payment(r, u, moment(ts), moment(created)) for r, u, ts, created in payments])
        for asked, payments in tests
    ]
    ttl = timedelta(microseconds=int(ttl))
    return json.dumps([
        [[cell(answer) for answer in join(asked, list(payments), ttl)] for asked, payments in tables]
        for join in map(join_of, programs)
    ])

def run_written(program, given):
    join = join_of(program)
    ints = lambda texts: [int(text) for text in texts]
    return json.dumps([
        join(ints(asked), ints(event), ints(known), None if ttl is None else int(ttl))
        for asked, event, known, ttl in json.loads(given)
    ])
`;

/** CPython as it runs in the page. */
export interface PythonRunner {
  /** Runs programs of the first rungs over tests: per program and test, per prediction what it gives. */
  runAll(programs: readonly string[], tests: readonly PlainTables[], ttlUs: bigint): string[][][];
  /** Runs a written program: per input, per prediction a row number or nothing. */
  runWritten(program: string, inputs: readonly JoinInput[]): (number | null)[][];
}

export async function openPython(): Promise<PythonRunner> {
  const python = await loadPyodide();
  python.runPython(RUN_ALL);
  return {
    runAll(programs, tests, ttlUs) {
      const given = [
        programs,
        tests.map(({ predictions, payments }) => [
          predictions.map(({ row, userId, at }) => [row, userId, String(at)]),
          payments.map(({ row, userId, ts, created }) => [row, userId, String(ts), String(created)]),
        ]),
        String(ttlUs),
      ];
      const found: string = python.globals.get("run_all")(JSON.stringify(given));
      return JSON.parse(found);
    },
    runWritten(program, inputs) {
      const given = inputs.map(({ predictionsUs, eventTimesUs, knownAtUs, ttlUs }) => [
        ...[predictionsUs, eventTimesUs, knownAtUs].map((times) => Array.from(times, String)),
        ttlUs === null ? null : String(ttlUs),
      ]);
      const found: string = python.globals.get("run_written")(program, JSON.stringify(given));
      return JSON.parse(found);
    },
  };
}
