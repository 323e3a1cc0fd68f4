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
