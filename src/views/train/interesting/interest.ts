import { CellFlag } from "../../../microfs/join/notable";
import { Reason, type ReasonName } from "../../../microfs/join/verdict";
import type { Phase } from "../../../scenario/phases";
import type { Training } from "../../../state/training/training";

/** Why a join left a cell empty. */
export type EmptyReason = Exclude<ReasonName, "chosen">;

/** What can make a training row worth a look: something that one of its joins did. */
export type Interest = "any" | "empty" | EmptyReason | "leak" | "tie" | "late" | "change";

/** Above the reasons' bits: those of `CellFlag`. */
const FLAGS_SHIFT = 8;
/** A reason's own bit is its code's; that of `chosen`, the code 0, is never set. */
const EMPTY_BITS = 0xfe;

const bitOf = (reason: EmptyReason) => 1 << Reason[reason];

const flagBit = (flag: keyof typeof CellFlag) => CellFlag[flag] << FLAGS_SHIFT;

/** The bits that answer to each interest. */
export const INTEREST_BITS: Readonly<Record<Interest, number>> = {
  any: EMPTY_BITS | flagBit("leak") | flagBit("tie") | flagBit("late") | flagBit("change"),
  empty: EMPTY_BITS,
  null_key: bitOf("null_key"),
  no_entity: bitOf("no_entity"),
  expired: bitOf("expired"),
  not_yet_known: bitOf("not_yet_known"),
  future_only: bitOf("future_only"),
  wrong_side: bitOf("wrong_side"),
  leak: flagBit("leak"),
  tie: flagBit("tie"),
  late: flagBit("late"),
  change: flagBit("change"),
};

type Cells = Pick<Training, "joins" | "numRows">;

/** What one join did to one training row, as bits of {@link INTEREST_BITS}. */
function bitsOf({ joins }: Cells, join: number, trainingRow: number): number {
  const cells = joins[join];
  if (cells === undefined) return 0;
  const reason = (1 << (cells.reason[trainingRow] ?? 0)) & EMPTY_BITS;
  return reason | ((cells.flags[trainingRow] ?? 0) << FLAGS_SHIFT);
}

/** How many training rows each interest would stop at. O(rows × joins). */
export function countInterests(training: Cells): Readonly<Record<Interest, number>> {
  // There are few joins and many rows, so each combination of bits is counted once and told apart afterwards.
  const combinations = new Map<number, number>();
  for (let row = 0; row < training.numRows; row++) {
    let bits = 0;
    for (let join = 0; join < training.joins.length; join++) bits |= bitsOf(training, join, row);
    combinations.set(bits, (combinations.get(bits) ?? 0) + 1);
  }
  const counted = (wanted: number) =>
    [...combinations].reduce((sum, [bits, rows]) => sum + ((bits & wanted) === 0 ? 0 : rows), 0);
  const counts = Object.entries(INTEREST_BITS).map(([interest, bits]) => [interest, counted(bits)]);
  return Object.fromEntries(counts) as Record<Interest, number>;
}

/** A training row worth a look, and the join that makes it so. */
export interface Sight {
  trainingRow: number;
  join: number;
  /** What is to be seen there; of several the rarest kind. */
  kind: Exclude<Interest, "any" | "empty">;
}

/** Of several things to see in one cell, the one that is said. */
const KINDS: readonly Sight["kind"][] = [
  ...(["leak", "null_key", "no_entity", "expired", "not_yet_known", "future_only", "wrong_side"] as const),
  ...(["tie", "late", "change"] as const),
];

/**
 * The next training row after `from`, in a circle, that is interesting in this way; `null` where there is none.
 *
 * @param join - The only join to look at; any by default.
 */
export function nextSight(
  training: Cells,
  interest: Interest,
  from: number,
  join: number | null = null,
): Sight | null {
  const wanted = INTEREST_BITS[interest];
  const joins = join === null ? training.joins.map((_, number) => number) : [join];
  for (let step = 1; step <= training.numRows; step++) {
    const trainingRow = (from + step) % training.numRows;
    for (const number of joins) {
      const bits = bitsOf(training, number, trainingRow) & wanted;
      if (bits === 0) continue;
      const kind = KINDS.find((name) => (bits & INTEREST_BITS[name]) !== 0);
      if (kind !== undefined) return { trainingRow, join: number, kind };
    }
  }
  return null;
}

/** The phase at which a sight is seen best. */
export function phaseOfSight({ kind }: Sight): Phase {
  if (kind === "late") return "rule_out_not_yet_known";
  return kind === "tie" ? "keep_latest" : "write_cell";
}
