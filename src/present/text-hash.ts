/** Where an FNV-1a hash begins; another beginning makes another hash of the same text. */
export const HASH_SEEDS = [0x811c9dc5, 0x9e3779b9] as const;

/** FNV-1a of a text, 32 bits: the same for the same text, in every browser. Costs O(length). */
export function textHash(text: string, seed: number = HASH_SEEDS[0]): number {
  let sum = seed;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return sum;
}

/** A short name for a long text, of letters and digits: two texts of one browser do not meet by chance. */
export function shortName(text: string): string {
  return HASH_SEEDS.map((seed) => textHash(text, seed).toString(36)).join("-");
}
