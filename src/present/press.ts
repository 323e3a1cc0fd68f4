/** A button that bounces, or a thumb that trembles, presses again within this, milliseconds. */
export const BOUNCE_MS = 150;

/**
 * Whether a press counts: one that comes too soon after the last that did is the same one.
 *
 * @param lastMs - When the last that counted came; `null` before the first.
 * @param nowMs - When this one came, on the same clock.
 */
export function isNewPress(lastMs: number | null, nowMs: number): boolean {
  return lastMs === null || nowMs - lastMs >= BOUNCE_MS;
}
