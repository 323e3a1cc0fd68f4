import { safeParse } from "valibot";
import type { Edit } from "./edits/edit";
import type { Scenario } from "./scenario";
import { sentences } from "./schema/parts";
import { brokenReferences } from "./schema/references";
import { EditsSchema, ScenarioSchema } from "./schema/scenario-schema";

/** A scenario that can be used, or every reason why it cannot: sentences, each beginning with the path of a value. */
export type Validation = { ok: true; scenario: Scenario } | { ok: false; problems: string[] };

/**
 * Reads a scenario from a JSON value of unknown origin: a link, a file, another version of this app. Properties
 * that a scenario does not have are refused, not dropped: what they would have meant would be lost without a word.
 * Whether the definitions make sense together (types that differ, names that collide) the engine says when it is given them.
 * What its names refer to is asked once its shape is right.
 *
 * @returns A fresh value, equal to the given one where that is valid. Costs O(size).
 */
export function validateScenario(value: unknown): Validation {
  const read = safeParse(ScenarioSchema, value);
  if (!read.success) return { ok: false, problems: sentences(read.issues) };
  const problems = brokenReferences(read.output);
  return problems.length === 0 ? { ok: true, scenario: read.output } : { ok: false, problems };
}

/** Edits that can be applied, or every reason why they cannot. */
export type ReadEdits = { ok: true; edits: Edit[] } | { ok: false; problems: string[] };

/** Reads a list of edits of unknown shape. Whether its groups and columns exist is seen when it is applied. Costs O(size). */
export function readEdits(value: unknown): ReadEdits {
  const read = safeParse(EditsSchema, value);
  return read.success
    ? { ok: true, edits: read.output }
    : { ok: false, problems: sentences(read.issues, "edits") };
}
