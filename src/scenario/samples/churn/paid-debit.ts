/** A payment as the store has it so far. */
export interface PaidDebit {
  paidMs: number;
  recordedMs: number;
  amount: number;
}
