import type { Table } from "apache-arrow";
import { filledGroup, type Load, type Rewrite } from "./changes";
import type { AnyRows, Rows } from "./columns/append-batch";
import type { EntitySlice } from "./entity-slice";
import { ArgumentError, DefinitionError, NameError, quote, quoteAll } from "./errors";
import type { EvaluatedCandidate } from "./explain";
import { FeatureGroup } from "./feature-group";
import { type CheckedView, type FeatureView, type FeatureViewDefinition, isSameView } from "./feature-view";
import type { FeatureGroupDefinition } from "./group-definition";
import type { ReasonName } from "./join/rule";
import { OfflineStore } from "./offline-store";
import {
  clearOnline,
  latestRows,
  listOnline,
  type MaterializeProgress,
  type MaterializeReport,
  readOnline,
  writeOnline,
} from "./online-store";
import { type OnlineFeatures, readRequest, serve } from "./serving";
import type { InsertReport } from "./staged-rows";
import { rowsTable } from "./storage/batches";
import { type Database, openDatabase } from "./storage/database";
import type { OnlineRow } from "./storage/online-key";
import { type Change, openTabs, type Tabs } from "./storage/tabs";
import { type Clock, readTime, type TimeInput, wallClock } from "./time";
import { explainTrainingRow, sliceOf } from "./training-row";
import { type TrainingSet, trainingSet } from "./training-set";

/** How to open a store. */
export interface OpenOptions {
  /** The IndexedDB database of that name is the store; what was stored under it is there again. */
  name: string;
  /** The clock that look-ups read by default. */
  clock?: Clock;
  /** Called when another tab or store of the same name has changed something. */
  onChange?: (change: Change) => void;
  /** Called when the browser or another tab has closed the database; open the store again to go on. */
  onLost?: () => void;
}

/** One join's explanation of one training row. `row` counts in the group's table. */
export interface JoinExplanation {
  fgName: string;
  reason: ReasonName;
  candidates: EvaluatedCandidate[];
}

/**
 * A feature store, in three ideas: the offline store keeps every fact with its time, the as-of join makes training
 * rows that know only what was known, the online store serves the latest facts to a model.
 *
 * The verbs stand in the order of a feature's life. All are asynchronous and all or nothing: when a promise
 * rejects, nothing has changed; when a writing one resolves, a reload or another tab sees all of it. Writes take turns, in
 * all tabs together; reads never wait for them, and see what was there before until a write is done.
 */
export class FeatureStore {
  readonly name: string;
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #tabs: Tabs;
  readonly #offline: OfflineStore;

  private constructor(options: OpenOptions, database: Database) {
    this.name = options.name;
    this.#database = database;
    this.#clock = options.clock ?? wallClock;
    this.#tabs = openTabs(options.name, (change) => {
      const told = () => options.onChange?.(change);
      // A store that cannot be read any more says so when it is next asked.
      this.#offline.read(() => undefined).then(told, told);
    });
    this.#offline = new OfflineStore(options.name, database, this.#tabs);
  }

  /**
   * Opens a store, with everything that was stored under its name.
   *
   * @throws StorageError `storage_unreadable`.
   */
  static async open(options: OpenOptions): Promise<FeatureStore> {
    if (typeof options?.name !== "string" || options.name === "") {
      throw new DefinitionError(
        "invalid_definition",
        'A store is opened by its name: FeatureStore.open({ name: "microfs" }).',
      );
    }
    const database = await openDatabase(options.name, () => options.onLost?.());
    const store = new FeatureStore(options, database);
    try {
      await store.#offline.read(() => undefined);
    } catch (error) {
      store.close();
      throw error;
    }
    return store;
  }

  /** Lets go of the database. What is stored stays. */
  close(): void {
    this.#tabs.close();
    this.#database.close();
  }

  /** The feature groups by name, in the order of their making. */
  get featureGroups(): ReadonlyMap<string, FeatureGroup> {
    return this.#offline.groups;
  }

  /** The feature views by name, in the order of their making. */
  get featureViews(): ReadonlyMap<string, FeatureView> {
    return this.#offline.views;
  }

  // 1. Declare what the facts are about.

  /**
   * Declares a feature group. Declaring the same one again does nothing.
   *
   * @throws DefinitionError where the definition makes no sense; NameError `feature_group_exists` where the name
   *   stands for another definition.
   */
  async createFeatureGroup(definition: FeatureGroupDefinition): Promise<void> {
    await this.load({ groups: [{ definition }] });
  }

  // 2. Insert facts into the offline store. Nothing is ever overwritten.

  /**
   * Adds rows to a group's history. A row that cannot be read is rejected and reported; a row that is there already
   * is counted, not stored.
   *
   * @throws BatchShapeError where the batch's columns are not the group's; StorageError `storage_full`.
   */
  async insert(fgName: string, rows: Rows): Promise<InsertReport> {
    return this.insertInPieces(fgName, [rows], async () => undefined);
  }

  /**
   * @internal `insert` of one batch that comes in pieces; still all or nothing.
   *
   * @param pause - Awaited now and then, so that others are heard. What it throws takes the batch back, and is thrown.
   */
  async insertInPieces(
    fgName: string,
    pieces: readonly AnyRows[],
    pause: () => Promise<void>,
  ): Promise<InsertReport> {
    const [report] = await this.#offline.write(() => {
      const group = this.#offline.group(fgName);
      return this.#offline.add({ groups: [{ group, pieces }], views: [], replacing: false }, pause);
    });
    return report as InsertReport;
  }

  /**
   * @internal Declares groups, inserts rows and declares views, all at once: a crash, or another tab, sees all of it or
   * nothing. Until then what was there is whole.
   *
   * @param pause - As for `insertInPieces`.
   * @returns Per group what became of its rows.
   * @throws As `createFeatureGroup`, `insert` and `createFeatureView` do.
   */
  async load(
    { groups, views = [], replacing = false }: Load,
    pause: () => Promise<void> = async () => undefined,
  ): Promise<InsertReport[]> {
    const added = groups.map(({ definition, pieces = [] }) => ({
      group: new FeatureGroup(definition),
      pieces,
    }));
    return this.#offline.write(() => this.#offline.add({ groups: added, views, replacing }, pause));
  }

  /**
   * The rows [from, to) of a group's history, as far as there are any, with no other rows' texts: a page, for sending. The
   * group's own `table` has all rows, and costs nothing where it stays here.
   *
   * @throws NameError `feature_group_not_found`.
   */
  async groupRows(fgName: string, from: number, to: number): Promise<Table> {
    return this.#offline.read(() => {
      const group = this.#offline.group(fgName);
      const end = Math.min(to, group.numRows);
      return rowsTable(group, Math.min(from, end), end);
    });
  }

  /**
   * Declares a group anew, with all its rows: for a key of the wrong type. Its online rows go.
   *
   * @throws DefinitionError where the definition, or a view that uses the group, would make no sense; ArgumentError where a
   *   row cannot be read. Then everything stays as it was.
   */
  async replaceFeatureGroup(definition: FeatureGroupDefinition, rows: Rows): Promise<void> {
    await this.rewrite(() => ({ groups: [{ definition, rows }] }));
  }

  /**
   * @internal Declares groups anew, with all their rows, and views, all at once: another tab sees all of it or nothing.
   * The groups' online rows go.
   *
   * @param plan - What is to be; asked when nobody else is writing, of what the store shows then.
   * @returns Per group where each of the given rows stands now; a duplicate where the row stands that it equals. Shape [rows].
   * @throws What `plan` throws; as `replaceFeatureGroup` does, and NameError where a group or a view of that name is not
   *   there. Then everything stays as it was.
   */
  async rewrite(plan: () => Rewrite): Promise<ReadonlyMap<string, Int32Array>> {
    return this.#offline.write(() => {
      const { groups, views = [] } = plan();
      return this.#offline.rewrite(groups.map(filledGroup), views);
    });
  }

  // 3. Say what a model is trained on.

  /**
   * Declares a feature view. Declaring the same one again does nothing.
   *
   * @param options.replace - Whether another definition of that name gives way.
   * @throws DefinitionError where the definition makes no sense; NameError `feature_view_exists`, `feature_group_not_found`.
   */
  async createFeatureView(
    definition: FeatureViewDefinition,
    options: { replace?: boolean } = {},
  ): Promise<void> {
    await this.#offline.write(async () => {
      const view = this.#offline.check(definition);
      const there = this.#offline.views.get(view.name);
      if (there !== undefined && isSameView(there.checked, view.checked)) return;
      if (there === undefined || options.replace) return this.#offline.putView(view);
      throw new NameError(
        "feature_view_exists",
        `Feature view ${quote(view.name)} exists with another definition. Delete it first, or choose another name.`,
      );
    });
  }

  // 4. Train: only what was known at each row's moment.

  /**
   * Makes a view's training table, with its provenance.
   *
   * @throws NameError `feature_view_not_found`.
   */
  async getTrainingData(fvName: string): Promise<TrainingSet> {
    return this.#offline.read(() => trainingSet(this.#offline.view(fvName), this.#offline.group));
  }

  /** @internal A view as the store works with it. */
  async checkedView(fvName: string): Promise<CheckedView> {
    return this.#offline.read(() => this.#offline.view(fvName));
  }

  /**
   * Why one training row got what it got: per join, every candidate with its verdict.
   *
   * @param trainingRow - The row's number in the training table.
   * @throws ArgumentError where there is no such row.
   */
  async explain(fvName: string, trainingRow: number): Promise<JoinExplanation[]> {
    return this.#offline.read(() => {
      const view = this.#offline.view(fvName);
      return explainTrainingRow(view, this.#offline.group, this.#trainingRow(view, trainingRow));
    });
  }

  /**
   * Everything that a view's joins look at for the entity of one training row; small enough to draw.
   *
   * @param keysIn - A group's rows as changed columns will leave them, where not what is stored tells who the entity is.
   */
  async entitySlice(
    fvName: string,
    trainingRow: number,
    keysIn?: (group: FeatureGroup) => FeatureGroup,
  ): Promise<EntitySlice> {
    return this.#offline.read(() => {
      const view = this.#offline.view(fvName);
      const groupNamed = this.#offline.group;
      const spineRow = this.#trainingRow(view, trainingRow);
      return sliceOf(view, groupNamed, spineRow, keysIn && ((name) => keysIn(groupNamed(name))));
    });
  }

  // 5. Materialize: copy the latest facts to the online store.

  /**
   * Writes the latest row of each entity to the online store. It never replaces a later row with an earlier one,
   * in whatever order runs come.
   *
   * @param options.asOf - Only of the rows that were known by then.
   * @throws StorageError `storage_full`; ArgumentError where `asOf` is no time.
   */
  async materialize(
    fgName: string,
    options: { asOf?: TimeInput } & MaterializeProgress = {},
  ): Promise<MaterializeReport> {
    const asOfUs = options.asOf == null ? null : momentOf(options.asOf, "asOf");
    return this.#offline.write(async () => {
      const group = this.#offline.group(fgName);
      const report = await writeOnline(this.#database, group, latestRows(group, asOfUs), options);
      this.#tabs.notify("online");
      return report;
    });
  }

  // 6. Serve: the latest facts, for a model that must answer now.

  /**
   * Looks an entity up in the online store. See `readRequest` for what may be looked up and `serve` for what is found.
   *
   * @param options.now - The moment of the request; the wall clock by default.
   * @throws ServingError, NameError; ArgumentError where `now` is no time.
   */
  async getOnlineFeatures(
    fvName: string,
    entity: Readonly<Record<string, unknown>>,
    options: { now?: TimeInput } = {},
  ): Promise<OnlineFeatures> {
    const nowUs = options.now == null ? this.#clock() : momentOf(options.now, "now");
    return this.#offline.readAlong(async () => {
      const query = readRequest(this.#offline.view(fvName), this.#offline.group, entity);
      const { revision, rows } = await readOnline(this.#database, query.requests);
      return { revision, data: serve(query, rows, nowUs) };
    });
  }

  /** A page of the online store's rows of one group, in the order of their keys, and how many there are. */
  async onlineRows(
    fgName: string,
    offset: number,
    limit: number,
  ): Promise<{ rows: OnlineRow[]; total: number }> {
    const { name } = await this.#offline.read(() => this.#offline.group(fgName));
    return listOnline(this.#database, name, offset, limit);
  }

  // Clearing up.

  /**
   * Deletes a group, its history and its online rows.
   *
   * @throws NameError `feature_group_in_use` while a view uses it.
   */
  async deleteFeatureGroup(name: string): Promise<void> {
    await this.#offline.write(async () => {
      this.#offline.group(name);
      const users = [...this.#offline.views.values()].filter(
        ({ checked }) => checked.labelFg === name || checked.joins.some((join) => join.fgName === name),
      );
      if (users.length === 0) return this.#offline.deleteGroup(name);
      throw new NameError(
        "feature_group_in_use",
        `Feature group ${quote(name)} is used by ${users.length === 1 ? "view" : "views"} ${quoteAll(users.map((view) => view.name))}. Delete ${users.length === 1 ? "that" : "those"} first.`,
      );
    });
  }

  /** Deletes a view. Groups and online rows stay. */
  async deleteFeatureView(name: string): Promise<void> {
    await this.#offline.write(async () => {
      this.#offline.view(name);
      await this.#offline.deleteView(name);
    });
  }

  /** Removes a group's rows from the online store. Its history stays. */
  async clearOnline(fgName: string): Promise<void> {
    await this.#offline.write(async () => {
      await clearOnline(this.#database, this.#offline.group(fgName).name);
      this.#tabs.notify("online");
    });
  }

  /** Deletes everything: groups, views, online rows. */
  async clear(): Promise<void> {
    await this.#offline.write(async () => {
      await this.#offline.clear();
    });
  }

  #trainingRow(view: CheckedView, trainingRow: number): number {
    const order = this.#offline.group(view.labelFg).index.order();
    const row = order[trainingRow];
    if (row !== undefined) return row;
    throw new ArgumentError(
      `The training table of ${quote(view.name)} has rows 0 to ${order.length - 1}; there is no row ${trainingRow}.`,
    );
  }
}

function momentOf(time: TimeInput, option: string): bigint {
  const read = readTime(time);
  if (read.ok) return read.value;
  throw new ArgumentError(`${option}: ${JSON.stringify(String(time))} ${read.reason}.`);
}
