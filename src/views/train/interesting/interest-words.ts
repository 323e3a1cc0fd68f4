import type { Interest, Sight } from "./interest";

/** What is looked for, as it stands in a list of choices. */
export const INTEREST_NAMES: Readonly<Record<Interest, string>> = {
  any: "interesting row",
  empty: "empty cell",
  null_key: "empty: null key",
  no_entity: "empty: no such entity",
  expired: "empty: expired",
  not_yet_known: "empty: not yet known",
  future_only: "empty: future only",
  wrong_side: "empty: wrong side",
  leak: "leak",
  tie: "tie",
  late: "late row",
  change: "change",
};

const SEEN: Readonly<Record<Sight["kind"], string>> = {
  leak: "leaks",
  null_key: "finds nothing: the key is null",
  no_entity: "finds nothing: it has no row of this entity",
  expired: "finds nothing that is not expired",
  not_yet_known: "finds nothing that was known yet",
  future_only: "finds nothing but the future",
  wrong_side: "finds nothing on the side where it looks",
  tie: "breaks a tie",
  late: "misses a row that had happened, and came in late",
  change: "writes something else than for this entity's row before",
};

/** What is to be seen in a row: `user_payments breaks a tie.` */
export function sightWords({ kind }: Sight, fgName: string): string {
  return `${fgName} ${SEEN[kind]}.`;
}
