/**
 * Reads a number of hands or cards that was typed. What is no such number is not made one: an instructor who types 1e3 or 9999
 * has not said 13 or 999.
 *
 * @param most - The greatest that is taken.
 * @returns 0 for an empty field; `null` where it is no whole number from 0 to `most`.
 */
export function typedNumber(text: string, most: number): number | null {
  const typed = text.trim();
  if (typed === "") return 0;
  const number = /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
  return number <= most ? number : null;
}

/** What is said of a number that was not taken. */
export function refusedWords(text: string, most: number): string {
  return `“${text.trim()}” is not noted: type a whole number from 0 to ${most}.`;
}
