import type { ComparisonTermName } from "../../../terms/comparison";

/** Where a join stands: its radios, and its picture. */
export type ComparedPlace = "above" | "below";

/** What the table of joins says of each. */
export type JoinColumn = Exclude<ComparisonTermName, "size"> | "gap";

const COUNTS: readonly JoinColumn[] = ["other", "leaked", "stale", "empty", "rows", "peek"];
const SCORES: readonly JoinColumn[] = ["offline", "gap", "production"];

/** What is seen first where not all of it fits. */
const FIRST: readonly JoinColumn[] = ["leaked", "offline", "production"];

/** At least so wide, rem: their heads. */
const LEAST_REM: Readonly<Record<JoinColumn, number>> = {
  other: 8.75,
  leaked: 5,
  stale: 5,
  empty: 5,
  rows: 5,
  peek: 5.875,
  offline: 6.75,
  gap: 9.5,
  production: 8.5,
};
/** The same on a phone, where heads are written in two lines. */
const FOLDED_REM: Readonly<Partial<Record<JoinColumn, number>>> = {
  other: 5.5,
  leaked: 4.5,
  peek: 4.5,
  offline: 3.125,
  production: 4.125,
};
/** What is to be hit, and the names of the joins. */
const NAMES_REM = { regular: { choice: 2.75, join: 9 }, folded: { choice: 2.125, join: 5.75 } };

/** The room beside a number, rem. */
const BESIDE_REM = { regular: 1, folded: 0.375 };

/** So narrow that heads are folded, rem. */
const FOLDED_UNDER_REM = 45;

export interface TableColumns {
  /** In their order. */
  readonly columns: readonly { readonly name: JoinColumn; readonly rem: number }[];
  readonly choiceRem: number;
  readonly joinRem: number;
  /** `folded` where heads are in two lines; `scrolled` where the important columns stand first and others are scrolled to. */
  readonly layout: "whole" | "scrolled" | "folded";
}

/**
 * The columns of the table, and how wide each is: its widest number decides. Where they do not all fit, what matters most
 * stands first, and what is seen of it is whole.
 *
 * @param frameRem - How wide the place of the table is.
 * @param places - How many radios a join has.
 * @param numbersRem - Per column, how wide its widest number is.
 */
export function tableColumns(
  frameRem: number,
  places: number,
  hasScores: boolean,
  numbersRem: Readonly<Partial<Record<JoinColumn, number>>>,
): TableColumns {
  const all = hasScores ? [...COUNTS, ...SCORES] : COUNTS;
  const needRem = (name: JoinColumn, least: number, besideRem: number) =>
    Math.max(least, (numbersRem[name] ?? 0) + besideRem);
  const { choice, join } = NAMES_REM.regular;
  const whole = all.map((name) => ({ name, rem: needRem(name, LEAST_REM[name], BESIDE_REM.regular) }));
  const sum = (some: readonly { readonly rem: number }[]) => some.reduce((total, { rem }) => total + rem, 0);
  if (places * choice + join + sum(whole) <= frameRem)
    return { columns: whole, choiceRem: choice, joinRem: join, layout: "whole" };
  const first = FIRST.filter((name) => all.includes(name));
  const order = [...first, ...all.filter((name) => !first.includes(name))];
  const isFolded = frameRem < FOLDED_UNDER_REM;
  const names = isFolded ? NAMES_REM.folded : NAMES_REM.regular;
  const folded = order.map((name) => ({
    name,
    rem: needRem(name, FOLDED_REM[name] ?? LEAST_REM[name], BESIDE_REM.folded),
  }));
  const columns = isFolded ? folded : order.flatMap((wanted) => whole.filter(({ name }) => name === wanted));
  return {
    columns: filling(columns, frameRem - places * names.choice - names.join),
    choiceRem: names.choice,
    joinRem: names.join,
    layout: isFolded ? "folded" : "scrolled",
  };
}

/** As many columns as are seen in a place fill it, so that none is cut through before it is scrolled to. */
function filling<Column extends { readonly rem: number }>(
  columns: readonly Column[],
  placeRem: number,
): Column[] {
  let seen = 0;
  let takenRem = 0;
  for (const { rem } of columns) {
    if (takenRem + rem > placeRem) break;
    takenRem += rem;
    seen++;
  }
  return columns.map((one, i) => (i < seen ? { ...one, rem: (one.rem * placeRem) / takenRem } : one));
}
