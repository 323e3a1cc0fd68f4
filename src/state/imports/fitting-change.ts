import { type CsvPlan, columnsRead, type PlanChange } from "../../formats/csv/csv-plan";

/**
 * What of a change can be made to a plan: a file that is read in another way may lack the columns that it names. Changes
 * of such columns, roles that name them, and made columns that need them, are left out.
 */
export function fittingChange(plan: CsvPlan, change: PlanChange): PlanChange {
  const { key, eventTime, createdTime, made, ...rest } = change;
  const ofFile = new Set(plan.columns.map(({ name }) => name));
  const fittingMade = made?.filter(
    (one) => one.kind === "constant" || (ofFile.has(one.date) && ofFile.has(one.timeOfDay)),
  );
  const names = new Set([
    ...ofFile,
    ...columnsRead({ ...plan, made: fittingMade ?? plan.made }).map((c) => c.name),
  ]);
  const isThere = (name: string | null) => name === null || names.has(name);
  return {
    ...rest,
    ...(fittingMade !== undefined && { made: fittingMade }),
    ...(key?.every((name) => names.has(name)) && { key }),
    ...(eventTime !== undefined && isThere(eventTime) && { eventTime }),
    ...(createdTime !== undefined && isThere(createdTime) && { createdTime }),
  };
}
