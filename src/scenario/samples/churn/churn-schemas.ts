import type { ColumnType } from "../../../microfs/schema";
import type { ChurnGroupName } from "./churn-rows";

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
