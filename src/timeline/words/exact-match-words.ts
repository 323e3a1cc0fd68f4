/** Whether a row of the very moment of the prediction counts: in a clause, and in a few words. */
export function exactMatchWords(counts: boolean): readonly [long: string, short: string] {
  return counts
    ? ["≤: a row of that very moment counts", "≤: that moment counts"]
    : ["<: a row of that very moment does not count", "<: that moment does not"];
}
