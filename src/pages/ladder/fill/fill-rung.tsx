import type { Language } from "../../../terms/languages";

/** The second rung: the same program with blanks. */
export function FillRung({ language }: { readonly language: Language }) {
  return <p>{language}</p>;
}
