import type { Table } from "apache-arrow";
import { appendBatch, type RejectedRow, type Rows } from "./columns/append-batch";
import type { Column } from "./columns/column";
import { RowSet } from "./columns/row-set";
import { NameError, quote, suggest } from "./errors";
import { FeatureGroup } from "./feature-group";
import { type CheckedView, checkView, type FeatureView, type FeatureViewDefinition } from "./feature-view";
import { decodeBatches, writeBatches } from "./storage/batches";
import {
  commitRemoval,
  commitState,
  type Database,
  deleteBatches,
  readState,
  type StoredGroup,
  type StoredState,
  unreadable,
} from "./storage/database";
import { type Tabs, withWriteLock } from "./storage/tabs";

/** A feature group in memory, and how much of it is stored. */
interface GroupInMemory {
  id: number;
  group: FeatureGroup;
  numBatches: number;
  /** What rows there are, for finding duplicates; made by the first insert. */
  contents: RowSet | null;
}

/** Between two pauses: what takes a moment, not a second. */
const ROWS_AT_ONCE = 100_000;

/**
 * The offline store: all feature groups' histories and the views on them, in memory as columns and on disk as
 * Arrow batches. What is here is what is stored: a change becomes true on disk first, by one record, then here.
 *
 * A write puts its rows where nobody sees them, behind a group's rows here and behind its batches there. So reads never
 * wait for it, and a write that fails has nothing to undo but what nobody saw.
 */
export class OfflineStore {
  readonly #name: string;
  readonly #database: Database;
  readonly #tabs: Tabs;
  #state: StoredState = { format: 1, revision: -1, nextGroupId: 1, groups: [], views: [] };
  #groups = new Map<string, GroupInMemory>();
  #views = new Map<string, FeatureView>();
  /** The last look at what is stored, or commit, under way: both are short, and take turns, so that no row comes in twice. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(name: string, database: Database, tabs: Tabs) {
    this.#name = name;
    this.#database = database;
    this.#tabs = tabs;
  }

  get groups(): ReadonlyMap<string, FeatureGroup> {
    return new Map(Array.from(this.#groups, ([name, { group }]) => [name, group]));
  }

  get views(): ReadonlyMap<string, FeatureView> {
    return this.#views;
  }

  /** @throws NameError `feature_group_not_found`. */
  readonly group = (name: string): FeatureGroup => this.#groupNamed(name).group;

  /** @throws NameError `feature_view_not_found`. */
  view(name: string): CheckedView {
    const view = this.#views.get(name);
    if (view !== undefined) return view.checked;
    throw new NameError(
      "feature_view_not_found",
      `Feature view ${quote(String(name))} does not exist. ${suggest(String(name), this.#views.keys())}`,
    );
  }

  /** Checks a view against the groups there are. */
  check(definition: FeatureViewDefinition): FeatureView {
    return { ...definition, checked: checkView(definition, (name) => this.group(name).checked) };
  }

  /** Runs `run` on an up-to-date store. It never waits for a write: it sees what was shown last. */
  async read<T>(run: () => T): Promise<T> {
    await this.#catchUp();
    return run();
  }

  /**
   * Like `read`, for what is read from the database anyway: `fetch` reads the state's revision along, in the same transaction.
   * Where the store turns out to be up to date, as it is nearly always, that was all.
   */
  async readAlong<T>(fetch: () => Promise<{ revision: number; data: T }>): Promise<T> {
    for (;;) {
      const { revision } = this.#state;
      try {
        const found = await fetch();
        if (found.revision === revision) return found.data;
        await this.#catchUp();
      } catch (error) {
        // What seems not to be there may just have come.
        await this.#catchUp();
        if (this.#state.revision === revision) throw error;
      }
    }
  }

  /** Runs `run` on an up-to-date store while nobody else writes, in this tab or another. */
  write<T>(run: () => Promise<T>): Promise<T> {
    return withWriteLock(this.#name, async () => {
      await this.#catchUp();
      return run();
    });
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(run);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  // The changes. Each is called inside `write`.

  async addGroup(group: FeatureGroup): Promise<void> {
    const id = this.#state.nextGroupId;
    const stored = { id, definition: group.definition, numRows: 0, numBatches: 0 };
    await this.#commit({ nextGroupId: id + 1, groups: [...this.#state.groups, stored] }, () => {
      this.#groups.set(group.name, { id, group, numBatches: 0, contents: null });
    });
  }

  /**
   * Adds the readable rows of a batch to a group's history, but for those that it has already.
   *
   * @param pieces - Of the batch, in order. The rejected rows are numbered over all of them.
   * @param pause - Awaited between two pieces of work; what it throws takes all of the batch back.
   */
  async addRows(
    name: string,
    pieces: readonly Rows[],
    pause: () => Promise<void>,
  ): Promise<{ inserted: number; duplicates: number; rejected: RejectedRow[] }> {
    const inMemory = this.#groupNamed(name);
    const { group } = inMemory;
    const from = group.numRows;
    const columns = [...group.columns.values()];
    const rejected: RejectedRow[] = [];
    let [end, taken, given] = [from, 0, 0];
    try {
      inMemory.contents ??= await contentsOf(group, pause);
      for (const rows of pieces) {
        for (const bad of appendBatch(group, rows)) rejected.push({ ...bad, row: given + bad.row });
        given += Array.isArray(rows) ? rows.length : (rows as Table).numRows;
        const read = firstColumn(group).length;
        taken += read - end;
        end = inMemory.contents.addDistinct(end, read);
        for (const column of columns) column.truncate(end);
        group.index.codeAhead(end);
        await pause();
      }
      if (end > from) await this.#storeRows(inMemory, from, end, pause);
      return { inserted: end - from, duplicates: taken - (end - from), rejected };
    } catch (error) {
      for (const column of columns) column.truncate(from);
      group.index.forgetAhead();
      inMemory.contents = null;
      throw error;
    }
  }

  /** Writes a group's rows [from, end) where nobody sees them, then shows them. */
  async #storeRows(
    inMemory: GroupInMemory,
    from: number,
    end: number,
    pause: () => Promise<void>,
  ): Promise<void> {
    const { id, group } = inMemory;
    try {
      const numBatches = await writeBatches(this.#database, inMemory, from, end, pause);
      const groups = this.#state.groups.map((stored) =>
        stored.id === id ? { ...stored, numRows: end, numBatches } : stored,
      );
      await this.#commit({ groups }, () => {
        inMemory.numBatches = numBatches;
        group.show(end);
      });
    } catch (error) {
      await this.#forgetBatches(inMemory);
      throw error;
    }
  }

  /** Deletes what was written of a group and will not be counted. Left there, the next insert would write over it. */
  async #forgetBatches({ id, numBatches }: Pick<GroupInMemory, "id" | "numBatches">): Promise<void> {
    await deleteBatches(this.#database, id, numBatches).catch(() => undefined);
  }

  /**
   * Puts groups with rows of their own in the place of those of their names, and views in the place of theirs, all in
   * one transaction. Every view must make sense with what is there then.
   *
   * @param groups - Each with its rows behind its columns.
   * @returns Per group where each of those rows stands now; a duplicate where the row stands that it equals. Shape [rows].
   */
  async rewrite(
    groups: readonly FeatureGroup[],
    definitions: readonly FeatureViewDefinition[],
  ): Promise<ReadonlyMap<string, Int32Array>> {
    if (groups.length === 0 && definitions.length === 0) return new Map();
    const named = new Map(groups.map((group) => [group.name, group]));
    const groupNamed = (name: string) => (named.get(name) ?? this.group(name)).checked;
    const changed = new Map(definitions.map((definition) => [this.view(definition.name).name, definition]));
    const views = new Map(
      Array.from(this.#views, ([name, view]): [string, FeatureView] => {
        const definition = changed.get(name) ?? definitionOf(view);
        return [name, { ...definition, checked: checkView(definition, groupNamed) }];
      }),
    );
    const firstId = this.#state.nextGroupId;
    const made = Array.from(named.values(), (group, i) => {
      const contents = new RowSet([...group.columns.values()]);
      const standsAt = new Int32Array(firstColumn(group).length);
      const numRows = contents.addDistinct(0, standsAt.length, standsAt);
      for (const column of group.columns.values()) column.truncate(numRows);
      const oldId = this.#groupNamed(group.name).id;
      return { oldId, standsAt, numRows, inMemory: { id: firstId + i, group, contents, numBatches: 0 } };
    });
    try {
      for (const { inMemory, numRows } of made)
        inMemory.numBatches = await writeBatches(this.#database, inMemory, 0, numRows);
      const state = {
        nextGroupId: firstId + made.length,
        groups: this.#state.groups.map((stored) => {
          const one = made.find(({ oldId }) => oldId === stored.id);
          if (one === undefined) return stored;
          const { id, group, numBatches } = one.inMemory;
          return { id, definition: group.definition, numRows: one.numRows, numBatches };
        }),
        views: Array.from(views.values(), definitionOf),
      };
      const removed = made.map(({ oldId, inMemory }) => ({ groupId: oldId, name: inMemory.group.name }));
      const show = () => {
        for (const { inMemory, numRows } of made) {
          inMemory.group.show(numRows);
          this.#groups.set(inMemory.group.name, inMemory);
        }
        this.#views = views;
      };
      await this.#commit(state, show, removed);
    } catch (error) {
      for (const { inMemory } of made) await this.#forgetBatches({ id: inMemory.id, numBatches: 0 });
      throw error;
    }
    return new Map(made.map(({ inMemory, standsAt }) => [inMemory.group.name, standsAt]));
  }

  async deleteGroup(name: string): Promise<void> {
    const { id } = this.#groupNamed(name);
    const groups = this.#state.groups.filter((stored) => stored.id !== id);
    await this.#commit({ groups }, () => void this.#groups.delete(name), [{ groupId: id, name }]);
  }

  /** Adds a view, or puts it in the place of the one of its name. */
  async putView(view: FeatureView): Promise<void> {
    await this.#storeViews(new Map(this.#views).set(view.name, view));
  }

  async deleteView(name: string): Promise<void> {
    const views = new Map(this.#views);
    views.delete(name);
    await this.#storeViews(views);
  }

  async #storeViews(views: Map<string, FeatureView>): Promise<void> {
    await this.#commit({ views: Array.from(views.values(), definitionOf) }, () => {
      this.#views = views;
    });
  }

  async clear(): Promise<void> {
    const show = () => {
      this.#groups = new Map();
      this.#views = new Map();
    };
    await this.#commit({ groups: [], views: [] }, show, "everything");
  }

  /**
   * Makes a new state true on disk, then here, then tells the other tabs.
   *
   * @param show - Makes it true here. No look at what is stored comes between: it would take the change for another tab's.
   * @param removed - What goes with it.
   */
  async #commit(
    change: Partial<StoredState>,
    show: () => void,
    removed?: Parameters<typeof commitRemoval>[2],
  ): Promise<void> {
    await this.#inTurn(async () => {
      const state = { ...this.#state, ...change, revision: this.#state.revision + 1 };
      if (removed === undefined) await commitState(this.#database, state);
      else await commitRemoval(this.#database, state, removed);
      this.#state = state;
      show();
    });
    this.#tabs.notify("offline");
  }

  /**
   * Takes over what others have stored since we last looked; only new batches are read. What an insert under way has put
   * behind a group's rows is no danger: while it holds the lock, nobody else has stored anything.
   */
  #catchUp(): Promise<void> {
    return this.#inTurn(async () => {
      const byId = new Map(Array.from(this.#groups.values(), (inMemory) => [inMemory.id, inMemory]));
      const read = await readState(
        this.#database,
        (group) => byId.get(group.id)?.numBatches ?? 0,
        this.#state.revision,
      );
      if (read === null) return;
      const groups = new Map<string, GroupInMemory>();
      for (const stored of read.state.groups) {
        const there = byId.get(stored.id) ?? newlyRead(stored, this.#name);
        if (there.numBatches < stored.numBatches) {
          decodeBatches(there.group, read.batches.get(stored.id) ?? [], stored.numRows, this.#name);
          there.contents = null;
          there.numBatches = stored.numBatches;
        }
        groups.set(there.group.name, there);
      }
      this.#views = checkStoredViews(read.state.views, groups, this.#name);
      this.#groups = groups;
      this.#state = read.state;
    });
  }

  #groupNamed(name: string): GroupInMemory {
    const inMemory = this.#groups.get(name);
    if (inMemory !== undefined) return inMemory;
    throw new NameError(
      "feature_group_not_found",
      `Feature group ${quote(String(name))} does not exist. ${suggest(String(name), this.#groups.keys())}`,
    );
  }
}

/** A stored group that this store does not hold yet, still without its rows. */
function newlyRead({ id, definition }: StoredGroup, storeName: string): GroupInMemory {
  try {
    return { id, group: new FeatureGroup(definition), numBatches: 0, contents: null };
  } catch (error) {
    throw unreadable(storeName, `a feature group's definition is damaged (${String(error)})`, error);
  }
}

function checkStoredViews(
  views: readonly FeatureViewDefinition[],
  groups: ReadonlyMap<string, GroupInMemory>,
  storeName: string,
): Map<string, FeatureView> {
  const groupNamed = (name: string) => {
    const group = groups.get(name)?.group;
    if (group === undefined) throw new RangeError(`there is no feature group ${quote(name)}`);
    return group.checked;
  };
  try {
    return new Map(views.map((view) => [view.name, { ...view, checked: checkView(view, groupNamed) }]));
  } catch (error) {
    throw unreadable(storeName, `a feature view's definition is damaged (${String(error)})`, error);
  }
}

function definitionOf({ checked: _, ...definition }: FeatureView): FeatureViewDefinition {
  return definition;
}

function firstColumn(group: FeatureGroup): Column {
  const [column] = group.columns.values();
  return column;
}

/** What rows a group has. */
async function contentsOf(group: FeatureGroup, pause: () => Promise<void>): Promise<RowSet> {
  const contents = new RowSet([...group.columns.values()]);
  for (let row = 0; row < group.numRows; row += ROWS_AT_ONCE) {
    contents.addDistinct(row, Math.min(group.numRows, row + ROWS_AT_ONCE));
    await pause();
  }
  return contents;
}
