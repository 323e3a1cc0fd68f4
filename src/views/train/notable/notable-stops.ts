import {
  bitsOf,
  combinationsOf,
  NOTABLE_BITS,
  NOTABLE_KINDS,
  type NotableCells,
  type NotableRow,
} from "./notable-rows";

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
  combinationsOf(training, join).forEach((cells, bits) => {
    if (cells === 0) return;
    const kinds = NOTABLE_KINDS.flatMap((kind, i) => ((bits & NOTABLE_BITS[kind]) === 0 ? [] : [i]));
    kinds.forEach((kind, i) => {
      all[kind] = (all[kind] ?? 0) + cells;
      if (i === 0) own[kind] = (own[kind] ?? 0) + cells;
    });
  });
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
  const cells = combinationsOf(training, join);
  /** By a cell's bits, which groups it can stand for. */
  const standsFor = Array.from(cells, (count, bits) =>
    count === 0 ? [] : [...groups.keys()].filter((i) => isOf(groups[i], bits)),
  );
  const wanted = groups.map((group) => [...(chosen.get(group) ?? [])].sort((a, b) => a - b));
  const next = Float64Array.from(wanted, ([first = Number.NaN]) => first);
  const seen = new Uint32Array(groups.length);
  for (let trainingRow = 0; trainingRow < training.numRows; trainingRow++) {
    for (const i of standsFor[bitsOf(training, join, trainingRow)] ?? []) {
      const ordinal = seen[i] ?? 0;
      seen[i] = ordinal + 1;
      const group = groups[i];
      if (ordinal !== next[i] || group === undefined) continue;
      found.get(group)?.push({ trainingRow, join, kind: group.kind });
      next[i] = wanted[i]?.find((later) => later > ordinal) ?? Number.NaN;
    }
  }
  return found;
}

/** Whether a cell can stand for a group: it shows that kind, and nothing graver where others do not. */
function isOf(group: Group | undefined, bits: number): boolean {
  if (group === undefined) return false;
  const { kind, hasOwn } = group;
  if ((bits & NOTABLE_BITS[kind]) === 0) return false;
  return !hasOwn || NOTABLE_KINDS.find((one) => (bits & NOTABLE_BITS[one]) !== 0) === kind;
}
