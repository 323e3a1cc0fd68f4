import { DAY_MS, HOUR_MS, wholeSecond } from "./calendar";
import type { SupportTicket } from "./churn-tables";
import type { Subscription } from "./subscription";

/** The nightly job counts a subscriber every five to nine days, between 01:00 and 05:00, up to `untilMs`, exclusive. */
export function countUsage(subscription: Subscription, untilMs: number): void {
  const { random } = subscription;
  while (subscription.nextCountMs < untilMs) {
    const atMs = subscription.nextCountMs;
    subscription.nextCountMs = nightAfter(subscription, atMs + random.integer(4, 9) * DAY_MS);
    if (atMs < subscription.pausedUntilMs || atMs === subscription.joinedMs) continue;
    const sessions = Math.max(0, Math.round(subscription.engagement * 12 + random.between(-3, 3)));
    pushUsage(subscription, sessions, atMs);
  }
}

/** After cancelling they hardly come any more. The count of the next night already shows it. */
export function countAfterLeaving(subscription: Subscription, leavesMs: number): void {
  let atMs = nightAfter(subscription, leavesMs);
  for (let count = 0; count < 3; count++) {
    pushUsage(subscription, subscription.random.chance(0.8) ? 0 : 1, atMs);
    atMs = nightAfter(subscription, atMs + subscription.random.integer(4, 9) * DAY_MS);
  }
}

function nightAfter({ random }: Subscription, timeMs: number): number {
  const midnightMs = Math.floor(timeMs / DAY_MS) * DAY_MS + DAY_MS;
  return midnightMs + random.integer(HOUR_MS / 1000, (5 * HOUR_MS) / 1000) * 1000;
}

function pushUsage(subscription: Subscription, sessions: number, counted_at: number): void {
  const { random, userId: user_id } = subscription;
  const minutes = Math.round(sessions * random.between(8, 30) * 10) / 10;
  const minutes_7d = random.chance(0.04) ? null : minutes;
  subscription.rows.usage.push({ user_id, sessions_7d: sessions, minutes_7d, counted_at });
}

/** At most one ticket a month. Trouble makes people leave; a question about how something works does not. */
export function maybeOpenTicket(subscription: Subscription, fromMs: number, untilMs: number): void {
  const { random } = subscription;
  const openedMs = wholeSecond(random.between(fromMs, untilMs));
  if (!random.chance(0.14)) return;
  const topic = random.pick(["how-to", "billing", "quality"]);
  if (topic !== "how-to") subscription.lastTroubleMs = openedMs;
  openTicket(subscription, topic, openedMs);
}

export function openTicket(
  subscription: Subscription,
  topic: SupportTicket["topic"],
  openedMs: number,
): void {
  const { random } = subscription;
  subscription.ticketsMs.push(openedMs);
  const score = topic === "how-to" ? random.integer(3, 6) : random.integer(1, 4);
  subscription.rows.support_tickets.push({
    user_id: subscription.userId,
    topic,
    tickets_90d: subscription.ticketsMs.filter((timeMs) => openedMs - timeMs < 90 * DAY_MS).length,
    satisfaction: random.chance(0.45) ? null : score,
    opened_at: openedMs,
  });
}
