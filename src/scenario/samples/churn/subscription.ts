import type { Random } from "../../random";
import { DAY_MS, FIRST_DAY_MS } from "./calendar";
import type { ChurnRows } from "./churn-tables";

/** Somebody who subscribes: what does not change, and what drives the rest. */
export interface Subscriber {
  userId: number;
  accountId: bigint;
  joinedMs: number;
  /** The trial ends 14 days after joining: with a first payment, an employer's invoice, or without either. */
  trialEndsMs: number;
  pays: "themselves" | "through an employer" | "never";
  /** 0 to 1: how much they care for the courses when they join. */
  eagerness: number;
  /** How long before the first of a month their debit is collected. */
  debitLeadMs: number;
}

// Neighbours among these ids are one number to anyone who reads a 64-bit integer as a double.
const FIRST_ACCOUNT_ID = 9_007_199_254_740_993n;
const FIRST_USER_ID = 10_001;
const TRIAL_MS = 14 * DAY_MS;

export function newSubscriber(index: number, random: Random): Subscriber {
  const joinedMs = FIRST_DAY_MS + random.integer(0, 290 * 86_400) * 1000;
  const fate = random.next();
  return {
    userId: FIRST_USER_ID + index,
    accountId: FIRST_ACCOUNT_ID + BigInt(index),
    joinedMs,
    trialEndsMs: joinedMs + TRIAL_MS,
    pays: fate < 0.88 ? "themselves" : fate < 0.94 ? "through an employer" : "never",
    eagerness: (random.next() + random.next()) / 2,
    debitLeadMs: random.integer(26 * 3600, 110 * 3600) * 1000,
  };
}

/** A payment as the store has it so far. */
export interface PaidDebit {
  paidMs: number;
  recordedMs: number;
  amount: number;
}

/** What changes over a subscription. Times in milliseconds since 1970. */
export interface Subscription extends Subscriber {
  random: Random;
  rows: ChurnRows;
  /** 0 to 1: how much they use the courses now. */
  engagement: number;
  monthlyPrice: number | null;
  discountPct: number | null;
  lastPaid: PaidDebit | null;
  debitFailed: boolean;
  /** The second attempt at a debit that failed, while it lies ahead. */
  retry: { paidMs: number; amount: number } | null;
  ticketsMs: number[];
  lastTroubleMs: number | null;
  pausedUntilMs: number;
  nextCountMs: number;
  /** The moment they cancel, once they will; it lies after the prediction that asked about it. */
  leavesMs: number | null;
}

/** Nobody has an account before the trial has ended in a subscription. */
export function hasAccount(subscription: Subscription, nowMs: number): boolean {
  return subscription.pays !== "never" && nowMs >= subscription.trialEndsMs;
}
