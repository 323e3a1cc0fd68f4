import type { Edit } from "./edits/edit";
import { linkExcess, MOST_ROWS_IN_A_LINK } from "./link-limits";
import { unpack } from "./pack";
import { readEdits, type Validation, validateScenario } from "./validate-scenario";

const MOST_PROBLEMS = 3;

/**
 * The scenario that a link carries packed, or the sentences that say why there is none. What is more than Share can make is
 * refused before it is looked into; the rest is O(size).
 */
export function readPackedScenario(packed: string): Validation {
  const unpacked = unpack(packed);
  if (unpacked.kind === "damaged")
    return refused("The data that it carries is damaged: ask for the link again.");
  const excess = unpacked.kind === "value" ? linkExcess(unpacked.value) : ({ kind: "values" } as const);
  if (excess?.kind === "rows")
    return refused(
      `It carries ${grouped(excess.rows)} rows, and a link carries ${MOST_ROWS_IN_A_LINK} at most: ask for the files instead, and drop them on Data.`,
    );
  if (excess !== null || unpacked.kind !== "value")
    return refused(
      "It carries more than 1 MB of data, which is more than a link can: ask for the files instead, and drop them on Data.",
    );
  const read = validateScenario(unpacked.value);
  return read.ok
    ? read
    : refused("The data that it carries makes no sense:", ...read.problems.slice(0, MOST_PROBLEMS));
}

/** The edits that a link carries packed; `undefined` where they are damaged, or more than a link can carry. */
export function readPackedEdits(packed: string): readonly Edit[] | undefined {
  const unpacked = unpack(packed);
  if (unpacked.kind !== "value" || linkExcess(unpacked.value) !== null) return undefined;
  const read = readEdits(unpacked.value);
  return read.ok ? read.edits : undefined;
}

function refused(...problems: string[]): Validation {
  return { ok: false, problems };
}

/** 40000 as the interface writes it, in groups that no line breaks between. */
function grouped(rows: number): string {
  return String(rows).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
}
