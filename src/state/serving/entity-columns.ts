import type { CellValue, ColumnType, JoinDefinition } from "../../microfs/core";
import type { GroupSummary, ViewSummary } from "../../worker/results";
import type { App } from "../app";
import { storeOf } from "../connection";
import { currentView } from "../training-queries";
import { type EntityText, keyText, readKeyText } from "./entity-text";

/** A column of the spine by which a view is looked up. */
export interface EntityColumn {
  name: string;
  type: ColumnType;
  /** Whether a look-up must give it; else it is of the label group's own keys, whose columns come only with it. */
  isNeeded: boolean;
  /** The groups whose online keys hold its values, and under which name. */
  sources: readonly { fgName: string; column: string }[];
}

/** The columns by which a view is looked up: those its joins are on, then the rest of the label group's keys. */
export function entityColumns(view: ViewSummary, groups: readonly GroupSummary[]): EntityColumn[] {
  const { definition } = view;
  const spine = groups.find((group) => group.definition.name === definition.labelFg);
  if (spine === undefined) return [];
  const ownKeys = spine.definition.primaryKeys;
  const pairs = definition.joins.flatMap((join) =>
    joinPairs(join.on).map(([spineColumn, column]) => ({ spineColumn, fgName: join.fgName, column })),
  );
  const joined = new Set(pairs.map(({ spineColumn }) => spineColumn));
  return Array.from(new Set([...joined, ...ownKeys]), (name) => ({
    name,
    type: spine.columns.find((column) => column.name === name)?.type ?? "string",
    // Without joins there is nothing to ask for but the label group's own row.
    isNeeded: joined.has(name) || joined.size === 0,
    sources: [
      ...pairs
        .filter(({ spineColumn }) => spineColumn === name)
        .map(({ fgName, column }) => ({ fgName, column })),
      ...(ownKeys.includes(name) ? [{ fgName: definition.labelFg, column: name }] : []),
    ],
  }));
}

/** The columns that a join matches: of the spine, and of the group. */
function joinPairs(on: JoinDefinition["on"]): (readonly [spineColumn: string, column: string])[] {
  if (typeof on === "string") return [[on, on]];
  return isList(on) ? on.map((column) => [column, column]) : Object.entries(on);
}

function isList(on: JoinDefinition["on"]): on is readonly string[] {
  return Array.isArray(on);
}

/** What was typed, read: the values to look up, or per column the sentence that says what is wrong with it. */
export type ReadEntity =
  | { ok: true; values: Record<string, CellValue> }
  | { ok: false; problems: ReadonlyMap<string, string> };

/**
 * Reads an entity's texts. An empty one counts as not given. A column that is none of these is passed on as it is: the
 * engine says best what is wrong with it.
 */
export function readEntityValues(columns: readonly EntityColumn[], texts: EntityText): ReadEntity {
  const values = new Map<string, CellValue>(Object.entries(texts).filter(([, text]) => text !== ""));
  const problems = new Map<string, string>();
  for (const { name, type, isNeeded } of columns) {
    const text = Object.hasOwn(texts, name) ? (texts[name] ?? "") : "";
    if (text.trim() === "" && (type !== "string" || text === "")) {
      values.delete(name);
      if (isNeeded) problems.set(name, `Give ${name}: the view is looked up by it.`);
      continue;
    }
    const read = readKeyText(type, text);
    if (read.ok) values.set(name, read.value);
    else problems.set(name, `“${text.trim()}” ${read.reason}.`);
  }
  return problems.size > 0 ? { ok: false, problems } : { ok: true, values: Object.fromEntries(values) };
}

/** The texts of an entity that is known by value. */
export function entityTextOf(
  columns: readonly EntityColumn[],
  values: ReadonlyMap<string, CellValue>,
): EntityText {
  return Object.fromEntries(
    columns.flatMap(({ name, type }) => {
      const value = values.get(name) ?? null;
      return value === null ? [] : [[name, keyText(type, value)]];
    }),
  );
}

/** The entity that an online row is about. */
export interface EntityOfRow {
  /** By spine column. */
  values: ReadonlyMap<string, CellValue>;
  /** Whether every one that a look-up must give is there. */
  isWhole: boolean;
}

/**
 * Names the entity that an online row is about. Its own key may not name all of it (payments are of a user, plans of an
 * account); the rest is then read from the entity's latest training row.
 *
 * @param view - The name of the view that is looked at.
 * @param row - The row's values by column of its group.
 */
export async function entityOfRow(
  app: App,
  view: string,
  fgName: string,
  row: Readonly<Record<string, CellValue>>,
  signal: AbortSignal,
): Promise<EntityOfRow> {
  const state = app.state.getState();
  const current = currentView(state);
  const columns = current === null ? [] : entityColumns(current, state.overview?.groups ?? []);
  const values = new Map<string, CellValue>();
  for (const { name, sources } of columns) {
    const source = sources.find((candidate) => candidate.fgName === fgName);
    const value = source && row[source.column];
    if (value != null) values.set(name, value);
  }
  const missing = columns.filter(({ name }) => !values.has(name));
  if (missing.length > 0) {
    const trained = await storeOf(app).latestTrainingRow(view, Object.fromEntries(values), null, signal);
    for (const { name } of missing) {
      const at = current?.columns.findIndex(({ join, column }) => join < 0 && column === name) ?? -1;
      const value = trained?.values[at] ?? null;
      if (value !== null) values.set(name, value);
    }
  }
  return { values, isWhole: columns.every(({ name, isNeeded }) => !isNeeded || values.has(name)) };
}
