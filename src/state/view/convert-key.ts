import { createStore, type StoreApi } from "zustand/vanilla";
import type { ViewSummary } from "../../worker/results";
import type { StoreHandle } from "../../worker/worker-handle";
import { type App, showMessage } from "../app";
import { offlineChanged, storeOf } from "../connection";
import { toError } from "../query";
import { keyPairsOf } from "./key-pairs";

/** Types that a stored key column can be made from one into another. */
export type KeyType = "int64" | "float64" | "string";

export interface Conversion {
  readonly fgName: string;
  readonly column: string;
  readonly from: KeyType;
  readonly to: KeyType;
  /** Where whole numbers are text: zeros at the left, up to that many digits. */
  readonly width: number | null;
}

interface Made {
  readonly store: StoreHandle;
  readonly conversion: Conversion;
}

/** The last column that was made another type, so that it can be made what it was. */
export function lastConversion(_app: App): StoreApi<{ readonly made: Made | null }> {
  return createStore<{ readonly made: Made | null }>()(() => ({ made: null }));
}

/** The last one in the store that is looked at; `null` for none. */
export function conversionHere(app: App): (state: { readonly made: Made | null }) => Conversion | null {
  return ({ made }) => {
    const isHere =
      made !== null && app.state.getState().connection.status === "ready" && storeOf(app) === made.store;
    return isHere ? made.conversion : null;
  };
}

/** The joins that a column of a group is on, each as `view: group`: while they stand, it cannot be made another type. */
export function joinsOn(views: readonly ViewSummary[], fgName: string, column: string): string[] {
  return views.flatMap(({ definition }) =>
    definition.joins.flatMap((join) => {
      const isOn = keyPairsOf(join.on).some(
        (pair) =>
          (definition.labelFg === fgName && pair.spineColumn === column) ||
          (join.fgName === fgName && pair.column === column),
      );
      return isOn ? [`${definition.name}: ${join.fgName}`] : [];
    }),
  );
}

/** Declares a group anew with its key column as another type, so that it can be joined. Says why where that cannot be. */
export async function convertKey(app: App, conversion: Conversion): Promise<void> {
  const { fgName, column, to, width } = conversion;
  const store = storeOf(app);
  try {
    await store.convertColumn(fgName, column, to, width);
    app.part(lastConversion).setState({ made: { store, conversion } });
    showMessage(app, null);
  } catch (error) {
    showMessage(app, { text: toError(error).message, isError: true });
  }
  await offlineChanged(app);
}

/** Makes the column what it was before: the same conversion, the other way round. */
export async function convertBack(app: App): Promise<void> {
  const last = conversionHere(app)(app.part(lastConversion).getState());
  if (last === null) return;
  await convertKey(app, { ...last, from: last.to, to: last.from });
}
