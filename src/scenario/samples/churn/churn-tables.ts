import type { ColumnType } from "../../../microfs/core";

/** The five histories of the churn sample, as rows. Times are milliseconds since 1970, names as in the tables. */
export interface ChurnRows {
  predictions: Prediction[];
  payments: Payment[];
  support_tickets: SupportTicket[];
  usage: Usage[];
  plan_changes: PlanChange[];
}

export type ChurnGroupName = keyof ChurnRows;

/** One question to the model: will this subscriber cancel within 30 days of `predicted_at`? */
export type Prediction = {
  user_id: number;
  /** `null` during the trial: the account is opened with the first payment. */
  account_id: bigint | null;
  tenure_days: number;
  churned: boolean;
  predicted_at: number;
};

/** A payment, or a correction of one: the same `paid_at`, a later `recorded_at`, what is true by then. */
export type Payment = {
  user_id: number;
  /** `null` where the bank returned the debit. */
  amount: number | null;
  status: "paid" | "failed" | "refunded";
  paid_at: number;
  recorded_at: number;
};

export type SupportTicket = {
  user_id: number;
  topic: "how-to" | "billing" | "quality" | "cancellation";
  tickets_90d: number;
  /** 1 to 5; `null` where the subscriber did not answer. */
  satisfaction: number | null;
  opened_at: number;
};

/** What the nightly job counted for a subscriber's last seven days. */
export type Usage = {
  user_id: number;
  sessions_7d: number;
  /** `null` where the app is too old to tell. */
  minutes_7d: number | null;
  counted_at: number;
};

export type PlanChange = {
  account_id: bigint;
  /** `null` from the cancellation on. */
  plan: "basic" | "standard" | "premium" | null;
  monthly_price: number | null;
  discount_pct: number | null;
  changed_at: number;
};

/** The columns of each group, in order. */
export const CHURN_SCHEMAS = {
  predictions: {
    user_id: "int64",
    account_id: "int64",
    tenure_days: "int64",
    churned: "bool",
    predicted_at: "timestamp",
  },
  payments: {
    user_id: "int64",
    amount: "float64",
    status: "string",
    paid_at: "timestamp",
    recorded_at: "timestamp",
  },
  support_tickets: {
    user_id: "int64",
    topic: "string",
    tickets_90d: "int64",
    satisfaction: "int64",
    opened_at: "timestamp",
  },
  usage: { user_id: "int64", sessions_7d: "int64", minutes_7d: "float64", counted_at: "timestamp" },
  plan_changes: {
    account_id: "int64",
    plan: "string",
    monthly_price: "float64",
    discount_pct: "int64",
    changed_at: "timestamp",
  },
} as const satisfies Record<ChurnGroupName, Record<string, ColumnType>>;
