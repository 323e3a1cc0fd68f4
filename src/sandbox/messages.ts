import * as v from "valibot";
import { cutMessage } from "./cut-message";
import type { JoinInput } from "./join-run";

/** What a program may write in one run before it is ended. */
export const MOST_PRINTED = { characters: 100_000, lines: 1_000 };

/** What is said by a reader's code is cut here too: it may have been said past what cuts it in the worker. */
const messageText = v.pipe(v.string(), v.transform(cutMessage));

/** A part of a runtime, by its name: bytes, or WebAssembly that is compiled. */
export type RuntimePart = ArrayBuffer | WebAssembly.Module;

/** What the page asks of the frame, by the frame's port. */
export type ToFrame =
  /** Keeps a part for workers that are started later; one whose name ends in `.wasm` is compiled. */
  | { readonly kind: "keep"; readonly name: string; readonly bytes: ArrayBuffer }
  /** Starts a worker with a script, and hands it the port and the parts that are kept under these names. */
  | {
      readonly kind: "start";
      readonly worker: number;
      readonly script: string;
      readonly type: WorkerType;
      readonly parts: readonly string[];
    }
  | { readonly kind: "end"; readonly worker: number }
  /** Is answered at once, by a frame that still runs. */
  | { readonly kind: "ask" };

/** What the frame says. */
export const fromFrame = v.variant("kind", [
  v.object({ kind: v.literal("opened") }),
  v.object({ kind: v.literal("alive") }),
  v.object({ kind: v.literal("kept"), name: v.string(), problem: v.nullable(v.string()) }),
  /** A worker's script could not be read, or the worker died. */
  v.object({
    kind: v.literal("broke"),
    worker: v.number(),
    message: messageText,
    line: v.nullable(v.number()),
  }),
]);

/** What a worker is handed by the frame, with its port. */
export interface WorkerStart {
  readonly parts: Readonly<Record<string, RuntimePart>>;
}

/** What the page asks of a worker, by the worker's port. */
export interface ToWorker {
  readonly source: string;
  readonly inputs: readonly JoinInput[];
}

/** What a worker says. None of it is trusted: a reader's code runs in there, and could say it itself. */
export const fromWorker = v.variant("kind", [
  /** Of what it made while it started, another worker can start sooner. */
  v.object({ kind: v.literal("made"), name: v.string(), bytes: v.instance(ArrayBuffer) }),
  v.object({ kind: v.literal("ready") }),
  v.object({ kind: v.literal("not_ready"), message: messageText }),
  v.object({ kind: v.literal("printed"), text: v.string() }),
  v.object({ kind: v.literal("flooded") }),
  /** The answers for the next input: rows, −1 for none, and the first answer that is no row number, in words. */
  v.object({
    kind: v.literal("answers"),
    rows: v.instance(Int32Array),
    bad: v.nullable(v.object({ at: v.number(), text: messageText })),
  }),
  /** The next input failed, or, where the program could not even be read, all of them. */
  v.object({
    kind: v.literal("failed"),
    message: messageText,
    line: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
    isAll: v.boolean(),
  }),
  /** Every input has its result; and whether the worker can run another program, as if this one had not been there. */
  v.object({ kind: v.literal("ended"), isClean: v.boolean() }),
]);
export type FromWorker = v.InferOutput<typeof fromWorker>;
