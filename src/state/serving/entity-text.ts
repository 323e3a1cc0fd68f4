/** An entity as it is typed and as a link carries it: column → the value's text. */
export type EntityText = Readonly<Record<string, string>>;

/** An entity as one text, for an address: `{"user_id":"2"}`. */
export function formatEntity(entity: EntityText): string {
  return JSON.stringify(entity);
}

/** Reads what {@link formatEntity} writes; `null` for anything else. */
export function readEntity(text: string): EntityText | null {
  const value = parsed(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const entries: [string, unknown][] = Object.entries(value);
  if (!entries.every((entry): entry is [string, string] => typeof entry[1] === "string")) return null;
  // From entries and not as it is, so that `__proto__` is a column like any other.
  return Object.fromEntries(entries);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // no JSON is no entity either
  }
}
