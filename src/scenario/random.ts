/** Chance that is the same on every platform and in every run: integers only, then one exact division. */
export interface Random {
  /** A number in [0, 1), a multiple of 2^-32. */
  next(): number;
  /** A number in [from, to). */
  between(from: number, to: number): number;
  /** A whole number in [from, to). */
  integer(from: number, to: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One of these, each as likely as the other. */
  pick<const T extends readonly [unknown, ...unknown[]]>(items: T): T[number];
}

/**
 * A stream of chance for a seed. Streams of different `(seed, stream)` do not depend on each other, so that one
 * more draw for one subscriber leaves all the others as they were.
 *
 * @param seed - Any integer; its low 32 bits count.
 * @param stream - Likewise.
 * @see https://pracrand.sourceforge.net/ for sfc32, the generator.
 */
export function seededRandom(seed: number, stream = 0): Random {
  let a = seed | 0;
  let b = stream | 0;
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  const draw = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  // The first draws still resemble the seed.
  for (let i = 0; i < 15; i++) draw();
  const next = () => draw() / 0x100000000;
  return {
    next,
    between: (from, to) => from + next() * (to - from),
    integer: (from, to) => from + Math.floor(next() * (to - from)),
    chance: (probability) => next() < probability,
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
  };
}

/** The numbers [0, count) in an order of chance, each as likely as the others, by Fisher and Yates. O(count). */
export function shuffled(count: number, random: Random): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const other = random.integer(0, i + 1);
    [order[i], order[other]] = [order[other] ?? 0, order[i] ?? 0];
  }
  return order;
}
