import type { ColumnType } from "../../../microfs/core";
import { columnsOf, type GeneratedColumns, type GeneratedValue } from "../../generated-columns";
import { type Random, seededRandom } from "../../random";
import { countAfterLeaving, countUsage, maybeOpenTicket, openTicket } from "./activity";
import { collectDebit, maybeChangePlan, offerReturn, openAccount, refund } from "./billing";
import { DAY_MS, HOUR_MS, LAST_DAY_MS, PREDICTION_TIMES_MS, wholeSecond } from "./calendar";
import { CHURN_SCHEMAS, type ChurnGroupName, type ChurnRows } from "./churn-tables";
import { hasAccount, newSubscriber, type Subscriber, type Subscription } from "./subscription";

const SUBSCRIBERS = 1_500;

/**
 * A year of a course subscription: who paid, asked, came and left, and what the model was asked each month.
 * The same seed gives the same rows everywhere. Rows stand in the order in which the store learned of them.
 * Costs about 0.1 s.
 */
export function generateChurn(seed: number): Record<ChurnGroupName, GeneratedColumns> {
  const rows: ChurnRows = { predictions: [], payments: [], support_tickets: [], usage: [], plan_changes: [] };
  for (let index = 0; index < SUBSCRIBERS; index++) {
    const random = seededRandom(seed, index);
    writeYear(newSubscriber(index, random), random, rows);
  }
  return {
    predictions: inOrderOf(rows.predictions, "predicted_at", CHURN_SCHEMAS.predictions),
    payments: inOrderOf(rows.payments, "recorded_at", CHURN_SCHEMAS.payments),
    support_tickets: inOrderOf(rows.support_tickets, "opened_at", CHURN_SCHEMAS.support_tickets),
    usage: inOrderOf(rows.usage, "counted_at", CHURN_SCHEMAS.usage),
    plan_changes: inOrderOf(rows.plan_changes, "changed_at", CHURN_SCHEMAS.plan_changes),
  };
}

function inOrderOf<Row extends Readonly<Record<string, GeneratedValue>>, Time extends keyof Row & string>(
  rows: readonly Row[],
  time: Time,
  schema: Readonly<Record<keyof Row & string, ColumnType>>,
): GeneratedColumns {
  const known = rows.filter((row) => Number(row[time]) < LAST_DAY_MS);
  return columnsOf(
    schema,
    known.sort((a, b) => Number(a[time]) - Number(b[time])),
  );
}

const HORIZON_MS = 30 * DAY_MS;

/** Writes one subscriber's whole year into `rows`: what happens, what the model is asked, and what it could not know. */
function writeYear(subscriber: Subscriber, random: Random, rows: ChurnRows): void {
  const subscription: Subscription = {
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
    const leavesMs = subscription.leavesMs ?? Number.POSITIVE_INFINITY;
    passMonth(subscription, fromMs, Math.min(untilMs, leavesMs));
    if (leavesMs <= untilMs) {
      leave(subscription, leavesMs);
      return;
    }
    if (untilMs < LAST_DAY_MS) predict(subscription, untilMs);
    fromMs = untilMs;
  }
}

/** One month, or what is left of it: [fromMs, untilMs). */
function passMonth(subscription: Subscription, fromMs: number, untilMs: number): void {
  openAccount(subscription, fromMs, untilMs);
  maybeOpenTicket(subscription, fromMs, untilMs);
  // A debit is of the price on its day: the change of plan splits the month's debits.
  const changeMs = wholeSecond(subscription.random.between(fromMs, untilMs));
  collectDebit(subscription, fromMs, changeMs);
  maybeChangePlan(subscription, changeMs);
  collectDebit(subscription, changeMs, untilMs);
  countUsage(subscription, untilMs);
  subscription.engagement = Math.min(
    1,
    Math.max(0, subscription.engagement + subscription.random.between(-0.16, 0.13)),
  );
}

function predict(subscription: Subscription, nowMs: number): void {
  if (subscription.leavesMs === null) subscription.leavesMs = decide(subscription, nowMs);
  subscription.rows.predictions.push({
    user_id: subscription.userId,
    account_id: hasAccount(subscription, nowMs) ? subscription.accountId : null,
    tenure_days: Math.floor((nowMs - subscription.joinedMs) / DAY_MS),
    churned: subscription.leavesMs !== null && subscription.leavesMs - nowMs <= HORIZON_MS,
    predicted_at: nowMs,
  });
}

/** When they cancel, if they do before the next prediction: mostly soon after the month's bill, always after the prediction. */
function decide(subscription: Subscription, nowMs: number): number | null {
  if (!subscription.random.chance(risk(subscription, nowMs))) return null;
  const hours = subscription.random.chance(0.65)
    ? subscription.random.between(3, 72)
    : subscription.random.between(72, 28 * 24);
  return nowMs + Math.floor(hours * 3600) * 1000;
}

/** What a perfect model would answer. It has no memory of anything that comes after `nowMs`. */
function risk(subscription: Subscription, nowMs: number): number {
  const boredom = 1 - subscription.engagement;
  const trouble = subscription.lastTroubleMs !== null && nowMs - subscription.lastTroubleMs < 45 * DAY_MS;
  const indifference = 0.42 * boredom * boredom * boredom * boredom;
  const price = (subscription.monthlyPrice ?? 0) / 2000;
  const sum = 0.002 + indifference + price + (subscription.debitFailed ? 0.22 : 0) + (trouble ? 0.15 : 0);
  return subscription.discountPct === null ? sum : sum * 0.25;
}

/**
 * What a cancellation sets off: a ticket, a refund, an offer to return, and silence. None of it was there when the
 * model was asked, and all of it tells the answer: this is what a wrong join learns from.
 */
function leave(subscription: Subscription, leavesMs: number): void {
  countAfterLeaving(subscription, leavesMs);
  if (!hasAccount(subscription, leavesMs)) return;
  const { random } = subscription;
  openTicket(subscription, "cancellation", wholeSecond(leavesMs + random.between(0, HOUR_MS)));
  offerReturn(subscription, wholeSecond(leavesMs + random.between(HOUR_MS, 30 * HOUR_MS)));
  refund(subscription, leavesMs);
}
