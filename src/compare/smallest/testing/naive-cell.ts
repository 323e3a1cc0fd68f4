import {
  type CellValue,
  type CheckedGroup,
  type CheckedJoin,
  checkGroup,
  checkView,
  type FeatureGroupDefinition,
  type FeatureViewDefinition,
  readSchema,
} from "../../../microfs/core";
import { type KeyValue, type NaiveRule, naiveJoin } from "../../../microfs/testing/naive-join";
import { cellOf } from "../../../scenario/inline-value";
import type { Scenario } from "../../../scenario/scenario";
import type { VariantName } from "../../../terms/variants";

type Row = Readonly<Record<string, CellValue>>;

/** Groups and a view as plain values, whatever keeps them. */
export interface NaiveStore {
  readonly groups: readonly { readonly definition: FeatureGroupDefinition; readonly rows: readonly Row[] }[];
  readonly view: FeatureViewDefinition;
}

/** One cell as it should be: what stands in it, and the worst row of those that made it. */
export interface NaiveCell {
  readonly values: readonly CellValue[];
  readonly kind: "known" | "not_yet_known" | "future" | null;
}

/** Gives the cells of a store by naming row, join, column and variant. */
export type NaiveCells = (spineRow: number, join: number, column: string, variant: VariantName) => NaiveCell;

/**
 * What a variant writes into one cell, by its description alone: for rules the naive join, else every row that passes. The
 * oracle of the smallest example; it shares no code with it.
 */
export function naiveCells(store: NaiveStore): NaiveCells {
  const groups = new Map(
    store.groups.map(({ definition, rows }) => [definition.name, { rows, checked: checkGroup(definition) }]),
  );
  const groupNamed = (name: string) => {
    const group = groups.get(name);
    if (group === undefined) throw new RangeError(`no group ${name}`);
    return group;
  };
  const view = checkView(store.view, (name) => groupNamed(name).checked);
  const spine = groupNamed(view.labelFg);
  return (spineRow, joinNumber, column, variant) => {
    const join = view.joins[joinNumber];
    const asked = spine.rows[spineRow];
    if (join === undefined || asked === undefined) throw new RangeError("no such row or join");
    return naiveCell(asked, spine.checked, join, groupNamed(join.fgName), column, variant);
  };
}

function naiveCell(
  asked: Row,
  spine: CheckedGroup,
  join: CheckedJoin,
  { rows, checked }: { rows: readonly Row[]; checked: CheckedGroup },
  column: string,
  variant: VariantName,
): NaiveCell {
  const keyIn = (row: Row, columns: readonly string[]) => columns.map((name) => row[name] as KeyValue);
  const time = asked[spine.eventTime] as bigint;
  const features = rows.map((row) => ({
    key: keyIn(row, join.featureColumns),
    eventTime: row[checked.eventTime] as bigint,
    createdTime: checked.createdTime === null ? null : (row[checked.createdTime] as bigint),
  }));
  const key = keyIn(asked, join.spineColumns);
  const groupClock = {
    asOf: checked.createdTime === null ? ("event_time" as const) : ("created_time" as const),
    delay: checked.delayUs,
  };
  const { direction, clock: asOf, delayUs: delay, ttlUs: ttl, allowExactMatches } = join.rule;
  const change = RULES[variant];
  const found: number[] = [];
  if (typeof change === "string") {
    const date = (us: bigint) => (us - (((us % DAY_US) + DAY_US) % DAY_US)) / DAY_US;
    for (const [row, one] of features.entries()) {
      const isSameKey = one.key.every((value, i) => value !== null && value === key[i]);
      if (isSameKey && (change === "all" || date(one.eventTime) === date(time))) found.push(row);
    }
    found.sort((a, b) => {
      const [left, right] = [features[a], features[b]];
      if (left === undefined || right === undefined) return 0;
      return (
        sign(left.eventTime - right.eventTime) ||
        sign((left.createdTime ?? 0n) - (right.createdTime ?? 0n)) ||
        a - b
      );
    });
  } else {
    const rule: NaiveRule = { direction, asOf, delay, ttl, allowExactMatches, ...change };
    const [match] = naiveJoin([{ key, time }], features, rule, groupClock);
    if (match !== undefined && match.index >= 0) found.push(match.index);
  }
  const kinds = found.map((row) => {
    const { eventTime = 0n, createdTime = null } = features[row] ?? {};
    if (eventTime > time) return "future";
    return (createdTime ?? eventTime) + groupClock.delay > time ? "not_yet_known" : "known";
  });
  const kind = (["future", "not_yet_known", "known"] as const).find((one) => kinds.includes(one)) ?? null;
  return { values: found.length === 0 ? [null] : found.map((row) => rows[row]?.[column] ?? null), kind };
}

const DAY_US = 86_400_000_000n;

function sign(difference: bigint): number {
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** What becomes of a rule; or the rows of the same date, or all, where there is none. */
const RULES: Readonly<Record<VariantName, Partial<NaiveRule> | "date" | "all">> = {
  own: {},
  event_time: { asOf: "event_time" },
  no_delay: { delay: 0n },
  event_time_no_delay: { asOf: "event_time", delay: 0n },
  no_ttl: { ttl: null },
  strict: { allowExactMatches: false },
  nearest: { direction: "nearest" },
  forward: { direction: "forward" },
  latest: { direction: "latest", ttl: null },
  calendar_date: "date",
  ordinary: "all",
};

/** A scenario's rows as they are written, and its view. */
export function naiveScenario({ groups, view }: Scenario): NaiveStore {
  return {
    view,
    groups: groups.map(({ definition, rows }) => {
      const schema = readSchema(definition.schema, definition.name);
      const written = rows.kind === "inline" ? rows.rows : [];
      return {
        definition,
        rows: written.map((row) =>
          Object.fromEntries(Array.from(schema, ([name, type]) => [name, cellOf(row[name], type)])),
        ),
      };
    }),
  };
}

/** Whether two cells differ in value, and whether a pair of cells differs as another pair did. */
export function differNaively(above: NaiveCell, below: NaiveCell): boolean {
  return textOf(above.values) !== textOf(below.values);
}

export function isAlikeNaively(before: NaiveCell, after: NaiveCell, sameValues: boolean): boolean {
  const isOne = before.values.length === 1;
  return (
    isOne === (after.values.length === 1) &&
    before.kind === after.kind &&
    (!isOne || !sameValues || textOf(before.values) === textOf(after.values))
  );
}

/** −0 is written as 0 is. */
function textOf(values: readonly CellValue[]): string {
  return values.map((value) => `${typeof value} ${value}`).join("\n");
}
