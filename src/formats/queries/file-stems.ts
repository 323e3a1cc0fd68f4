import { freeName } from "./free-name";

/** What some file system does not take in a name, or DuckDB reads as a pattern of names. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const IMPOSSIBLE = /[\u0000-\u001f<>:"/\\|?*[\]{}~]/g;

/** A file name without ending for each group, by the group's name: safe everywhere, and no two alike, in any case. */
export function fileStems(names: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    names.map((name) => {
      const safe = name.replace(IMPOSSIBLE, "_").replace(/^[.\s]+|[.\s]+$/g, "_") || "group";
      return [name, freeName(safe, taken)];
    }),
  );
}
