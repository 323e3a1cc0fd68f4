import { expect, test } from "vitest";
import type { SandboxFrame } from "./frame/sandbox-frame";
import { runInRuntime } from "./run-in-runtime";
import type { Job } from "./run-in-worker";
import { runtimeWorkers } from "./runtimes/runtime-workers";

const FILES = { script: { name: "worker", url: "data:text/javascript,0", bytes: 1 }, parts: [] };

/** A frame whose workers say first what a test has them say, and the ports by which it speaks for them. */
function frameOfPorts(firstWords = (_parts: readonly string[]): object[] => [{ kind: "ready" }]) {
  const ports: MessagePort[] = [];
  const frame: SandboxFrame = {
    keep: async () => undefined,
    start: (_, { parts }) => {
      const { port1, port2 } = new MessageChannel();
      ports.push(port2);
      for (const word of firstWords(parts)) port2.postMessage(word);
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

test("a worker is handed what the one before made; where it does not start from that, the next does without", async () => {
  const handed: (readonly string[])[] = [];
  const { frame, ports } = frameOfPorts((parts) => {
    handed.push(parts);
    return parts.includes("memory")
      ? [{ kind: "not_ready", message: "no such memory" }]
      : [{ kind: "made", name: "memory", bytes: new ArrayBuffer(8) }, { kind: "ready" }];
  });
  const workers = runtimeWorkers("python", FILES, frame);
  await workers.load({});
  endEach(ports[0], false);
  await runInRuntime(workers, jobUntil());
  await expect(runInRuntime(workers, jobUntil())).rejects.toThrow("no such memory");
  await workers.load({});
  endEach(ports[2], true);
  expect(await runInRuntime(workers, jobUntil())).toEqual([]);
  expect(handed).toEqual([[], ["memory"], []]);
});
