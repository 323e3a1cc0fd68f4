import { createStore, type StoreApi } from "zustand/vanilla";
import type { App } from "../../../state/app";

/** What the form is opened for: the moment of the prediction, a join's rule, a row that is there, or a new one. */
export type EditSubject =
  | { readonly kind: "moment" }
  | { readonly kind: "rule"; readonly join: number }
  /** `join: null` stands for the spine; `row: null` for a new row. */
  | {
      readonly kind: "row";
      readonly join: number | null;
      readonly row: number | null;
      /** Where a new row begins, microseconds; by default at the moment of the prediction. */
      readonly startUs?: bigint;
    };

/** What an app's form stands open for; `null` where it is closed. */
export function editForm(_app: App): StoreApi<{ subject: EditSubject | null }> {
  return createStore<{ subject: EditSubject | null }>()(() => ({ subject: null }));
}

/** Opens the form; `null` closes it. */
export function openEditForm(app: App, subject: EditSubject | null): void {
  app.part(editForm).setState({ subject });
}
