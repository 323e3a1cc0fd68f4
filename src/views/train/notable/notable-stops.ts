import { bitsOf, NOTABLE_BITS, NOTABLE_KINDS, type NotableCells, type NotableRow } from "./notable-rows";

/** So many stops a round has at most: what a reader goes through in one sitting. */
export const MOST_STOPS = 36;

/** Of each kind in each join, so many: the first, the last, one from the middle. */
const MOST_ALIKE = 3;

/** What is shown first. Of one rank the rarest come first. */
const RANKS: readonly (readonly NotableRow["kind"][])[] = [
  ["leak"],
  ["tie"],
  ["late"],
  ["null_key", "no_entity", "expired", "not_yet_known", "future_only", "wrong_side"],
  ["change"],
];

/** One kind of notable in one join. */
interface Group {
  readonly kind: NotableRow["kind"];
  readonly join: number;
  readonly rank: number;
  readonly count: number;
  /** Whether some cells of it show nothing graver: then only those stand for it. */
  readonly hasOwn: boolean;
  /** Which of its cells stand for it, counted from 0, the most telling first. */
  readonly ordinals: readonly number[];
}

/**
 * The round that a reader is led through: a few cells of every kind that there is, leaks first, then ties, late rows, empty
 * cells by their reason, changes; within a rank the rarest kind and join first. Two passes, O(rows × joins).
 */
export function notableStops(training: NotableCells): readonly NotableRow[] {
  const groups = training.joins.flatMap((_, join) => groupsOf(training, join));
  const chosen = withinBounds(groups);
  const found = training.joins.map((_, join) => cellsOf(training, join, chosen));
  return groups
    .toSorted((a, b) => a.rank - b.rank || a.count - b.count || a.join - b.join)
    .flatMap((group) => found[group.join]?.get(group) ?? []);
}

function groupsOf(training: NotableCells, join: number): Group[] {
  const all = new Uint32Array(NOTABLE_KINDS.length);
  const own = new Uint32Array(NOTABLE_KINDS.length);
  const combinations = new Map<number, number>();
  for (let row = 0; row < training.numRows; row++) {
    const bits = bitsOf(training, join, row);
    combinations.set(bits, (combinations.get(bits) ?? 0) + 1);
  }
  for (const [bits, cells] of combinations) {
    const kinds = NOTABLE_KINDS.flatMap((kind, i) => ((bits & NOTABLE_BITS[kind]) === 0 ? [] : [i]));
    kinds.forEach((kind, i) => {
      all[kind] = (all[kind] ?? 0) + cells;
      if (i === 0) own[kind] = (own[kind] ?? 0) + cells;
    });
  }
  return NOTABLE_KINDS.flatMap((kind, i): Group[] => {
    const count = all[i] ?? 0;
    if (count === 0) return [];
    const among = own[i] || count;
    // Spread over the rows: neighbours are often of one entity, and show the same.
    const ordinals = [...new Set([0, among - 1, among >> 1])].slice(0, MOST_ALIKE);
    const rank = RANKS.findIndex((kinds) => kinds.includes(kind));
    return [{ kind, join, rank, count, hasOwn: (own[i] ?? 0) > 0, ordinals }];
  });
}

/** Which cells of each group are shown: first one of every kind, then of every join, then more, as long as there is room. */
function withinBounds(groups: readonly Group[]): ReadonlyMap<Group, ReadonlySet<number>> {
  const rarestFirst = groups.toSorted((a, b) => a.rank - b.rank || a.count - b.count);
  const turns = rarestFirst.flatMap((group) =>
    group.ordinals.map((ordinal, i) => ({
      group,
      ordinal,
      turn: i > 0 ? i + 1 : rarestFirst.find(({ kind }) => kind === group.kind) === group ? 0 : 1,
    })),
  );
  const chosen = new Map<Group, Set<number>>();
  for (const { group, ordinal } of turns.toSorted((a, b) => a.turn - b.turn).slice(0, MOST_STOPS))
    chosen.set(group, (chosen.get(group) ?? new Set()).add(ordinal));
  return chosen;
}

/** The chosen cells of each group of one join, by their rows. One pass over them. */
function cellsOf(
  training: NotableCells,
  join: number,
  chosen: ReadonlyMap<Group, ReadonlySet<number>>,
): ReadonlyMap<Group, NotableRow[]> {
  const groups = [...chosen.keys()].filter((group) => group.join === join);
  const found = new Map(groups.map((group) => [group, [] as NotableRow[]]));
  const seen = new Map<Group, number>();
  const standsFor = new Map<number, readonly Group[]>();
  for (let trainingRow = 0; trainingRow < training.numRows; trainingRow++) {
    const bits = bitsOf(training, join, trainingRow);
    const shown = standsFor.get(bits) ?? groups.filter((group) => isOf(group, bits));
    standsFor.set(bits, shown);
    for (const group of shown) {
      const ordinal = seen.get(group) ?? 0;
      seen.set(group, ordinal + 1);
      if (chosen.get(group)?.has(ordinal)) found.get(group)?.push({ trainingRow, join, kind: group.kind });
    }
  }
  return found;
}

/** Whether a cell can stand for a group: it shows that kind, and nothing graver where others do not. */
function isOf({ kind, hasOwn }: Group, bits: number): boolean {
  if ((bits & NOTABLE_BITS[kind]) === 0) return false;
  return !hasOwn || NOTABLE_KINDS.find((one) => (bits & NOTABLE_BITS[one]) !== 0) === kind;
}
