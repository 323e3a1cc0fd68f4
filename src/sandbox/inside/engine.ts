import type { JoinInput } from "../join-run";
import type { RuntimePart } from "../messages";

/** What a program gave for one input: a value per prediction, in words where it is neither a whole number nor nothing. */
export type Answers = readonly (number | null | { readonly text: string })[];

/** A program that was read: it is called once per input. */
export type ReadProgram = (input: JoinInput) => Answers | Promise<Answers>;

/** Runs programs of one language, inside of a worker. */
export interface Engine {
  /** Makes the language ready, by the parts that were handed in. */
  load(parts: Readonly<Record<string, RuntimePart>>): Promise<void>;
  /** Reads a program, once. `print` takes what it writes. Throws a `ProgramFailure` where it cannot be read. */
  read(source: string, print: (text: string) => void): Promise<ReadProgram>;
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
