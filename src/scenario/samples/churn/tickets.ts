import { DAY_MS, wholeSecond } from "./calendar";
import type { SupportTicket } from "./churn-rows";
import type { Life } from "./life";

/** At most one ticket a month. Trouble makes people leave; a question about how something works does not. */
export function maybeOpenTicket(life: Life, fromMs: number, untilMs: number): void {
  const { random } = life;
  const openedMs = wholeSecond(random.between(fromMs, untilMs));
  if (!random.chance(0.14)) return;
  const topic = random.pick(["how-to", "billing", "quality"]);
  if (topic !== "how-to") life.lastTroubleMs = openedMs;
  openTicket(life, topic, openedMs);
}

export function openTicket(life: Life, topic: SupportTicket["topic"], openedMs: number): void {
  const { random } = life;
  life.ticketsMs.push(openedMs);
  const score = topic === "how-to" ? random.integer(3, 6) : random.integer(1, 4);
  life.rows.support_tickets.push({
    user_id: life.userId,
    topic,
    tickets_90d: life.ticketsMs.filter((timeMs) => openedMs - timeMs < 90 * DAY_MS).length,
    satisfaction: random.chance(0.45) ? null : score,
    opened_at: openedMs,
  });
}
