import { createStore, type StoreApi } from "zustand/vanilla";
import { type ColumnLoss, lossId } from "../../formats/csv/column-loss";
import type { CsvDraft, CsvQuestion, CsvReview, SniffOverrides } from "../../formats/csv/csv-draft";
import { type CsvPlan, columnsRead, type PlanChange } from "../../formats/csv/csv-plan";
import type { CsvCheck } from "../../worker/imports/check-csv";
import type { GroupSummary, ImportReport, JobProgress } from "../../worker/results";
import type { App, AppState } from "../app";
import { isSameDataset } from "../document";
import type { Query } from "../query";

/** A file on its way into the store. It lives in this tab until it is stored or put away. */
export interface ImportDraft {
  id: string;
  file: File;
  /** What was said about the file as a whole; the rest is found anew whenever this changes. */
  overrides: SniffOverrides;
  /** What was said about its columns, in order, kept so that it can be said again once the file is read in another way. */
  corrections: readonly PlanChange[];
  group: GroupTexts;
  /** What was read; `null` before the first reading. */
  content: DraftContent | null;
  step: DraftStep;
}

export type DraftStep =
  | { kind: "reading" }
  /** The file cannot be read at all. */
  | { kind: "refused"; error: Error }
  /** For a person to look at. `failure` is why the last storing did not happen. */
  | { kind: "open"; failure: Error | null }
  | { kind: "storing"; progress: JobProgress | null; isCancelled: boolean }
  | { kind: "stored"; report: ImportReport };

/** The group as it is typed. */
export interface GroupTexts {
  name: string;
  ttl: string;
  delay: string;
}

export interface DraftContent {
  sniffed: CsvDraft;
  plan: CsvPlan;
  /** The ids of the questions that have been answered. */
  answered: readonly string[];
  /** The losses that may be, each as {@link lossId} names it. */
  acceptedLosses: readonly string[];
  /** What the head of the file says of `plan`. */
  review: Query<CsvPlan, CsvReview>;
  /** What the whole file says of `plan`, and how far the reading is. */
  check: Query<CsvPlan, CsvCheck>;
  checkProgress: JobProgress | null;
}

export interface ImportsState {
  drafts: readonly ImportDraft[];
  /** The draft looked at, where the route names no group. */
  selectedId: string | null;
  /** The last draft that was put away, in case it was a slip. */
  putAway: ImportDraft | null;
  /** The drafts that one press has stored, until that is dismissed. */
  storedTogether: readonly string[];
  /** How many drafts there have ever been: their ids are counted. */
  numAdded: number;
}

/**
 * The files on their way in. Nothing of this is stored: a reload forgets it, and the interface says "not stored yet". A report
 * goes with what it is of: with its group, and with the data that is looked at.
 */
export function importsStore(app: App): StoreApi<ImportsState> {
  const store = createStore<ImportsState>()(() => ({
    drafts: [],
    selectedId: null,
    putAway: null,
    storedTogether: [],
    numAdded: 0,
  }));
  const stop = app.state.subscribe((now, before) => {
    const isOtherData = !isSameDataset(now.document.dataset, before.document.dataset);
    if (isOtherData) keepDrafts(store, ({ step }) => step.kind !== "stored");
    else if (now.overview !== null && now.overview !== before.overview) {
      const { groups } = now.overview;
      keepDrafts(store, (draft) => !isReportOfNothing(draft, groups));
    }
  });
  app.onDispose(stop);
  return store;
}

function keepDrafts(store: StoreApi<ImportsState>, isKept: (draft: ImportDraft) => boolean): void {
  const { drafts } = store.getState();
  if (!drafts.every(isKept)) store.setState({ drafts: drafts.filter(isKept) });
}

function isReportOfNothing({ step }: ImportDraft, groups: readonly GroupSummary[]): boolean {
  return step.kind === "stored" && !groups.some(({ definition }) => definition.name === step.report.fgName);
}

/** The draft of that id, as it is now. */
export function draftById(app: App, id: string): ImportDraft | undefined {
  return app
    .part(importsStore)
    .getState()
    .drafts.find((draft) => draft.id === id);
}

/** Changes one draft; does nothing where it was put away meanwhile. */
export function changeDraft(app: App, id: string, change: (draft: ImportDraft) => ImportDraft): void {
  app.part(importsStore).setState(({ drafts }) => ({
    drafts: drafts.map((draft) => (draft.id === id ? change(draft) : draft)),
  }));
}

/** Changes what was read of one draft; does nothing where nothing was read yet. */
export function changeContent(app: App, id: string, change: (content: DraftContent) => DraftContent): void {
  changeDraft(app, id, (draft) =>
    draft.content === null ? draft : { ...draft, content: change(draft.content) },
  );
}

/** The questions that are asked of a draft as it is: those about columns that are read, or of which a time is made. */
export function askedQuestions({ sniffed, plan }: DraftContent): CsvQuestion[] {
  const made = plan.made.flatMap((one) => (one.kind === "date_and_time" ? [one.date, one.timeOfDay] : []));
  const read = new Set([...columnsRead(plan).map(({ name }) => name), ...made]);
  return sniffed.questions.filter(({ columns, eventTime }) =>
    eventTime === undefined
      ? columns.length === 0 || columns.some((name) => read.has(name))
      : eventTime === plan.eventTime && columns.every((name) => read.has(name)),
  );
}

/** Those of them that nobody has answered yet. */
export function openQuestions(content: DraftContent): CsvQuestion[] {
  return askedQuestions(content).filter(({ id }) => !content.answered.includes(id));
}

/** Whether the whole file was not yet read by the plan as it is now. */
export function isBeingChecked({ check, plan }: DraftContent): boolean {
  return check.status === "idle" || check.status === "fetching" || check.key !== plan;
}

/** The losses, over the whole file, that nobody has said are all right. */
export function openLosses({ check, plan, acceptedLosses }: DraftContent): readonly ColumnLoss[] {
  if (check.status !== "ready" || check.key !== plan) return [];
  return check.data.losses.filter((loss) => !acceptedLosses.includes(lossId(loss)));
}

/** What the Data stage shows. */
export type ShownInData =
  | { kind: "invitation" }
  | { kind: "draft"; draft: ImportDraft }
  | { kind: "group"; group: GroupSummary }
  /** The route names a group that is not there. */
  | { kind: "no_such_group"; name: string };

/** The group of the route; else the chosen draft; else the first draft, the first group, or the invitation. */
export function shownInData(
  { route, overview }: Pick<AppState, "route" | "overview">,
  { drafts, selectedId }: Pick<ImportsState, "drafts" | "selectedId">,
): ShownInData {
  const groups = overview?.groups ?? [];
  if (route.group !== null) {
    const group = groups.find(({ definition }) => definition.name === route.group);
    return group === undefined ? { kind: "no_such_group", name: route.group } : { kind: "group", group };
  }
  const draft =
    drafts.find((one) => one.id === selectedId && !isReportOfNothing(one, groups)) ??
    drafts.find(({ step }) => step.kind !== "stored");
  if (draft !== undefined) return { kind: "draft", draft };
  const [first] = groups;
  return first === undefined ? { kind: "invitation" } : { kind: "group", group: first };
}

/** Whether there is anything to list beside the stage: a group, or a file that is not stored yet. */
export function hasDataToList(
  overview: AppState["overview"],
  { drafts }: Pick<ImportsState, "drafts">,
): boolean {
  return drafts.some(({ step }) => step.kind !== "stored") || (overview?.groups.length ?? 0) > 0;
}
