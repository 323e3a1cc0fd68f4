import { CellFlag, Reason, type ReasonName } from "../../../microfs/core";
import type { Training } from "../../../state/training";
import type { Phase } from "../../../terms/phases";
import { REASON_TERMS } from "../../../terms/reasons";

/** Why a join left a cell empty. */
type EmptyReason = Exclude<ReasonName, "chosen">;

/** What can make a training row worth a look: something that one of its joins did. */
export type NotableKind = "any" | "empty" | EmptyReason | "leak" | "tie" | "late" | "change";

/** Above the reasons' bits: those of `CellFlag`. */
const FLAGS_SHIFT = 8;
/** A reason's own bit is its code's; that of `chosen`, the code 0, is never set. */
const EMPTY_BITS = 0xfe;

const bitOf = (reason: EmptyReason) => 1 << Reason[reason];

const flagBit = (flag: keyof typeof CellFlag) => CellFlag[flag] << FLAGS_SHIFT;

/** The bits that answer to each kind. */
export const NOTABLE_BITS: Readonly<Record<NotableKind, number>> = {
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

/** What one join did to one training row, as bits of {@link NOTABLE_BITS}. */
function bitsOf({ joins }: Cells, join: number, trainingRow: number): number {
  const cells = joins[join];
  if (cells === undefined) return 0;
  const reason = (1 << (cells.reason[trainingRow] ?? 0)) & EMPTY_BITS;
  return reason | ((cells.flags[trainingRow] ?? 0) << FLAGS_SHIFT);
}

/** How many training rows each kind would stop at. O(rows × joins). */
export function countNotable(training: Cells): Readonly<Record<NotableKind, number>> {
  // There are few joins and many rows, so each combination of bits is counted once and told apart afterwards.
  const combinations = new Map<number, number>();
  for (let row = 0; row < training.numRows; row++) {
    let bits = 0;
    for (let join = 0; join < training.joins.length; join++) bits |= bitsOf(training, join, row);
    combinations.set(bits, (combinations.get(bits) ?? 0) + 1);
  }
  const counted = (mask: number) =>
    [...combinations].reduce((sum, [bits, rows]) => sum + ((bits & mask) === 0 ? 0 : rows), 0);
  const counts = Object.entries(NOTABLE_BITS).map(([kind, bits]) => [kind, counted(bits)]);
  return Object.fromEntries(counts) as Record<NotableKind, number>;
}

/** A training row worth a look, and the join that makes it so. */
export interface NotableRow {
  trainingRow: number;
  join: number;
  /** What is to be seen there; of several the rarest kind. */
  kind: Exclude<NotableKind, "any" | "empty">;
}

/** Of several things to see in one cell, the one that is named. */
const KINDS: readonly NotableRow["kind"][] = [
  ...(["leak", "null_key", "no_entity", "expired", "not_yet_known", "future_only", "wrong_side"] as const),
  ...(["tie", "late", "change"] as const),
];

/**
 * The next training row after `from`, in a circle, that is notable in this way; `null` where there is none.
 *
 * @param join - The only join to look at; any by default.
 */
export function nextNotable(
  training: Cells,
  sought: NotableKind,
  from: number,
  join: number | null = null,
): NotableRow | null {
  const mask = NOTABLE_BITS[sought];
  const joins = join === null ? training.joins.map((_, number) => number) : [join];
  for (let step = 1; step <= training.numRows; step++) {
    const trainingRow = (from + step) % training.numRows;
    for (const number of joins) {
      const bits = bitsOf(training, number, trainingRow) & mask;
      if (bits === 0) continue;
      const kind = KINDS.find((name) => (bits & NOTABLE_BITS[name]) !== 0);
      if (kind !== undefined) return { trainingRow, join: number, kind };
    }
  }
  return null;
}

/** The phase at which a notable row is seen best. */
export function phaseOfNotable({ kind }: NotableRow): Phase {
  if (kind === "late") return "rule_out_not_yet_known";
  return kind === "tie" ? "keep_latest" : "write_cell";
}

/** What is looked for, as it stands in a list of choices. */
export const NOTABLE_NAMES: Readonly<Record<NotableKind, string>> = {
  any: "interesting row",
  empty: "empty cell",
  null_key: `empty: ${REASON_TERMS.null_key.word}`,
  no_entity: `empty: ${REASON_TERMS.no_entity.word}`,
  expired: `empty: ${REASON_TERMS.expired.word}`,
  not_yet_known: `empty: ${REASON_TERMS.not_yet_known.word}`,
  future_only: `empty: ${REASON_TERMS.future_only.word}`,
  wrong_side: `empty: ${REASON_TERMS.wrong_side.word}`,
  leak: REASON_TERMS.leak.word,
  tie: "tie",
  late: "late row",
  change: "change",
};

const SEEN: Readonly<Record<NotableRow["kind"], string>> = {
  leak: REASON_TERMS.leak.notable,
  null_key: REASON_TERMS.null_key.notable,
  no_entity: REASON_TERMS.no_entity.notable,
  expired: REASON_TERMS.expired.notable,
  not_yet_known: REASON_TERMS.not_yet_known.notable,
  future_only: REASON_TERMS.future_only.notable,
  wrong_side: REASON_TERMS.wrong_side.notable,
  tie: "breaks a tie",
  late: "misses a row that had happened, and came in late",
  change: "writes something else than for this entity's row before",
};

/** What is to be seen in a row: `user_payments breaks a tie.` */
export function notableWords({ kind }: NotableRow, fgName: string): string {
  return `${fgName} ${SEEN[kind]}.`;
}
