import type { PyodideAPI } from "pyodide";
import type { PyCallable, PyProxy } from "pyodide/ffi";
import * as v from "valibot";
import { type Engine, ProgramFailure } from "./engine";
import harness from "./python-harness.py?raw";

/** What the harness gives of a call: answers, or a sentence and a line. */
const outcome = v.union([
  v.object({
    answers: v.array(v.union([v.number(), v.null(), v.object({ text: v.string() })])),
  }),
  v.object({ message: v.string(), line: v.nullable(v.number()) }),
]);

/** Reads programs in Python, by an interpreter that was started. What one of them does to it, later ones find: give each its own. */
export function pythonReader(pyodide: PyodideAPI): Engine["read"] {
  const read = pyodide.runPython(harness) as PyCallable;
  return async (source, print) => {
    const [prepared, join] = (read(source, print) as PyProxy).toJs({ depth: 1 }) as [string, PyCallable];
    answersIn(prepared);
    return ({ predictionsUs, eventTimesUs, knownAtUs, ttlUs }) =>
      answersIn(join(predictionsUs, eventTimesUs, knownAtUs, ttlUs ?? undefined));
  };
}

function answersIn(json: string) {
  const given = v.parse(outcome, JSON.parse(json));
  if ("answers" in given) return given.answers;
  throw new ProgramFailure(given.message, given.line);
}
