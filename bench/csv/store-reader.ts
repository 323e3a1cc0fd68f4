import { FeatureStore } from "../../src/microfs";
import type { FeatureGroupDefinition } from "../../src/microfs/core";
import { checkCsv } from "../../src/worker/imports/check-csv";
import { importCsv } from "../../src/worker/imports/import-csv";
import { MADE_COLUMNS } from "./made-csv";
import type { CsvReader } from "./reader";
import { MADE_PLAN } from "./readers";

const GROUP: FeatureGroupDefinition = {
  name: "made",
  schema: Object.fromEntries(MADE_COLUMNS.map(({ name, type }) => [name, type])),
  primaryKeys: MADE_PLAN.key,
  eventTime: MADE_PLAN.eventTime ?? "",
};

/** What the app does with a file once its plan stands: it reads all of it to say what would be lost, and then to store it. */
export function storeReaders(rows: number): CsvReader[] {
  const options = () => ({ onProgress: () => undefined, signal: new AbortController().signal });
  let stores = 0;
  return [
    {
      name: "microFS, checking",
      async read(file) {
        const { readable, losses } = await checkCsv(file, MADE_PLAN, options());
        if (readable !== rows || losses.length > 0)
          throw new Error(`${readable} rows can be read of ${rows}`);
        return null;
      },
    },
    {
      name: "microFS, storing",
      async read(file) {
        const store = await FeatureStore.open({ name: `bench ${stores++}` });
        const { inserted } = await importCsv(store, file, MADE_PLAN, GROUP, {
          ...options(),
          acceptedLosses: [],
        });
        if (inserted !== rows) throw new Error(`${inserted} rows were stored of ${rows}`);
        store.close();
        return null;
      },
    },
  ];
}
