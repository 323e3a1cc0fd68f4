const S = 1_000_000;
const STEPS_US: readonly number[] = [
  1,
  10,
  100,
  1000,
  10_000,
  100_000,
  S,
  5 * S,
  15 * S,
  60 * S,
  300 * S,
  900 * S,
  3600 * S,
  6 * 3600 * S,
  24 * 3600 * S,
  7 * 24 * 3600 * S,
  28 * 24 * 3600 * S,
];

/** The roundest step of time that a hand can still aim at: the largest that is not wider than `px` pixels. */
export function roundStep(usPerPx: number, px: number): number {
  return STEPS_US.findLast((step) => step <= usPerPx * px) ?? 1;
}

/** A moment on a round step, microseconds. */
export function snapped(us: number, stepUs: number): bigint {
  return BigInt(Math.round(us / stepUs)) * BigInt(stepUs);
}
