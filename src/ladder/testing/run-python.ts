import { loadPyodide } from "pyodide";
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

def run_all(given):
    programs, tests, ttl = json.loads(given)
    tables = [
        ([Prediction(r, u, moment(at)) for r, u, at in asked],
         [Payment(r, u, moment(ts), moment(created)) for r, u, ts, created in payments])
        for asked, payments in tests
    ]
    found = []
    for program in programs:
        names = {}
        exec(program, names)
        found.append([
            [cell(answer) for answer in names["join"](asked, list(payments), timedelta(microseconds=int(ttl)))]
            for asked, payments in tables
        ])
    return json.dumps(found)
`;

/**
 * Runs programs over tests, in CPython as it runs in the page.
 *
 * @returns Per program and test, per prediction what it gives.
 */
export async function runPython(
  programs: readonly string[],
  tests: readonly PlainTables[],
  ttlUs: bigint,
): Promise<string[][][]> {
  const python = await loadPyodide();
  python.runPython(RUN_ALL);
  const given = [
    programs,
    tests.map(({ predictions, payments }) => [
      predictions.map(({ row, userId, at }) => [row, userId, String(at)]),
      payments.map(({ row, userId, ts, created }) => [row, userId, String(ts), String(created)]),
    ]),
    String(ttlUs),
  ];
  const runAll = python.globals.get("run_all");
  const found: string = runAll(JSON.stringify(given));
  return JSON.parse(found);
}
