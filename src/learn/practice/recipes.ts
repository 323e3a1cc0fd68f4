import type { Random } from "../../scenario/random";
import { shuffled } from "../../scenario/random";
import type { Question } from "../lesson";
import type { BeliefName } from "../questions/beliefs";
import type { ActionPlan, CasePlan, RowPlan } from "./case-plan";

/** How cases are drawn for a belief, and which of them are kept. */
export interface Recipe {
  /** Fewer events than these never make such a case. */
  readonly least: number;
  /** Draws a case of so many events, by chance alone: most are thrown away. */
  readonly draw: (random: Random, numEvents: number) => CasePlan;
  readonly kind: Question["kind"];
  /** Of two, whoever is wrong about one knows the other; and some questions would always look the same. */
  readonly fewestOptions: number;
  /** Of a `row` question: what other wrong rows stand for. */
  readonly likely?: readonly BeliefName[];
  /** Whoever believes one of these must answer otherwise than whoever believes this: a wrong answer says which it was. */
  readonly apartFrom?: readonly BeliefName[];
  /** Whoever believes one of these must be wrong as well: nobody is right for a wrong reason that is near at hand. */
  readonly wrongToo?: readonly BeliefName[];
  /** Of a `row` question: whether the cell stays empty. */
  readonly isEmpty?: boolean;
  /** What else must hold of what was drawn. */
  readonly suits?: (plan: CasePlan) => boolean;
}

/** Everything lies within so many steps of the moment that is asked about. */
const REACH = 12;
/** Marks that are nearer to each other could not be told apart on a phone. */
const GAP = 2;

/** Different steps, in an order of chance; 0 only where it is one of `taken`. */
function steps(random: Random, count: number, from: number, to: number, taken: readonly number[] = [0]) {
  const drawn: number[] = [];
  for (const i of shuffled(to - from + 1, random)) {
    if (drawn.length >= count) break;
    const step = from + i;
    if ([...taken, ...drawn].every((one) => Math.abs(one - step) >= GAP)) drawn.push(step);
  }
  return drawn;
}

const plain = (at: number): RowPlan => ({ at });

/** Rows before and after the one moment. */
function around(random: Random, numEvents: number): CasePlan {
  const rows = steps(random, numEvents - 1, -REACH, REACH).map(plain);
  return { spine: [0], groups: [{ rows }] };
}

/** The same with a row at that very moment. */
function onTheLine(random: Random, numEvents: number, allowExactMatches: boolean): CasePlan {
  const rows = mixed([0, ...steps(random, numEvents - 2, -REACH, REACH)].map(plain), random);
  return { spine: [0], groups: [{ rows, allowExactMatches }] };
}

/** A table of two rows that is written at the second: nothing lies after it. */
function untilToday(random: Random, numEvents: number): CasePlan {
  const today = random.integer(6, REACH);
  const rows = steps(random, numEvents - 2, -REACH, today - GAP, [0, today]).map(plain);
  return { spine: [0, today], groups: [{ rows, ttl: random.integer(3, 9) }] };
}

/** Rows that are of use for a while alone, or that become known late. */
function nothingOrLittle(random: Random, numEvents: number): CasePlan {
  const isLate = random.chance(0.5);
  const at = steps(random, numEvents - 1, -REACH, REACH);
  const rows = at.map((step) => (isLate ? late(step, random) : plain(step)));
  return { spine: [0], groups: [{ rows, ...(!isLate && { ttl: random.integer(3, 8) }) }] };
}

function late(at: number, random: Random): RowPlan {
  return { at, known: at + random.integer(1, 9) };
}

function mixed<Item>(items: readonly Item[], random: Random): Item[] {
  return [...shuffled(items.length, random)].flatMap((i) => items[i] ?? []);
}

function lateRows(random: Random, numEvents: number): CasePlan {
  const rows = steps(random, numEvents - 1, -REACH, REACH).map((at) => late(at, random));
  return { spine: [0], groups: [{ rows }] };
}

/** Two rows of one moment. Where both became known at once, the one that was inserted last is taken. */
function tied(random: Random, numEvents: number): CasePlan {
  const [tie = -GAP, ...others] = steps(random, numEvents - 2, -REACH, REACH);
  const known = tie + random.integer(1, 3);
  const twins: RowPlan[] = [
    { at: tie, known },
    { at: tie, known: known + random.integer(0, 4) },
  ];
  const rows = [...twins, ...others.map((at): RowPlan => ({ at, known: at + random.integer(1, 3) }))];
  return { spine: [0], groups: [{ rows: mixed(rows, random) }] };
}

function delayed(random: Random, numEvents: number): CasePlan {
  const { spine, groups } = around(random, numEvents);
  const delay = random.integer(2, 7);
  return { spine, groups: groups.map((group) => ({ ...group, delay })) };
}

/** Several training rows of one entity. */
function table(random: Random, numEvents: number): CasePlan {
  const numSpine = random.integer(2, Math.max(3, Math.min(4, numEvents - 1)));
  const later = steps(random, numSpine - 1, GAP, REACH).sort((a, b) => a - b);
  const rows = steps(random, numEvents - numSpine, -REACH, REACH, [0, ...later]).map(plain);
  return { spine: [0, ...later], groups: [{ rows }] };
}

function isTable({ spine }: CasePlan): boolean {
  return spine.length > 1;
}

/** A table of two rows that is written at the second. */
function oneQuery(random: Random, numEvents: number): CasePlan {
  const last = random.integer(4, 9);
  const rows = steps(random, numEvents - 2, -REACH, REACH, [0, last]).map(plain);
  return { spine: [0, last], groups: [{ rows }] };
}

/** Three features that take their rows by when they happened, whenever they were known. */
function threeFeatures(random: Random, numEvents: number): CasePlan {
  const numRows = [1, 1, 1];
  for (let i = 4; i < numEvents; i++) numRows[random.integer(0, 3)] = 2;
  const groups = numRows.map((count) => {
    const at = steps(random, count, -REACH, -GAP);
    if (random.chance(0.3)) return { rows: at.map(plain) };
    return { rows: at.map((step) => late(step, random)), asOf: "event_time" as const };
  });
  return { spine: [0], groups };
}

/** The one that leaks is not the nearest to the line, and not the only one that was known late. */
function isHidden({ groups }: CasePlan): boolean {
  if (groups.some(({ rows }) => rows.length === 0)) return false;
  const last = groups.map(({ rows }) => rows.toSorted((a, b) => a.at - b.at).at(-1));
  const isLeak = (row?: RowPlan) => row?.known !== undefined && row.known > 0;
  const nearest = Math.max(...last.map((row) => row?.at ?? -REACH));
  const hasOther = last.some((row) => row?.known !== undefined && row.known < 0);
  return hasOther && last.every((row) => !isLeak(row) || row?.at !== nearest);
}

/** A history that grows while it is copied now and then. */
function stores(random: Random, numEvents: number): CasePlan {
  const at = steps(random, numEvents - 1, -REACH, -GAP);
  const numFirst = random.integer(1, Math.max(2, at.length));
  const written = at.slice(numFirst).map((step): ActionPlan => ({ kind: "write", rows: [plain(step)] }));
  const runs = Array.from({ length: random.integer(1, 3) }, (): ActionPlan => ({ kind: "materialize" }));
  return {
    spine: [0],
    groups: [{ rows: at.slice(0, numFirst).map(plain) }],
    actions: mixed([...written, ...runs], random),
  };
}

/** Nothing is copied twice in a row, and something is written: each action does something. */
function isEventful({ actions = [] }: CasePlan): boolean {
  const isRepeated = actions.some(({ kind }, i) => kind === "materialize" && actions[i + 1]?.kind === kind);
  return !isRepeated && actions.some(({ kind }) => kind === "write");
}

/** The latest row came after the last copy: whoever thinks that online follows the history takes it, and is wrong. */
function isBehind(plan: CasePlan): boolean {
  const { groups, actions = [] } = plan;
  const lastRun = actions.findLastIndex(({ kind }) => kind === "materialize");
  const atOf = (some: readonly ActionPlan[]) =>
    some.flatMap((action) => (action.kind === "write" ? action.rows.map(({ at }) => at) : []));
  const before = [
    ...groups.flatMap(({ rows }) => rows.map(({ at }) => at)),
    ...atOf(actions.slice(0, lastRun)),
  ];
  return isEventful(plan) && Math.max(...atOf(actions.slice(lastRun + 1))) > Math.max(...before);
}

/** A recipe for each belief that is practised. */
export const RECIPES: Readonly<Partial<Record<BeliefName, Recipe>>> = {
  latest: {
    least: 5,
    kind: "row",
    fewestOptions: 3,
    draw: around,
    likely: ["closest", "next"],
    apartFrom: ["closest", "next"],
    wrongToo: ["first"],
  },
  closest: {
    least: 5,
    kind: "row",
    fewestOptions: 3,
    draw: around,
    likely: ["latest"],
    apartFrom: ["latest"],
    wrongToo: ["latest", "first"],
  },
  strictly_before: {
    least: 5,
    kind: "row",
    fewestOptions: 3,
    draw: (random, numEvents) => onTheLine(random, numEvents, true),
    likely: ["latest"],
    apartFrom: ["latest", "first"],
    wrongToo: ["latest", "first"],
  },
  at_counts: {
    least: 5,
    kind: "row",
    fewestOptions: 3,
    draw: (random, numEvents) => onTheLine(random, numEvents, false),
    likely: ["latest"],
    apartFrom: ["latest", "first"],
    wrongToo: ["latest", "first"],
  },
  any_age: {
    least: 5,
    isEmpty: true,
    kind: "row",
    fewestOptions: 3,
    draw: untilToday,
    likely: ["closest", "latest", "next"],
    apartFrom: ["closest", "latest", "first"],
    suits: isTable,
  },
  ttl_from_now: {
    least: 5,
    kind: "row",
    fewestOptions: 3,
    draw: untilToday,
    likely: ["closest", "latest", "next"],
    wrongToo: ["latest", "first"],
    suits: isForgottenToday,
  },
  must_be_filled: {
    least: 3,
    isEmpty: true,
    kind: "row",
    fewestOptions: 3,
    draw: nothingOrLittle,
    suits: isTempting,
  },
  nothing_fits: {
    least: 4,
    kind: "row",
    fewestOptions: 3,
    draw: nothingOrLittle,
    likely: ["closest", "latest", "next", "any_age", "happened_is_known"],
    wrongToo: ["latest", "first"],
    suits: isBarelyFit,
  },
  multiplies: { least: 4, kind: "rows", fewestOptions: 3, draw: table, suits: isTable },
  any_of_tie: {
    least: 5,
    kind: "row",
    fewestOptions: 3,
    draw: tied,
    likely: ["latest", "next"],
    apartFrom: ["latest", "first"],
    wrongToo: ["latest", "first"],
  },
  happened_is_known: {
    least: 5,
    kind: "row",
    fewestOptions: 3,
    draw: lateRows,
    likely: ["latest", "closest"],
    apartFrom: ["latest", "first"],
    wrongToo: ["latest", "first"],
  },
  no_delay: {
    least: 5,
    kind: "row",
    fewestOptions: 3,
    draw: delayed,
    likely: ["latest", "closest"],
    apartFrom: ["latest", "first"],
    wrongToo: ["latest", "first"],
  },
  harmless: { least: 4, kind: "feature", fewestOptions: 3, draw: threeFeatures, suits: isHidden },
  online_follows: { least: 4, kind: "served", fewestOptions: 4, draw: stores, suits: isBehind },
  last_written: { least: 4, kind: "served", fewestOptions: 4, draw: stores, suits: isEventful },
  table_as_of: {
    least: 6,
    kind: "row",
    fewestOptions: 3,
    draw: oneQuery,
    likely: ["latest", "closest", "next"],
    apartFrom: ["latest", "closest", "next"],
  },
};

/** Seen from the last training row, all that lies before the first is too old, and something else is not. */
function isForgottenToday({ spine, groups: [group] }: CasePlan): boolean {
  const today = spine.at(-1) ?? 0;
  const { rows = [], ttl = 0 } = group ?? {};
  return rows.every(({ at }) => at > 0 || today - at > ttl);
}

/** Something lies on both sides of the line. */
function isTempting({ groups: [group] }: CasePlan): boolean {
  const { rows = [] } = group ?? {};
  return rows.some(({ at }) => at < 0) && rows.some(({ at }) => at > 0);
}

/** What may be used could be used only just: it is nearly too old, or had only just become known. */
function isBarelyFit({ groups: [group] }: CasePlan): boolean {
  const { rows = [], ttl } = group ?? {};
  const before = rows.filter(({ at }) => at < 0);
  if (ttl === undefined) return before.some(({ known = 0 }) => known <= 0 && known >= -GAP);
  return before.some(({ at }) => -at <= ttl && -at >= ttl - 1);
}
