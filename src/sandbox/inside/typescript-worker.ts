import type { JoinInput } from "../join-run";
import { type Answers, type Engine, ProgramFailure } from "./engine";
import { serve } from "./serve";

/** The reader's own text as a function that stands before this script; it gives its `join`, or nothing. */
declare const readersProgram: (console: Pick<Console, "log">) => unknown;

/** Runs TypeScript whose types were taken off: the program stands in the worker's own script, so nothing makes code of text. */
const engine: Engine = {
  read: async (source, print) => {
    const lines = source.split("\n").length;
    const join = attempt(() => readersProgram(consoleThatPrints(print)), lines);
    if (typeof join !== "function")
      throw new ProgramFailure(
        "There is no function named join. Write: function join(predictions, eventTimes, knownAt, ttl) { … }",
        null,
      );
    const call = ({ predictionsUs, eventTimesUs, knownAtUs, ttlUs }: JoinInput): Answers => {
      const given = attempt(
        () => join(Array.from(predictionsUs), Array.from(eventTimesUs), Array.from(knownAtUs), ttlUs),
        lines,
      );
      if (given instanceof Promise)
        throw new ProgramFailure(
          "Your program gave a Promise. Nothing here needs waiting for: write join without async.",
          null,
        );
      if (!Array.isArray(given))
        throw new ProgramFailure(
          `Your program gave ${answerInWords(given)}, not an array. Return one answer per prediction: a row number, or null.`,
          null,
        );
      // As an index, so that a hole of the array is an answer too.
      return Array.from({ length: given.length }, (_, at) => {
        const value: unknown = given[at];
        return value === null || typeof value === "number" ? value : { text: answerInWords(value) };
      });
    };
    return call;
  },
  // The program stands in the script: a worker runs no other.
  isClean: () => false,
};

function attempt<T>(action: () => T, lines: number): T {
  try {
    return action();
  } catch (error) {
    throw new ProgramFailure(errorInWords(error), lineOf(error, lines));
  }
}

function errorInWords(error: unknown): string {
  try {
    return String(error);
  } catch {
    return "Your program threw what cannot be shown.";
  }
}

/** The line of the reader's text that an error comes from: the text begins on the script's first line, the runner follows it. */
function lineOf(error: unknown, lines: number): number | null {
  const stack = error instanceof Error ? String(error.stack) : "";
  for (const [, line] of stack.matchAll(/:(\d+):\d+\)?$/gm)) if (Number(line) <= lines) return Number(line);
  return null;
}

function consoleThatPrints(print: (text: string) => void) {
  const log = (...values: readonly unknown[]) => print(`${values.map(inWords).join(" ")}\n`);
  return Object.freeze({ log, info: log, warn: log, error: log, debug: log });
}

/** Most characters of a text that is shown as an answer. */
const MOST_OF_TEXT = 60;

/** As {@link inWords}; but a text stands between quotes, or "0" would look like a number. */
function answerInWords(value: unknown): string {
  if (typeof value !== "string") return inWords(value);
  return `"${value.length > MOST_OF_TEXT ? `${value.slice(0, MOST_OF_TEXT)}…` : value}", a text`;
}

/** A value as it is printed. */
function inWords(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return "a function";
  if (typeof value !== "object" || value === null || value instanceof Error) return errorInWords(value);
  const text = asJson(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function asJson(value: object): string {
  try {
    return JSON.stringify(value, (_, part) => (typeof part === "bigint" ? `${part}n` : part)) ?? "an object";
  } catch {
    return "an object that holds itself";
  }
}

serve(async () => engine);
