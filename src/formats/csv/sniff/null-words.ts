/** Words that many programs write for null. */
const NULL_WORDS: ReadonlySet<string> = new Set([
  "NA",
  "N/A",
  "n/a",
  "#N/A",
  "NULL",
  "null",
  "Null",
  "None",
  "none",
  "\\N",
  "-",
  "nan",
  "NaN",
]);

/** Texts that mean null where all else in their column is a number or a time. */
const ODD_NULL_WORDS =
  /^(?:\.{1,3}|\?+|-{2,3}|–|—|\*|missing|unknown|unavailable|not available|n\.a\.|nil|NaT|<NA>|\(null\)|\[null\]|<null>|empty|blank|void|undefined|#(?:VALUE|REF|DIV\/0|NUM|NULL|NAME\?)!?)$/i;

/** The null words among the texts, where the rest has any; a column of nothing but `-` is text. */
export function nullWordsOf(filled: readonly string[]): string[] {
  const words = new Set(filled.filter((text) => NULL_WORDS.has(text)));
  return filled.every((text) => words.has(text)) ? [] : [...words];
}

/** The words among the texts that mean null beside numbers and times. */
export function oddNullWordsOf(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text) => ODD_NULL_WORDS.test(text.trim())))];
}

/** Whether the text is such a word, and so says nothing about its column. */
export function isNullWord(text: string): boolean {
  return NULL_WORDS.has(text.trim()) || ODD_NULL_WORDS.test(text.trim());
}
