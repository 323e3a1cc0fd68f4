import type { Random } from "../../random";
import { DAY_MS, HOUR_MS, PREDICTION_TIMES_MS, wholeCent, wholeSecond } from "./calendar";
import type { Payment, PlanChange } from "./churn-tables";
import { hasAccount, type PaidDebit, type Subscription } from "./subscription";

const RENEWALS_MS = [...PREDICTION_TIMES_MS, Date.UTC(2025, 11, 1, 6)];

/** The debits of [fromMs, untilMs): the first at the end of the trial, then one some days before each first of a month. */
export function collectDebit(subscription: Subscription, fromMs: number, untilMs: number): void {
  if (subscription.pays !== "themselves") return;
  const renewals = RENEWALS_MS.map((timeMs) => timeMs - subscription.debitLeadMs);
  for (const paidMs of [subscription.trialEndsMs, ...renewals]) {
    const isDue = paidMs === subscription.trialEndsMs || paidMs > subscription.trialEndsMs + 7 * DAY_MS;
    if (isDue && paidMs >= fromMs && paidMs < untilMs && paidMs >= subscription.pausedUntilMs)
      debit(subscription, paidMs);
  }
  if (
    subscription.retry !== null &&
    subscription.retry.paidMs >= fromMs &&
    subscription.retry.paidMs < untilMs
  ) {
    pay(subscription, subscription.retry.paidMs, subscription.retry.amount);
    subscription.debitFailed = false;
    subscription.retry = null;
  }
}

function debit(subscription: Subscription, paidMs: number): void {
  const { random } = subscription;
  const amount = wholeCent((subscription.monthlyPrice ?? 0) * (1 - (subscription.discountPct ?? 0) / 100));
  const paid = pay(subscription, paidMs, amount);
  subscription.debitFailed = random.chance(0.07);
  if (subscription.debitFailed) {
    // A bank tells days later that a debit failed: it corrects a payment that looked paid until then.
    correct(subscription, paid, { amount: null, status: "failed" }, random.between(1, 4) * DAY_MS);
    subscription.lastPaid = null;
    const retryMs = paidMs + Math.floor(random.between(5, 9) * 24) * HOUR_MS;
    if (random.chance(0.4)) subscription.retry = { paidMs: retryMs, amount };
  } else if (random.chance(0.03)) {
    const taxed = wholeCent(amount * random.pick([0.81, 0.9, 1.19]));
    subscription.lastPaid = correct(
      subscription,
      paid,
      { amount: taxed, status: "paid" },
      random.between(1, 12) * DAY_MS,
    );
  }
}

/** The money back, as a correction of the payment it undoes: the last one paid, if that was this month's. */
export function refund(subscription: Subscription, leavesMs: number): void {
  const { lastPaid, random } = subscription;
  if (lastPaid === null || leavesMs - lastPaid.paidMs > 34 * DAY_MS || random.chance(0.5)) return;
  const isWhole = leavesMs - lastPaid.paidMs < 14 * DAY_MS;
  const amount = isWhole ? 0 : wholeCent(lastPaid.amount / 2);
  const sinceRecordedMs = Math.max(0, leavesMs - lastPaid.recordedMs) + random.between(1, 60) * HOUR_MS;
  correct(subscription, lastPaid, { amount, status: "refunded" }, sinceRecordedMs);
}

function pay(subscription: Subscription, paidMs: number, amount: number): PaidDebit {
  const recordedMs = wholeSecond(paidMs + bookingDelayMs(subscription.random));
  subscription.rows.payments.push(payment(subscription, { amount, status: "paid" }, paidMs, recordedMs));
  subscription.lastPaid = { paidMs, recordedMs, amount };
  return subscription.lastPaid;
}

/** Another row with the time of the payment it corrects, recorded after all that was recorded of it before. */
function correct(
  subscription: Subscription,
  paid: PaidDebit,
  truth: Pick<Payment, "amount" | "status">,
  afterMs: number,
): PaidDebit {
  const recordedMs = wholeSecond(paid.recordedMs + afterMs);
  subscription.rows.payments.push(payment(subscription, truth, paid.paidMs, recordedMs));
  return { paidMs: paid.paidMs, recordedMs, amount: truth.amount ?? 0 };
}

function payment(
  subscription: Subscription,
  truth: Pick<Payment, "amount" | "status">,
  paid_at: number,
  recorded_at: number,
): Payment {
  return { user_id: subscription.userId, ...truth, paid_at, recorded_at };
}

/** Minutes; for seven in a hundred hours to days. */
function bookingDelayMs(random: Random): number {
  return random.chance(0.07)
    ? random.between(2 * HOUR_MS, 6 * DAY_MS)
    : random.between(HOUR_MS / 60, HOUR_MS / 2);
}

const PLANS = [
  { plan: "basic", monthlyPrice: 9.99 },
  { plan: "standard", monthlyPrice: 14.99 },
  { plan: "premium", monthlyPrice: 24.99 },
] as const;

/** The first row of an account, at the end of the trial. */
export function openAccount(subscription: Subscription, fromMs: number, untilMs: number): void {
  const { trialEndsMs } = subscription;
  if (subscription.pays === "never" || trialEndsMs < fromMs || trialEndsMs >= untilMs) return;
  choosePlan(subscription, trialEndsMs);
}

/** Perhaps an up- or downgrade, a discount for the loyal, or a pause. A discount, once given, stays. */
export function maybeChangePlan(subscription: Subscription, atMs: number): void {
  if (!hasAccount(subscription, atMs)) return;
  const { random } = subscription;
  if (subscription.discountPct === null && random.chance(0.07)) {
    subscription.discountPct = random.pick([20, 30, 40, 50]);
    pushPlan(subscription, {
      plan: planOf(subscription),
      monthly_price: subscription.monthlyPrice,
      changed_at: atMs,
    });
  } else if (random.chance(0.07)) {
    choosePlan(subscription, atMs);
  }
  maybePause(subscription, atMs);
}

/** The last row of an account: no plan, and an offer to come back that nobody had before they cancelled. */
export function offerReturn(subscription: Subscription, atMs: number): void {
  subscription.discountPct = subscription.random.pick([30, 40, 50]);
  pushPlan(subscription, { plan: null, monthly_price: null, changed_at: atMs });
}

function choosePlan(subscription: Subscription, atMs: number): void {
  const { plan, monthlyPrice } = subscription.random.pick(PLANS);
  if (monthlyPrice === subscription.monthlyPrice) return;
  subscription.monthlyPrice = monthlyPrice;
  pushPlan(subscription, { plan, monthly_price: monthlyPrice, changed_at: atMs });
}

function planOf(subscription: Subscription): PlanChange["plan"] {
  return PLANS.find(({ monthlyPrice }) => monthlyPrice === subscription.monthlyPrice)?.plan ?? null;
}

function pushPlan(
  subscription: Subscription,
  change: Pick<PlanChange, "plan" | "monthly_price" | "changed_at">,
): void {
  subscription.rows.plan_changes.push({
    account_id: subscription.accountId,
    discount_pct: subscription.discountPct,
    ...change,
  });
}

/** While a subscription is paused nothing is debited and nothing counted. */
function maybePause(subscription: Subscription, nowMs: number): void {
  if (nowMs >= subscription.pausedUntilMs && subscription.random.chance(0.03)) {
    subscription.pausedUntilMs =
      nowMs + subscription.random.integer(40, 75) * DAY_MS + subscription.random.integer(0, 24) * HOUR_MS;
  }
}
