import type { FrameWorker } from "./frame/sandbox-frame";
import type { JoinRun } from "./join-run";
import { type Job, runInWorker } from "./run-in-worker";
import type { RuntimeWorkers } from "./runtimes/runtime-workers";

/** Runs a program in a worker that is started, and sees to the one for the next. Rejects with the signal's reason, or a `SandboxError`. */
export async function runInRuntime(workers: RuntimeWorkers, job: Job): Promise<readonly JoinRun[]> {
  const { signal } = job;
  await workers.load({ signal });
  // Else one that was called off while it waited would leave none for the next, and another would be started.
  signal?.throwIfAborted();
  const worker = await workers.take();
  let clean: FrameWorker | null = null;
  try {
    const { runs, isClean } = await runInWorker(worker, job);
    if (isClean) clean = worker;
    return runs;
  } finally {
    // A program can change what it ran in: the next gets one of its own then, which starts while the reader reads.
    workers.giveBack(clean);
  }
}
