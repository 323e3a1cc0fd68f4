import { tableFromIPC, tableToIPC } from "apache-arrow";
import { transfer } from "comlink";
import { tableToArrow } from "../formats/arrow";
import type { CsvDraft, CsvReview, SniffOverrides } from "../formats/csv/csv-draft";
import type { CsvPlan } from "../formats/csv/csv-plan";
import { sniffCsv } from "../formats/csv/sniff-csv";
import { countFormulas, rejectedToCsv, writeCsv } from "../formats/csv/write-csv";
import {
  type FeatureStore,
  formatKey,
  type InsertReport,
  type JoinExplanation,
  type MaterializeReport,
  type OnlineFeatures,
  type Rows,
} from "../microfs";
import type {
  CellValue,
  ColumnType,
  EntitySlice,
  FeatureGroupDefinition,
  FeatureViewDefinition,
  TimeInput,
} from "../microfs/core";
import { type Edit, FIRST_ADDED_ROW } from "../scenario/edits/edit";
import type { Scenario } from "../scenario/scenario";
import { checkKeys, type KeyCheck, type KeyRequest } from "./check-keys";
import type { CompareAnswer, CompareProgress, CompareQuestion } from "./compare/compare-results";
import { CompareWork } from "./compare/compare-work";
import { answerCurve } from "./compare/made-data-work";
import { convertColumn } from "./convert-column";
import { type CsvCheck, checkCsv } from "./imports/check-csv";
import { importCsv } from "./imports/import-csv";
import { fitTimes, reviewCsv, type TimeFit } from "./imports/review-csv";
import { ChangedGroups } from "./live/changed-groups";
import { storedRowOfEntity } from "./live/entity-codes";
import type { EntityPage, EntityQuery } from "./live/entity-list";
import { type InputRequest, type JoinInputs, JoinInputWork } from "./live/join-inputs";
import { LiveTrainingSet } from "./live/live-training-set";
import { latestTrainingRow, liveTraining, trainingFile, trainingPage } from "./live/training-results";
import type { TrainingState } from "./live/training-state";
import { loadScenario } from "./load-scenario";
import { lookUp, servingProblem } from "./look-up";
import { overviewOf } from "./overview";
import type {
  ImportReport,
  JobProgress,
  LiveTraining,
  LookUp,
  OnlinePage,
  RejectedLine,
  StoreOverview,
  TrainingPage,
  TrainingRow,
} from "./results";
import { type Renumbering, storeEdits } from "./store-edits";
import { type WhyEmptyAnswer, type WhyEmptyQuestion, WhyEmptyWork } from "./why-empty/why-empty-work";
import { yieldToEvents } from "./yield-to-events";

/**
 * Everything the page asks of one store. Its methods are what crosses; those that take a while take a signal, and reject
 * with its reason once that is aborted, having changed nothing.
 */
export class StoreApi {
  readonly #store: FeatureStore;
  readonly #onClose: () => void;
  readonly #changedGroups: ChangedGroups;
  readonly #whyEmpty: WhyEmptyWork;
  readonly #compare: CompareWork;
  readonly #joinInputs = new JoinInputWork();
  #live = new Map<string, LiveTrainingSet>();

  constructor(store: FeatureStore, onClose: () => void = () => undefined) {
    this.#store = store;
    this.#whyEmpty = new WhyEmptyWork(store);
    this.#compare = new CompareWork(store);
    this.#onClose = onClose;
    this.#changedGroups = new ChangedGroups(store);
  }

  /** Lets go of the database. What is stored stays. */
  close(): void {
    this.#store.close();
    this.#onClose();
  }

  overview(): StoreOverview {
    return overviewOf(this.#store);
  }

  // Files in.

  sniff(file: Blob, overrides: SniffOverrides): Promise<CsvDraft> {
    return sniffCsv(file, overrides);
  }

  review(file: Blob, plan: CsvPlan): Promise<CsvReview> {
    return reviewCsv(file, plan);
  }

  fitTimes(file: Blob, plan: CsvPlan, column: string): Promise<TimeFit> {
    return fitTimes(file, plan, column);
  }

  /** Reads a whole file by a plan and stores nothing. */
  checkCsv(
    file: Blob,
    plan: CsvPlan,
    onProgress: (progress: JobProgress) => void,
    signal: AbortSignal,
  ): Promise<CsvCheck> {
    return checkCsv(file, plan, { onProgress, signal });
  }

  /** Stores a file's rows in a group, which is made where there is none. */
  importCsv(
    file: Blob,
    plan: CsvPlan,
    group: FeatureGroupDefinition,
    acceptedLosses: readonly string[],
    onProgress: (progress: JobProgress) => void,
    signal: AbortSignal,
  ): Promise<ImportReport> {
    return importCsv(this.#store, file, plan, group, { acceptedLosses, onProgress, signal });
  }

  rejectedCsv(rejected: RejectedLine[]): Blob {
    return new Blob([rejectedToCsv(rejected)], { type: "text/csv" });
  }

  loadScenario(scenario: Scenario, options: { replacing?: boolean } = {}): Promise<void> {
    return loadScenario(this.#store, scenario, options);
  }

  /** Declares a group anew with one column as text, or as whole numbers. */
  convertColumn(fgName: string, column: string, to: ColumnType, width: number | null): Promise<void> {
    return convertColumn(this.#store, fgName, column, to, width);
  }

  /** How the keys of joins meet, under the edits. */
  checkKeys(
    requests: readonly KeyRequest[],
    edits: readonly Edit[],
    signal: AbortSignal,
  ): Promise<KeyCheck[]> {
    const change = this.#changedGroups.under(this.#changedGroups.fitting(edits));
    return checkKeys(this.#store, change, requests, signal);
  }

  /** The rows [from, to) of a group as an Arrow IPC stream. */
  async groupRows(fgName: string, from: number, to: number): Promise<Uint8Array> {
    const ipc = tableToIPC(await this.#store.groupRows(fgName, from, to), "stream");
    return transfer(ipc, [ipc.buffer]);
  }

  /** Makes edits part of what is stored: all of them, or none. */
  applyEdits(viewName: string, edits: readonly Edit[]): Promise<Renumbering[]> {
    return storeEdits(this.#store, viewName, edits);
  }

  // The picture and the table.

  // A training set is kept, patched by edits and read by pages. Edits of other views' rules are not for it: see `editsOfView`.

  /** A view's training set as edits leave it, without its values. */
  async training(viewName: string, edits: readonly Edit[], signal: AbortSignal): Promise<LiveTraining> {
    const live = liveTraining(await this.#trainingState(viewName, edits, signal));
    const arrays = live.joins.flatMap(({ index, reason, flags, eventTimesUs }) => [
      ...[index, reason, flags, eventTimesUs],
    ]);
    return transfer(live, buffersOf([live.spineIndex, live.timesUs, ...arrays]));
  }

  /** The values of the training rows [from, to) as edits leave them, and what stood before in those that they changed. */
  async trainingPage(
    viewName: string,
    edits: readonly Edit[],
    from: number,
    to: number,
    signal?: AbortSignal,
  ): Promise<TrainingPage> {
    const page = trainingPage(await this.#trainingState(viewName, edits, signal), from, to);
    const columns = [...page.columns, ...page.before.columns].flatMap(({ values, valid }) => [values, valid]);
    return transfer(page, buffersOf(columns));
  }

  /** The last training row, as stored, of an entity at or before a moment; `null` where there is none. */
  async latestTrainingRow(
    viewName: string,
    entity: Readonly<Record<string, CellValue>>,
    nowUs: bigint | null,
    signal: AbortSignal,
  ): Promise<TrainingRow | null> {
    return latestTrainingRow(await this.#trainingState(viewName, [], signal), entity, nowUs);
  }

  /** The entities of a view's training set as edits leave it, searched and sorted. */
  async entities(
    viewName: string,
    edits: readonly Edit[],
    query: EntityQuery,
    signal: AbortSignal,
  ): Promise<EntityPage> {
    return (await this.#trainingState(viewName, edits, signal)).entityList.find(query);
  }

  /** The whole training table as edits leave it, as a file: what is on the screen. */
  async exportTraining(viewName: string, edits: readonly Edit[], format: "csv" | "arrow") {
    return trainingFile(await this.#liveSet(viewName).state(edits), format);
  }

  /** What a written join is given of some entities of one join of a training set as edits leave it. */
  async joinInputs(
    viewName: string,
    edits: readonly Edit[],
    request: InputRequest,
    signal: AbortSignal,
  ): Promise<JoinInputs> {
    const given = this.#joinInputs.inputs(await this.#trainingState(viewName, edits, signal), request);
    return transfer(given, buffersOf(Object.values(given).filter(ArrayBuffer.isView)));
  }

  /** Why cells of a training set as edits leave it are empty, and what would fill them. */
  async whyEmpty(
    viewName: string,
    edits: readonly Edit[],
    question: WhyEmptyQuestion,
    signal: AbortSignal,
  ): Promise<WhyEmptyAnswer> {
    const state = await this.#trainingState(viewName, edits, signal);
    return this.#whyEmpty.answer(state, edits, question, signal);
  }

  /** What other joins would have made of a view as edits leave it, and what that costs; a curve is of made data, and of no view. */
  async compare(
    viewName: string,
    edits: readonly Edit[],
    question: CompareQuestion,
    onProgress: (progress: CompareProgress) => void,
    signal: AbortSignal,
  ): Promise<CompareAnswer> {
    if (question.kind === "curve") return answerCurve(question, { onProgress, signal });
    const state = await this.#trainingState(viewName, edits, signal);
    return this.#compare.answer(state, edits, question, { onProgress, signal });
  }

  async #trainingState(
    viewName: string,
    edits: readonly Edit[],
    signal: AbortSignal | undefined,
  ): Promise<TrainingState> {
    // A newer question, which cancels this one, may have come already.
    await yieldToEvents();
    signal?.throwIfAborted();
    return this.#liveSet(viewName).state(edits, signal);
  }

  #liveSet(viewName: string): LiveTrainingSet {
    const store = this.#store;
    const kept = this.#live.get(viewName) ?? new LiveTrainingSet(store, viewName, this.#changedGroups);
    // Views that are gone are not kept, nor is one that was never there.
    this.#live = new Map([...this.#live].filter(([name]) => store.featureViews.has(name)));
    if (store.featureViews.has(viewName)) this.#live.set(viewName, kept);
    return kept;
  }

  /**
   * The entity slice, without the edits, of a row of the label group's table: a stored one, or one that they add. Whose rows
   * are in it is told by the keys as the edits of whole columns leave them.
   */
  async slice(
    viewName: string,
    spineRow: number,
    edits: readonly Edit[],
    signal: AbortSignal,
  ): Promise<EntitySlice> {
    await yieldToEvents();
    signal.throwIfAborted();
    const store = this.#store;
    const view = await store.checkedView(viewName);
    const fitting = this.#changedGroups.fitting(edits);
    const change = this.#changedGroups.under(fitting);
    const spine = this.#group(view.labelFg);
    const stored =
      spineRow < FIRST_ADDED_ROW ? spineRow : storedRowOfEntity(view, change(spine), spineRow, fitting);
    return store.entitySlice(viewName, spine.index.order().indexOf(stored), change);
  }

  /**
   * A group's rows as a file, exactly as they are: a query that reads it must find the texts that are stored.
   * `formulas` counts the texts of a CSV that a spreadsheet would run, so that the reader can be told.
   */
  exportGroup(fgName: string, format: "csv" | "arrow"): { blob: Blob; formulas: number } {
    const { table } = this.#group(fgName);
    if (format === "arrow") return { blob: new Blob([tableToArrow(table).bytes]), formulas: 0 };
    const blob = new Blob([...writeCsv(table, { escapeFormulas: false })], { type: "text/csv" });
    return { blob, formulas: countFormulas(table) };
  }

  // The online store.

  /** `materialize`, reporting how far it is. */
  materializeInSteps(
    fgName: string,
    asOf: TimeInput | undefined,
    onProgress: (progress: JobProgress) => void,
    signal: AbortSignal,
  ): Promise<MaterializeReport> {
    return this.#store.materialize(fgName, {
      asOf,
      signal,
      onProgress: (done, total) => onProgress({ done, total, unit: "keys" }),
    });
  }

  async onlinePage(fgName: string, offset: number, limit: number): Promise<OnlinePage> {
    const { schema, primaryKeys } = this.#group(fgName);
    const types = primaryKeys.map((key) => schema[key] ?? "string");
    const { rows, total } = await this.#store.onlineRows(fgName, offset, limit);
    return { rows: rows.map(({ key, ...row }) => ({ ...row, key: formatKey(key, types) })), total };
  }

  lookUp(viewName: string, entity: Record<string, unknown>, now: TimeInput | undefined): Promise<LookUp> {
    return lookUp(this.#store, viewName, entity, now);
  }

  servingProblem(viewName: string): Promise<string | null> {
    return servingProblem(this.#store, viewName);
  }

  // The six verbs as they are, for the console and for declaring.

  createFeatureGroup(definition: FeatureGroupDefinition): Promise<void> {
    return this.#store.createFeatureGroup(definition);
  }

  insert(fgName: string, rows: Rows): Promise<InsertReport> {
    return this.#store.insert(fgName, rows);
  }

  /** `insert` of an Arrow table, which crosses as an IPC stream. */
  insertIpc(fgName: string, ipc: Uint8Array): Promise<InsertReport> {
    return this.#store.insert(fgName, tableFromIPC(ipc));
  }

  createFeatureView(definition: FeatureViewDefinition, options: { replace?: boolean }): Promise<void> {
    return this.#store.createFeatureView(definition, options);
  }

  materialize(fgName: string, options: { asOf?: TimeInput }): Promise<MaterializeReport> {
    return this.#store.materialize(fgName, options);
  }

  getOnlineFeatures(
    fvName: string,
    entity: Record<string, unknown>,
    options: { now?: TimeInput },
  ): Promise<OnlineFeatures> {
    return this.#store.getOnlineFeatures(fvName, entity, options);
  }

  explain(fvName: string, trainingRow: number): Promise<JoinExplanation[]> {
    return this.#store.explain(fvName, trainingRow);
  }

  deleteFeatureGroup(name: string): Promise<void> {
    return this.#store.deleteFeatureGroup(name);
  }

  deleteFeatureView(name: string): Promise<void> {
    return this.#store.deleteFeatureView(name);
  }

  clearOnline(fgName: string): Promise<void> {
    return this.#store.clearOnline(fgName);
  }

  clear(): Promise<void> {
    return this.#store.clear();
  }

  /** A verb's training set, whole: what the console's `getTrainingData` is made of. */
  async getTrainingData(fvName: string) {
    const { table, ...rest } = await this.#store.getTrainingData(fvName);
    const ipc = tableToIPC(table, "stream");
    return transfer({ ...rest, ipc }, [ipc.buffer]);
  }

  #group(name: string) {
    const group = this.#store.featureGroups.get(name);
    if (group === undefined) throw new RangeError(`Feature group ${JSON.stringify(name)} does not exist.`);
    return group;
  }
}

function buffersOf(arrays: readonly ArrayBufferView<ArrayBufferLike>[]): Transferable[] {
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
}
