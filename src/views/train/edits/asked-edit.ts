import { create } from "zustand";

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

const useAskedEdit = create<{ asked: EditSubject | null }>()(() => ({ asked: null }));

/** Opens the form; `null` closes it. */
export function askEdit(asked: EditSubject | null): void {
  useAskedEdit.setState({ asked });
}

/** What the form stands open for; `null` where it is closed. */
export function useAsked(): EditSubject | null {
  return useAskedEdit((state) => state.asked);
}
