import type { Edit } from "../scenario/edits/edit";
import type { Scenario } from "../scenario/scenario";

/**
 * Whose data is looked at: the reader's own, or what a link brings. A linked scenario has a store of its own, so that
 * opening a link touches nothing of the reader's.
 */
export type Dataset =
  | { readonly kind: "own" }
  | { readonly kind: "sample"; readonly name: string; readonly scenario: Scenario }
  | { readonly kind: "scenario"; readonly packed: string; readonly scenario: Scenario };

export const OWN: Dataset = { kind: "own" };

/** The database of the reader's own store. */
const OWN_STORE = "microfs";

/** Whether two datasets are the same data. */
export function isSameDataset(a: Dataset, b: Dataset): boolean {
  return storeNameOf(a) === storeNameOf(b);
}

/** The name of the dataset's IndexedDB database. */
export function storeNameOf(dataset: Dataset): string {
  switch (dataset.kind) {
    case "own":
      return OWN_STORE;
    case "sample":
      return `${OWN_STORE} sample ${dataset.name}`;
    case "scenario":
      return `${OWN_STORE} link ${fingerprint(dataset.packed)}`;
  }
}

/** The scenario that a dataset brings; `null` for the reader's own data. */
export function scenarioOf(dataset: Dataset): Scenario | null {
  return dataset.kind === "own" ? null : dataset.scenario;
}

/** The edits that a dataset comes with: the data as loaded, and what its author did with it. */
export function editsOf(dataset: Dataset): readonly Edit[] {
  return scenarioOf(dataset)?.edits ?? NO_EDITS;
}

const NO_EDITS: readonly Edit[] = [];

/** A short text that differs for different texts: FNV-1a, twice with different beginnings. */
function fingerprint(text: string): string {
  return [0x811c9dc5, 0x01000193]
    .map((start) => {
      let hash = start;
      for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
      return (hash >>> 0).toString(16).padStart(8, "0");
    })
    .join("");
}
