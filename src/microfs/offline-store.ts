import { type Addition, checkStoredViews, definitionOf, viewsAfter } from "./changes";
import { RowSet } from "./columns/row-set";
import { NameError, quote, suggest } from "./errors";
import type { FeatureGroup } from "./feature-group";
import { type CheckedView, checkView, type FeatureView, type FeatureViewDefinition } from "./feature-view";
import { isSameGroup } from "./group-definition";
import {
  firstColumn,
  type GroupInMemory,
  type InsertReport,
  newlyRead,
  stagedEnd,
  stageRows,
  unstage,
} from "./staged-rows";
import { decodeBatches, writeBatches } from "./storage/batches";
import {
  commitRemoval,
  commitState,
  type Database,
  deleteBatches,
  readState,
  type StoredGroup,
  type StoredState,
  sweepBatches,
} from "./storage/database";
import { isLockShared, type Tabs, withWriteLock } from "./storage/tabs";

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
  #views: ReadonlyMap<string, FeatureView> = new Map();
  #isSwept = false;
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
  readonly group = (name: string): FeatureGroup => groupIn(this.#groups, name).group;

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
      await this.#sweep();
      return run();
    });
  }

  /** Once, before the first write: what another tab left behind that was closed, or died, while it was storing. */
  async #sweep(): Promise<void> {
    if (this.#isSwept || !isLockShared()) return;
    // What cannot be deleted now is counted by nobody; the next store that writes tries again.
    await sweepBatches(this.#database, this.#state.groups).catch(() => undefined);
    this.#isSwept = true;
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(run);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  // The changes. Each is called inside `write`.

  /**
   * Adds groups, the readable rows of batches but for those that a group has already, and views: all in one commit.
   *
   * @param pause - Awaited between two pieces of work; what it throws takes all of it back.
   * @returns Per group what became of its rows.
   * @throws NameError `feature_group_exists` where a name stands for another definition.
   */
  async add(addition: Addition, pause: () => Promise<void>): Promise<InsertReport[]> {
    const { replacing } = addition;
    const targets = new Map(replacing ? [] : this.#groups);
    const touched: GroupInMemory[] = [];
    let { nextGroupId } = this.#state;
    const targetOf = (group: FeatureGroup): GroupInMemory => {
      const there = targets.get(group.name);
      if (there !== undefined) return declaredAs(group, there);
      const made = { id: nextGroupId++, group, numBatches: 0, contents: null };
      targets.set(group.name, made);
      return made;
    };
    const reports: InsertReport[] = [];
    try {
      for (const { group, pieces } of addition.groups) {
        const target = targetOf(group);
        if (!touched.includes(target)) touched.push(target);
        reports.push(await stageRows(target, pieces, pause));
      }
      const views = viewsAfter(this.#views, addition, (name) => groupIn(targets, name).group.checked);
      await this.#storeAddition({ touched, targets, views, nextGroupId, replacing }, pause);
      return reports;
    } catch (error) {
      touched.forEach(unstage);
      throw error;
    }
  }

  /** Writes staged rows where nobody sees them, then shows all that is added. */
  async #storeAddition(
    {
      touched,
      targets,
      views,
      nextGroupId,
      replacing,
    }: {
      touched: readonly GroupInMemory[];
      targets: Map<string, GroupInMemory>;
      views: ReadonlyMap<string, FeatureView>;
      nextGroupId: number;
      replacing: boolean;
    },
    pause: () => Promise<void>,
  ): Promise<void> {
    const isNew = nextGroupId > this.#state.nextGroupId || views !== this.#views || replacing;
    const grown = touched.filter((one) => stagedEnd(one) > one.group.numRows);
    if (!isNew && grown.length === 0) return;
    try {
      const numBatches = new Map<GroupInMemory, number>();
      for (const one of grown) {
        const { numRows } = one.group;
        numBatches.set(one, await writeBatches(this.#database, one, numRows, stagedEnd(one), pause));
      }
      const groups = Array.from(targets.values(), (one): StoredGroup => {
        const { id, group } = one;
        const batches = numBatches.get(one);
        const numRows = batches === undefined ? group.numRows : stagedEnd(one);
        return { id, definition: group.definition, numRows, numBatches: batches ?? one.numBatches };
      });
      const removed = this.#state.groups.map(({ id, definition }) => ({
        groupId: id,
        name: definition.name,
      }));
      const show = () => {
        for (const [one, batches] of numBatches) {
          one.numBatches = batches;
          one.group.show(stagedEnd(one));
        }
        this.#groups = targets;
        this.#views = views;
      };
      const state = { nextGroupId, groups, views: Array.from(views.values(), definitionOf) };
      await this.#commit(state, show, replacing ? removed : undefined);
    } catch (error) {
      for (const one of grown) await this.#forgetBatches(one);
      throw error;
    }
  }

  /** Deletes what was written of a group and will not be counted. Left there, the next write would sweep it. */
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
      const oldId = groupIn(this.#groups, group.name).id;
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
    const { id } = groupIn(this.#groups, name);
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
}

/** @throws NameError `feature_group_not_found`. */
function groupIn(groups: ReadonlyMap<string, GroupInMemory>, name: string): GroupInMemory {
  const inMemory = groups.get(name);
  if (inMemory !== undefined) return inMemory;
  throw new NameError(
    "feature_group_not_found",
    `Feature group ${quote(String(name))} does not exist. ${suggest(String(name), groups.keys())}`,
  );
}

/** @throws NameError `feature_group_exists` where the group that is there is declared otherwise. */
function declaredAs(group: FeatureGroup, there: GroupInMemory): GroupInMemory {
  if (isSameGroup(there.group.checked, group.checked)) return there;
  throw new NameError(
    "feature_group_exists",
    `Feature group ${quote(group.name)} exists with another definition. Delete it first, or choose another name.`,
  );
}
