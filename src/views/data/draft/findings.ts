import type { ColumnFinding } from "../../../formats/csv/csv-draft";
import type { CsvColumn, CsvPlan } from "../../../formats/csv/csv-plan";
import { countOf } from "../count-of";

export function findingOf(findings: readonly ColumnFinding[], name: string): ColumnFinding | undefined {
  return findings.find((finding) => finding.name === name);
}

/** How many of the times looked at depend on the chosen zone. */
export function zoneHelp(findings: readonly ColumnFinding[], plan: CsvPlan): string {
  const times = new Set(
    plan.columns.filter(({ type, included }) => included && type === "timestamp").map(({ name }) => name),
  );
  const withoutZone = findings
    .filter(({ name }) => times.has(name))
    .reduce((sum, finding) => sum + finding.withoutZone, 0);
  if (times.size === 0) return "There are no times yet.";
  return withoutZone === 0
    ? "All times looked at say their zone."
    : `${countOf(withoutZone, "of the times looked at has", "of the times looked at have")} none.`;
}

/** What stands under a column's name: its type, and its part or what it holds. */
export function columnNote(column: CsvColumn, plan: CsvPlan, finding: ColumnFinding | undefined): string {
  if (!column.included) return "left out";
  const role = roleOf(column.name, plan);
  if (role !== undefined) return `${column.type} · ${role}`;
  if (column.type === "string" && finding !== undefined)
    return `string · ${countOf(finding.distinct, "value")}`;
  if (finding !== undefined && finding.nulls > 0) return `${column.type} · some null`;
  return column.type;
}

function roleOf(name: string, { key, eventTime, createdTime }: CsvPlan): string | undefined {
  if (key.includes(name)) return "key";
  if (name === eventTime) return "event time";
  return name === createdTime ? "created time" : undefined;
}
