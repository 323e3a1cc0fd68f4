import { SAMPLES } from "../../scenario/samples/samples";
import { readPackedLink } from "../../worker/read-link";
import type { WorkerHandle } from "../../worker/worker-handle";
import { isEmbedded, type LinkReader, packedIn, type ReadDataset } from "./url";

// What reads a link's data is loaded with the first link that carries some: Home does without samples. What a link carries
// packed is unpacked and validated in the worker: whoever made it, the page goes on.

/** The dataset of a sample. */
export function readSample(name: string): ReadDataset {
  const scenario = SAMPLES.find((sample) => sample.name === name);
  if (scenario !== undefined) return { ok: true, dataset: { kind: "sample", name, scenario } };
  const names = SAMPLES.map((sample) => sample.name).join(" and ");
  return { ok: false, problems: [`There is no sample “${name}”; there are ${names}.`] };
}

/**
 * Reads what a URL carries packed, and gives what then reads that very URL.
 *
 * @throws Error where the worker cannot be started.
 */
export async function readLink(worker: () => Promise<WorkerHandle>, url: string): Promise<LinkReader> {
  const packed = packedIn(url);
  // A sample that is named needs no worker yet.
  const read =
    packed.scenario === null && packed.edits === null
      ? { scenario: null, edits: undefined }
      : isEmbedded(url)
        ? // In a frame there may be no worker, and the page in it has nothing else to do.
          readPackedLink(packed)
        : await (await worker()).readLink(packed);
  return {
    readSample,
    readPackedScenario: (text) => {
      if (read.scenario === null) return { ok: false, problems: [] };
      if (!read.scenario.ok) return read.scenario;
      return { ok: true, dataset: { kind: "scenario", packed: text, scenario: read.scenario.scenario } };
    },
    readPackedEdits: () => read.edits,
  };
}
