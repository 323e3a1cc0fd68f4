import * as v from "valibot";
import type { Language } from "../terms/languages";
import type { FrameWorker } from "./frame/sandbox-frame";
import type { JoinInput, JoinRun } from "./join-run";
import { type FromWorker, fromWorker, MOST_PRINTED, type ToWorker } from "./messages";
import { rowsOf } from "./rows-of";
import { SandboxError } from "./sandbox-error";

/** A program, and what it is called with. */
export interface Job {
  readonly language: Language;
  readonly source: string;
  readonly inputs: readonly JoinInput[];
  readonly limitMs: number;
  readonly signal: AbortSignal | undefined;
}

/** What came of a program, and whether its worker can run another as if this one had not been there. */
export interface WorkerRuns {
  readonly runs: readonly JoinRun[];
  readonly isClean: boolean;
}

/**
 * Waits until a worker's language is loaded. `onMade` takes what it made meanwhile, by its name: no code of a reader has run yet.
 * Rejects with a `SandboxError` where it does not start.
 */
export function isReady(
  worker: FrameWorker,
  signal: AbortSignal | undefined,
  onMade?: (name: string, bytes: ArrayBuffer) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const broken = (message: string) =>
      reject(new SandboxError("broken", `The language did not start. ${message}`));
    worker.onBroken = broken;
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
    worker.port.onmessage = ({ data }) => {
      const message = v.safeParse(fromWorker, data);
      if (!message.success) return;
      if (message.output.kind === "made") onMade?.(message.output.name, message.output.bytes);
      if (message.output.kind === "ready") resolve();
      if (message.output.kind === "not_ready") broken(message.output.message);
    };
  });
}

/**
 * Runs a program in a worker that is ready, and gives one result per input, in their order. What was answered before the time was up
 * counts; the input that the program was at, and those after it, did not end. The worker is ended, unless it is clean.
 *
 * Rejects with the signal's reason where that is aborted.
 */
export function runInWorker(worker: FrameWorker, job: Job): Promise<WorkerRuns> {
  const { language, source, inputs, limitMs, signal } = job;
  const runs: JoinRun[] = [];
  let printed = "";

  return new Promise((resolve, reject) => {
    /** Ends it, and gives every input that is without a result this one. */
    const endWith = (run: (printed: string) => JoinRun) => {
      failRest(run);
      finish(false);
    };
    const failRest = (run: (printed: string) => JoinRun) => {
      while (runs.length < inputs.length) next(run(printed));
    };
    const finish = (isClean: boolean) => {
      stop();
      if (!isClean) worker.end();
      resolve({ runs, isClean });
    };
    const abort = () => {
      stop();
      worker.end();
      reject(signal?.reason);
    };
    const timer = setTimeout(() => endWith((printed) => ({ kind: "timed_out", limitMs, printed })), limitMs);
    const stop = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      worker.port.onmessage = null;
      worker.onBroken = () => undefined;
    };
    const take = (message: FromWorker) => {
      if (message.kind === "printed") {
        printed += message.text;
        // The worker counts too, but a reader's code may have got at its counting.
        if (printed.length > MOST_PRINTED.characters) flooded();
      } else if (message.kind === "flooded") flooded();
      else if (message.kind === "failed") {
        const { message: text, line, isAll } = message;
        const fail = (printed: string): JoinRun => ({ kind: "failed", message: text, line, printed });
        if (isAll) failRest(fail);
        else if (runs.length < inputs.length) next(fail(printed));
      } else if (message.kind === "answers") {
        const input = inputs[runs.length];
        if (input !== undefined) next(rowsOf(message, input, language, printed));
      } else if (message.kind === "ended" && runs.length === inputs.length) finish(message.isClean);
    };
    const flooded = () => endWith((printed) => ({ kind: "flooded", printed }));
    const next = (run: JoinRun) => {
      runs.push(run);
      printed = "";
    };

    if (signal?.aborted) return abort();
    signal?.addEventListener("abort", abort, { once: true });
    worker.onBroken = (message) =>
      endWith((printed) => ({ kind: "failed", message: diedInWords(message), line: null, printed }));
    worker.port.onmessage = ({ data }) => {
      const message = v.safeParse(fromWorker, data);
      if (message.success) take(message.output);
    };
    worker.port.postMessage({ source, inputs } satisfies ToWorker);
  });
}

function diedInWords(message: string): string {
  return /memory/i.test(message)
    ? "Your program wanted more memory than there is, and was ended."
    : `Your program ended what runs it${message === "" ? "." : `: ${message}`}`;
}
