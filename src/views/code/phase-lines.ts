import type { Direction } from "../../microfs";
import type { Phase } from "../../scenario/phases";

/** For each phase, the functions of `explain.ts` that say it. */
const FUNCTIONS: Readonly<Record<Phase, readonly string[]>> = {
  find_entity: ["explain"],
  rule_out_future: ["isFuture", "isAtExactly"],
  rule_out_not_yet_known: ["isNotYetKnown", "clockOf"],
  rule_out_wrong_side: ["isAtExactly"],
  rule_out_expired: ["isTooOld"],
  keep_latest: ["pick", "inTimeOrder"],
  write_cell: ["finalVerdict"],
};

/**
 * The lines of `explain.ts` that a phase runs: whole functions, found by their names in the source that runs.
 *
 * @param source - The text of `explain.ts`.
 * @returns Line numbers from 0.
 * @throws RangeError where the source has no function of a name: then the mapping above is out of date.
 */
export function phaseLines(source: string, phase: Phase, direction: Direction): ReadonlySet<number> {
  const lines = source.split("\n");
  const names = FUNCTIONS[phase].map((name) =>
    name === "isTooOld" && isByDistance(direction) ? "isTooFar" : name,
  );
  return new Set(names.flatMap((name) => functionLines(lines, name)));
}

/** `nearest` and `forward` ask how far a row is, not how old. */
function isByDistance(direction: Direction): boolean {
  return direction === "nearest" || direction === "forward";
}

/** The numbers of a function's lines, from 0. Throws a `RangeError` where the source has none of that name. */
export function functionLines(lines: readonly string[], name: string): number[] {
  const from = lines.findIndex((line) => line.replace("export ", "").startsWith(`function ${name}(`));
  if (from < 0) throw new RangeError(`explain.ts must have the function ${name}`);
  const to = lines.indexOf("}", from);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
