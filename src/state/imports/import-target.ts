import { type CsvColumn, type CsvPlan, columnsRead } from "../../formats/csv/csv-plan";
import { columnOrder, type FeatureGroupDefinition } from "../../microfs/core";
import type { GroupSummary } from "../../worker/results";
import type { GroupTexts } from "./imports-store";

/** Where a file's rows would go. */
export type ImportTarget =
  | { kind: "new" }
  | { kind: "add"; group: GroupSummary }
  /** The name stands for a group that the plan does not fit; `differences` are clauses that say how. */
  | { kind: "clash"; group: GroupSummary; differences: readonly string[] };

export function importTarget(plan: CsvPlan, name: string, groups: readonly GroupSummary[]): ImportTarget {
  const group = groups.find(({ definition }) => definition.name === name.trim());
  if (group === undefined) return { kind: "new" };
  const differences = differencesBetween(plan, group);
  return differences.length === 0 ? { kind: "add", group } : { kind: "clash", group, differences };
}

/** The group that a plan declares. A time to live or delay that is blank is none. */
export function definitionOf(plan: CsvPlan, { name, ttl, delay }: GroupTexts): FeatureGroupDefinition {
  return {
    name: name.trim(),
    // fromEntries makes own properties of all names, `__proto__` too.
    schema: Object.fromEntries(columnsRead(plan).map((column) => [column.name, column.type])),
    ...columnOrder(columnsRead(plan).map((column) => column.name)),
    primaryKeys: plan.key,
    eventTime: plan.eventTime ?? "",
    createdTime: plan.createdTime ?? undefined,
    ttl: compact(ttl),
    delay: compact(delay),
  };
}

/** Whether it is said how late the rows can be used: where the draft gives a delay, or its rows go to a group that is there. */
export function isDelaySaid({ name, delay }: GroupTexts, groups: readonly GroupSummary[]): boolean {
  return compact(delay) !== undefined || groups.some(({ definition }) => definition.name === name.trim());
}

/** A duration as typed, `1 d 12 h`, as the engine reads it: `1d12h`. */
export function compact(text: string): string | undefined {
  const bare = text.replace(/\s+/g, "").toLowerCase();
  return bare === "" ? undefined : bare;
}

/**
 * The plan changed so that it reads a file as a group is declared: its types, its key and times, none but its columns.
 * `null` where the file lacks one of the group's columns.
 */
export function planLike(plan: CsvPlan, group: GroupSummary): CsvPlan | null {
  const types = new Map(group.columns.map(({ name, type }) => [name, type]));
  const made = plan.made.filter(({ name }) => types.has(name));
  const names = new Set([...plan.columns, ...made].map(({ name }) => name));
  if (group.columns.some(({ name }) => !names.has(name))) return null;
  const columns = plan.columns.map((column): CsvColumn => {
    const type = types.get(column.name);
    if (type === undefined) return { ...column, included: false };
    // Words for null were said of the numbers that the column is not here: as texts they are words.
    const nulls = type === "string" && column.type !== "string" ? [] : column.nulls;
    return { ...column, type, nulls, included: true };
  });
  const { primaryKeys, eventTime, createdTime } = group.definition;
  return { ...plan, columns, made, key: [...primaryKeys], eventTime, createdTime: createdTime ?? null };
}

/** The columns of a file that are left out because the group that it is added to has none of their names. */
export function columnsNotInGroup(plan: CsvPlan, target: ImportTarget): string[] {
  if (target.kind !== "add") return [];
  const inGroup = new Set(target.group.columns.map(({ name }) => name));
  const parts = new Set(
    plan.made.flatMap((made) => (made.kind === "constant" ? [] : [made.date, made.timeOfDay])),
  );
  return plan.columns.flatMap(({ name, included }) =>
    included || inGroup.has(name) || parts.has(name) ? [] : [name],
  );
}

function differencesBetween(plan: CsvPlan, { columns, definition }: GroupSummary): string[] {
  const here = new Map(columnsRead(plan).map(({ name, type }) => [name, type]));
  const there = new Map(columns.map(({ name, type }) => [name, type]));
  const missing = [...there.keys()].filter((name) => !here.has(name));
  const unknown = [...here.keys()].filter((name) => !there.has(name));
  const types = [...here].filter(([name, type]) => there.has(name) && there.get(name) !== type);
  const differences = [
    missing.length > 0 ? `the file lacks ${listOf(missing)}` : "",
    unknown.length > 0 ? `the group has no ${listOf(unknown)}` : "",
    ...types.map(([name, type]) => `${quoted(name)} is ${type} here and ${there.get(name)} there`),
    isSameList(plan.key, definition.primaryKeys)
      ? ""
      : `its key is ${listOf(definition.primaryKeys)}, not ${plan.key.length === 0 ? "none" : listOf(plan.key)}`,
    plan.eventTime === definition.eventTime
      ? ""
      : `its event time is ${quoted(definition.eventTime)}, not ${plan.eventTime === null ? "none" : quoted(plan.eventTime)}`,
    (plan.createdTime ?? null) === (definition.createdTime ?? null)
      ? ""
      : `its created time is ${nameOrNone(definition.createdTime)}, not ${nameOrNone(plan.createdTime)}`,
  ];
  return differences.filter((difference) => difference !== "");
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}

function nameOrNone(name: string | null | undefined): string {
  return name == null ? "none" : quoted(name);
}

function quoted(name: string): string {
  return `“${name}”`;
}

/** `“a”, “b” and “c”`. */
export function listOf(names: readonly string[]): string {
  const all = names.map(quoted);
  const last = all.pop();
  return all.length === 0 ? (last ?? "") : `${all.join(", ")} and ${last}`;
}

const FALLBACK = "rows";

/** A group's name from a file's: `User Payments (1).csv` → `user_payments_1`. Letters of any script stay. */
export function groupNameOf(fileName: string): string {
  const bare = fileName.replace(/(?:\.(?:csv|tsv|txt|tab|dat))+$/i, "");
  const name = bare
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "");
  return name === "" ? FALLBACK : name;
}

/** The name, or the first of `name_2`, `name_3` … that is free. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let n = 2;
  while (taken.has(`${name}_${n}`)) n++;
  return `${name}_${n}`;
}
