/** The languages in which a reader writes the join. */
export const LANGUAGES = ["sql", "python", "typescript"] as const;
export type Language = (typeof LANGUAGES)[number];

export const LANGUAGE_WORDS: Readonly<Record<Language, string>> = {
  sql: "SQL",
  python: "Python",
  typescript: "TypeScript",
};
