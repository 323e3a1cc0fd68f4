/**
 * The wanted name, or that name with a number behind it where it is taken, whatever the case of its letters: SQL
 * and some file systems do not tell `Users` from `users`. The name is taken from then on.
 *
 * @param taken - Names in lower case; grows.
 */
export function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted}_${number}`;
  taken.add(name.toLowerCase());
  return name;
}
