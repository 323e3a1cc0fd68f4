import type { JoinDefinition } from "../../microfs";

/** The group's column → the spine's column, whichever way `on` is written. */
export function featureToSpine(on: JoinDefinition["on"]): ReadonlyMap<string, string> {
  if (typeof on === "string") return new Map([[on, on]]);
  if (Array.isArray(on)) return new Map(on.map((column: string) => [column, column]));
  return new Map(Object.entries(on).map(([spineColumn, column]) => [String(column), spineColumn]));
}
