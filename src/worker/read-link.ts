import type { Edit } from "../scenario/edits/edit";
import { readPackedEdits, readPackedScenario } from "../scenario/read-packed";
import type { Validation } from "../scenario/validate-scenario";

/** What a link carries packed; `null` for what it does not. */
export interface PackedInLink {
  scenario: string | null;
  edits: string | null;
}

/** What that is. */
export interface ReadFromLink {
  /** `null` where the link carries none. */
  scenario: Validation | null;
  /** `undefined` where the link carries none, or they are damaged. */
  edits: readonly Edit[] | undefined;
}

/** Reads what a link carries, of unknown origin: at most as much work as a link that Share makes. */
export function readPackedLink({ scenario, edits }: PackedInLink): ReadFromLink {
  return {
    scenario: scenario === null ? null : readPackedScenario(scenario),
    edits: edits === null ? undefined : readPackedEdits(edits),
  };
}
