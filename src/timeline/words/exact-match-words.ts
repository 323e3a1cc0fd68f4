/** Whether a row of the very moment of the prediction counts: in a clause, and in fewer and fewer words. */
export function exactMatchWords(counts: boolean): readonly [long: string, short: string, shortest: string] {
  return counts
    ? ["≤: a row of that very moment counts", "≤: that moment counts", "≤ counts"]
    : ["<: a row of that very moment does not count", "<: that moment does not", "< does not"];
}
