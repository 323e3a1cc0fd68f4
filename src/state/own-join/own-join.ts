import { createStore, type StoreApi } from "zustand/vanilla";
import { addWritten, noWrittenRows, type WrittenRows } from "../../compare/written-rows";
import type { JoinRule } from "../../microfs/core";
import type { Sandbox } from "../../sandbox/sandbox";
import { editedRule } from "../../scenario/edits/edit-slice";
import { LANGUAGES, type Language } from "../../terms/languages";
import { loadPart } from "../../worker/missing-part";
import type { App, AppState } from "../app";
import { storeOf } from "../connection";
import { ladderStore } from "../ladder/ladder-store";
import { type LadderWork, workIn } from "../ladder/ladder-work";
import { toError } from "../query";
import { goTo } from "../route/go-to";
import type { Training } from "../training";
import { currentView, shownEdits } from "../training-queries";
import { type OwnJoinStop, runOwnJoin } from "./run-own-join";

/** Why a join of a view is not compared with what a reader wrote, which knows one rule alone. */
export type NotCompared = "direction" | "exact_matches";

/** One join of the view beside the reader's. */
export type OwnJoinCells =
  | { readonly kind: "compared"; readonly written: WrittenRows }
  | { readonly kind: "not_compared"; readonly why: NotCompared };

/** How far the reader's program is. */
export type OwnJoinStatus =
  /** In bytes. */
  | { readonly kind: "loading"; readonly loaded: number; readonly total: number }
  | { readonly kind: "running" | "done" | "cancelled" }
  /** The program stopped by itself; what it gave before that stays. */
  | { readonly kind: "stopped"; readonly stop: OwnJoinStop }
  | { readonly kind: "failed"; readonly message: string };

/** Cells are values of the training table: a training row and a feature. */
export interface OwnJoinCounts {
  /** All that are compared in the end. */
  readonly cells: number;
  readonly compared: number;
  readonly differs: number;
  /** Of those that differ. */
  readonly leaks: number;
}

/** What a reader's program makes of a training set. A new one with every call; what it holds by row is filled in place. */
export interface OwnJoinRun {
  readonly training: Training;
  /** In the order of the view's joins. */
  readonly joins: readonly OwnJoinCells[];
  readonly counts: OwnJoinCounts;
  readonly status: OwnJoinStatus;
}

/** Whether Train shows the reader's own join; `run` is `null` until there is a training set to run it on. */
export type OwnJoin =
  | { readonly kind: "off" }
  | { readonly kind: "on"; readonly language: Language; readonly run: OwnJoinRun | null };

const OFF: OwnJoin = { kind: "off" };

/** The join that the reader has written, as far as Train looks at it. Nothing of it is kept. */
export function ownJoin(_app: App): StoreApi<OwnJoin> {
  return createStore<OwnJoin>()(() => OFF);
}

/** The languages in which a reader has finished the join. */
export function finishedLanguages(work: LadderWork): readonly Language[] {
  return LANGUAGES.filter((language) => workIn(work, language).finished !== null);
}

/** Opens what a program runs in. */
export type OpenSandbox = () => Promise<Sandbox>;

const open: OpenSandbox = async () => (await loadPart(() => import("../../sandbox/sandbox"))).openSandbox();

/** A program that runs, until the view is left. */
interface Session {
  readonly source: string;
  readonly sandbox: Promise<Sandbox>;
  readonly end: () => void;
  run: AbortController | null;
}

/** The one session of an app. */
function sessions(app: App): { now: Session | null } {
  const part: { now: Session | null } = { now: null };
  app.onDispose(() => part.now?.end());
  return part;
}

/**
 * Runs the join that the reader has finished in a language beside the view's own, and again on whatever that becomes, until
 * the reader leaves the view or ends it.
 */
export function startOwnJoin(app: App, language: Language, opening: OpenSandbox = open): void {
  const source = workIn(app.part(ladderStore).getState().work, language).finished;
  if (source === null) return;
  endOwnJoin(app);
  if (app.state.getState().route.rule !== "as-of") goTo(app, { rule: "as-of" }, "replace");
  const { setState } = app.part(ownJoin);
  const view = currentView(app.state.getState())?.definition.name;
  const sandbox = opening();
  // Whoever runs in it hears of it.
  sandbox.catch(() => undefined);
  const session: Session = {
    source,
    sandbox,
    run: null,
    end: () => {
      stopFollowing();
      const { run } = session;
      // Nobody waits for what becomes of it.
      session.run = null;
      run?.abort();
      sandbox.then((opened) => opened.dispose()).catch(() => undefined);
    },
  };
  const follow = () => {
    const state = app.state.getState();
    const { route, training } = state;
    const isHere = route.page === "lab" && route.stage === "train" && route.rule === "as-of";
    if (!isHere || currentView(state)?.definition.name !== view) return endOwnJoin(app);
    const isThere = training.status === "ready" && training.key.edits === app.part(shownEdits)(state);
    const now = app.part(ownJoin).getState();
    if (isThere && now.kind === "on" && now.run?.training !== training.data)
      void runOn(app, session, training.data);
  };
  const stopFollowing = app.state.subscribe(follow);
  app.part(sessions).now = session;
  setState({ kind: "on", language, run: null }, true);
  follow();
}

/** Follows a link that asks for the reader's join: turns it on, in the link's language where it is finished in that one. */
export function startAskedOwnJoin(app: App, opening: OpenSandbox = open): void {
  const { rule, language } = app.state.getState().route;
  if (rule !== "mine") return;
  const finished = finishedLanguages(app.part(ladderStore).getState().work);
  const chosen = finished.includes(language) ? language : finished[0];
  if (chosen === undefined) goTo(app, { rule: "as-of" }, "replace");
  else startOwnJoin(app, chosen, opening);
}

/** Stops looking at the reader's join, and forgets what it gave. */
export function endOwnJoin(app: App): void {
  const part = app.part(sessions);
  part.now?.end();
  part.now = null;
  if (app.part(ownJoin).getState().kind === "on") app.part(ownJoin).setState(OFF, true);
}

/** Stops the program; what it gave so far stays. */
export function cancelOwnJoin(app: App): void {
  app.part(sessions).now?.run?.abort();
}

/** Runs the program anew, on the training set that it ran on. */
export function rerunOwnJoin(app: App): void {
  const own = app.part(ownJoin).getState();
  const session = app.part(sessions).now;
  if (session !== null && own.kind === "on" && own.run !== null) void runOn(app, session, own.run.training);
}

async function runOn(app: App, session: Session, training: Training): Promise<void> {
  session.run?.abort();
  const own = new AbortController();
  session.run = own;
  const { getState, setState } = app.part(ownJoin);
  const now = getState();
  if (now.kind === "off") return;
  const { language } = now;
  const joins = rulesOf(app).map(
    (rule): OwnJoinCells =>
      whyNotCompared(rule) ?? { kind: "compared", written: noWrittenRows(training.numRows) },
  );
  const features = joins.map((_, join) => training.columns.filter((column) => column.join === join).length);
  const compared = [...joins.keys()].filter((join) => joins[join]?.kind === "compared");
  const cells = compared.reduce((sum, join) => sum + training.numRows * (features[join] ?? 0), 0);
  let counts: OwnJoinCounts = { cells, compared: 0, differs: 0, leaks: 0 };
  const tell = (status: OwnJoinStatus) => {
    if (session.run !== own) return;
    setState({ kind: "on", language, run: { training, joins, counts, status } }, true);
  };
  tell({ kind: "running" });
  try {
    const sandbox = await session.sandbox;
    const onProgress = (loaded: number, total: number) => tell({ kind: "loading", loaded, total });
    if (compared.length > 0) await sandbox.load(language, { onProgress, signal: own.signal });
    tell({ kind: "running" });
    const job = {
      view: training.viewName,
      edits: app.part(shownEdits)(app.state.getState()),
      joins: compared,
    };
    const stop = await runOwnJoin(
      { store: storeOf(app), sandbox },
      { ...job, language, source: session.source },
      {
        onAnswers: (join, given, taken) => {
          const [cellsOfJoin, engine] = [joins[join], training.joins[join]?.index];
          if (cellsOfJoin?.kind !== "compared" || engine === undefined) return;
          const added = addWritten(cellsOfJoin.written, given, taken, engine);
          const times = features[join] ?? 0;
          counts = {
            cells,
            compared: counts.compared + times * added.compared,
            differs: counts.differs + times * added.differs,
            leaks: counts.leaks + times * added.leaks,
          };
        },
        onCall: () => tell({ kind: "running" }),
      },
      own.signal,
    );
    tell(stop === null ? { kind: "done" } : { kind: "stopped", stop });
  } catch (thrown) {
    if (own.signal.aborted) tell({ kind: "cancelled" });
    else tell({ kind: "failed", message: toError(thrown).message });
  }
}

/** The rules of the view's joins, as the edits leave them. */
function rulesOf(app: App): readonly JoinRule[] {
  const state: AppState = app.state.getState();
  const edits = app.part(shownEdits)(state);
  return (currentView(state)?.rules ?? []).map((rule, join) => editedRule(rule, join, edits));
}

/** A written join is told of no direction, and not to pass over the very moment. */
function whyNotCompared({ direction, allowExactMatches }: JoinRule): OwnJoinCells | null {
  if (direction !== "backward") return { kind: "not_compared", why: "direction" };
  return allowExactMatches ? null : { kind: "not_compared", why: "exact_matches" };
}
