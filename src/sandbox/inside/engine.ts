import type { JoinInput } from "../join-run";
import type { RuntimePart } from "../messages";

/** What a program gave for one input: a value per prediction, in words where it is neither a number nor nothing. */
export type Answers = readonly (number | null | { readonly text: string })[];

/** Calls a program with one input. Throws a `ProgramFailure` where it breaks off, or gives what is no list of answers. */
export type Join = (input: JoinInput) => Answers | Promise<Answers>;

/** Runs programs of one language, inside of a worker. */
export interface Engine {
  /** Reads a program, once. `print` takes what it writes. Throws a `ProgramFailure` where it cannot be read. */
  read(source: string, print: (text: string) => void): Promise<Join>;
  /** Whether it is, after the program that it read last, as if that had never been in it. Cleans up what it can; asked once. */
  isClean(): boolean;
}

/** Makes an engine of the parts that were handed in. `keep` takes a part that workers after this one are handed too. */
export type StartEngine = (
  parts: Readonly<Record<string, RuntimePart | undefined>>,
  keep: (name: string, bytes: ArrayBuffer) => void,
) => Promise<Engine>;

/**
 * The engine, after a first program in it: what is slow the first time has been done then, and counts against no reader's time.
 *
 * @param source - A program that takes nothing.
 */
export async function warmedUp(engine: Engine, source: string): Promise<Engine> {
  const join = await engine.read(source, () => undefined);
  const one = BigInt64Array.of(0n);
  await join({ predictionsUs: one, eventTimesUs: one, knownAtUs: one, ttlUs: 0n });
  engine.isClean();
  return engine;
}

/** What a reader is told of a program that cannot be read, broke off, or gave what is no answer. */
export class ProgramFailure extends Error {
  /** `line` counts from 1, in the reader's own text. */
  constructor(
    message: string,
    readonly line: number | null,
  ) {
    super(message);
    this.name = "ProgramFailure";
  }
}
