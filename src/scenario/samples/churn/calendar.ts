export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** The first subscribers join on this day. */
export const FIRST_DAY_MS = Date.UTC(2025, 0, 1);

/** The data ends here, exclusive: ten days after the last label became known. */
export const LAST_DAY_MS = Date.UTC(2025, 11, 11);

/** The model is asked on the first of each month, at 06:00 UTC, from February to November. */
export const PREDICTION_TIMES_MS: readonly number[] = Array.from({ length: 10 }, (_, i) =>
  Date.UTC(2025, i + 1, 1, 6),
);

/** Whole seconds: finer times would be noise. */
export function wholeSecond(ms: number): number {
  return Math.floor(ms / 1000) * 1000;
}

/** Cents. */
export function wholeCent(amount: number): number {
  return Math.round(amount * 100) / 100;
}
