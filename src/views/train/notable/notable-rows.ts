import { CellFlag, Reason, type ReasonName } from "../../../microfs/core";
import type { Training } from "../../../state/training";
import type { Phase } from "../../../terms/phases";
import { REASON_TERMS } from "../../../terms/reasons";
import { formatNumber } from "../../../ui/format-number";
import { featuresOf } from "./leaked-cells";

/** Why a join left a cell empty. */
type EmptyReason = Exclude<ReasonName, "chosen">;

/** What can make a cell worth a look. */
export type NotableKind = EmptyReason | "leak" | "tie" | "late" | "change";

/** What can be looked for: one kind, or an empty cell for whatever reason. */
export type NotableSought = NotableKind | "empty";

/** Above the reasons' bits: those of `CellFlag`. */
const FLAGS_SHIFT = 8;
/** A reason's own bit is its code's; that of `chosen`, the code 0, is never set. */
const EMPTY_BITS = 0xfe;

const bitOf = (reason: EmptyReason) => 1 << Reason[reason];

const flagBit = (flag: keyof typeof CellFlag) => CellFlag[flag] << FLAGS_SHIFT;

/** The bits that answer to what is looked for, in the order in which it is offered. */
export const NOTABLE_BITS: Readonly<Record<NotableSought, number>> = {
  leak: flagBit("leak"),
  tie: flagBit("tie"),
  late: flagBit("late"),
  empty: EMPTY_BITS,
  null_key: bitOf("null_key"),
  no_entity: bitOf("no_entity"),
  expired: bitOf("expired"),
  not_yet_known: bitOf("not_yet_known"),
  future_only: bitOf("future_only"),
  wrong_side: bitOf("wrong_side"),
  change: flagBit("change"),
};

/** Of several things to see in one cell, the one that is named: the gravest comes first. */
export const NOTABLE_KINDS: readonly NotableKind[] = [
  ...(["leak", "null_key", "no_entity", "expired", "not_yet_known", "future_only", "wrong_side"] as const),
  ...(["tie", "late", "change"] as const),
];

/** What is needed of a training set to find what is notable in it. */
export type NotableCells = Pick<Training, "joins" | "numRows" | "columns">;

/** What one join did to one training row, as bits of {@link NOTABLE_BITS}. */
export function bitsOf({ joins }: NotableCells, join: number, trainingRow: number): number {
  const cells = joins[join];
  if (cells === undefined) return 0;
  const reason = (1 << (cells.reason[trainingRow] ?? 0)) & EMPTY_BITS;
  return reason | ((cells.flags[trainingRow] ?? 0) << FLAGS_SHIFT);
}

/** All that {@link bitsOf} can give is less: five flags stand above the reasons. */
const COMBINATIONS = 1 << (FLAGS_SHIFT + Object.keys(CellFlag).length);

/** How many cells of one join have each combination of bits. They are few, and cells are many: what a combination means is asked once. */
export function combinationsOf(training: NotableCells, join: number): Uint32Array {
  const counts = new Uint32Array(COMBINATIONS);
  for (let row = 0; row < training.numRows; row++) {
    const bits = bitsOf(training, join, row);
    counts[bits] = (counts[bits] ?? 0) + 1;
  }
  return counts;
}

/** How often there is each kind, a join of a row counted once; of leaks, how many cells they are. O(rows × joins). */
export function countNotable(training: NotableCells): Readonly<Record<NotableSought, number>> {
  const counts = Object.fromEntries(Object.keys(NOTABLE_BITS).map((sought) => [sought, 0]));
  for (let join = 0; join < training.joins.length; join++) {
    const features = featuresOf(training, join);
    combinationsOf(training, join).forEach((rows, bits) => {
      if (rows === 0) return;
      for (const [sought, mask] of Object.entries(NOTABLE_BITS))
        if ((bits & mask) !== 0)
          counts[sought] = (counts[sought] ?? 0) + rows * (sought === "leak" ? features : 1);
    });
  }
  return counts as Record<NotableSought, number>;
}

/** A training row worth a look, and the join that makes it so. */
export interface NotableRow {
  readonly trainingRow: number;
  readonly join: number;
  /** What is to be seen there. */
  readonly kind: NotableKind;
}

/** The next cell after `from` (`by` 1), or the one before it (−1), row by row and join by join in a circle, that shows what is sought; `null` where none does. */
export function nextNotable(
  training: NotableCells,
  sought: NotableSought,
  from: Pick<NotableRow, "trainingRow" | "join">,
  by: 1 | -1 = 1,
): NotableRow | null {
  const mask = NOTABLE_BITS[sought];
  const numJoins = training.joins.length;
  const numCells = training.numRows * numJoins;
  const start = from.trainingRow * numJoins + from.join;
  for (let step = 1; step <= numCells; step++) {
    // From before the first cell, where −1 stands, it is one way as the other.
    const cell = (start + by * step + 2 * numCells) % numCells;
    const [trainingRow, join] = [Math.floor(cell / numJoins), cell % numJoins];
    const bits = bitsOf(training, join, trainingRow) & mask;
    const kind = NOTABLE_KINDS.find((name) => (bits & NOTABLE_BITS[name]) !== 0);
    if (kind !== undefined) return { trainingRow, join, kind };
  }
  return null;
}

/** The phase at which a notable row is seen best. */
export function phaseOfNotable({ kind }: NotableRow): Phase {
  if (kind === "late") return "rule_out_not_yet_known";
  return kind === "tie" ? "keep_latest" : "write_cell";
}

/** What is looked for, as it stands in a list of choices. */
export const NOTABLE_NAMES: Readonly<Record<NotableSought, string>> = {
  leak: REASON_TERMS.leak.word,
  tie: "tie",
  late: "late row",
  empty: "empty",
  null_key: `empty: ${REASON_TERMS.null_key.word}`,
  no_entity: `empty: ${REASON_TERMS.no_entity.word}`,
  expired: `empty: ${REASON_TERMS.expired.word}`,
  not_yet_known: `empty: ${REASON_TERMS.not_yet_known.word}`,
  future_only: `empty: ${REASON_TERMS.future_only.word}`,
  wrong_side: `empty: ${REASON_TERMS.wrong_side.word}`,
  change: "change",
};

/**
 * What was found, and which of how many it is: `empty: no such entity · 3 of 120`. Of leaks the cells are counted, of which
 * one row of a group can make several: `leak · cells 4 to 6 of 17 083`. O(rows × joins).
 */
export function placeWords(training: NotableCells, notable: NotableRow): string {
  const { join, kind } = notable;
  const { before, count } = weightBefore(training, notable);
  const here = weightOf(training, kind, join);
  if (count === here) return `${NOTABLE_NAMES[kind]} · the only one`;
  const [first, last] = [formatNumber(before + 1), formatNumber(before + here)];
  return `${NOTABLE_NAMES[kind]} · ${here > 1 ? `cells ${first} to ${last}` : last} of ${formatNumber(count)}`;
}

/** What a join of a row counts for: of leaks as many as it writes cells. */
function weightOf(training: NotableCells, kind: NotableKind, join: number): number {
  return kind === "leak" ? featuresOf(training, join) : 1;
}

/** How many of a kind there are, and how many of them come before a row's join. O(rows × joins). */
export function weightBefore(
  training: NotableCells,
  { trainingRow, join, kind }: NotableRow,
): { before: number; count: number } {
  const mask = NOTABLE_BITS[kind];
  const weights = training.joins.map((_, other) => weightOf(training, kind, other));
  let [before, count] = [0, 0];
  for (let other = 0; other < training.joins.length; other++)
    for (let row = 0; row < training.numRows; row++) {
      if ((bitsOf(training, other, row) & mask) === 0) continue;
      const weight = weights[other] ?? 1;
      count += weight;
      if (row < trainingRow || (row === trainingRow && other < join)) before += weight;
    }
  return { before, count };
}

const SEEN: Readonly<Record<NotableKind, string>> = {
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
