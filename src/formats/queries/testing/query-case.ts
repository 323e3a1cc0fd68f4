import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FeatureStore } from "../../../microfs";
import { type Cell, readTable } from "../../../microfs/testing/read-table";
import { tableToArrow } from "../../arrow";
import { writeCsv } from "../../csv/write-csv";
import { type QueryLanguage, writeQuery } from "../queries";
import type { QueryInput } from "../query-plan";

/** What the store itself answers to a view: columns in order, name → type, and the cells. */
export interface Expected {
  columns: Record<string, string>;
  rows: Cell[][];
}

/** A view as a query is written from, and what the store answers. */
export async function queryCase(store: FeatureStore, viewName: string) {
  const view = store.featureViews.get(viewName);
  if (view === undefined) throw new RangeError(`the store must have the view: ${viewName}`);
  const { checked, ...definition } = view;
  const input: QueryInput = {
    view: definition,
    groups: Array.from(store.featureGroups.values(), (group) => group.definition),
    rules: checked.joins.map((one) => one.rule),
    columns: checked.columns,
  };
  const { table } = await store.getTrainingData(viewName);
  return { store, input, expected: readTable(table) satisfies Expected };
}

export type QueryCase = Awaited<ReturnType<typeof queryCase>>;

/** A new folder under the system's own for such things. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "microfs-queries-"));
}

/** Writes a case's query and the files it reads into a folder, and gives the query's text. */
export function writeFiles({ store, input }: QueryCase, language: QueryLanguage, folder: string): string {
  const { text, files } = writeQuery(language, input);
  mkdirSync(folder, { recursive: true });
  for (const { fgName, name, format } of files) {
    const table = store.featureGroups.get(fgName)?.table;
    if (table === undefined) throw new RangeError(`the store must have the group: ${fgName}`);
    const content =
      format === "arrow"
        ? tableToArrow(table).bytes
        : [...writeCsv(table, { escapeFormulas: false })].join("");
    writeFileSync(join(folder, name), content);
  }
  return text;
}
