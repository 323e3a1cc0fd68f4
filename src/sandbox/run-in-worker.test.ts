import { afterEach, expect, test, vi } from "vitest";
import type { FrameWorker } from "./frame/sandbox-frame";
import { runInWorker } from "./run-in-worker";

afterEach(() => vi.useRealTimers());

const INPUT = {
  predictionsUs: BigInt64Array.of(1n),
  eventTimesUs: BigInt64Array.of(1n),
  knownAtUs: BigInt64Array.of(1n),
  ttlUs: null,
};

/** A worker that says what a test has it say, whatever it is asked. */
function scripted() {
  const { port1, port2 } = new MessageChannel();
  const worker: FrameWorker & { end: ReturnType<typeof vi.fn> } = {
    port: port1,
    onBroken: () => undefined,
    end: vi.fn(() => port1.close()),
  };
  const run = (inputs = 2, signal?: AbortSignal) =>
    runInWorker(worker, {
      language: "typescript",
      source: "",
      inputs: Array.from({ length: inputs }, () => INPUT),
      limitMs: 1_000,
      signal,
    });
  return { worker, run, says: (message: unknown) => port2.postMessage(message) };
}

/** Waits until so many messages have come. */
function heard(port: MessagePort, count: number): Promise<void> {
  return new Promise((resolve) => {
    let left = count;
    port.addEventListener("message", () => {
      left -= 1;
      if (left === 0) resolve();
    });
  });
}

const answers = (row: number) => ({ kind: "answers", rows: Int32Array.of(row), bad: null });

test("every input has its own result and what was printed for it, and a clean worker stays", async () => {
  const { worker, run, says } = scripted();
  const running = run();
  says({ kind: "printed", text: "one" });
  says(answers(0));
  says({ kind: "failed", message: "broke", line: 2, isAll: false });
  says({ kind: "ended", isClean: true });
  expect(await running).toEqual({
    runs: [
      { kind: "rows", rows: Int32Array.of(0), printed: "one" },
      { kind: "failed", message: "broke", line: 2, printed: "" },
    ],
    isClean: true,
  });
  expect(worker.end).not.toHaveBeenCalled();
  worker.end();
});

test("what is no message of the runner, or comes too often, or too early, changes nothing", async () => {
  const { run, says } = scripted();
  const running = run(1);
  for (const forged of [
    null,
    "rows",
    { kind: "rows", rows: [0] },
    { kind: "answers", rows: [0], bad: null },
    { kind: "failed", message: 7, line: -1, isAll: true },
    { kind: "ended", isClean: true },
  ])
    says(forged);
  says(answers(0));
  says(answers(-1));
  says({ kind: "ended", isClean: false });
  expect((await running).runs).toEqual([{ kind: "rows", rows: Int32Array.of(0), printed: "" }]);
});

test("a message of megabytes is cut, whatever says it", async () => {
  const { run, says } = scripted();
  const running = run();
  const long = "E".repeat(5_000_000);
  says({ kind: "failed", message: long, line: 1, isAll: false });
  says({ kind: "answers", rows: Int32Array.of(-1), bad: { at: 0, text: long } });
  says({ kind: "ended", isClean: true });
  const { runs } = await running;
  expect(runs[0]).toMatchObject({ kind: "failed", message: `${"E".repeat(500)}…` });
  const second = runs[1];
  expect(second?.kind === "failed" && second.message.length).toBeLessThan(300);
});

test("a worker that floods is ended, also where only the page has counted", async () => {
  const { worker, run, says } = scripted();
  const running = run();
  says(answers(0));
  for (let i = 0; i < 101; i++) says({ kind: "printed", text: "x".repeat(1_000) });
  const { runs, isClean } = await running;
  expect(runs.map(({ kind }) => kind)).toEqual(["rows", "flooded"]);
  expect(isClean).toBe(false);
  expect(worker.end).toHaveBeenCalled();
});

test("at the time limit the worker is ended, and what was answered by then counts", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { worker, run, says } = scripted();
  const running = run();
  says(answers(0));
  says({ kind: "printed", text: "still here" });
  await heard(worker.port, 2);
  vi.advanceTimersByTime(1_000);
  expect((await running).runs).toEqual([
    { kind: "rows", rows: Int32Array.of(0), printed: "" },
    { kind: "timed_out", limitMs: 1_000, printed: "still here" },
  ]);
  expect(worker.end).toHaveBeenCalled();
});

test("a worker that dies has failed, and one that is given up is ended", async () => {
  const dying = scripted();
  const running = dying.run(1);
  dying.worker.onBroken("Uncaught RangeError: Out of memory", null);
  expect((await running).runs).toMatchObject([
    { kind: "failed", message: expect.stringMatching(/more memory/) },
  ]);

  const given = scripted();
  const cancel = new AbortController();
  const refused = expect(given.run(1, cancel.signal)).rejects.toThrow("no more");
  cancel.abort(new Error("no more"));
  await refused;
  expect(given.worker.end).toHaveBeenCalled();
});
