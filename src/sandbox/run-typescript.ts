import { cutMessage } from "./cut-message";
import type { FrameWorker, SandboxFrame } from "./frame/sandbox-frame";
import worker from "./inside/typescript-worker.ts?program";
import type { JoinRun } from "./join-run";
import { isReady, type Job, runInWorker } from "./run-in-worker";
import { SandboxError } from "./sandbox-error";

/** Takes off the types of a program and runs it, in a worker of its own. */
export async function runTypescript(frame: SandboxFrame, job: Job): Promise<readonly JoinRun[]> {
  const { script, problem } = await typescriptScript(job.source);
  if (problem !== null) return job.inputs.map(() => problem);
  const worker = frame.start(script, { type: "module", parts: [] });
  try {
    await isReady(worker, job.signal);
  } catch (error) {
    worker.end();
    if (job.signal?.aborted) throw error;
    const run = await whyUnreadable(frame.start(script, { type: "classic", parts: [] }));
    if (run === null) throw error;
    return job.inputs.map(() => run);
  }
  return (await runInWorker(worker, job)).runs;
}

/**
 * The script of a worker that runs a program in TypeScript: its types are taken off, its lines stand where they stood, and what calls
 * it follows. A program that cannot be read is its result already.
 *
 * The program stands in the script itself, since the sandbox's policy lets nothing make code of text later.
 */
export async function typescriptScript(
  source: string,
): Promise<
  { readonly script: string; readonly problem: null } | { readonly script: null; readonly problem: JoinRun }
> {
  const { transform } = await import("sucrase").catch((cause) => {
    throw new SandboxError(
      "not_loaded",
      "What takes the types off TypeScript could not be loaded. Try again with a network, or reload.",
      { cause },
    );
  });
  try {
    const { code } = transform(source, { transforms: ["typescript"], disableESTransforms: true });
    // A module's function can be written with `export`, and stands in a function here.
    const body = code.replace(/^export (default )?(?=(async )?function\b|const\b|let\b|class\b)/gm, "");
    return {
      script: `const readersProgram = (console) => { "use strict"; ${body}\nreturn typeof join === "undefined" ? undefined : join; };\n${worker}`,
      problem: null,
    };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const [, message = text, line] = /^(?:Error transforming [^:]*: )?(.*?) \((\d+):\d+\)$/s.exec(text) ?? [];
    return { script: null, problem: unreadable(message, line === undefined ? null : Number(line)) };
  }
}

/**
 * What a browser says of a script that it cannot read, though its types could be taken off: a name that is declared twice. It says so
 * of a classic worker's script alone, with the line; of a module it says nothing. Such a script does not begin to run. `null` where it
 * can be read.
 */
function whyUnreadable(worker: FrameWorker): Promise<JoinRun | null> {
  return new Promise<JoinRun | null>((resolve) => {
    worker.onBroken = (message, line) =>
      resolve(unreadable(message.replace(/^(Uncaught )?SyntaxError: /, ""), line));
    worker.port.onmessage = () => resolve(null);
  }).finally(worker.end);
}

function unreadable(message: string, line: number | null): JoinRun {
  return { kind: "failed", message: cutMessage(`This cannot be read: ${message}`), line, printed: "" };
}
