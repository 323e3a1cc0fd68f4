/** A column whose name is not the one that is written, and why. */
export interface Renamed {
  name: string;
  text: string;
}

/**
 * A name for each of `width` columns: the header's, with the spaces around it dropped. A blank name becomes
 * `column_3`, a name that is taken `amount_2`; each change is told.
 *
 * @param header - The header's cells, or undefined where the file has none.
 */
export function nameColumns(
  header: readonly string[] | undefined,
  width: number,
): { names: string[]; renamed: Renamed[] } {
  const renamed: Renamed[] = [];
  const written = new Set(header?.map((name) => name.trim()));
  const taken = new Set<string>();
  const names: string[] = [];
  for (let at = 0; at < width; at++) {
    const asked = header?.[at]?.trim() ?? "";
    const wanted = asked === "" ? `column_${at + 1}` : asked;
    let name = wanted;
    // A made-up name must not be one that a later column has by right.
    for (let n = 2; taken.has(name) || (name !== asked && written.has(name)); n++) name = `${wanted}_${n}`;
    taken.add(name);
    names.push(name);
    if (header === undefined || name === asked) continue;
    const why =
      asked === ""
        ? `Column ${at + 1} has no name`
        : `Column ${at + 1} is named “${asked}” like one before it`;
    renamed.push({ name, text: `${why}: it is called “${name}” here.` });
  }
  return { names, renamed };
}
