/**
 * A hash table from pairs of 32-bit integers to dense codes 0, 1, 2 … in the order in which pairs were first seen.
 * Open addressing in typed arrays: a million keys are three arrays, not a million objects.
 */
export class PairTable {
  size = 0;
  #low = new Int32Array(64);
  #high = new Int32Array(64);
  /** The code + 1 of the pair in each slot; 0 is an empty slot. */
  #codes = new Int32Array(64);

  /** The pair's code; a new pair gets the next one. */
  add(low: number, high: number): number {
    if (2 * this.size >= this.#codes.length) this.#grow();
    const slot = this.#slot(low, high);
    if (this.#codes[slot] !== 0) return this.#codes[slot] - 1;
    this.#low[slot] = low;
    this.#high[slot] = high;
    this.#codes[slot] = ++this.size;
    return this.size - 1;
  }

  /** The pair's code, or −1 where it was never added. */
  codeOf(low: number, high: number): number {
    return this.#codes[this.#slot(low, high)] - 1;
  }

  /** The slot that holds the pair, or the empty one where it would go. At most half of the slots are taken. */
  #slot(low: number, high: number): number {
    const last = this.#codes.length - 1;
    let slot = hashWords(hashWords(0, low), high) & last;
    while (this.#codes[slot] !== 0 && (this.#low[slot] !== low || this.#high[slot] !== high))
      slot = (slot + 1) & last;
    return slot;
  }

  #grow(): void {
    const [low, high, codes] = [this.#low, this.#high, this.#codes];
    this.#low = new Int32Array(2 * codes.length);
    this.#high = new Int32Array(2 * codes.length);
    this.#codes = new Int32Array(2 * codes.length);
    for (let old = 0; old < codes.length; old++) {
      if (codes[old] === 0) continue;
      const slot = this.#slot(low[old], high[old]);
      this.#low[slot] = low[old];
      this.#high[slot] = high[old];
      this.#codes[slot] = codes[old];
    }
  }
}

/** Mixes one more 32-bit word into a hash; the constants are those of MurmurHash3. */
export function hashWords(hash: number, word: number): number {
  let mixed = Math.imul(hash ^ word, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
