import { transform } from "sucrase";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { SOLUTIONS } from "../../ladder/testing/solutions";
import type { JoinInput, JoinRun } from "../../sandbox/join-run";
import type { Sandbox } from "../../sandbox/sandbox";
import { SandboxError } from "../../sandbox/sandbox-error";
import { type App, createApp } from "../app";
import { OWN } from "../document";
import { eventually } from "../testing/eventually";
import { ladderStore } from "./ladder-store";
import { workIn } from "./ladder-work";
import { cancelLoading, runtimesStore } from "./runtimes";
import { allAgree, ensureWrittenRun, runWritten, writtenRunStore } from "./written-run";

const sandbox = { load: vi.fn<Sandbox["load"]>(), run: vi.fn<Sandbox["run"]>(), dispose: vi.fn() };

beforeEach(() => {
  localStorage.clear();
  vi.resetAllMocks();
  sandbox.load.mockResolvedValue();
  sandbox.run.mockImplementation(async (_, source, inputs) => inputs.map((input) => runHere(source, input)));
});

function visit(): App {
  const app = createApp(OWN, {
    worker: () => Promise.reject(new Error("no store is needed")),
    sandbox: () => sandbox,
  });
  onTestFinished(() => app.dispose());
  return app;
}

/** What a program in TypeScript gives, run in the test itself. */
function runHere(source: string, { predictionsUs, eventTimesUs, knownAtUs, ttlUs }: JoinInput): JoinRun {
  const { code } = transform(source, { transforms: ["typescript"] });
  const join: (...given: unknown[]) => (number | null)[] = new Function(`${code}; return join`)();
  const given = join([...predictionsUs], [...eventTimesUs], [...knownAtUs], ttlUs);
  return { kind: "rows", rows: Int32Array.from(given, (row) => row ?? -1), printed: "" };
}

const WRONG = "function join(predictions) { return predictions.map(() => null); }";
const key = (source: string) => ({ language: "typescript", source }) as const;
const runOf = (app: App) => app.part(writtenRunStore).getState().run;
const work = (app: App) => workIn(app.part(ladderStore).getState().work, "typescript");

async function ran(app: App, source: string) {
  runWritten(app, key(source));
  await eventually(() => expect(runOf(app)).toMatchObject({ status: "ready", key: { source } }));
  const run = runOf(app);
  if (run.status !== "ready") throw new Error("it was not run");
  return run.data;
}

test("a right program agrees with every test, and is kept as the finished one", async () => {
  const app = visit();
  const tests = await ran(app, SOLUTIONS.typescript);
  expect(allAgree(tests)).toBe(true);
  expect(work(app)).toMatchObject({ finished: SOLUTIONS.typescript, solved: ["write"] });
});

test("a program that takes nothing agrees where nothing is right, and finishes nothing", async () => {
  const app = visit();
  const tests = await ran(app, WRONG);
  expect(tests.filter((one) => allAgree([one])).map(({ test: { name } }) => name)).toEqual([
    "nothing_before",
  ]);
  expect(work(app)).toMatchObject({ finished: null, solved: [] });
});

test("a test is answered by the runs on its own entities, and by none where one of them failed", async () => {
  const app = visit();
  let calls = 0;
  sandbox.run.mockImplementation(async (_, source, inputs) =>
    inputs.map((input) => {
      calls += 1;
      // The last of all entities.
      return calls === inputs.length
        ? { kind: "timed_out", limitMs: 1, printed: "" }
        : runHere(source, input);
    }),
  );
  const tests = await ran(app, SOLUTIONS.typescript);
  expect(tests.map(({ yours }) => yours === null)).toEqual(tests.map((_, i) => i === tests.length - 1));
  expect(tests.flatMap(({ runs }) => runs)).toHaveLength(calls);
  expect(allAgree(tests)).toBe(false);
});

test("what runs a language is loaded before the first run, once, however many ask", async () => {
  const app = visit();
  runWritten(app, key(WRONG));
  await ran(app, SOLUTIONS.typescript);
  await ran(app, WRONG);
  expect(sandbox.load).toHaveBeenCalledTimes(1);
  expect(app.part(runtimesStore).getState().typescript).toEqual({ kind: "ready" });
});

test("the same program is not run again by itself, but when it is asked for", async () => {
  const app = visit();
  await ran(app, WRONG);
  ensureWrittenRun(app, key(WRONG));
  expect(sandbox.run).toHaveBeenCalledTimes(1);
  await ran(app, WRONG);
  expect(sandbox.run).toHaveBeenCalledTimes(2);
});

test("loading that was given up runs nothing; loading that failed says why, and can be tried again", async () => {
  const app = visit();
  const runtime = () => app.part(runtimesStore).getState().typescript;
  sandbox.load.mockImplementation(
    (_, options) =>
      new Promise((_, reject) => {
        options?.onProgress?.(1, 2);
        options?.signal?.addEventListener("abort", () => reject(options.signal?.reason));
      }),
  );
  runWritten(app, key(WRONG));
  await eventually(() => expect(runtime()).toEqual({ kind: "loading", loaded: 1, total: 2 }));
  cancelLoading(app, "typescript");
  await eventually(() => expect(runtime()).toEqual({ kind: "absent" }));

  sandbox.load.mockRejectedValue(new SandboxError("not_loaded", "There is no network."));
  runWritten(app, key(WRONG));
  await eventually(() =>
    expect(runtime()).toMatchObject({ kind: "failed", error: { message: "There is no network." } }),
  );
  expect(sandbox.run).not.toHaveBeenCalled();
  sandbox.load.mockResolvedValue();
  await ran(app, WRONG);
});

test("the sandbox ends with the app", async () => {
  const app = visit();
  await ran(app, WRONG);
  app.dispose();
  expect(sandbox.dispose).toHaveBeenCalledTimes(1);
});
