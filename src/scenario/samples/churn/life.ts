import type { Random } from "../../random";
import type { ChurnRows } from "./churn-rows";
import type { PaidDebit } from "./paid-debit";
import type { Subscriber } from "./subscriber";

/** What changes over a subscription. Times in milliseconds since 1970. */
export interface Life extends Subscriber {
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
export function hasAccount(life: Life, nowMs: number): boolean {
  return life.pays !== "never" && nowMs >= life.trialEndsMs;
}
