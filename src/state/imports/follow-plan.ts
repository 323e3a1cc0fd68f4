import { proxy } from "comlink";
import type { CsvReview } from "../../formats/csv/csv-draft";
import type { CsvPlan } from "../../formats/csv/csv-plan";
import type { CsvCheck } from "../../worker/imports/check-csv";
import type { App } from "../app";
import { storeOf } from "../connection";
import { type Query, type QueryHandle, query } from "../query";
import { changeContent, type DraftContent, draftById } from "./imports-store";

// Long enough that a row of quick corrections reads the file once, short enough to feel immediate.
const PAUSE_MS = 200;

/** What is asked of one draft's plan: of the head of the file, and after a moment of all of it. */
interface PlanQueries {
  readonly review: QueryHandle<CsvPlan, CsvReview>;
  readonly check: QueryHandle<CsvPlan, CsvCheck>;
  pause: ReturnType<typeof setTimeout> | undefined;
}

function planQueries(app: App): (id: string) => PlanQueries {
  const ofDraft = new Map<string, PlanQueries>();
  app.onDispose(() => {
    for (const { pause } of ofDraft.values()) clearTimeout(pause);
  });
  return (id) => {
    const known = ofDraft.get(id);
    if (known !== undefined) return known;
    const made = makeQueries(app, id);
    ofDraft.set(id, made);
    return made;
  };
}

function makeQueries(app: App, id: string): PlanQueries {
  const content = () => draftById(app, id)?.content ?? null;
  const write = (change: Partial<DraftContent>) => changeContent(app, id, (now) => ({ ...now, ...change }));
  const isSame = (a: CsvPlan, b: CsvPlan) => a === b;
  const idle = { status: "idle" } as const;
  const fileOf = () => {
    const draft = draftById(app, id);
    if (draft === undefined) throw new Error("The file was put away.");
    return draft.file;
  };
  return {
    review: query<CsvPlan, CsvReview>({
      read: (): Query<CsvPlan, CsvReview> => content()?.review ?? idle,
      write: (review) => write({ review }),
      fetch: (plan) => storeOf(app).review(fileOf(), plan),
      isSame,
    }),
    check: query<CsvPlan, CsvCheck>({
      read: (): Query<CsvPlan, CsvCheck> => content()?.check ?? idle,
      write: (check) => write({ check, checkProgress: null }),
      fetch: (plan, signal) => {
        const onProgress = proxy((checkProgress: DraftContent["checkProgress"]) =>
          changeContent(app, id, (now) =>
            now.check.status === "fetching" && now.check.key === plan ? { ...now, checkProgress } : now,
          ),
        );
        return storeOf(app).checkCsv(fileOf(), plan, onProgress, signal);
      },
      isSame,
    }),
    pause: undefined,
  };
}

/** Asks what the head, and after a moment the whole file, says of a draft's plan as it is now. */
export function followPlan(app: App, id: string): void {
  const content = draftById(app, id)?.content;
  if (content == null) return;
  const queries = app.part(planQueries)(id);
  queries.review.ensure(content.plan);
  clearTimeout(queries.pause);
  queries.pause = setTimeout(() => {
    const draft = draftById(app, id);
    if (draft?.content == null || draft.step.kind !== "open" || draft.content.plan.columns.length === 0)
      return;
    queries.check.refetch(draft.content.plan);
  }, PAUSE_MS);
}

/** Stops the reading of a whole file, if it is under way or about to begin. */
export function stopChecking(app: App, id: string): void {
  const queries = app.part(planQueries)(id);
  clearTimeout(queries.pause);
  queries.check.reset();
}

/** Stops all that is under way for a draft that leaves the list: what came for it would be lost. */
export function stopFollowing(app: App, id: string): void {
  stopChecking(app, id);
  if (draftById(app, id)?.content?.review.status === "fetching") app.part(planQueries)(id).review.reset();
}
