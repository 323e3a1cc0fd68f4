import { expect, test } from "vitest";
import type { SandboxFrame } from "./frame/sandbox-frame";
import { runInRuntime } from "./run-in-runtime";
import type { Job } from "./run-in-worker";
import { runtimeWorkers } from "./runtimes/runtime-workers";

const FILES = { script: { name: "worker", url: "data:text/javascript,0", bytes: 1 }, parts: [] };

/** A frame whose workers are ready at once, and the ports by which a test speaks for them. */
function frameOfPorts() {
  const ports: MessagePort[] = [];
  const frame: SandboxFrame = {
    keep: async () => undefined,
    start: () => {
      const { port1, port2 } = new MessageChannel();
      ports.push(port2);
      port2.postMessage({ kind: "ready" });
      return { port: port1, onBroken: () => undefined, end: () => port1.close() };
    },
    isAlive: async () => true,
    close: () => undefined,
  };
  return { frame, ports };
}

const jobUntil = (signal?: AbortSignal): Job => ({
  language: "python",
  source: "",
  inputs: [],
  limitMs: 1_000,
  signal,
});

/** Lets a worker end each program that it is given. */
function endEach(port: MessagePort | undefined, isClean: boolean): void {
  if (port !== undefined) port.onmessage = () => port.postMessage({ kind: "ended", isClean });
}

test("a worker that is not clean is replaced; programs that are called off while that starts leave it to the next", async () => {
  const { frame, ports } = frameOfPorts();
  const workers = runtimeWorkers("python", FILES, frame);
  await workers.load({});
  endEach(ports[0], true);
  await runInRuntime(workers, jobUntil());
  expect(ports).toHaveLength(1);
  endEach(ports[0], false);
  await runInRuntime(workers, jobUntil());
  expect(ports).toHaveLength(2);

  endEach(ports[1], true);
  const calledOff = [new AbortController(), new AbortController()].map((patience) => {
    const run = runInRuntime(workers, jobUntil(patience.signal));
    patience.abort(new Error("another was pressed"));
    return expect(run).rejects.toThrow("another was pressed");
  });
  expect(await runInRuntime(workers, jobUntil())).toEqual([]);
  await Promise.all(calledOff);
  expect(ports).toHaveLength(2);
});
