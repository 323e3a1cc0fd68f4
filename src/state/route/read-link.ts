import type { Edit } from "../../scenario/edits/edit";
import { unpack } from "../../scenario/pack";
import { SAMPLES } from "../../scenario/samples/samples";
import { readEdits, validateScenario } from "../../scenario/validate-scenario";
import type { Dataset } from "../document";

// What reads a link's data is loaded with the first link that carries some: Home does without schema and samples.

/** A dataset, or the sentences that say why there is none. */
export type ReadDataset = { ok: true; dataset: Dataset } | { ok: false; problems: string[] };

/** The dataset of a sample. */
export function readSample(name: string): ReadDataset {
  const scenario = SAMPLES.find((sample) => sample.name === name);
  if (scenario !== undefined) return { ok: true, dataset: { kind: "sample", name, scenario } };
  const names = SAMPLES.map((sample) => sample.name).join(" and ");
  return { ok: false, problems: [`There is no sample “${name}”; there are ${names}.`] };
}

/** The dataset that a link carries packed. */
export function readPackedScenario(packed: string): ReadDataset {
  const value = unpack(packed);
  if (value === undefined)
    return { ok: false, problems: ["The data that it carries is damaged: ask for the link again."] };
  const read = validateScenario(value);
  if (read.ok) return { ok: true, dataset: { kind: "scenario", packed, scenario: read.scenario } };
  return { ok: false, problems: ["The data that it carries makes no sense:", ...read.problems.slice(0, 3)] };
}

/** The edits that a link carries packed; `undefined` where they are damaged. */
export function readPackedEdits(packed: string): readonly Edit[] | undefined {
  const read = readEdits(unpack(packed));
  return read.ok ? read.edits : undefined;
}
