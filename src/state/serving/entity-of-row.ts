import type { CellValue } from "../../microfs";
import type { App } from "../app";
import { storeOf } from "../connection";
import { currentView } from "../training-queries";
import { entityColumns } from "./entity-columns";

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
