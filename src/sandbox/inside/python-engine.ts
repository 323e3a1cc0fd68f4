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

/** Runs programs in Python, by an interpreter that was started. */
export function pythonEngine(pyodide: PyodideAPI): Engine {
  const read = pyodide.runPython(harness) as PyCallable;
  let leave = () => true;
  return {
    read: async (source, print) => {
      const program = read(source, print) as PyProxy;
      const [prepared, join, isClean] = program.toJs({ depth: 1 }) as [string, PyCallable, PyCallable];
      leave = () => {
        const wasClean = isClean() === true;
        for (const proxy of [join, isClean, program]) proxy.destroy();
        return wasClean;
      };
      answersIn(prepared);
      return ({ predictionsUs, eventTimesUs, knownAtUs, ttlUs }) =>
        answersIn(join(predictionsUs, eventTimesUs, knownAtUs, ttlUs ?? undefined));
    },
    isClean: () => leave(),
  };
}

function answersIn(json: string) {
  const given = v.parse(outcome, JSON.parse(json));
  if ("answers" in given) return given.answers;
  throw new ProgramFailure(given.message, given.line);
}
