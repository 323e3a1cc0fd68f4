import { linkExcess, MOST_BYTES_IN_A_LINK } from "../scenario/link-limits";
import { pack, unpack } from "../scenario/pack";
import { carriedRows, type Plan, type PlanValidation, validatePlan } from "./plan";
import { planExcess, planTextExcess } from "./plan-limits";

/** What a link to a plan carries; or why there is none. */
export type PackedPlan =
  | { readonly kind: "packed"; readonly packed: string; readonly rows: number }
  | { readonly kind: "too_many_rows"; readonly rows: number }
  /** Few rows, but much of something else. */
  | { readonly kind: "too_large" };

/** Packs a plan for a link, with all that it carries. */
export function packPlan(plan: Plan): PackedPlan {
  const rows = carriedRows(plan);
  const excess = linkExcess(plan, rows);
  if (excess?.kind === "rows") return { kind: "too_many_rows", rows };
  // What no link can carry nobody could read either.
  const bytes = new TextEncoder().encode(JSON.stringify(plan)).length;
  if (excess !== null || bytes > MOST_BYTES_IN_A_LINK) return { kind: "too_large" };
  return { kind: "packed", packed: pack(plan), rows };
}

/** Whether the name of a plan in an address is a plan that it carries: no plan's own name begins with a digit. */
export function isPackedPlan(text: string): boolean {
  return /^\d/.test(text);
}

const MOST_PROBLEMS = 3;

/** The plan that a link carries packed, or the sentences that say why there is none. What no link carries is refused before it is looked into. */
export function readPackedPlan(packed: string): PlanValidation {
  const unpacked = unpack(packed);
  if (unpacked.kind === "damaged")
    return refused(
      "The plan that this link carries is damaged. Ask for the link again, or for the plan as a file.",
    );
  if (unpacked.kind === "too_large" || linkExcess(unpacked.value, 0) !== null)
    return refused("This link carries more than a link can. Ask for the plan as a file.");
  const read = validatePlan(unpacked.value);
  if (!read.ok)
    return refused(
      "The plan that this link carries makes no sense. Ask for the link again, or for the plan as a file.",
      ...read.problems.slice(0, MOST_PROBLEMS),
    );
  return read;
}

function refused(...problems: string[]): PlanValidation {
  return { ok: false, problems };
}

/** Reads the text of a file: a plan, or the sentences that say what is wrong and what would work. */
export function readPlanFile(file: string, text: string): PlanValidation {
  const tooLarge = (excess: string) => refused(`“${file}” cannot be opened as a plan. ${excess}`);
  const textExcess = planTextExcess(text.length);
  if (textExcess !== null) return tooLarge(textExcess);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused(`“${file}” is no plan: it is not JSON. Open a file that was saved from Present.`);
  }
  const excess = planExcess(value);
  if (excess !== null) return tooLarge(excess);
  const read = validatePlan(value);
  if (read.ok) return read;
  const more = read.problems.length - MOST_PROBLEMS;
  return refused(
    `“${file}” cannot be opened as a plan. Change this in the file, or save the plan again where it was made.`,
    ...read.problems.slice(0, MOST_PROBLEMS),
    ...(more > 0 ? [`And ${more} more of the kind.`] : []),
  );
}

/** A plan as the text of a file. */
export function planFileText(plan: Plan): string {
  return `${JSON.stringify(plan, null, 2)}\n`;
}
