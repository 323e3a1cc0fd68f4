/**
 * What a link may carry: as much as Share puts into one, and no more. Whoever reads a link refuses the rest before any work
 * is done with it.
 */

/** With more rows a link would be too long for chats and mail programs. */
export const MOST_ROWS_IN_A_LINK = 300;
/** Of JSON, unpacked. */
export const MOST_BYTES_IN_A_LINK = 1_000_000;
/** Numbers, texts, lists and objects of that JSON, all told. */
const MOST_VALUES_IN_A_LINK = 50_000;

/** In what a JSON value goes beyond the limits; `null` where it does not. */
export type LinkExcess = { kind: "rows"; rows: number } | { kind: "values" };

/**
 * Looks no further than the limit. Costs O(values), 50 000 at most.
 *
 * @param rows - Those that it brings; by default as a scenario does.
 */
export function linkExcess(value: unknown, rows: number = rowsIn(value)): LinkExcess | null {
  if (rows > MOST_ROWS_IN_A_LINK) return { kind: "rows", rows };
  let seen = 0;
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    if (++seen > MOST_VALUES_IN_A_LINK) return { kind: "values" };
    const next = waiting.pop();
    if (!isObject(next)) continue;
    const parts = Object.values(next);
    if (parts.length + waiting.length + seen > MOST_VALUES_IN_A_LINK) return { kind: "values" };
    for (const part of parts) waiting.push(part);
  }
  return null;
}

/** The rows that a scenario of unknown shape brings: those of its groups, and those that its actions write. */
function rowsIn(value: unknown): number {
  if (!isObject(value)) return 0;
  const ofGroups = listIn(value, "groups").map((group) =>
    isObject(group) && "rows" in group && isObject(group.rows) ? listIn(group.rows, "rows").length : 0,
  );
  const ofActions = listIn(value, "actions").map((action) =>
    isObject(action) ? listIn(action, "rows").length : 0,
  );
  return [...ofGroups, ...ofActions].reduce((sum, rows) => sum + rows, 0);
}

function listIn(value: object, name: string): readonly unknown[] {
  const list: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
  return Array.isArray(list) ? list : [];
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
