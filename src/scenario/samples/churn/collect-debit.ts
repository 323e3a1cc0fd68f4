import type { Random } from "../../random";
import { DAY_MS, HOUR_MS, PREDICTION_TIMES_MS, wholeCent, wholeSecond } from "./calendar";
import type { Payment } from "./churn-rows";
import type { Life } from "./life";
import type { PaidDebit } from "./paid-debit";

const RENEWALS_MS = [...PREDICTION_TIMES_MS, Date.UTC(2025, 11, 1, 6)];

/** The debits of [fromMs, untilMs): the first at the end of the trial, then one some days before each first of a month. */
export function collectDebit(life: Life, fromMs: number, untilMs: number): void {
  if (life.pays !== "themselves") return;
  const renewals = RENEWALS_MS.map((timeMs) => timeMs - life.debitLeadMs);
  for (const paidMs of [life.trialEndsMs, ...renewals]) {
    const isDue = paidMs === life.trialEndsMs || paidMs > life.trialEndsMs + 7 * DAY_MS;
    if (isDue && paidMs >= fromMs && paidMs < untilMs && paidMs >= life.pausedUntilMs) debit(life, paidMs);
  }
  if (life.retry !== null && life.retry.paidMs >= fromMs && life.retry.paidMs < untilMs) {
    pay(life, life.retry.paidMs, life.retry.amount);
    life.debitFailed = false;
    life.retry = null;
  }
}

function debit(life: Life, paidMs: number): void {
  const { random } = life;
  const amount = wholeCent((life.monthlyPrice ?? 0) * (1 - (life.discountPct ?? 0) / 100));
  const paid = pay(life, paidMs, amount);
  life.debitFailed = random.chance(0.07);
  if (life.debitFailed) {
    // A bank tells days later that a debit failed: it corrects a payment that looked paid until then.
    correct(life, paid, { amount: null, status: "failed" }, random.between(1, 4) * DAY_MS);
    life.lastPaid = null;
    const retryMs = paidMs + Math.floor(random.between(5, 9) * 24) * HOUR_MS;
    if (random.chance(0.4)) life.retry = { paidMs: retryMs, amount };
  } else if (random.chance(0.03)) {
    const taxed = wholeCent(amount * random.pick([0.81, 0.9, 1.19]));
    life.lastPaid = correct(life, paid, { amount: taxed, status: "paid" }, random.between(1, 12) * DAY_MS);
  }
}

/** The money back, as a correction of the payment it undoes: the last one paid, if that was this month's. */
export function refund(life: Life, leavesMs: number): void {
  const { lastPaid, random } = life;
  if (lastPaid === null || leavesMs - lastPaid.paidMs > 34 * DAY_MS || random.chance(0.5)) return;
  const isWhole = leavesMs - lastPaid.paidMs < 14 * DAY_MS;
  const amount = isWhole ? 0 : wholeCent(lastPaid.amount / 2);
  const sinceRecordedMs = Math.max(0, leavesMs - lastPaid.recordedMs) + random.between(1, 60) * HOUR_MS;
  correct(life, lastPaid, { amount, status: "refunded" }, sinceRecordedMs);
}

function pay(life: Life, paidMs: number, amount: number): PaidDebit {
  const recordedMs = wholeSecond(paidMs + bookingDelayMs(life.random));
  life.rows.payments.push(payment(life, { amount, status: "paid" }, paidMs, recordedMs));
  life.lastPaid = { paidMs, recordedMs, amount };
  return life.lastPaid;
}

/** Another row with the time of the payment it corrects, recorded after all that was recorded of it before. */
function correct(
  life: Life,
  paid: PaidDebit,
  truth: Pick<Payment, "amount" | "status">,
  afterMs: number,
): PaidDebit {
  const recordedMs = wholeSecond(paid.recordedMs + afterMs);
  life.rows.payments.push(payment(life, truth, paid.paidMs, recordedMs));
  return { paidMs: paid.paidMs, recordedMs, amount: truth.amount ?? 0 };
}

function payment(
  life: Life,
  truth: Pick<Payment, "amount" | "status">,
  paid_at: number,
  recorded_at: number,
): Payment {
  return { user_id: life.userId, ...truth, paid_at, recorded_at };
}

/** Minutes; for seven in a hundred hours to days. */
function bookingDelayMs(random: Random): number {
  return random.chance(0.07)
    ? random.between(2 * HOUR_MS, 6 * DAY_MS)
    : random.between(HOUR_MS / 60, HOUR_MS / 2);
}
