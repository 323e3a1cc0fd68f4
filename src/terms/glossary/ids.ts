import { type Finding, REASON_TERMS } from "../reasons";
import { VARIANT_TERMS, type VariantName } from "../variants";
import { VERDICT_TERMS } from "../verdicts";

const VERDICT_WORDS: ReadonlySet<string> = new Set(Object.values(VERDICT_TERMS).map(({ word }) => word));

/** Names a reason in the glossary: a verdict may have the same word. */
export function reasonTermId(finding: Finding): string {
  const { word } = REASON_TERMS[finding];
  return VERDICT_WORDS.has(word) ? `${word} cell` : word;
}

/** Names a compared join in the glossary: a direction may have the same word. */
export function variantTermId(variant: VariantName): string {
  const { word } = VARIANT_TERMS[variant];
  return word.endsWith("join") ? word : `${word} join`;
}
