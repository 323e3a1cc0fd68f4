import { beforeEach, expect, test } from "vitest";
import type { JoinInput, JoinRun } from "../../sandbox/join-run";
import type { Sandbox } from "../../sandbox/sandbox";
import type { App } from "../app";
import { makeEdit } from "../editing";
import { ladderStore, markFinished } from "../ladder/ladder-store";
import { goTo } from "../route/go-to";
import { eventually } from "../testing/eventually";
import { DEMO, inOwnBrowser, openApp } from "../testing/open-app";
import {
  cancelOwnJoin,
  endOwnJoin,
  finishedLanguages,
  type OwnJoinRun,
  ownJoin,
  startAskedOwnJoin,
  startOwnJoin,
} from "./own-join";

inOwnBrowser();
beforeEach(() => localStorage.clear());

/** Runs a function in the place of a program. */
interface StandIn extends Sandbox {
  disposed: boolean;
  calls: number;
}
function standIn(
  program: (input: JoinInput, signal: AbortSignal | undefined) => JoinRun | Promise<JoinRun>,
): StandIn {
  return {
    disposed: false,
    calls: 0,
    load: async () => undefined,
    async run(_language, _source, inputs, { signal }) {
      this.calls++;
      const runs: JoinRun[] = [];
      for (const input of inputs) runs.push(await program(input, signal));
      return runs;
    },
    dispose() {
      this.disposed = true;
    },
  };
}

/** Takes the latest of those that pass, the last of equals. */
function latest(passes: (knownAtUs: bigint, atUs: bigint) => boolean) {
  return ({ predictionsUs, eventTimesUs, knownAtUs }: JoinInput): JoinRun => {
    const rows = Int32Array.from(predictionsUs, (atUs) => {
      let best = -1;
      eventTimesUs.forEach((us, row) => {
        if (passes(knownAtUs[row] ?? 0n, atUs) && (best < 0 || us >= (eventTimesUs[best] ?? 0n))) best = row;
      });
      return best;
    });
    return { kind: "rows", rows, printed: "" };
  };
}
const RIGHT = latest((knownAtUs, atUs) => knownAtUs <= atUs);
/** Forgets when a row was known. */
const FORGETFUL = latest(() => true);

async function demoWith(sandbox: Sandbox): Promise<App> {
  const app = await openApp(DEMO, "train");
  markFinished(app, "typescript", "a program");
  startOwnJoin(app, "typescript", async () => sandbox);
  return app;
}

const runOf = (app: App): OwnJoinRun | null => {
  const own = app.part(ownJoin).getState();
  return own.kind === "on" ? own.run : null;
};
const isOver = (app: App) => eventually(() => expect(runOf(app)?.status.kind).toBe("done"));
const marksOf = (app: App) =>
  runOf(app)?.joins.map((join) => (join.kind === "compared" ? [...join.written.marks] : join.why));

test("only what was finished is offered, and nothing runs in a language that was not", async () => {
  const app = await demoWith(standIn(RIGHT));
  expect(finishedLanguages(app.part(ladderStore).getState().work)).toEqual(["typescript"]);
  endOwnJoin(app);
  startOwnJoin(app, "sql");
  expect(app.part(ownJoin).getState()).toEqual({ kind: "off" });
});

test("a right program agrees in every cell", async () => {
  const app = await demoWith(standIn(RIGHT));
  await isOver(app);
  expect(runOf(app)?.counts).toEqual({ cells: 4, compared: 4, differs: 0, leaks: 0 });
});

test("a program that forgets when rows are known leaks into the two rows of 1 November", async () => {
  const app = await demoWith(standIn(FORGETFUL));
  await isOver(app);
  expect(runOf(app)?.counts).toEqual({ cells: 4, compared: 4, differs: 2, leaks: 2 });
  expect(marksOf(app)).toEqual([[3, 3, 1, 1]]);
});

test("after an edit it runs again, on what the edit leaves", async () => {
  const app = await demoWith(standIn(FORGETFUL));
  await isOver(app);
  const before = runOf(app)?.training;
  makeEdit(app, {
    kind: "set",
    group: "user_payments",
    row: 0,
    values: { timestamp: "2025-11-01T12:00:00Z" },
  });
  await eventually(() => expect(runOf(app)?.training).not.toBe(before));
  await isOver(app);
  expect(marksOf(app)).toEqual([[1, 3, 1, 1]]);
  makeEdit(app, { kind: "rule", join: 0, direction: "nearest" });
  await eventually(() => expect(marksOf(app)).toEqual(["direction"]));
  expect(runOf(app)).toMatchObject({ status: { kind: "done" }, counts: { cells: 0 } });
});

test("where it stops is told by its entity, and what it gave before stays", async () => {
  let entities = 0;
  const app = await demoWith(
    standIn((input) =>
      entities++ === 0
        ? FORGETFUL(input)
        : { kind: "failed", message: "TypeError: it is null", line: 4, printed: "" },
    ),
  );
  await eventually(() => expect(runOf(app)?.status.kind).toBe("stopped"));
  expect(runOf(app)).toMatchObject({
    status: { stop: { run: { line: 4 }, join: 0, keyColumns: ["user_id"], key: [2n], trainingRow: 1 } },
    counts: { compared: 2, differs: 1, leaks: 1 },
  });
});

test("it can be cancelled, and what came so far stays", async () => {
  const sandbox = standIn(
    (_, signal) =>
      new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason))),
  );
  const app = await demoWith(sandbox);
  await eventually(() => expect(sandbox.calls).toBe(1));
  cancelOwnJoin(app);
  await eventually(() => expect(runOf(app)?.status.kind).toBe("cancelled"));
  expect(runOf(app)?.counts).toMatchObject({ compared: 0 });
});

test("another rule, another stage and the end of the app end it, and nothing of it is kept", async () => {
  const ways: ((app: App) => void)[] = [
    (app) => goTo(app, { rule: "latest" }, "replace"),
    (app) => goTo(app, { stage: "view" }),
  ];
  for (const leave of ways) {
    const sandbox = standIn(RIGHT);
    const app = await demoWith(sandbox);
    await isOver(app);
    leave(app);
    expect(app.part(ownJoin).getState()).toEqual({ kind: "off" });
    await eventually(() => expect(sandbox.disposed).toBe(true));
  }
  const sandbox = standIn(FORGETFUL);
  const app = await openApp(DEMO, "train");
  markFinished(app, "typescript", "a program");
  const kept = { ...localStorage };
  startOwnJoin(app, "typescript", async () => sandbox);
  await isOver(app);
  app.dispose();
  await eventually(() => expect(sandbox.disposed).toBe(true));
  expect({ ...localStorage }).toEqual(kept);
});

test("from the latest value it goes back to the view's own rule", async () => {
  const app = await openApp(DEMO, "train");
  markFinished(app, "typescript", "a program");
  goTo(app, { rule: "latest" }, "replace");
  startOwnJoin(app, "typescript", async () => standIn(RIGHT));
  expect(app.state.getState().route.rule).toBe("as-of");
  await isOver(app);
  expect(runOf(app)?.counts.differs).toBe(0);
});

test("a link that asks for it turns it on, in its language where that is finished, and is the plain one then", async () => {
  const app = await openApp(DEMO, "train");
  goTo(app, { rule: "mine", language: "python" }, "replace");
  startAskedOwnJoin(app, async () => standIn(RIGHT));
  expect(app.part(ownJoin).getState()).toEqual({ kind: "off" });
  expect(app.state.getState().route.rule).toBe("as-of");

  markFinished(app, "sql", "another program");
  markFinished(app, "python", "a program");
  goTo(app, { rule: "mine", language: "python" }, "replace");
  startAskedOwnJoin(app, async () => standIn(RIGHT));
  expect(app.part(ownJoin).getState()).toMatchObject({ kind: "on", language: "python" });
  expect(app.state.getState().route.rule).toBe("as-of");
  await isOver(app);
});
