import { unpack } from "../scenario/packed";
import { SAMPLES } from "../scenario/samples/samples";
import type { Scenario } from "../scenario/scenario";
import { validateScenario } from "../scenario/validate-scenario";

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

/** A dataset, or the sentences that say why there is none. */
export type ReadDataset = { ok: true; dataset: Dataset } | { ok: false; problems: string[] };

/** The dataset that a URL names: a sample, or a packed scenario; the reader's own where it names neither. */
export function datasetFor(url: {
  readonly sample: string | null;
  readonly scenario: string | null;
}): ReadDataset {
  if (url.sample !== null) return sampleDataset(url.sample);
  if (url.scenario !== null) return packedDataset(url.scenario);
  return { ok: true, dataset: OWN };
}

/** The dataset of a sample. */
export function sampleDataset(name: string): ReadDataset {
  const scenario = SAMPLES.find((sample) => sample.name === name);
  if (scenario !== undefined) return { ok: true, dataset: { kind: "sample", name, scenario } };
  const names = SAMPLES.map((sample) => sample.name).join(" and ");
  return { ok: false, problems: [`There is no sample “${name}”; there are ${names}.`] };
}

function packedDataset(packed: string): ReadDataset {
  const value = unpack(packed);
  if (value === undefined)
    return { ok: false, problems: ["The data that it carries is damaged: ask for the link again."] };
  const validation = validateScenario(value);
  if (validation.ok)
    return { ok: true, dataset: { kind: "scenario", packed, scenario: validation.scenario } };
  return {
    ok: false,
    problems: ["The data that it carries makes no sense:", ...validation.problems.slice(0, 3)],
  };
}

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
