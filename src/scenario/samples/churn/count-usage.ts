import { DAY_MS, HOUR_MS } from "./calendar";
import type { Life } from "./life";

/** The nightly job counts a subscriber every five to nine days, between 01:00 and 05:00, up to `untilMs`, exclusive. */
export function countUsage(life: Life, untilMs: number): void {
  const { random } = life;
  while (life.nextCountMs < untilMs) {
    const atMs = life.nextCountMs;
    life.nextCountMs = nightAfter(life, atMs + random.integer(4, 9) * DAY_MS);
    if (atMs < life.pausedUntilMs || atMs === life.joinedMs) continue;
    const sessions = Math.max(0, Math.round(life.engagement * 12 + random.between(-3, 3)));
    pushUsage(life, sessions, atMs);
  }
}

/** After cancelling they hardly come any more. The count of the next night already shows it. */
export function countFarewell(life: Life, leavesMs: number): void {
  let atMs = nightAfter(life, leavesMs);
  for (let count = 0; count < 3; count++) {
    pushUsage(life, life.random.chance(0.8) ? 0 : 1, atMs);
    atMs = nightAfter(life, atMs + life.random.integer(4, 9) * DAY_MS);
  }
}

function nightAfter({ random }: Life, timeMs: number): number {
  const midnightMs = Math.floor(timeMs / DAY_MS) * DAY_MS + DAY_MS;
  return midnightMs + random.integer(HOUR_MS / 1000, (5 * HOUR_MS) / 1000) * 1000;
}

function pushUsage(life: Life, sessions: number, counted_at: number): void {
  const { random, userId: user_id } = life;
  const minutes = Math.round(sessions * random.between(8, 30) * 10) / 10;
  const minutes_7d = random.chance(0.04) ? null : minutes;
  life.rows.usage.push({ user_id, sessions_7d: sessions, minutes_7d, counted_at });
}
