import { readPackedEdits, readPackedScenario } from "../../scenario/read-packed";
import { readSample } from "../route/read-link";
import type { LinkReader } from "../route/url";

/** Reads what links carry, without a worker. */
export const reader: LinkReader = {
  readSample,
  readPackedScenario: (packed) => {
    const read = readPackedScenario(packed);
    return read.ok ? { ok: true, dataset: { kind: "scenario", packed, scenario: read.scenario } } : read;
  },
  readPackedEdits,
};
