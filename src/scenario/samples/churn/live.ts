import type { Random } from "../../random";
import { leave } from "./aftermath";
import { DAY_MS, LAST_DAY_MS, PREDICTION_TIMES_MS, wholeSecond } from "./calendar";
import type { ChurnRows } from "./churn-rows";
import { collectDebit } from "./collect-debit";
import { countUsage } from "./count-usage";
import { hasAccount, type Life } from "./life";
import { maybeChangePlan, openAccount } from "./plans";
import type { Subscriber } from "./subscriber";
import { maybeOpenTicket } from "./tickets";

const HORIZON_MS = 30 * DAY_MS;

/** Writes one subscriber's whole year into `rows`: what happens, what the model is asked, and what it could not know. */
export function live(subscriber: Subscriber, random: Random, rows: ChurnRows): void {
  const life: Life = {
    ...subscriber,
    random,
    rows,
    engagement: subscriber.eagerness,
    monthlyPrice: null,
    discountPct: null,
    lastPaid: null,
    debitFailed: false,
    retry: null,
    ticketsMs: [],
    lastTroubleMs: null,
    pausedUntilMs: 0,
    nextCountMs: subscriber.joinedMs,
    leavesMs: subscriber.pays === "never" ? subscriber.trialEndsMs : null,
  };
  let fromMs = subscriber.joinedMs;
  for (const untilMs of [...PREDICTION_TIMES_MS, LAST_DAY_MS]) {
    if (untilMs <= fromMs) continue;
    const leavesMs = life.leavesMs ?? Number.POSITIVE_INFINITY;
    spend(life, fromMs, Math.min(untilMs, leavesMs));
    if (leavesMs <= untilMs) {
      leave(life, leavesMs);
      return;
    }
    if (untilMs < LAST_DAY_MS) predict(life, untilMs);
    fromMs = untilMs;
  }
}

/** One month, or what is left of it: [fromMs, untilMs). */
function spend(life: Life, fromMs: number, untilMs: number): void {
  openAccount(life, fromMs, untilMs);
  maybeOpenTicket(life, fromMs, untilMs);
  // A debit is of the price on its day: the change of plan splits the month's debits.
  const changeMs = wholeSecond(life.random.between(fromMs, untilMs));
  collectDebit(life, fromMs, changeMs);
  maybeChangePlan(life, changeMs);
  collectDebit(life, changeMs, untilMs);
  countUsage(life, untilMs);
  life.engagement = Math.min(1, Math.max(0, life.engagement + life.random.between(-0.16, 0.13)));
}

function predict(life: Life, nowMs: number): void {
  if (life.leavesMs === null) life.leavesMs = decide(life, nowMs);
  life.rows.predictions.push({
    user_id: life.userId,
    account_id: hasAccount(life, nowMs) ? life.accountId : null,
    tenure_days: Math.floor((nowMs - life.joinedMs) / DAY_MS),
    churned: life.leavesMs !== null && life.leavesMs - nowMs <= HORIZON_MS,
    predicted_at: nowMs,
  });
}

/** When they cancel, if they do before the next prediction: mostly soon after the month's bill, always after the prediction. */
function decide(life: Life, nowMs: number): number | null {
  if (!life.random.chance(risk(life, nowMs))) return null;
  const hours = life.random.chance(0.65) ? life.random.between(3, 72) : life.random.between(72, 28 * 24);
  return nowMs + Math.floor(hours * 3600) * 1000;
}

/** What a perfect model would answer. It has no memory of anything that comes after `nowMs`. */
function risk(life: Life, nowMs: number): number {
  const boredom = 1 - life.engagement;
  const trouble = life.lastTroubleMs !== null && nowMs - life.lastTroubleMs < 45 * DAY_MS;
  const indifference = 0.42 * boredom * boredom * boredom * boredom;
  const price = (life.monthlyPrice ?? 0) / 2000;
  const sum = 0.002 + indifference + price + (life.debitFailed ? 0.22 : 0) + (trouble ? 0.15 : 0);
  return life.discountPct === null ? sum : sum * 0.25;
}
