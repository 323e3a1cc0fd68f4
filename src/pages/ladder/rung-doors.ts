import type { LadderWork } from "../../state/ladder/ladder-work";
import { RUNGS, type Rung } from "../../state/route/route";

/**
 * Whether a rung is open: the first one always, another where the one before is solved in any language, or where something
 * was made on it already.
 */
export function isRungOpen(rung: Rung, { languages }: LadderWork): boolean {
  const before = RUNGS[RUNGS.indexOf(rung) - 1];
  if (before === undefined) return true;
  return Object.values(languages).some(
    ({ solved, blanks, source }) =>
      solved.includes(before) ||
      solved.includes(rung) ||
      (rung === "fill" && blanks !== null) ||
      (rung === "write" && source !== null),
  );
}
